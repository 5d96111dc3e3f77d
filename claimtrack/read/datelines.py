"""Datelines: the place, date and agency that a report opens with, or the time that an entry of a live
report does, told from speakers' labels."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimtrack.records import Span, Spans

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĪİŁŃŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽ"
_CAPS = rf"[{UPPER}][{UPPER}.’'\-]+"
_CAPS_PLACE = rf"{_CAPS}(?:[ /]{_CAPS}){{0,4}}"
_NAME = rf"[{UPPER}][\w.’'\-]+"
_PLACE = rf"{_NAME}(?:[ /](?:{_NAME}|of|de|del|la|al|and|upon|on|the)){{0,4}}"
_MONTH = (
    r"(?i:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
DATE = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH}|{_WEEKDAY})(?:,? \d{{4}})?"
_REGION = rf"(?:, (?!{DATE}){_PLACE}){{0,2}}"
_AGENCY = rf"(?:,? ?\([{UPPER}][^()\n]{{1,40}}\)| ?/[{UPPER}][\w ]{{1,30}}/)"
_DASH = r"(?:\s*(?:--|—)\s*|\s*–\s+|\s+-\s+)"
_SEPARATOR = rf"(?P<colon>\s?:\s+)|(?P<dash>{_DASH})"
_OPENING = re.compile(
    rf"(?:(?P<caps>{_CAPS_PLACE})|(?P<mixed>{_PLACE}))(?P<region>{_REGION})"
    rf"(?P<date>(?:[,.]? {DATE})?)(?P<agency>{_AGENCY}?)(?:{_SEPARATOR})(?P<rest>.)",
)
_AGENCY_ALONE = re.compile(
    r"(?:\([A-Z][\w .&/]{1,30}\)(?=\s*[—–-])|\((?:AFP|AP|CNN|Reuters|UPI)\))"
    r"(?=\s*(?:--|[—–-])?\s*[^\s—–-])"
)
_TIME = r"\d{1,2}[.:]\d{2}(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?"
_STAMP = re.compile(rf"(?i:{_TIME})(?: [A-Z]{{2,4}})?(?=\s*(?:--|[:—–-])\s+[{UPPER}\"'“‘«])")
"""The time that an entry of a live report opens with: *8.40am – The wall has gone.*"""
_LABEL = re.compile(rf"{_CAPS}(?: {_CAPS}){{0,3}}:\s|[QA]:\s")
_AFTER = re.compile(r"\s*(?:(?:--|[:—–-])\s*)?")

_NEAR_TOP = 3
"""Paragraphs from the top in which a place before a dash needs no date and no agency."""

_NO_PLACES = frozenset(
    """Q A QUESTION ANSWER MODERATOR HOST INTERVIEWER REPORTER PRESENTER ANCHOR SPEAKER CHAIR
    LIVE UPDATE UPDATED BREAKING WATCH READ EXCLUSIVE OPINION ANALYSIS EXPLAINER EXPLAINED COMMENT
    EDITORIAL CLAIM VERDICT FACT CHECK RATING NOTE CORRECTION SUMMARY PRESIDENT MINISTER SENATOR
    SEN. REP. GOV. MR MR. MS MS. MRS MRS. DR DR. PROF. GEN. JUDGE COURT WITNESS COUNSEL
    BYLINE BY""".split()
)
_CITIES = frozenset(
    """abidjan|abu dhabi|abuja|accra|addis ababa|algiers|amman|amsterdam|ankara|athens|atlanta
    |baghdad|baku|bangkok|barcelona|beijing|beirut|belfast|belgrade|berlin|berne|birmingham
    |bogota|boston|brasilia|brussels|bucharest|budapest|buenos aires|cairo|calgary|canberra
    |cape town|caracas|casablanca|chicago|colombo|copenhagen|dakar|dallas|damascus|delhi|detroit
    |dhaka|doha|dubai|dublin|edinburgh|frankfurt|gaza|geneva|glasgow|the hague|hamburg|hanoi|harare
    |havana|helsinki|hong kong|honolulu|houston|hyderabad|islamabad|istanbul|jakarta|jeddah
    |jerusalem|johannesburg|juba|kabul|kampala|karachi|kathmandu|khartoum|kigali|kingston|kinshasa
    |kolkata|kuala lumpur|kuwait city|kyiv|lagos|lahore|lima|lisbon|ljubljana|london|los angeles
    |luanda|lusaka|madrid|manila|manchester|melbourne|mexico city|miami|milan|minsk|mogadishu
    |montevideo|montreal|moscow|mumbai|munich|nairobi|new delhi|new york|nicosia|oslo|ottawa|paris
    |perth|peshawar|philadelphia|phnom penh|prague|pretoria|quetta|quito|rabat|ramallah|rawalpindi
    |reykjavik|riga|rio de janeiro|riyadh|rome|san francisco|sanaa|santiago|sao paulo|sarajevo
    |seattle|seoul|shanghai|singapore|sofia|stockholm|sydney|taipei|tallinn|tashkent|tbilisi
    |tehran|tel aviv|tokyo|toronto|tripoli|tunis|united nations|vancouver|vienna|vilnius|warsaw
    |washington|wellington|windhoek|yangon|yerevan|zagreb|zurich""".replace("\n    ", "").split("|")
)


def datelines_of(text: str, paragraphs: Sequence[Span]) -> Spans:
    """The datelines at the start of the body's paragraphs, without the colon or dash after them.

    A date, an agency or a time makes one anywhere. A bare place does near the top, where it does not
    look like one speaker's label among several.
    """
    labels = sum(bool(_LABEL.match(text, start, end)) for start, end in paragraphs)
    spans = (_dateline(text, span, nth, labels > 1) for nth, span in enumerate(paragraphs))
    return tuple(span for span in spans if span is not None)


def body_start(text: str, block_start: int, datelines: Spans) -> int:
    """Where the own words of the block begin: after its dateline and the colon or dash."""
    for start, end in datelines:
        if start == block_start:
            after = _AFTER.match(text, end)
            return after.end() if after else end
    return block_start


def dateline_of(paragraph: str) -> int:
    """How many characters of a paragraph by itself are a dateline; 0 for none."""
    span = _dateline(paragraph, (0, len(paragraph)), 0, False)
    return span[1] if span else 0


def _dateline(text: str, paragraph: Span, nth: int, labelled: bool) -> Span | None:
    alone = _AGENCY_ALONE.match(text, *paragraph) or _STAMP.match(text, *paragraph)
    if alone is not None:
        return alone.span()
    opening = _OPENING.match(text, *paragraph)
    if opening is None or not _is_dateline(opening, nth, labelled):
        return None
    return (paragraph[0], opening.start("colon" if opening["colon"] else "dash"))


def _is_dateline(opening: re.Match[str], nth: int, labelled: bool) -> bool:
    caps, place = opening["caps"], opening["caps"] or opening["mixed"]
    known = bool(opening["date"]) or _is_city(place)
    if not _opens_a_sentence(opening["rest"]):
        return known and bool(caps)
    if known:
        return True
    if not _may_be_place(place):
        return False
    if opening["colon"]:
        return bool(caps) and nth == 0 and not labelled
    if opening["agency"]:
        return True
    return nth < _NEAR_TOP and bool(caps or (opening["region"] and nth == 0))


def _is_city(place: str) -> bool:
    return any(name.strip().lower() in _CITIES for name in place.split("/"))


def _may_be_place(place: str) -> bool:
    return not any(word.upper() in _NO_PLACES for word in place.split())


def _opens_a_sentence(char: str) -> bool:
    return char.isupper() or char.isdigit() or char in "\"'“‘«("
