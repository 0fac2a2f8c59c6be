"""All findings on an issue, in the order of its pages and texts."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from banmian.edition.proofs.changed import changed
from banmian.edition.proofs.jumps import jumps
from banmian.edition.proofs.marks import unbalanced
from banmian.edition.proofs.names import names
from banmian.edition.proofs.numbering import numbering, page_labels
from banmian.edition.proofs.repeated import repeated
from banmian.edition.proofs.weekdays import weekdays
from banmian.model.edition import Edition
from banmian.model.issue import Issue
from banmian.model.proof import Finding, Proof


def findings_of(issue: Issue, earlier: Edition | None = None, more: Iterable[Finding] = ()) -> Proof:
    """The report on an issue.

    Args:
        issue: read and repaired.
        earlier: the issue that it comes right after, where somebody gave it.
        more: findings of other rooms.
    """
    found = chain(
        numbering(issue, earlier),
        page_labels(issue),
        weekdays(issue),
        jumps(issue),
        repeated(issue),
        unbalanced(issue),
        names(issue),
        changed(issue),
        more,
    )
    order = {page.label: n for n, page in enumerate(issue.pages)}
    places = {article.id: n for n, article in enumerate(issue.articles)}

    def key(finding: Finding) -> tuple[int, int, str, int]:
        where = finding.where
        return order.get(where.page, len(order)), places.get(where.article or "", -1), where.field, where.start

    title = issue.title
    return Proof(
        title=title.name,
        date=title.date,
        number=title.number,
        total_number=title.total_number,
        pages=tuple(page.label for page in issue.pages),
        missing=tuple((page.label, page.missing) for page in issue.pages if page.missing),
        findings=tuple(sorted(found, key=key)),
    )
