"""Articles and pages to an issue: the masthead read, sections resolved; and the issue as others see it."""

from banmian.edition.assembling import issue_of
from banmian.edition.view import edition_of

__all__ = ["edition_of", "issue_of"]
