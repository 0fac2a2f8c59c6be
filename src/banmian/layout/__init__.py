"""Lines to blocks: columns, rules, boxes; roles as far as type shows, paragraphs as far as indents do."""

from banmian.layout.page import lay_out

__all__ = ["lay_out"]
