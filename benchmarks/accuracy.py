"""Accuracy on the annotated corpora, beside published and human figures.

    python -m benchmarks.accuracy --data ../shared [--model NAME] [--full]

Scores reports with the corpora's own ``eval/score.py``: PolNeAR dev (``--outermost``) and
FactAppeal val (``--stances asserts,confirms,acknowledges,alleges``). textacy's
``direct_quotations`` runs on the same parses.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tabulate import tabulate

import claimtrack
from claimtrack.language.load import paragraphs_of
from claimtrack.read import article_of
from claimtrack.render.jsonobject import to_json
from claimtrack.tracker import Tracker

Row = Mapping[str, Any]

POLNEAR = ("polnear-dev.jsonl", ["--outermost"])
FACTAPPEAL = ("factappeal-val.jsonl", ["--stances", "asserts,confirms,acknowledges,alleges"])
KNOWN = [
    ("BiLSTM+CRF, trained on PolNeAR (test part)", "", ".696 / .667 / .590", ""),
    ("with BERT, trained on PolNeAR (test part)", "", ".832 / .753 / .729", ""),
    ("Gender Gap Tracker, 257 verbs", ".24", ".418 / .431 / .325", ".30"),
    ("a second annotator", ".754", ".778 / .712 / .691", ""),
]
"""Figures of others on PolNeAR, as its authors and the corpora's README give them."""


def read(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def reports(tracker: Tracker, rows: Iterable[Row]) -> Iterator[Row]:
    articles = (article_of(row["text"], id=str(row["id"])) for row in rows)
    return (to_json(report) for report in tracker.pipe(articles))


def quotations(tracker: Tracker, rows: Iterable[Row]) -> Iterator[Row]:
    """What textacy's ``direct_quotations`` finds on the same parses."""
    from textacy.extract import direct_quotations

    for row in rows:
        found = []
        for paragraph in paragraphs_of(article_of(row["text"], id=str(row["id"]))):
            try:
                triples = list(direct_quotations(tracker.language.nlp(paragraph.text)))
            except ValueError:  # it takes no paragraph with an odd number of quotation marks
                continue
            at = paragraph.offsets
            found += [
                {
                    "source": _span(t.speaker, at),
                    "cue": _span(t.cue, at),
                    "claim": _span(t.content, at),
                    "style": "direct",
                }
                for t in triples
                if len(t.speaker) and len(t.cue)
            ]
        yield {"id": str(row["id"]), "attributions": found, "sentences": []}


def _span(tokens: Sequence[Any], offsets: Sequence[int]) -> list[list[int]]:
    """Where tokens of a paragraph stand in its article."""
    last = tokens[-1]
    return [[offsets[tokens[0].idx], offsets[last.idx + len(last.text) - 1] + 1]]


def scored(data: Path, corpus: tuple[str, list[str]], predictions: Iterable[Row]) -> Row:
    name, options = corpus
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        for row in predictions:
            out.write(json.dumps(row) + "\n")
        out.flush()
        command = [
            sys.executable,
            str(data / "eval" / "score.py"),
            str(data / "gold" / name),
            out.name,
            "--json",
        ]
        run = subprocess.run([*command, *options], check=True, capture_output=True, text=True)
    result: Row = json.loads(run.stdout)
    return result


def polnear_row(name: str, figures: Row) -> tuple[str, str, str, str]:
    exact = " / ".join(
        f"{figures['exact ' + part]['f1']:.3f}" for part in ("source", "cue", "claim")
    )
    return (name, f"{figures['alpha']:.3f}", exact, f"{figures['relation+source']['f1']:.3f}")


def factappeal_rows(figures: Row) -> list[tuple[str, str]]:
    return [
        ("attributed sentence F1", f"{figures['sentence']['f1']:.3f}"),
        ("relation F1", f"{figures['relation']['f1']:.3f}"),
        ("status macro-F1", f"{figures['status']['macro_f1']:.3f}"),
        ("style accuracy", f"{figures['style']['accuracy']:.3f}"),
        ("named accuracy", f"{figures['named']['accuracy']:.3f}"),
        ("kind macro-F1", f"{figures['kind']['macro_f1']:.3f}"),
    ]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--model")
    parser.add_argument("--full", action="store_true", help="every figure of the scorer as JSON")
    options = parser.parse_args()
    tracker = claimtrack.load(options.model)
    polnear, factappeal = (read(options.data / "gold" / name) for name, _ in (POLNEAR, FACTAPPEAL))
    ours = scored(options.data, POLNEAR, reports(tracker, polnear))
    facts = scored(options.data, FACTAPPEAL, reports(tracker, factappeal))
    textacy = scored(options.data, POLNEAR, quotations(tracker, polnear))
    rows = [
        polnear_row("claimtrack", ours),
        polnear_row("textacy direct_quotations, same parses", textacy),
        *KNOWN,
    ]
    print(
        tabulate(
            rows,
            ["PolNeAR dev", "alpha", "exact source / cue / claim", "relation+source"],
            disable_numparse=True,
        )
    )
    print()
    print(tabulate(factappeal_rows(facts), ["FactAppeal val", "claimtrack"], disable_numparse=True))
    if options.full:
        print(json.dumps({"polnear": ours, "factappeal": facts}, indent=1))


if __name__ == "__main__":
    main()
