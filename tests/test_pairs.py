"""Disputes across articles, held to the pairs in ``seeds-pairs/``: two articles on one event each.

The pairs and their gold were written before the linking was: a row is a claim, the denial of it in
the other article, and who denies it. Found: 15 of 19, none made up, 14 of 15 with the right denier.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from claimtrack.ledger import Reader, reading
from claimtrack.questions.contradictions import Contradiction, contradictions
from claimtrack.questions.wording import Lexicon
from claimtrack.read import read_paths
from claimtrack.records import Article
from claimtrack.tracker import Tracker
from tests.ledger.examples import written

PAIRS = Path(__file__).resolve().parent.parent / "seeds-pairs"
FOUND_AT_LEAST = 0.78
WRONG_AT_MOST = 0
DENIERS_AT_LEAST = 0.93


@dataclass(frozen=True, slots=True)
class Gold:
    """A dispute across two articles; ``claim`` and ``denial`` are words of their sentences."""

    claim_article: str
    claim: str
    denial_article: str
    denial: str
    denier: str

    def is_(self, found: Contradiction) -> bool:
        claim, denial = found.claim.stated, found.denial.stated
        articles = (claim.id, denial.id) == (self.claim_article, self.denial_article)
        return articles and self.claim in claim.whole and self.denial in denial.whole


def gold() -> list[Gold]:
    rows = []
    for path in sorted(PAIRS.glob("*.gold")):
        with path.open(encoding="utf-8", newline="") as file:
            rows += [Gold(**row) for row in csv.DictReader(file, delimiter="\t", quoting=3)]
    return rows


@pytest.fixture(scope="module")
def ledger(tracker: Tracker, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    paths = sorted(str(path) for path in PAIRS.glob("*.txt"))
    articles = [a for a in read_paths(paths, lambda _: None) if isinstance(a, Article)]
    path = written(tmp_path_factory.mktemp("pairs") / "l.db", *tracker.pipe(articles))
    with reading(path) as reader:
        yield reader


@pytest.fixture(scope="module")
def found(ledger: Reader, tracker: Tracker) -> list[Contradiction]:
    return contradictions(ledger, Lexicon(tracker.rules))


def told(each: Contradiction) -> str:
    claim, denial = each.claim.stated, each.denial.stated
    return (
        f"{denial.id} {denial.source}: {denial.claim} <> {claim.id} {claim.source}: {claim.claim}"
    )


def test_the_gold_is_of_the_articles() -> None:
    texts = {path.stem: path.read_text(encoding="utf-8") for path in PAIRS.glob("*.txt")}
    assert len(texts) == 12
    for row in gold():
        assert row.claim in texts[row.claim_article], row
        assert row.denial in texts[row.denial_article], row


def test_most_disputes_are_found(found: list[Contradiction]) -> None:
    missed = [row for row in gold() if not any(row.is_(each) for each in found)]
    assert len(missed) <= (1 - FOUND_AT_LEAST) * len(gold()), missed


def test_none_is_made_up(found: list[Contradiction]) -> None:
    wrong = [told(each) for each in found if not any(row.is_(each) for row in gold())]
    assert len(wrong) <= WRONG_AT_MOST, wrong


def test_who_denies(found: list[Contradiction]) -> None:
    pairs = [(row, each) for row in gold() for each in found if row.is_(each)]
    right = [row for row, each in pairs if row.denier == each.denial.stated.source]
    assert len(right) >= DENIERS_AT_LEAST * len(pairs), [(r, told(e)) for r, e in pairs]
