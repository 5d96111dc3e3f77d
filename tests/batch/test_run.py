"""A run over folders and shards: what is reported, skipped, replaced, gone, and how it ends."""

from __future__ import annotations

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from claimtrack.batch import Stop
from claimtrack.batch.steps import ARTICLES, Chunk, chunks_of
from claimtrack.errors import ClaimtrackError
from claimtrack.ledger import writer
from claimtrack.read import article_of
from claimtrack.records import Report
from tests.batch.conftest import article, rows
from tests.batch.fakes import Fake, dumped, go


class Stopping(Fake):
    """Asks to stop at its n-th article."""

    def __init__(self, stop: Stop, at: int) -> None:
        super().__init__()
        self.stop, self.at = stop, at

    def report(self, article: object) -> Report:
        self.stop.asked = len(self.seen) >= self.at
        return super().report(article)  # type: ignore[arg-type]


def texts(count: int) -> list[dict[str, str]]:
    return [{"id": f"n{n}", "text": f"The toll rose by {n} pounds."} for n in range(count)]


def test_a_folder_with_shards_becomes_a_ledger() -> None:
    article("news/b.txt")
    rows("news/a.jsonl", *texts(3), {"id": "bad"})
    Path("news/c.csv.gz").write_bytes(gzip.compress(b"id,text\nx,The toll rose.\n"))
    ran = go("news")
    assert ran.seen == ["n0", "n1", "n2", "b", "x"]
    assert ran.counts == (5, 0, 1, 0)
    assert [(each.id, each.code) for each in ran.failures] == [("bad", "CT012")]
    assert ran.summary.outcome == "done" and ran.summary.whole


def test_nothing_is_read_again_where_nothing_has_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    article("news/b.txt")
    rows("news/a.jsonl", *texts(3), {"id": "bad"})
    go("news")
    before = dumped(Path("l.db"))
    monkeypatch.setattr("claimtrack.batch.steps.read_paths", None)
    ran = go("./news/", "news/b.txt")
    assert (ran.seen, ran.counts) == ([], (0, 4, 1, 0))
    assert [each.id for each in ran.failures] == ["bad"]
    assert dumped(Path("l.db")) == before


def test_the_ledger_is_no_article() -> None:
    article("news/b.txt")
    for _ in range(2):
        assert go(".", ledger="news/ledger").failures == []


def test_another_tool_reports_all_again() -> None:
    rows("a.jsonl", *texts(3))
    go("a.jsonl")
    ran = go("a.jsonl", tracker=Fake(rules="more"))
    assert ran.counts == (3, 0, 0, 0)
    assert ran.seen == ["n0", "n1", "n2"]


def test_a_model_trained_anew_under_its_version_reports_all_again() -> None:
    rows("a.jsonl", *texts(3))
    go("a.jsonl", tracker=Fake(weights="one"))
    assert go("a.jsonl", tracker=Fake(weights="one")).counts == (0, 3, 0, 0)
    assert go("a.jsonl", tracker=Fake(weights="two")).counts == (3, 0, 0, 0)


def test_changed_rows_alone_are_reported_again() -> None:
    rows("a.jsonl", *texts(4), {"id": "bad"})
    go("a.jsonl")
    changed = texts(4)
    changed[2]["text"] = "The toll fell."
    changed[3]["title"] = "A title of its own"
    rows("a.jsonl", *changed, {"id": "new", "text": "The toll stood still."})
    ran = go("a.jsonl")
    assert (ran.seen, ran.counts) == (["n2", "n3", "new"], (3, 2, 0, 0))
    go("a.jsonl", ledger="fresh.db")
    assert dumped(Path("l.db")) == dumped(Path("fresh.db"))


def test_a_csv_header_that_changes_changes_its_articles() -> None:
    article("a.csv", "text,title\nThe toll rose.,The toll fell.\n")
    go("a.csv")
    article("a.csv", "title,text\nThe toll rose.,The toll fell.\n")
    assert go("a.csv").counts == (1, 0, 0, 0)


