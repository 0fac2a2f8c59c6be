"""Pages for people at work, not for readers: the paper's text escaped, nothing fetched, no script."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

_UNPRINTABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 (section 2.2) has no character for."""


def printable(text: str) -> str:
    """A text that XML can hold; what it cannot is the replacement character."""
    return _UNPRINTABLE.sub("\ufffd", text)


@cache
def templates(package: str) -> Environment:
    """The templates beside a package's modules."""
    return Environment(
        loader=PackageLoader(package),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value,
    )


def style_sheet(package: str, template: str, **values: object) -> Markup:
    """A style sheet of ours; nothing of the paper is in it, so nothing in it is escaped."""
    return Markup(templates(package).get_template(template).render(**values))  # noqa: S704 as the docstring says


def policy(style: str, *more: str) -> str:
    """A content security policy (W3C CSP 3) under which nothing is run or fetched, and no style but this one holds.

    Args:
        style: the page's own style sheet.
        more: directives for what else the page needs.
    """
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    own = f"style-src 'sha256-{digest}'"
    return "; ".join(("default-src 'none'", *more, own, "base-uri 'none'", "form-action 'none'"))
