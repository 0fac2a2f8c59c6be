"""What given names are made of: the table of `banmian.repair.given`, made again."""
