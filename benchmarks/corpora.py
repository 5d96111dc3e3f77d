"""The annotated corpora under ``--data``, and which attributions found in them are right.

PolNeAR (no licence stated) is measured on, never trained on; the counts are facts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimtrack.records import Attribution, Span, Spans

_WORD = re.compile(r"\w+")
Words = frozenset[int]


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An annotated article: its text and the claims that somebody marked, as spans."""

    id: str
    text: str
    claims: tuple[Spans, ...]


def read_corpus(path: Path, keep: slice = slice(None)) -> list[GoldArticle]:
    """Articles of a gold JSONL file; ``keep`` picks some of the lines."""
    lines = path.read_text(encoding="utf-8").splitlines()[keep]
    rows = (json.loads(line) for line in lines)
    return [
        GoldArticle(str(row["id"]), row["text"], tuple(map(_claim, row["attributions"])))
        for row in rows
    ]


def _claim(attribution: Mapping[str, Sequence[Sequence[int]]]) -> Spans:
    return tuple((start, end) for start, end in attribution["claim"])


def words_of(text: str) -> list[Span]:
    return [match.span() for match in _WORD.finditer(text)]


def inside(words: Sequence[Span], spans: Spans) -> Words:
    """The numbers of the words that lie in spans."""
    return frozenset(n for n, (s, e) in enumerate(words) if any(s < b and e > a for a, b in spans))


def judged(
    gold: GoldArticle, attributions: Sequence[Attribution]
) -> Iterator[tuple[Attribution, bool]]:
    """Each outermost attribution with whether its claim shares half of its words with a marked one,
    each marked one used once, the closest first. A quotation over several sentences counts once."""
    words = words_of(gold.text)
    marked = [inside(words, claim) for claim in gold.claims]
    found = [
        (a, inside(words, _whole(a, attributions)))
        for a in attributions
        if a.parent is None and a.continues is None
    ]
    close = sorted(
        (
            (len(mine & theirs) / len(mine | theirs), i, j)
            for i, theirs in enumerate(marked)
            for j, (_, mine) in enumerate(found)
            if mine & theirs
        ),
        reverse=True,
    )
    used: set[int] = set()
    right: set[int] = set()
    for share, i, j in close:
        if share >= 0.5 and i not in used and j not in right:
            used.add(i)
            right.add(j)
    yield from ((attribution, j in right) for j, (attribution, _) in enumerate(found))


def _whole(head: Attribution, attributions: Sequence[Attribution]) -> Spans:
    further = (span for a in attributions if a.continues == head.id for span in a.claim)
    return (*head.claim, *further)
