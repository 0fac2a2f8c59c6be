"""What the formats of libraries share: XML that may come from anyone, and lines as recognisers write them down.

No source itself: nothing here sniffs.
"""
