"""The lines around an article's text: bylines, dates, captions, credits, notices."""

from __future__ import annotations

import re

from claimtrack.read.datelines import DATE, UPPER
from claimtrack.records import BlockKind

_NAME = rf"[{UPPER}][\w.’'\-]*"
_NAMES = rf"(?:{_NAME}|de|del|der|van|von|bin|ibn|al|el|and|of|for|the|in|at|&|@\w+)"
_BY = re.compile(
    rf"(?:Written by|Words by|Story by|By|BY|by)\s+{_NAME}(?:[ ,|/–—-]+{_NAMES}){{0,14}}"
    rf"(?:[ ,|(]+[\w.+-]+@[\w.-]+\)?)?\.?"
)
_DESK = re.compile(rf"{_NAME}(?: {_NAMES}){{0,4}}\s*(?:\||•|·)\s*[^.!?]{{2,60}}")
_ROLE = re.compile(
    rf"{_NAME}(?: {_NAMES}){{1,4}},? (?:Staff Writer|Staff Reporter|Staff|Correspondent|Reporter|Editor"
    rf"|[\w ]{{0,30}}(?:[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Ww]riter|[Dd]esk))"
)
_PERSON = re.compile(rf"{_NAME} (?:{_NAME} ){{0,2}}{_NAME}")
_STAMP = re.compile(
    r"(?:(?:first |last )?(?:published|updated|posted|modified|created|issued)\b(?: on| at)?\s*:?\s*"
    r"(?=.*(?:\d|today|yesterday|ago)).{2,60}|date: .{2,40})",
    re.IGNORECASE,
)
_DAY = re.compile(
    rf"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*,? )?(?:{DATE}|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}})"
    r"(?:[,|/ ]+(?:at )?\d{1,2}[:.]\d\d.{0,12})?"
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_CREDIT = re.compile(
    r"\(?(?:(?:additional |further )?(?:reporting|writing|editing|research|translation|graphics)"
    r"(?: and (?:writing|editing|reporting))? by|(?:with |additional )(?:reporting|agencies|input from|inputs from)"
    r"|(?:compiled|translated|edited|produced) by|with (?:agencies|wires|agency reports))\b.{0,300}",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:(?:file )?(?:photos?|photographs?|images?|pictures?|captions?|video|graphic|illustration)"
    r"(?: credit| by| courtesy)?\s*[:|]|(?:photo|photograph|image|picture|illustration) (?:by|credit|courtesy)\b).*",
    re.IGNORECASE | re.DOTALL,
)
_CAPTION_END = re.compile(
    r".*(?:\((?:[^()]{0,40}\b(?:photos?|images?|file|handout)\b[^()]{0,40})\)|\bGetty Images|[/|] ?(?:AFP|EPA|AP))\.?",
    re.IGNORECASE | re.DOTALL,
)
_NOTICE = re.compile(
    r"(?:advertisement|advertising|sponsored(?: content)?|\d+ min(?:ute)?s? read|share(?: this(?: article| story)?)?"
    r"|(?:©|\(c\)|copyright\b).{0,160}|all rights reserved\.?|read more:?.{0,120}|related(?: articles?| stories)?:?"
    r"|subscribe(?: now)?|sign up (?:for|to) .{0,100}|follow (?:us|\S+) on .{0,80}|-?30-|#{2,}|[*_=~-]{3,}|ends?)",
    re.IGNORECASE,
)
_LONGEST_CAPTION = 60


def furniture(block: str, at_top: bool, after_headline: bool, near_end: bool) -> BlockKind | None:
    """What kind of line around the text the block is, by its form; None for text or headline.

    ``at_top``: before the first paragraph. What may also be a sentence's start is taken for
    a byline or credit only at the top, or near the end.
    """
    line = " ".join(block.split())
    if _CREDIT.fullmatch(line):
        return "credit"
    if _CAPTION.fullmatch(line) or (
        _CAPTION_END.fullmatch(line) and len(line.split()) <= _LONGEST_CAPTION
    ):
        return "caption"
    if _STAMP.fullmatch(line) or _DAY.fullmatch(line) or _EMAIL.fullmatch(line):
        return "byline"
    if (at_top or near_end) and (_BY.fullmatch(line) or _ROLE.fullmatch(line)):
        return "byline"
    if _NOTICE.fullmatch(line):
        return "credit"
    if at_top and (_DESK.fullmatch(line) or (after_headline and _PERSON.fullmatch(line))):
        return "byline"
    return None