def test_what_is_gone_is_told_until_it_is_taken_out() -> None:
    rows("news/a.jsonl", *texts(3))
    article("news/b.txt")
    article("other/c.txt")
    go("news", "other")
    Path("news/b.txt").unlink()
    rows("news/a.jsonl", *texts(2))
    for _ in range(2):
        ran = go("news")
        assert (ran.removed, ran.counts) == (
            [("news/a.jsonl", "n2"), ("news/b.txt", "b")],
            (0, 2, 0, 2),
        )
    ran = go("news", prune=True)
    assert ran.counts == (0, 2, 0, 2)
    assert go("news").counts == (0, 2, 0, 0)
    go("news", "other", ledger="fresh.db")
    go("other")
    assert dumped(Path("l.db")) == dumped(Path("fresh.db"))


def test_what_cannot_be_reached_is_not_gone() -> None:
    article("news/b.txt")
    go("news")
    Path("news").rename("away")
    ran = go("news", prune=True)
    assert (ran.removed, [each.code for each in ran.failures]) == ([], ["CT101"])
    Path("away").rename("news")
    ran = go("news")
    assert (ran.counts, ran.failures) == ((0, 1, 0, 0), [])


def test_a_failure_that_was_mended_is_forgotten() -> None:
    article("news/b.txt", "")
    rows("news/a.jsonl", {"id": "bad"}, *texts(1), [])
    assert go("news").counts == (1, 0, 3, 0)
    article("news/b.txt")
    rows("news/a.jsonl", *texts(1))
    ran = go("news")
    assert (ran.failures, ran.counts) == ([], (1, 1, 0, 0))


def test_articles_over_which_the_tracker_stumbles_are_tried_again() -> None:
    rows("a.jsonl", {"text": "The toll rose."}, {"text": "crash here"}, {"text": "The toll fell."})
    ran = go("a.jsonl")
    assert ran.counts == (2, 0, 1, 0)
    assert [(each.id, each.code) for each in ran.failures] == [("a:2", "CT499")]
    ran = go("a.jsonl")
    assert (ran.seen, ran.counts) == (["a:2", "a:2"], (0, 2, 1, 0))


@pytest.mark.parametrize("at", [1, 2, ARTICLES, ARTICLES + 3])
def test_a_run_that_was_stopped_goes_on_where_it_was(at: int) -> None:
    rows("a.jsonl", *texts(50))
    stop = Stop()
    ran = go("a.jsonl", tracker=Stopping(stop, at), stop=stop)
    assert (ran.summary.outcome, ran.counts, len(ran.seen)) == ("stopped", (at, 0, 0, 0), at)
    ran = go("a.jsonl")
    assert ran.counts == (50 - at, at, 0, 0)
    go("a.jsonl", ledger="fresh.db")
    assert dumped(Path("l.db")) == dumped(Path("fresh.db"))


def test_too_many_failures_end_the_run() -> None:
    rows("a.jsonl", *([{"id": "bad"}] * 300), *texts(300))
    ran = go("a.jsonl", max_failures=2)
    assert ran.summary.outcome == "failed"
    assert ran.seen == []
    assert go("a.jsonl", max_failures=300).counts == (300, 0, 300, 0)


def test_a_full_disk_loses_nothing() -> None:
    rows("a.jsonl", *texts(600))
    go("a.jsonl", ledger="fresh.db")

    def limited(connection: sqlite3.Connection) -> None:
        set_up(connection)
        connection.execute("PRAGMA max_page_count = 80")

    set_up = writer._set_up
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writer, "_set_up", limited)
        with pytest.raises(ClaimtrackError, match="CT509 the disk is full; make room"):
            go("a.jsonl")
    assert 0 < go("a.jsonl").counts[1] < 600
    assert dumped(Path("l.db")) == dumped(Path("fresh.db"))


def test_each_run_leaves_a_row() -> None:
    rows("a.jsonl", *texts(3), {})
    go("a.jsonl")
    go("a.jsonl")
    with closing(sqlite3.connect("l.db")) as connection:
        query = "SELECT number, outcome, paths, jobs, reported, skipped, failed, removed FROM run"
        assert connection.execute(query).fetchall() == [
            (1, "done", '["a.jsonl"]', 1, 3, 0, 1, 0),
            (2, "done", '["a.jsonl"]', 1, 0, 3, 1, 0),
        ]


def test_chunks_are_bounded() -> None:
    short = [article_of("The toll rose.", id=str(n)) for n in range(70)]
    long = article_of("The toll rose. " * 5000)
    chunks = list(chunks_of([*short, long, *short[:3]]))
    assert [len(chunk.articles) for chunk in chunks] == [32, 32, 7, 3]
    assert isinstance(chunks[0], Chunk)
    assert chunks[2].articles[-1] is long
