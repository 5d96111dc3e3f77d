"""Pages whose elements are nested deeper than the parser of HTML goes, which drops all that lies below.

They come of tags that nothing closes. Such a page is read without the elements that only group or
adorn words; paragraphs, headings and the parts of a page stay.
"""

from __future__ import annotations

import re
from typing import Any

_DEEPEST = 250
"""The parser ends at 256."""
_GROUPS = "blockquote|center|dd|div|dl|dt|li|ol|section|table|tbody|td|th|thead|tr|ul"
_ADORNS = "a|b|big|del|em|font|i|ins|label|small|span|strong|sub|sup|u"
_GROUP, _ADORN = (
    re.compile(rf"</?(?:{names})(?=[\s/>])[^<>]*>", re.IGNORECASE) for names in (_GROUPS, _ADORNS)
)


def too_deep(tree: Any) -> bool:
    """Whether there may be more below the deepest elements of a parsed page."""
    deep: bool = tree.xpath(f"boolean({'/*' * _DEEPEST})")
    return deep


def flattened(page: str) -> str:
    """The page's source without elements that group, whose bounds end a line, and that adorn."""
    return _GROUP.sub("<br><br>", _ADORN.sub("", page))
