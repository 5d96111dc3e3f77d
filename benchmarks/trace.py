"""Verdicts of ``trace`` on Emergent: claims, and headlines that people judged for them.

    python -m benchmarks.trace --data ../shared [--model NAME] [--errors]

Each headline is an article, and known to be about its claim. Half of the claims are open, those
whose seeded hash is even: only there are errors looked at (``--errors``). No licence is stated for
Emergent: measured on, nothing else.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tabulate import tabulate

import claimtrack
from claimtrack.questions.standing import Asked
from claimtrack.questions.traced import traced
from claimtrack.questions.wording import Lexicon
from claimtrack.records import Report

LABELS = ("for", "observing", "against")
_SEED = "emergent"
_OTHER = 7
"""How many rows on a headline is taken that is about another claim."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A headline with what people say of it, and what the tool says."""

    claim: str
    headline: str
    gold: str
    verdict: str
    unasked: str
    """The verdict where nobody says that the headline is about the claim."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Accuracy and macro-F1 over the three labels."""

    accuracy: float
    macro_f1: float


def is_open(claim: str) -> bool:
    """Whether a claim is of the half in which errors are looked at."""
    return hashlib.sha256(f"{_SEED}:{claim}".encode()).digest()[0] % 2 == 0


def figures(pairs: Sequence[tuple[str, str]]) -> Figures:
    """Of pairs (gold, found)."""
    right = sum(gold == found for gold, found in pairs)
    scores = []
    for label in LABELS:
        hits = sum(gold == found == label for gold, found in pairs)
        said = sum((gold == label) + (found == label) for gold, found in pairs)
        scores.append(2 * hits / said if said else 0.0)
    return Figures(right / max(1, len(pairs)), sum(scores) / len(scores))


def table(judged: Sequence[Judged]) -> str:
    """Gold labels down, verdicts across."""
    counts = Counter((each.gold, each.verdict) for each in judged)
    rows = [[gold, *(counts[gold, found] for found in LABELS)] for gold in LABELS]
    return tabulate(rows, ["gold \\ found", *LABELS])


def judge(
    rows: Sequence[dict[str, str]], reports: Sequence[Report], lexicon: Lexicon
) -> list[Judged]:
    found = []
    for row, report in zip(rows, reports, strict=True):
        asked = Asked(lexicon.words(row["claim"]), lexicon)
        verdict = traced(asked, report, chosen=True).verdict
        unasked = traced(asked, report).verdict
        found.append(Judged(row["claim"], row["headline"], row["stance"], verdict, unasked))
    return found


def kept_apart(
    rows: Sequence[dict[str, str]], reports: Sequence[Report], lexicon: Lexicon
) -> tuple[int, int]:
    """Of headlines held against a claim that they are not about: how many are unrelated, of how many."""
    verdicts = []
    for number, row in enumerate(rows):
        other = (number * _OTHER + len(rows) // 2) % len(rows)
        if rows[other]["claim"] != row["claim"]:
            asked = Asked(lexicon.words(row["claim"]), lexicon)
            verdicts.append(traced(asked, reports[other]).verdict)
    return verdicts.count("unrelated"), len(verdicts)


def show(name: str, judged: Sequence[Judged]) -> None:
    result = figures([(each.gold, each.verdict) for each in judged])
    alone = sum(each.unasked == "unrelated" for each in judged)
    print(f"{name}: {len({j.claim for j in judged})} claims, {len(judged)} headlines")
    print(table(judged))
    print(f"accuracy {result.accuracy:.3f}, macro-F1 {result.macro_f1:.3f}")
    print(f"called unrelated where nobody says what they are about: {alone / len(judged):.1%}\n")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--model")
    parser.add_argument("--errors", action="store_true", help="the errors of the open half")
    options = parser.parse_args()
    lines = (options.data / "gold" / "emergent-dev.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    tracker = claimtrack.load(options.model)
    lexicon = Lexicon(tracker.rules)
    reports = list(tracker.pipe(row["headline"] for row in rows))
    judged = judge(rows, reports, lexicon)
    opened = [each for each in judged if is_open(each.claim)]
    show("open half", opened)
    show("other half", [each for each in judged if not is_open(each.claim)])
    show("all", judged)
    apart, of = kept_apart(rows, reports, lexicon)
    print(f"headlines about something else, called unrelated: {apart / of:.1%} of {of}")
    for each in opened if options.errors else ():
        if each.gold != each.verdict:
            print(f"{each.gold} {each.verdict}: {each.headline} | {each.claim}")


if __name__ == "__main__":
    main()
