"""What is kept: pages already read, by the hash of all that went into them."""
