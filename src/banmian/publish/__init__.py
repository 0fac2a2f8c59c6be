"""Ways out of the house: one module a channel, each a pure function from an edition to files."""
