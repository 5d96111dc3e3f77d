"""Drafts: attributions under construction, in token numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from claimtrack.language.parse import Parse
from claimtrack.language.quotations import Quotation
from claimtrack.stance import Judged

SCARE_WORDS = 2
"""So many quoted words at most are a term, and no statement."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution under construction, in token numbers; ``follows`` is the draft that it continues."""

    judged: Judged
    sentence: int
    claim: frozenset[int]
    follows: int | None = None

    @property
    def cue(self) -> frozenset[int]:
        return frozenset() if self.follows is not None else self.judged.match.cue

    @property
    def frame(self) -> str:
        return "continuation" if self.follows is not None else self.judged.match.entry.frame

    @property
    def anchor(self) -> int:
        return min(self.cue or self.claim)


def first_draft(parse: Parse, judged: Judged) -> Draft:
    """A draft in the sentence of its cue, or in the first of what it leads up to in the paragraph below."""
    sentence = parse.tokens[judged.match.head].sentence
    if min(judged.match.claim, default=0) >= parse.sentences[sentence].last:
        sentence = parse.tokens[min(judged.match.claim)].sentence
    here = parse.sentences[sentence]
    claim = frozenset(i for i in judged.match.claim if here.first <= i < here.last)
    return Draft(judged, sentence, claim)


def places_by(keys: Iterable[int | None]) -> dict[int, list[int]]:
    """The places in a list by what stands there."""
    places: dict[int, list[int]] = {}
    for place, key in enumerate(keys):
        if key is not None:
            places.setdefault(key, []).append(place)
    return places


def inside_of(parse: Parse, quotation: Quotation) -> range:
    """The tokens of a quotation without its marks."""
    return parse.tokens_in((quotation.start, quotation.end))
