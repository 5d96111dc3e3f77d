"""The lines around an article's text: bylines, dates, captions, credits, notices."""

from __future__ import annotations

import re

from claimtrack.read.datelines import DATE, UPPER
from claimtrack.records import BlockKind


def _any(*patterns: str) -> str:
    return "(?:" + "|".join(patterns) + ")"


_NAME = rf"[{UPPER}][\w.’'\-]*"
_NAMES = _any(
    _NAME, "de", "del", "der", "van", "von", "bin", "ibn", "al", "el", "and", "of", "for", "the",
    "in", "at", "&", r"@\w+",
)  # fmt: skip
_DESK = _any("[Cc]orrespondent", "[Rr]eporter", "[Ee]ditor", "[Ww]riter", "[Dd]esk", "[Ss]taff")
_ADDRESS = r"[\w.+-]+@[\w-]+\.[\w.-]+"

_BY = re.compile(
    rf"(?:(?:Written|Words|Story|Text|Interview|Analysis|Opinion) by|By|BY|by)\s+"
    rf"{_NAME}(?:[ ,|/–—-]+{_NAMES}){{0,14}}(?:[ ,|(]+{_ADDRESS}\)?)?\.?"
)
_PIPED = re.compile(rf"{_NAME}(?: {_NAMES}){{0,4}}\s*[|•·]\s*[^.!?]{{2,60}}")
_ROLE = re.compile(rf"{_NAME}(?: {_NAMES}){{1,4}},? (?:[\w ]{{0,30}}\s)?{_DESK}")
_PERSON = re.compile(rf"{_NAME} (?:{_NAME} ){{0,2}}{_NAME}")

_STAMPED = _any("published", "updated", "posted", "modified", "created", "issued")
_STAMP = re.compile(
    rf"(?:(?:first |last )?{_STAMPED}\b(?: on| at)?\s*:?\s*"
    r"(?=.*(?:\d|today|yesterday|ago)).{2,60}|date: .{2,40})",
    re.IGNORECASE,
)
_DIGITS = _any(r"\d{4}-\d\d-\d\d", r"\d{1,2}[./]\d{1,2}[./]\d{2,4}")
_DAY = re.compile(
    rf"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*,? )?(?:{DATE}|{_DIGITS})"
    r"(?:[,|/ ]+(?:at )?\d{1,2}[:.]\d\d.{0,12})?"
)
_EMAIL = re.compile(_ADDRESS)

_CREDIT = re.compile(
    r"\(?"
    + _any(
        r"(?:additional |further )?(?:reporting|writing|editing|research|translation|graphics)"
        r"(?: and (?:writing|editing|reporting))? by",
        r"(?:with |additional )(?:reporting|agencies|inputs? from)",
        r"(?:compiled|translated|edited|produced) by",
        r"with (?:agencies|wires|agency reports)",
    )
    + r"\b.{0,300}",
    re.IGNORECASE,
)
_PICTURE = _any("photo", "photograph", "image", "picture", "illustration", "graphic", "video")
_CAPTION = re.compile(
    rf"(?:(?:file |ap )?(?:{_PICTURE}s?|captions?)(?: credit| by| courtesy)?\s*[:|]"
    rf"|{_PICTURE} (?:by|credit|courtesy)\b).*",
    re.IGNORECASE,
)
_CAPTION_END = re.compile(
    r".*"
    + _any(
        r"\([^()]{0,40}\b(?:photos?|images?|file|handout)\b[^()]{0,40}\)",
        r"\bGetty Images",
        rf"[.!?…][”\"]? {_PICTURE}s?(?: credit| courtesy)?(?: by\b|:).{{2,60}}",
        r"[/|] ?(?:AFP|EPA|AP)",
    )
    + r"\.?",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    _any(
        "advertisement",
        "advertising",
        "sponsored(?: content)?",
        r"\d+ min(?:ute)?s? read",
        "share(?: this(?: article| story)?)?",
        r"(?:©|\(c\)|copyright\b).{0,160}",
        r"all rights reserved\.?",
        "read more:?.{0,120}",
        r"(?:also read|read also|see also|related|watch|listen|don['’]t miss)\s?:.{0,140}",
        "related(?: articles?| stories)?:?",
        "subscribe(?: now)?",
        "sign up (?:for|to) .{0,100}",
        r"follow (?:us|\S+) on .{0,80}",
        "-?30-",
        "#{2,}",
        "[*_=~-]{3,}",
        "ends?",
    ),
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"[(\[—–-]*\s*"
    + _any("Reuters", "AFP", "AP", "UPI", "PTI", "ANI", "IANS", "APP", "Xinhua", "TASS", "dpa")
    + r"(?:/\w+)?\s*[)\]—–-]*"
)
_CAPTION_WORDS = 60


def furniture(block: str, at_top: bool, after_headline: bool, near_end: bool) -> BlockKind | None:
    """What kind of line around the text the block is, by its form; None for text or headline.

    ``at_top``: before the first paragraph. A form that a sentence may also have is told only
    there, or near the end.
    """
    line = " ".join(block.split())
    if _CREDIT.fullmatch(line) or _NOTICE.fullmatch(line):
        return "credit"
    if _is_caption(line):
        return "caption"
    if _STAMP.fullmatch(line) or _DAY.fullmatch(line) or _EMAIL.fullmatch(line):
        return "byline"
    if (at_top or near_end) and (_BY.fullmatch(line) or _ROLE.fullmatch(line)):
        return "byline"
    if near_end and _SIGNED.fullmatch(line):
        return "credit"
    if at_top and (_PIPED.fullmatch(line) or (after_headline and _PERSON.fullmatch(line))):
        return "byline"
    return None


def _is_caption(line: str) -> bool:
    if _CAPTION.fullmatch(line):
        return True
    return len(line.split()) <= _CAPTION_WORDS and _CAPTION_END.fullmatch(line) is not None
