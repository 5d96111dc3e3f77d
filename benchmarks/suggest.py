"""How many of the first suggestions of ``claimtrack rules suggest`` are right.

    nice python -m benchmarks.suggest [--data ../shared] [--articles 100] [--seed 1] [--list]

A seeded half of the cue words of the shipped rules is switched off; the suggestions that articles of
PolNeAR train then give are compared with its annotation. A suggestion is right where at least half
of its occurrences lie in annotated cues. PolNeAR (no licence stated) is measured on, never shipped.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tabulate import tabulate

from claimtrack.authoring.suggest import Suggestion, suggest
from claimtrack.read import article_of
from claimtrack.records import Span
from claimtrack.rules.model import RuleSet
from claimtrack.tracker import load

CORPUS = "polnear-train.jsonl"
MOST = 50


@dataclass(frozen=True, slots=True)
class Judged:
    """Suggested words: how often they occur, and how often inside an annotated cue."""

    words: str
    kind: str
    count: int
    in_cues: int

    @property
    def right(self) -> bool:
        return 2 * self.in_cues >= self.count


def halved(rules: RuleSet, seed: int) -> RuleSet:
    """The rules without a seeded half of their words."""
    words = sorted({word.lemmas for rule in rules.rules for word in rule.words})
    off = set(random.Random(seed).sample(words, len(words) // 2))
    left = (
        replace(rule, words=tuple(w for w in rule.words if w.lemmas not in off))
        for rule in rules.rules
    )
    return RuleSet(tuple(left), rules.lists, rules.hash, rules.speakers)


def read(path: Path, number: int) -> dict[str, tuple[str, list[Span]]]:
    """Each article's text and the spans of its cues, by its id; every so manieth of the corpus."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines[:: max(1, len(lines) // number)][:number]]
    return {str(row["id"]): (row["text"], list(_cues(row))) for row in rows}


def _cues(row: Mapping[str, Sequence[Mapping[str, Sequence[Span]]]]) -> Iterator[Span]:
    yield from ((start, end) for one in row["attributions"] for start, end in one["cue"])


def judged(
    suggestions: Iterable[Suggestion], articles: Mapping[str, tuple[str, list[Span]]]
) -> list[Judged]:
    return [
        Judged(
            " ".join(one.words),
            one.kind,
            len(one.places),
            sum(
                any(start <= at[0] < end for start, end in articles[name][1])
                for name, at in one.places
            ),
        )
        for one in suggestions
    ]


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--list", action="store_true", help="print each suggestion")
    options = parser.parse_args(arguments)
    tracker = load()
    articles = read(options.data / "gold" / CORPUS, options.articles)
    texts = (article_of(text, id=name) for name, (text, _) in articles.items())
    rules = halved(tracker.rules, options.seed)
    first = judged(suggest(texts, rules, tracker.language, fewest=1, most=MOST), articles)
    if options.list:
        rows = [("+" if j.right else "-", j.words, j.kind, j.count, j.in_cues) for j in first]
        print(tabulate(rows, ["", "words", "class", "occurrences", "in cues"]), end="\n\n")
    right = sum(one.right for one in first)
    row = (len(articles), options.seed, len(first), right, f"{right / max(1, len(first)):.2f}")
    print(tabulate([row], ["articles", "seed", "suggestions", "right", "precision"]))


if __name__ == "__main__":
    main()
