"""Short sentences over the commonest cue verbs of news.

`python -m benchmarks.cues [--model M] [--misses]`: `short_sentences.tsv` holds, a line a sentence,
what must be found in it: source, cue, claim (pieces joined by " … ", empty where there is none) and
stance; `unseen` marks verbs that no sentence of the model's training templates holds. Words count,
not punctuation, case or a linking *that* or *whether*.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tabulate import tabulate

from claimtrack.records import Article, Attribution, Block, Report
from claimtrack.tracker import Tracker, load

SENTENCES = Path(__file__).with_name("short_sentences.tsv")
_PARTS = ("source", "cue", "claim", "stance")
_WORD = re.compile(r"[^\W_]+(?:[’'.,-][^\W_]+)*|[$€£%]")


@dataclass(frozen=True, slots=True)
class Parts:
    """An attribution in words; pieces are joined by " … "."""

    source: str
    cue: str
    claim: str
    stance: str

    def __str__(self) -> str:
        return " | ".join((self.source, self.cue, self.claim, self.stance))


NOTHING = Parts("", "", "", "")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence and the attribution that it holds."""

    text: str
    expected: Parts
    unseen: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found where the cue stands, or ``NOTHING``."""

    line: Line
    found: Parts

    def right(self, part: str) -> bool:
        expected, found = getattr(self.line.expected, part), getattr(self.found, part)
        return self.found is not NOTHING and words(expected) == words(found)

    @property
    def all_right(self) -> bool:
        return all(self.right(part) for part in ("source", "cue", "claim"))


def read_lines(path: Path = SENTENCES) -> list[Line]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            Line(
                row["text"],
                Parts(row["source"], row["cue"], row["claim"], row["stance"]),
                row["unseen"] == "yes",
            )
            for row in rows
        ]


def words(text: str) -> list[str]:
    """The words of a part in small letters, without a linking word in front."""
    found = _WORD.findall(text.lower().replace("’", "'"))
    linked = len(found) > 1 and found[0] in ("that", "whether", "if")
    return found[1:] if linked else found


def measure(tracker: Tracker, lines: Sequence[Line]) -> list[Outcome]:
    reports = tracker.pipe(_article(line.text, number) for number, line in enumerate(lines, 1))
    return [
        Outcome(line, _at_cue(report, line)) for line, report in zip(lines, reports, strict=True)
    ]


def _article(text: str, number: int) -> Article:
    """The sentence as a paragraph, so that none is taken for a headline and left unread."""
    return Article(f"line-{number}", text, blocks=(Block("paragraph", 0, len(text)),))


def _at_cue(report: Report, line: Line) -> Parts:
    """The attribution whose cue shares most words with the one expected."""
    at = _place(line)
    wanted = range(at, at + len(line.expected.cue.split(" … ")[0]))
    shared = [(_shared(a, wanted), -n, a) for n, a in enumerate(report.attributions)]
    most, _, found = max(shared, default=(0, 0, None), key=lambda s: s[:2])
    return _parts(report, found) if found is not None and most else NOTHING


def _place(line: Line) -> int:
    """Where the cue stands in its sentence."""
    first = re.escape(line.expected.cue.split(" … ")[0])
    found = re.search(rf"\b{first}(?!\w)", line.text)
    if found is None:
        raise ValueError(f"no {first!r} in {line.text!r}")
    return found.start()


def _shared(attribution: Attribution, wanted: range) -> int:
    return sum(max(0, min(e, wanted.stop) - max(s, wanted.start)) for s, e in attribution.cue)


def _parts(report: Report, found: Attribution) -> Parts:
    def text(spans: Iterable[tuple[int, int]]) -> str:
        return " … ".join(report.article.text[start:end] for start, end in spans)

    return Parts(text(found.source.spans), text(found.cue), text(found.claim), found.stance)


def table(outcomes: Sequence[Outcome]) -> str:
    """Shares in per cent, seen and unseen verbs apart."""
    groups = {
        "all": list(outcomes),
        "seen": [o for o in outcomes if not o.line.unseen],
        "unseen": [o for o in outcomes if o.line.unseen],
    }
    rows = [
        [
            name,
            len(group),
            _share(o.all_right for o in group),
            *(_share(o.right(part) for o in group) for part in _PARTS),
        ]
        for name, group in groups.items()
    ]
    return tabulate(rows, ["verbs", "lines", "all right", *_PARTS], floatfmt=".1f")


def _share(answers: Iterable[bool]) -> float:
    answers = list(answers)
    return 100 * sum(answers) / len(answers) if answers else 0.0


def misses(outcomes: Iterable[Outcome]) -> str:
    """The lines that went wrong: the sentence, what it holds, what was found."""
    wrong = (o for o in outcomes if not (o.all_right and o.right("stance")))
    return "\n".join(
        f"{o.line.text}\n  expected  {o.line.expected}\n  found     {_shown(o.found)}"
        for o in wrong
    )


def _shown(found: Parts) -> str:
    return str(found) if found is not NOTHING else "-"


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", help="a spaCy pipeline instead of the embedded one")
    parser.add_argument("--misses", action="store_true", help="print each miss")
    options = parser.parse_args(arguments)
    outcomes = measure(load(options.model), read_lines())
    if options.misses:
        print(misses(outcomes), end="\n\n")
    print(table(outcomes))


if __name__ == "__main__":
    main()
