"""Sentence boundaries where punctuation is sure of them; the parser decides the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

_CANDIDATE = re.compile(r"[.!?…]+[)\]”\"’'»]*\s+(?=[(\[“\"‘'«„—–]*[^\W_])")
_NEVER_LAST = frozenset(
    "mr mrs ms dr prof gen lt col maj capt cmdr sgt cpl adm brig sen rep gov rev hon st messrs mme "
    "pres supt insp det pte sr fr vs v no nos art sec fig vol pp eds e.g i.e cf approx dept univ".split()
)
_SOMETIMES_LAST = frozenset(
    "u.s u.k u.n e.u u.a.e d.c a.m p.m inc ltd co corp jr etc al est plc bros jan feb mar apr jun jul "
    "aug sep sept oct nov dec mon tue wed thu fri sat sun ave blvd rd ph.d m.d b.a m.a".split()
)
_STARTERS = frozenset(
    "the a an he she it they we i you this that these those in on at but and as if when while "
    "after before there his her its their our my for from by with however meanwhile".split()
)
_SPEAKER_AFTER_QUOTE = re.compile(
    r"(?:[A-Z][\w.’'-]*\s+){1,4}(?:said|says|asked|asks|told|tells|added|adds|wrote|writes|cried|"
    r"wondered|replied|demanded|shouted|joked|quipped|responded)\b"
)

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
    following = text[candidate.end() :].lstrip("([“\"‘'«„—– ")
    if following[:1].islower():
        return None
    stop = candidate.group().strip()
    closed = len(stop) > 1 and stop[-1] in "”\"’'»"
    if closed and stop[0] in "!?…" and _SPEAKER_AFTER_QUOTE.match(following):
        return None
    if stop[0] != "." or stop.startswith(".."):
        return "start"
    return _after_full_stop(text[: candidate.start()], following)


def _after_full_stop(before: str, following: str) -> Verdict | None:
    word = re.search(r"[^\s(\[“\"‘'«—–]*$", before)
    last = word.group().lower() if word else ""
    first = re.match(r"[\w’']*", following)
    starts = bool(first) and first.group().lower() in _STARTERS  # type: ignore[union-attr]
    if last in _NEVER_LAST:
        return "perhaps" if last == "no" and starts else None
    if last in _SOMETIMES_LAST or re.fullmatch(r"(?:[a-z]\.)+[a-z]", last):
        return "start" if starts else "perhaps"
    if re.fullmatch(r"[a-z]", last) and before[-1:].isupper():
        return "perhaps" if starts else None
    return "start"
