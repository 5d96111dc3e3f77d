"""Stance by the vocabulary: `stances.tsv` holds, a line a sentence, the cue and what the source does.

The sentences are the project's own. Their stances were written down from the vocabulary before any
of them was read by the tool. A line with a `gap` is read wrongly, for the reason given there; a gap
that closes fails here, so that its reason goes.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from benchmarks.cues import read_lines
from claimtrack.paths import shipped_rules
from claimtrack.records import POSITIONS, Article, Block, Report
from claimtrack.rules.rulefile import load_rules
from claimtrack.tracker import Tracker

_TABLE = Path(__file__).with_name("stances.tsv")
_MOST_GAPS = 20
_CELLS = (
    "plain",
    "degree",
    "aspect",
    "modal",
    "condition",
    "negated",
    "noun",
    "adjective",
    "passive",
)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, its cue and what the source does there; ``gap``: why it is read wrongly, or ""."""

    stance: str
    hypothetical: bool
    cell: str
    cue: str
    gap: str
    text: str


def _read() -> list[Line]:
    with _TABLE.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Line(**{**row, "hypothetical": row["hypothetical"] == "yes"}) for row in rows]


LINES = _read()
_IDS = [f"{line.cell}: {line.text}" for line in LINES]


@pytest.fixture(scope="module")
def reports(tracker: Tracker) -> Sequence[Report]:
    articles = (
        Article(f"line-{n}", line.text, blocks=(Block("paragraph", 0, len(line.text)),))
        for n, line in enumerate(LINES, 1)
    )
    return list(tracker.pipe(articles))


@pytest.mark.parametrize("number", range(len(LINES)), ids=_IDS)
def test_the_stance_at_the_cue(number: int, reports: Sequence[Report]) -> None:
    line = LINES[number]
    found = _at_cue(reports[number], line)
    expected = (line.stance, line.hypothetical)
    if line.gap:
        assert found != expected, f"the gap has closed: {line.gap}"
    else:
        assert found == expected


def _at_cue(report: Report, line: Line) -> tuple[str, bool] | None:
    """The stance of the first attribution whose cue has words of the one expected."""
    start = line.text.index(line.cue)
    end = start + len(line.cue)
    for each in report.attributions:
        if any(first < end and start < last for first, last in each.cue):
            return each.stance, each.hypothetical
    return None


# --- the table's own rules ------------------------------------------------------------------------


def test_there_are_400_different_sentences_each_with_its_cue_once() -> None:
    assert len(LINES) >= 400
    assert [text for text, times in Counter(x.text for x in LINES).items() if times > 1] == []
    assert [x.text for x in LINES if x.text.count(x.cue) != 1] == []


def test_every_stance_of_the_vocabulary_has_at_least_20_lines() -> None:
    times = Counter(line.stance for line in LINES)
    assert set(times) == set(POSITIONS)
    assert [stance for stance, lines in times.items() if lines < 20] == []


def test_every_cell_is_there_and_so_are_typographic_apostrophes() -> None:
    assert set(_CELLS) - {line.cell for line in LINES} == set()
    assert sum("n’t" in line.text for line in LINES) >= 20
    assert sum(line.hypothetical for line in LINES) >= 30


def test_no_sentence_is_an_example_that_ships() -> None:
    rules = load_rules(shipped_rules()).rules
    shipped = {example.text for rule in rules for example in rule.examples}
    shipped |= {line.text for line in read_lines()}
    assert [line.text for line in LINES if line.text in shipped] == []


def test_gaps_are_few() -> None:
    assert sum(bool(line.gap) for line in LINES) <= _MOST_GAPS
