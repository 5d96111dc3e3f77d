"""Where in a Word document the characters of its text stand, and runs cut at them.

Elements are lxml's; the text is that with all tracked changes accepted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
    """A character that is no space: the run that holds it, and its place there.

    One of a note has the run with the mark that refers to the note, which holds no character, and
    the note's name, such as ``Footnote 2``.
    """

    run: Any
    place: int
    note: str = ""


def characters(body: Any, notes: Mapping[str, Any]) -> list[tuple[str, Char]]:
    """All characters that are no space, in the order of the document, those of its notes last.

    ``notes`` are the roots of the parts with notes, by the kind of note. Marks that refer to them
    are given runs of their own, so that there is something to point at.
    """
    for mark in [mark for kind in notes for mark in body.iter(f"{W}{kind}Reference")]:
        _set_apart(mark)
    runs = list(_runs(body))
    found = [
        (char, Char(run, place))
        for run in runs
        for place, char in enumerate(text_of(run))
        if not char.isspace()
    ]
    return [*found, *(each for kind in notes for each in _noted(kind, notes[kind], runs))]


def _noted(kind: str, root: Any, runs: Sequence[Any]) -> Iterator[tuple[str, Char]]:
    """The characters of the notes in the order in which the body refers to them."""
    notes = {note.get(f"{W}id"): note for note in root}
    referring = ((run, run.find(f"{W}{kind}Reference")) for run in runs)
    references = [(run, each.get(f"{W}id")) for run, each in referring if each is not None]
    for number, (run, id) in enumerate(references, 1):
        for inner in _runs(notes.get(id, ())):
            anchor = Char(run, 0, f"{kind.capitalize()} {number}")
            yield from ((char, anchor) for char in text_of(inner) if not char.isspace())


def _set_apart(mark: Any) -> None:
    """Splits the run that holds the mark before and behind it."""
    last = mark.getparent()
    children = [child for child in last if child.tag != _PROPERTIES]
    at = children.index(mark)
    parts = ([mark] if at else [], children[at + 1 :])
    properties = last.find(_PROPERTIES)
    for part in filter(None, parts):
        run = last.makeelement(last.tag, dict(last.attrib))
        run.extend([deepcopy(properties)] if properties is not None else [])
        run.extend(part)
        last.addnext(run)
        last = run


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
    length = len(text_of(run))
    if place <= 0 or place >= length:
        return run
    right = deepcopy(run)
    _keep(run, 0, place)
    _keep(right, place, length + 1)
    run.addnext(right)
    return right if keep_right else run


def _keep(run: Any, start: int, end: int) -> None:
    """Leaves what stands between the two places of the run's text, and its properties.

    What has no text, such as a picture, stands before the character behind it.
    """
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


def text_of(run: Any) -> str:
    return "".join(_text_in(child) for child in run)


def _text_in(child: Any) -> str:
    if child.tag == _TEXT:
        return child.text or ""
    return _MARKS.get(child.tag, "")
