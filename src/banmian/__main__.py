"""Runs the command line as `python -m banmian`."""

from banmian.cli import main

main()
