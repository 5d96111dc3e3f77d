"""Where in a Word document the characters of its text stand, and runs cut at them.

Elements are lxml's; the text is that with all tracked changes accepted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = frozenset({f"{W}del", f"{W}moveFrom", _FALLBACK})
_RUN, _TEXT, _PROPERTIES = f"{W}r", f"{W}t", f"{W}rPr"
_MARKS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


@dataclass(frozen=True, slots=True)
class Char:
    """A character that is no space: the run that holds it, and its place there."""

    run: Any
    place: int


def characters(body: Any) -> list[tuple[str, Char]]:
    """All characters that are no space, in the order of the document."""
    return [
        (char, Char(run, place))
        for run in _runs(body)
        for place, char in enumerate(_text_of(run))
        if not char.isspace()
    ]


def _runs(element: Any) -> Iterator[Any]:
    for child in element:
        if child.tag == _RUN:
            yield child
        if child.tag not in _GONE:
            yield from _runs(child)


_PROBE = 24
"""How many characters tell where the article and the document go on together."""
_LEAST = 6
"""How many do at the article's end."""


def aligned(document: str, text: str) -> list[int | None]:
    """For each place of the article the number of the document's character there, or None.

    ``document`` is without spaces, and those of the article have no place. What stands in one of
    the two alone, such as the text of a box, is passed over.
    """
    places = [place for place, char in enumerate(text) if not char.isspace()]
    words = "".join(text[place] for place in places)
    where: list[int | None] = [None] * len(text)
    nth = at = 0
    while nth < len(words):
        if document[at : at + 1] != words[nth]:
            probe = words[nth : nth + _PROBE]
            found = document.find(probe, at)
            if found < 0 or len(probe) < min(_LEAST, len(words)):
                nth += 1
                continue
            at = found
            _move_back(where, places[:nth], words, document, at)
        where[places[nth]] = at
        nth, at = nth + 1, at + 1
    return where


def _move_back(
    where: list[int | None], places: Sequence[int], words: str, document: str, at: int
) -> None:
    """Characters before a leap that stand before its end too belong there."""
    for back in range(1, min(len(places), at, _PROBE) + 1):
        if words[len(places) - back] != document[at - back]:
            return
        where[places[-back]] = at - back


def cut_off(run: Any, place: int, keep_right: bool = False) -> Any:
    """Splits the run at a place between its characters; gives the left part, or the right one.

    The left part stays the same element. At an end of the run nothing is split.
    """
    length = len(_text_of(run))
    if place <= 0 or place >= length:
        return run
    right = deepcopy(run)
    _keep(run, 0, place)
    _keep(right, place, length)
    run.addnext(right)
    return right if keep_right else run


def _keep(run: Any, start: int, end: int) -> None:
    """Leaves what stands between the two places of the run's text, and its properties."""
    at = 0
    for child in list(run):
        if child.tag == _PROPERTIES:
            continue
        length = len(_text_in(child))
        if length and child.tag == _TEXT:
            child.text = child.text[max(start - at, 0) : max(end - at, 0)]
            child.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            if not child.text:
                run.remove(child)
        elif not start <= at < end:
            run.remove(child)
        at += length


def _text_of(run: Any) -> str:
    return "".join(_text_in(child) for child in run)


def _text_in(child: Any) -> str:
    if child.tag == _TEXT:
        return child.text or ""
    return _MARKS.get(child.tag, "")
