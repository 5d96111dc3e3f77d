"""What more rules cost: matching with 60, 600 and 6,000 rules over the same articles, and loading.

    nice python -m benchmarks.rules_speed [--articles seeds] [--repeats 5]

The first 60 rules are shipped ones. The others are made from them as a newsroom would add its own:
the same frames and conditions, two words that the articles do not hold and an idiom that begins with
a word of a shipped rule, so that it is tried wherever that word stands. Times are the best of
several repeats, taken in turns.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tabulate import tabulate

from claimtrack.language.load import load as load_language
from claimtrack.language.parse import Parse
from claimtrack.match import match
from claimtrack.paths import shipped_rules
from claimtrack.read import read_paths
from claimtrack.records import Article
from claimtrack.rules.model import Rule, RuleSet, Word
from claimtrack.rules.rulefile import load_rules

SIZES = (60, 600, 6_000)
GROWTH, LOADING = 1.3, 0.3
"""At most so many times the time of the fewest rules, and so many seconds to load the shipped ones."""


@dataclass(frozen=True, slots=True)
class Row:
    """A number of rules, their words, and the seconds and matches over all articles."""

    rules: int
    words: int
    seconds: float
    matches: int


def grown(shipped: RuleSet, size: int, seed: int = 1) -> RuleSet:
    """``size`` rules: the first 60 shipped ones, and others made from them."""
    chance = random.Random(seed)
    first = shipped.rules[: SIZES[0]]
    verbs = sorted({word.lemmas[0] for rule in first if rule.kind == "verb" for word in rule.words})
    made = (_made(first[n % len(first)], n, chance.choice(verbs)) for n in range(size - len(first)))
    return RuleSet((*first, *made), shipped.lists, "", shipped.speakers)


def _made(like: Rule, number: int, verb: str) -> Rule:
    words = (
        Word((f"zorb{number}",)),
        Word((f"quill{number}", "with")),
        Word((verb, f"zorb{number}")),
    )
    return replace(like, id=f"made.{number}", words=words, stance="asserts")


def measured(parses: Sequence[Parse], sets: Sequence[RuleSet], repeats: int) -> list[Row]:
    best = [float("inf")] * len(sets)
    found = [0] * len(sets)
    for _ in range(repeats):
        for nth, rules in enumerate(sets):
            start = time.process_time()
            found[nth] = sum(len(match(parse, rules)) for parse in parses)
            best[nth] = min(best[nth], time.process_time() - start)
    counts = ((len(rules.rules), sum(len(rule.words) for rule in rules.rules)) for rules in sets)
    return [
        Row(*count, *each)
        for count, each in zip(counts, zip(best, found, strict=True), strict=True)
    ]


def best_of(repeats: int, run: Callable[[], object]) -> float:
    """The least processor time of several runs, in seconds."""
    times = []
    for _ in range(repeats):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return min(times)


def table(rows: Sequence[Row]) -> str:
    lines = [
        (
            row.rules,
            row.words,
            row.matches,
            f"{row.seconds * 1000:.1f}",
            f"{row.seconds / rows[0].seconds:.2f}",
        )
        for row in rows
    ]
    return tabulate(
        lines, ["rules", "words", "matches", "ms", "times the first"], disable_numparse=True
    )


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", default="seeds", help="a file or folder")
    parser.add_argument("--repeats", type=int, default=5)
    options = parser.parse_args(arguments)
    folder = shipped_rules()
    shipped = load_rules(folder)
    articles = [
        item for item in read_paths([str(Path(options.articles))]) if isinstance(item, Article)
    ]
    parses = list(load_language().parse(articles))
    rows = measured(parses, [grown(shipped, size) for size in SIZES], options.repeats)
    print(table(rows))
    growth, loading = (
        rows[-1].seconds / rows[0].seconds,
        best_of(options.repeats, lambda: load_rules(folder)),
    )
    print(f"\n{len(articles)} articles, {sum(len(parse.tokens) for parse in parses)} tokens")
    print(f"growth {growth:.2f} (at most {GROWTH}): {'met' if growth < GROWTH else 'missed'}")
    print(
        f"loading the {len(shipped.rules)} shipped rules {loading:.2f} s (at most {LOADING}): "
        f"{'met' if loading < LOADING else 'missed'}"
    )


if __name__ == "__main__":
    main()
