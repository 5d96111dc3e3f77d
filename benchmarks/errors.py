"""How much each group of errors costs on PolNeAR: upper bounds, by mending it with the gold.

    python -m benchmarks.errors --data ../shared [--articles 80] [--last 400] [--seed 2026]

Reports a seeded sample of the last articles of PolNeAR train, mends one group of errors at a time
and scores the rest as it is.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tabulate import tabulate

import claimtrack
from benchmarks.accuracy import Row, read, reports, scored
from benchmarks.joining import Found, Joined, Pair, join
from claimtrack.match import attempts
from claimtrack.read import article_of
from claimtrack.records import Span
from claimtrack.tracker import Tracker

FIGURES = ("exact source", "exact cue", "exact claim", "relation", "relation+source")


def every(_: Pair) -> bool:
    return True


def long(pair: Pair) -> bool:
    return bool(pair.gold["long"] or pair.found["long"])


MENDS: dict[str, Callable[[Joined], list[Found]]] = {
    "as it is": lambda j: j.kept(),
    "claims that share less than half": lambda j: j.kept(claim=lambda p: not p.close),
    "claims over several sentences": lambda j: j.kept(claim=long),
    "all claims with a shared cue": lambda j: j.kept(claim=every),
    "their cues": lambda j: j.kept(cue=every),
    "their sources": lambda j: j.kept(source=every),
    "missed: cue in no list": lambda j: j.added("cue in no list"),
    "missed: cue in a list": lambda j: j.added("cue in a list"),
    "missed: in a headline": lambda j: j.added("in a headline"),
    "missed: with a parent here": lambda j: j.added("with a parent here"),
    "false alarms": lambda j: j.kept(false=False),
}


def joined(tracker: Tracker, rows: Iterable[Row]) -> Iterator[tuple[str, Joined]]:
    for row in rows:
        (report,) = reports(tracker, [row])
        yield row["id"], join(row, report, tried_in(tracker, row["text"]))


def tried_in(tracker: Tracker, text: str) -> list[Span]:
    """The cues of a text at which some rule was tried."""
    parse = next(tracker.language.parse([article_of(text, id="text")]))
    tried = attempts(parse, tracker.rules, range(len(parse.tokens)))
    return [span for attempt in tried for span in parse.spans(attempt.cue.tokens)]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--articles", type=int, default=80)
    parser.add_argument("--last", type=int, default=400)
    parser.add_argument("--seed", type=int, default=2026)
    options = parser.parse_args()
    late = read(options.data / "gold" / "polnear-train.jsonl")[-options.last :]
    rows = random.Random(options.seed).sample(late, options.articles)
    articles = list(joined(claimtrack.load(), rows))
    table = []
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as sample:
        sample.writelines(json.dumps(row) + "\n" for row in rows)
        sample.flush()
        for name, mend in MENDS.items():
            mended = ({"id": id, "attributions": mend(each)} for id, each in articles)
            figures = scored(options.data, (sample.name, []), mended)
            count = sum(len(mend(each)) for _, each in articles)
            table.append((name, count, figures["alpha"], *(figures[f]["f1"] for f in FIGURES)))
    heads = ["mended", "found", "alpha", *(figure.removeprefix("exact ") for figure in FIGURES)]
    print(tabulate(table, heads, floatfmt=".3f"))


if __name__ == "__main__":
    main()
