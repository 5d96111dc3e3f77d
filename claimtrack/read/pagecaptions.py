"""The captions of a page's pictures, put back between the paragraphs that the article is made of.

What extracts the article from a page drops its pictures and what stands below them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from claimtrack.read.pieces import Piece

_ANCHORS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "td", "th"})
"""Elements of a page by which a place in it is found again in the article."""

_CAPTIONS = frozenset({"figcaption", "caption"})
_CLASSED = frozenset({"p", "div", "span", "dd"})
"""Elements that are a caption where their class says so."""

_LINES = frozenset({"br", "div", "li", "p"})
_ELSEWHERE = frozenset({"aside", "nav", "footer", "a", "button", "template"})
"""A picture in one of these belongs to something that the page links to."""


def with_captions(
    pieces: Iterable[Piece], page: Any, words_of: Callable[[str], str]
) -> list[Piece]:
    """The pieces, and each caption behind the one that it follows on the page.

    ``page`` is the root of its tree; ``words_of`` settles white space. A caption that does not
    stand between words of the article is none of the article's.
    """
    kept = list(pieces)
    places = {piece.words: nth for nth, piece in enumerate(kept)}
    behind: dict[int, list[str]] = {}
    waiting: list[str] = []
    last = None
    for element, is_caption in _met(page):
        words = words_of("".join(_texts(element)))
        if is_caption and words in places:
            kept[places[words]] = Piece(words, "caption")
        elif is_caption and words and last is not None:
            waiting.append(words)
        elif words in places:
            if waiting and last is not None:
                behind.setdefault(last, []).extend(waiting)
            waiting, last = [], places[words]
    return list(_merged(kept, behind))


def _merged(pieces: Sequence[Piece], behind: dict[int, list[str]]) -> Iterator[Piece]:
    for nth, piece in enumerate(pieces):
        yield piece
        for words in behind.get(nth, ()):
            yield Piece(words, "caption")


def _met(page: Any) -> Iterator[tuple[Any, bool]]:
    """The anchors and captions of the page in order, and whether it is a caption."""
    from lxml.etree import iterwalk

    walk = iterwalk(page, events=("start",))
    for _, element in walk:
        if element.tag in _ELSEWHERE:
            walk.skip_subtree()
        elif _is_caption(element):
            yield element, True
            walk.skip_subtree()
        elif element.tag in _ANCHORS:
            yield element, False


def _texts(element: Any) -> Iterator[str]:
    """All texts in the element, with white space where a reader sees some."""
    yield element.text or ""
    for child in element:
        bound = " " if child.tag in _LINES else ""
        yield bound
        if isinstance(child.tag, str):
            yield from _texts(child)
        yield bound + (child.tail or "")


def _is_caption(element: Any) -> bool:
    if element.tag in _CAPTIONS:
        return True
    if element.tag not in _CLASSED or "caption" not in element.get("class", "").lower():
        return False
    return next(element.iter("img", "picture", "video", "iframe", "figcaption"), None) is None
