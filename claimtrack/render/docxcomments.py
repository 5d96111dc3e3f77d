"""The comments of a Word document, to which more are added."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from claimtrack.render.docxplaces import Char, W, cut_off

AUTHOR, INITIALS = "claimtrack", "ct"


class Comments:
    """``element`` is the root of the comments part."""

    def __init__(self, element: Any) -> None:
        self.element = element
        self.date = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        self.number = max((int(each.get(f"{W}id", -1)) for each in element), default=-1)

    def add(self, first: Char, last: Char, words: str) -> None:
        """A comment at the words from the first to the last character, a paragraph a line."""
        end = cut_off(last.run, last.place + 1)
        start = cut_off(first.run, first.place, keep_right=True)
        if first.run is last.run:
            end = start
        self.number += 1
        number = str(self.number)
        self._say(number, words)
        _outermost(start).addprevious(_made(start, "commentRangeStart", id=number))
        reference = _made(end, "r")
        style = _under(_under(reference, "rPr"), "rStyle")
        style.set(f"{W}val", "CommentReference")
        _under(reference, "commentReference").set(f"{W}id", number)
        end.addnext(reference)
        end.addnext(_made(end, "commentRangeEnd", id=number))

    def _say(self, number: str, words: str) -> None:
        comment = _made(
            self.element, "comment", id=number, author=AUTHOR, initials=INITIALS, date=self.date
        )
        for line in words.split("\n"):
            text = _under(_under(_under(comment, "p"), "r"), "t")
            text.text = line
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        self.element.append(comment)


def _outermost(start: Any) -> Any:
    """The first start of a comment just before, else the element: comments on one mark stay in order."""
    before = start.getprevious()
    while before is not None and before.tag == f"{W}commentRangeStart":
        start, before = before, before.getprevious()
    return start


def _made(near: Any, name: str, **values: str) -> Any:
    return near.makeelement(f"{W}{name}", {f"{W}{key}": value for key, value in values.items()})


def _under(parent: Any, name: str) -> Any:
    child = _made(parent, name)
    parent.append(child)
    return child
