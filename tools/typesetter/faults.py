"""What can be wrong with a paper.

TypesettingError          the paper cannot be set as described
├── SourceError           the description itself is wrong
├── OversetError          text is left over when its frames are full
└── UndersetError         a frame stays empty, or so much of it that the page has a hole
"""


class TypesettingError(Exception):
    """The paper cannot be set as described."""


class SourceError(TypesettingError):
    """The description is wrong; the message names the file and the place."""


class OversetError(TypesettingError):
    """Text is left over when its frames are full: shorten it, or give it more room."""


class UndersetError(TypesettingError):
    """A frame stays empty or the page has a hole: lengthen the text, or give it less room."""
