"""What can go wrong, and the exit status that tells a script which it was.

    BanmianError                1  a fault of ours
    ├── UsageError              2  wrong usage
    │   └── OutputOccupied      2  the output folder holds something else
    ├── UnreadableInput         3  the input cannot be read
    │   ├── NoSuchInput         3  no such file or folder
    │   ├── EmptyInput          3  no bytes, or nothing readable inside
    │   ├── EncryptedInput      3  a password is needed, or wrong
    │   ├── OversizedInput      3  more pages than the limit, or a page too large
    │   ├── UnknownFormat       3  no source knows these bytes
    │   └── DamagedInput        3  the format is known, the file is broken
    ├── PagesMissing            4  done, but some pages could not be read
    └── OutsideMissing          5  something outside is missing: an engine, a font, disk space

A message is one sentence on what is wrong, with file and page, and one on what to do. The names say what is
wrong; that they are errors is said by where they are raised.
"""

from typing import ClassVar


class BanmianError(Exception):
    """The root of all errors that are ours to explain.

    Args:
        what: what is wrong, naming file and page.
        do: what the reader of the message can do about it.
    """

    exit_status: ClassVar[int] = 1

    def __init__(self, what: str, do: str = "") -> None:
        self.what = what
        self.do = do
        super().__init__(f"{what} {do}".strip())


class UsageError(BanmianError):
    """The command was called in a way that cannot work."""

    exit_status = 2


class OutputOccupied(UsageError):  # noqa: N818 see the head of this file
    """The output folder holds something that banmian did not write."""


class UnreadableInput(BanmianError):  # noqa: N818 the same
    """The input cannot be read."""

    exit_status = 3


class NoSuchInput(UnreadableInput):
    """No such file or folder."""


class EmptyInput(UnreadableInput):
    """No bytes, or a folder with nothing readable in it."""


class EncryptedInput(UnreadableInput):
    """A password is needed, or the one given is wrong."""


class OversizedInput(UnreadableInput):
    """More pages than the limit, or a page larger than any newspaper's."""


class UnknownFormat(UnreadableInput):
    """No source recognises these bytes."""


class DamagedInput(UnreadableInput):
    """The format is known, but the file is broken."""


class PagesMissing(BanmianError):  # noqa: N818 the same
    """The work is done, but some pages could not be read."""

    exit_status = 4


class OutsideMissing(BanmianError):  # noqa: N818 the same
    """Something outside this program is missing: an engine, a font, disk space."""

    exit_status = 5
