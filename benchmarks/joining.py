"""Attributions of a report beside those of the gold: which belong together, why one has none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, Literal

from benchmarks.accuracy import Row
from benchmarks.corpora import inside, words_of
from claimtrack.records import Span

Found = dict[str, Any]
"""An attribution as the scorer reads it: spans under "source", "cue" and "claim"; "long" is one
whose claim runs over several sentences."""
Lack = Literal["in a headline", "with a parent here", "cue in no list", "cue in a list"]
"""Why nothing stands for a gold attribution."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold attribution, what was found for it, and whether their claims share half of their words."""

    gold: Found
    found: Found
    close: bool


@dataclass(frozen=True, slots=True)
class Joined:
    """An article's attributions beside the gold's."""

    pairs: Sequence[Pair]
    missed: Sequence[tuple[Found, Lack]]
    false: Sequence[Found]

    def kept(self, false: bool = True, **gold: Callable[[Pair], bool]) -> list[Found]:
        """What was found, with parts taken from the gold where a pair fits; maybe no false ones."""
        mended = [
            {**p.found, **{part: p.gold[part] for part, fits in gold.items() if fits(p)}}
            for p in self.pairs
        ]
        return mended + (list(self.false) if false else [])

    def added(self, lack: Lack) -> list[Found]:
        """What was found, and what was missed for this reason."""
        return self.kept() + [gold for gold, why in self.missed if why == lack]


def join(row: Row, report: Row, tried: Sequence[Span]) -> Joined:
    """A gold row and its report; ``tried`` are the cues at which a rule was tried.

    Two belong together whose claims share half of their words or whose cues share some, the
    closest first.
    """
    gold = [dict(each) for each in row["attributions"]]
    whole, nested = _outermost(report)
    for each in (*gold, *whole):
        each["long"] = sum(_meet(each["claim"], [sentence]) for sentence in row["sentences"]) > 1
    pairs: dict[int, Pair] = {}
    taken: set[int] = set()
    for common, i, k in sorted(_close(row["text"], gold, whole), reverse=True):
        if i not in pairs and k not in taken:
            pairs[i] = Pair(gold[i], whole[k], common >= 0.5)
            taken.add(k)
    heads = [(b["start"], b["end"]) for b in report["meta"]["layout"] if b["kind"] == "headline"]

    def lack(missed: Found) -> Lack:
        if _meet(missed["cue"], heads):
            return "in a headline"
        if any(_meet(missed["cue"], each["cue"]) for each in nested):
            return "with a parent here"
        return "cue in a list" if _meet(missed["cue"], tried) else "cue in no list"

    missed = [(each, lack(each)) for i, each in enumerate(gold) if i not in pairs]
    false = [each for k, each in enumerate(whole) if k not in taken]
    return Joined(list(pairs.values()), missed, false)


def _outermost(report: Row) -> tuple[list[Found], list[Found]]:
    """A report's outermost attributions, quotations in one piece, and those with a parent."""
    heads: dict[str, Found] = {}
    whole: list[Found] = []
    nested: list[Found] = []
    for each in report["attributions"]:
        head = heads.get(each["continues"] or "")
        if head is not None:
            head["claim"] += each["claim"]
        else:
            head = {**each, "source": each["source"]["spans"], "claim": [*each["claim"]]}
            (nested if each["parent"] else whole).append(head)
        heads[each["id"]] = head
    return whole, nested


def _close(
    text: str, gold: Sequence[Found], found: Sequence[Found]
) -> Iterator[tuple[float, int, int]]:
    """The share of common words in the claims of those that may belong together, and their numbers."""
    words = words_of(text)
    claims = [[inside(words, each["claim"]) for each in side] for side in (gold, found)]
    for (i, g), (k, f) in product(enumerate(gold), enumerate(found)):
        share = len(claims[0][i] & claims[1][k]) / max(1, len(claims[0][i] | claims[1][k]))
        if share >= 0.5 or _meet(g["cue"], f["cue"]):
            yield share, i, k


def _meet(some: Iterable[Sequence[int]], others: Sequence[Sequence[int]]) -> bool:
    return any(s < b and e > a for s, e in some for a, b in others)
