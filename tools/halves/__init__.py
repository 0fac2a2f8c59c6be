"""Whether two lines are one headline: the weights of `banmian.articles.halves`, fitted again."""
