"""What goes into a ledger comes out again, and what is replaced leaves nothing behind."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from claimtrack.ledger import reading
from claimtrack.ledger.rows import Unsound, rows_of
from claimtrack.read import read_paths
from claimtrack.records import Article, Attribution, Failure, Report, SourceRef
from claimtrack.tracker import Tracker
from tests.ledger.examples import FAILURE, dumped, report, written
from tests.render.example import TOOL

SEEDS = Path(__file__).parent.parent.parent / "seeds"
PARTS = ("sentence", "source", "mention", "attribution", "dispute", "reply")


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(path) as connection:
        return connection.execute(query).fetchall()


def test_a_report_comes_back_equal(tmp_path: Path) -> None:
    items: list[Report | Failure] = [report(), report("other"), FAILURE]
    with reading(written(tmp_path / "l.db", *items)) as ledger:
        assert list(ledger.items()) == items
        assert list(ledger.items("other")) == [items[1]]


def test_an_empty_report_comes_back_equal(tmp_path: Path) -> None:
    empty = Report(Article("a", "", extra={}), TOOL)
    with reading(written(tmp_path / "l.db", empty)) as ledger:
        assert list(ledger.items()) == [empty]


def test_text_that_sqlite_cannot_hold_is_written_out(tmp_path: Path) -> None:
    odd = report(path="caf\udce9.txt")
    with reading(written(tmp_path / "l.db", odd)) as ledger:
        (item,) = ledger.items()
        assert isinstance(item, Report)
        assert item.article.path == "caf\\udce9.txt"
        assert item.article.extra == odd.article.extra


def test_a_changed_article_replaces_its_rows_and_keeps_its_place(tmp_path: Path) -> None:
    path = written(tmp_path / "l.db", report(), report("other"))
    changed = replace(report(), attributions=(), disputes=(), replies=(), sources=(), sentences=())
    written(path, changed)
    with reading(path) as ledger:
        assert list(ledger.items()) == [changed, report("other")]
    assert rows(path, "SELECT count(*) FROM sentence_fts WHERE sentence_fts MATCH 'dockers'") == [
        (1,)
    ]


def test_a_failure_replaces_the_article_and_the_other_way_round(tmp_path: Path) -> None:
    path = written(tmp_path / "l.db", report(FAILURE.id, FAILURE.path))
    written(path, FAILURE)
    assert rows(path, "SELECT count(*) FROM article") == [(0,)]
    for part in PARTS:
        assert rows(path, f"SELECT count(*) FROM {part}") == [(0,)]
    written(path, report(FAILURE.id, FAILURE.path))
    assert rows(path, "SELECT count(*) FROM failure") == [(0,)]


def test_the_dump_is_the_same_whatever_the_order(tmp_path: Path) -> None:
    one = written(tmp_path / "1.db", report(), report("other"), FAILURE)
    two = written(tmp_path / "2.db", FAILURE, report("other"))
    assert dumped(one) != dumped(two)
    assert dumped(one) == dumped(written(two, report(), report("other")))


@pytest.mark.parametrize(
    "pointer",
    [
        {"sentence": 9},
        {"parent": "a9"},
        {"continues": "a9"},
        {"source": SourceRef("s9")},
    ],
)
def test_a_report_that_points_nowhere_is_not_taken(pointer: dict[str, object]) -> None:
    made = report()
    said: Attribution = replace(made.attributions[0], **pointer)  # type: ignore[arg-type]
    with pytest.raises(Unsound, match="9, which it does not hold"):
        rows_of(replace(made, attributions=(said, *made.attributions[1:])))


@pytest.mark.slow
def test_real_reports_come_back_equal(tracker: Tracker, tmp_path: Path) -> None:
    articles = [each for each in read_paths([str(SEEDS)]) if isinstance(each, Article)]
    reports = list(tracker.pipe(articles))
    with reading(written(tmp_path / "l.db", *reports)) as ledger:
        assert list(ledger.items()) == reports
