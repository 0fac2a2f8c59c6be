"""Random newspapers with exact truth: invented text, set in layouts drawn by lot; see `README.md`."""
