"""Scare quotes: quoted words that nobody is cited for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimtrack.language.parse import Parse
from claimtrack.language.spans import Cover
from claimtrack.quotes.drafts import SCARE_WORDS, inside_of
from claimtrack.records import Attribution, Spans


def scare_quotes(
    parse: Parse, owners: Sequence[int | None], attributions: Iterable[Attribution]
) -> Spans:
    """Quoted words of one or two terms that nobody is cited for."""
    claims = Cover(span for a in attributions if a.source.spans for span in a.claim)
    found = []
    for number, quotation in enumerate(parse.quotations):
        cited = claims.holds((quotation.start, quotation.end))
        words = [i for i in inside_of(parse, quotation) if parse.tokens[i].text.isalnum()]
        if owners[number] is None and not cited and 0 < len(words) <= SCARE_WORDS:
            found.append((quotation.start, quotation.end))
    return tuple(found)
