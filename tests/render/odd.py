"""The example with an article that is hard to show: markup, emoji, combining marks, directions."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from claimtrack.records import Report, Span, Spans
from tests.render.example import TEXT, example

SWAPS = (
    ("The harbour board", "<script>alert(1)</script>👩‍👩‍👧 board"),
    ("Hauliers were", "Haulie\u0301rs\u202e \n\nשלום\u200f were"),
    ("Two dockers", "=Two 😀 & “dockers”"),
)


def odd() -> Report:
    """Every span of the example leads to the same words as before, or to those in their place."""
    text, cuts = TEXT, [0, len(TEXT)]
    for words, other in SWAPS:
        at = text.index(words)
        text = text[:at] + other + text[at + len(words) :]
        cuts += [TEXT.index(words), TEXT.index(words) + len(words)]
    old = [TEXT[a:b] for a, b in pairwise(sorted(cuts))]
    swapped = dict(SWAPS)
    starts, at = {}, 0
    for a, piece in zip(sorted(cuts), old, strict=False):
        starts[a] = at
        at += len(swapped.get(piece, piece))
    return _moved(example(), text, starts, swapped)


def _moved(report: Report, text: str, starts: dict[int, int], swapped: dict[str, str]) -> Report:
    def to(place: int) -> int:
        base = max(a for a in starts if a <= place)
        return starts[base] + place - base

    def span(each: Span) -> Span:
        words = swapped.get(TEXT[each[0] : each[1]])
        return (to(each[0]), to(each[0]) + len(words)) if words else (to(each[0]), to(each[1]))

    def spans(those: Spans) -> Spans:
        return tuple(map(span, those))

    article = replace(
        report.article,
        text=text,
        blocks=tuple(replace(b, start=to(b.start), end=to(b.end)) for b in report.article.blocks),
        dateline=spans(report.article.dateline),
    )
    return replace(
        report,
        article=article,
        sentences=tuple(replace(s, start=to(s.start), end=to(s.end)) for s in report.sentences),
        attributions=tuple(
            replace(
                a,
                cue=spans(a.cue),
                claim=spans(a.claim),
                source=replace(a.source, spans=spans(a.source.spans)),
            )
            for a in report.attributions
        ),
        sources=tuple(replace(s, mentions=spans(s.mentions)) for s in report.sources),
        disputes=tuple(replace(d, evidence=spans(d.evidence)) for d in report.disputes),
    )
