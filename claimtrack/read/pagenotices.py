"""What a page lays over or below its article and what may be longer than it: consents, comments."""

from __future__ import annotations

import re
from typing import Any

_CONSENT = re.compile(
    r"\b(?:onetrust|cookiebot|didomi|usercentrics|truste|gdpr|qc-cmp)"
    r"|\bcookies?[-_]?(?:banner|bar|consent|law|modal|notice|popup|wall)"
    r"|\bconsent[-_]?(?:banner|bar|dialog|modal|notice|popup|wall)",
    re.IGNORECASE,
)
_COMMENTS = frozenset({"comments", "comments-area", "comment-list", "disqus_thread", "respond"})
_BOXES = frozenset({"aside", "dialog", "div", "footer", "form", "ol", "section", "ul"})


def drop_notices(page: Any) -> None:
    """Takes consents to cookies and readers' comments out of the tree of a page.

    What holds the page's first heading holds the article, whatever it is called.
    """
    for box in [each for each in page.iter(*_BOXES) if _is_notice(each)]:
        if next(box.iter("h1"), None) is None and box.getparent() is not None:
            box.drop_tree()


def _is_notice(box: Any) -> bool:
    names = f"{box.get('id', '')} {box.get('class', '')}"
    return bool(_CONSENT.search(names)) or not _COMMENTS.isdisjoint(names.lower().split())
