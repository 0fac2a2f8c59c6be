"""The plan as data, and what carries it out: a page at a time, remembered, in one process or several."""
