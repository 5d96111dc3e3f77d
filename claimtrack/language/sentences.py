"""Sentence boundaries where punctuation is sure of them; the parser decides the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from claimtrack.language.calendar import WEEKDAYS

_OPENERS = "([“\"‘'«„‹`—–$€£¥#@•*"
_CANDIDATE = re.compile(rf"(?<![.!?…])[.!?…]+[)\]”\"’'»]*\s+(?=[{re.escape(_OPENERS)}]*[^\W_])")
SHORT_TITLES = frozenset(
    "mr mrs ms dr drs prof profs gen gens lt col maj capt cmdr sgt cpl pvt adm brig sen sens rep reps gov govs rev "
    "hon amb atty asst messrs mme msgr pres supt insp det pte cllr smt".split()
)
_NEVER_LAST = SHORT_TITLES | frozenset(
    "fr mt ft mohd vs v nos art sec fig vol pp eds e.g i.e cf approx dept univ".split()
)
_BEFORE_NAMES = frozenset("no st sr".split())
"""Short for what stands before a number or a name, but words or ends of a name as well."""
_SOMETIMES_LAST = frozenset(
    "u.s u.k u.n e.u u.a.e d.c a.m p.m inc ltd co corp jr etc al est plc bros jan feb mar apr jun jul "
    "aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ave blvd rd ph.d m.d b.a m.a".split()
)
_MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
_STATES = frozenset(
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa "
    "Tenn Tex Va Vt Wash Wis Wyo Ont Que Alta Sask Vic Qld Tas".split()
)
_STARTERS = frozenset(
    "the a an he she it they we i you this that these those in on at but and as if when while "
    "after before there his her its their our my for from by with however meanwhile".split()
)
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w.’'-]*"
_SPEAKER_AFTER_QUOTE = re.compile(
    rf"{_CAPITAL}(?:\s+(?:{_CAPITAL}|von|van|der|den|de|da|di|dos|del|la|al|el|bin|ben|of))*"
    r"(?:,\s[^.!?“”\"]{2,60},)?\s+(?:said|says|asked|asks|told|tells|added|adds|wrote|writes|cried|wondered|"
    r"replied|demanded|shouted|joked|quipped|responded|exclaimed|yelled|declared|insisted|tweeted|recalled)\b"
)

_NEAR = 200
"""How many characters on either side of a mark are looked at."""
_BRAND = re.compile(r"[a-z]{1,2}[A-Z]")
"""*iPhone*, *eBay*: they begin sentences as they are."""

Verdict = Literal["start", "perhaps"]


_LABEL = re.compile(
    r"[A-Z0-9][\w.’'-]*(?:,? (?:[A-Z0-9][\w.’'-]*|of|the|for|and|de|van|von|al|bin|el|la|le|du)){0,6}:\s+(?=\S)"
)


def label_end(text: str) -> int:
    """Where the words behind a speaker's label begin (*Q: …*, *Sara Haddad, mayor: …*), or 0.

    The parser reads a label for itself, since treebanks have few.
    """
    label = _LABEL.match(text)
    return label.end() if label else 0


def sentence_starts(text: str) -> Iterator[tuple[int, Verdict]]:
    """Offsets in a paragraph where a new sentence surely or perhaps starts, in order."""
    labelled = label_end(text)
    if labelled:
        yield labelled, "start"
    for candidate in _CANDIDATE.finditer(text, labelled):
        verdict = _verdict(text, candidate)
        if verdict is not None:
            yield candidate.end(), verdict


def _verdict(text: str, candidate: re.Match[str]) -> Verdict | None:
    following = text[candidate.end() : candidate.end() + _NEAR].lstrip(_OPENERS + " ")
    if following[:1].islower() and not _BRAND.match(following):
        return None
    stop = candidate.group().strip()
    closed = len(stop) > 1 and stop[-1] in "”\"’'»"
    if closed and stop[0] in "!?…" and _SPEAKER_AFTER_QUOTE.match(following):
        return None
    if stop.startswith(("..", "…")):
        return "start" if closed or _starts(following) else "perhaps"
    if stop[0] != ".":
        return "start"
    at = candidate.start()
    return _after_full_stop(text[max(0, at - _NEAR) : at], following)


def _starts(following: str) -> bool:
    """Whether the first word is one that begins sentences and is hardly ever part of a name."""
    return re.match(r"[\w’']*", following).group().lower() in _STARTERS  # type: ignore[union-attr]


def _after_full_stop(before: str, following: str) -> Verdict | None:
    word = re.search(r"[^\s(\[“\"‘'«—–]*$", before)
    written = word.group() if word else ""
    last, starts = re.split(r"(?<=[a-z])-", written)[-1].lower(), _starts(following)
    if last in _NEVER_LAST or _goes_on(before, last, following):
        return None
    if last in _BEFORE_NAMES:
        return "perhaps" if starts or last == "no" else None
    if last in _SOMETIMES_LAST or written in _STATES or re.fullmatch(r"(?:[a-z]\.)+[a-z]", last):
        return "start" if starts else "perhaps"
    if re.fullmatch(r"[a-z]", last) and before[-1:].isupper():
        return "perhaps" if starts else None
    return "start"


def _goes_on(before: str, last: str, following: str) -> bool:
    """Whether a number or day belongs to the word before: *No. 5*, *Jan. 5*, *5 p.m. Monday*, or the
    full stop to a number that counts paragraphs."""
    first = re.match(r"\w*", following).group().lower()  # type: ignore[union-attr]
    if last == "no" or last in _MONTHS:
        return first.isdigit()
    if last in ("a.m", "p.m"):
        return first in WEEKDAYS
    return re.fullmatch(r"\s*\d{1,2}", before) is not None
