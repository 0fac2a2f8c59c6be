"""Bytes to pages, one module a format; each is found by its place."""
