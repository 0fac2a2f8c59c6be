"""A string to edits, one module a repair; each mends one thing and leaves everything else as printed."""
