"""Grows the trees of the package's learned judges; see README.md."""
