"""A cluster of two processes: the same ledger as with one, whatever becomes of them."""

from __future__ import annotations

import gzip
import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from claimtrack.batch.cluster import Cluster, result_folder
from claimtrack.batch.engine import Load, Local
from claimtrack.batch.plan import Listener, Plan, Stop, Summary, unheard
from claimtrack.batch.run import run
from claimtrack.batch.scheduler import LOCAL, client_of
from claimtrack.batch.worker import loading
from claimtrack.errors import ClaimtrackError
from claimtrack.records import Failure, Tool
from claimtrack.tracker import Tracker
from tests.batch import fakes
from tests.batch.conftest import article, rows
from tests.batch.fakes import Fake, dumped, go

pytestmark = pytest.mark.slow

SEEDS = Path(__file__).parent.parent.parent / "seeds"
TEXTS = [{"id": f"n{n}", "text": f"The toll rose by {n} pounds."} for n in range(200)]
STUMBLING = {"id": "stumbles", "text": "crash here"}
SHARD = 32


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    with client_of(LOCAL, 2) as client:
        yield client


@pytest.fixture
def hard(client: Any) -> Iterator[None]:
    """The cluster gives up a task the first time that a worker dies of it, and not the fourth."""

    def allow(failures: int) -> None:
        client.run_on_scheduler(
            lambda dask_scheduler: setattr(dask_scheduler, "allowed_failures", failures)
        )

    allow(0)
    yield
    allow(3)


class Ran:
    """A run on the cluster, and what was told of it."""

    def __init__(
        self,
        client: Any,
        *paths: str,
        load: Load = fakes.load_fake,
        tool: Tool | None = None,
        shards: bool = False,
        stop: Stop | None = None,
        progress: Callable[[object], None] = unheard,
    ) -> None:
        self.warnings: list[str] = []
        self.failures: list[Failure] = []
        listener = Listener(
            warn=self.warnings.append, failure=self.failures.append, progress=progress
        )
        plan = Plan(paths, Path("out" if shards else "l.db"), warehouse=shards)
        engine = Cluster(client, load, result_folder(plan), shards, tool, SHARD)
        self.summary: Summary = run(plan, engine, 2, stop or Stop(), listener)

    @property
    def counts(self) -> tuple[str, int, int, int]:
        tally = self.summary.tally
        return self.summary.outcome, tally.reported, tally.skipped, tally.failed


def lines() -> list[dict[str, Any]]:
    """All lines of the result files."""
    files = sorted(Path("out").iterdir())
    return [json.loads(line) for file in files for line in gzip.open(file, "rt")]


def ids() -> list[str]:
    """Of all articles and failures in the result files."""
    return sorted((line.get("article") or line["failure"])["id"] for line in lines())


def test_a_worker_killed_in_the_middle_costs_nothing(client: Any) -> None:
    mark = Path("mark").absolute()
    deadly = {"id": "once", "text": f"die once {mark}"}
    rows("news/a.jsonl", *TEXTS[:90], deadly, *TEXTS[90:150], {"id": "bad"}, STUMBLING)
    rows("news/b.jsonl", *TEXTS[150:])
    ran = Ran(client, "news")
    assert mark.exists()
    assert (ran.counts, ran.warnings) == (("done", 201, 0, 2), [])
    assert [(each.id, each.code) for each in ran.failures] == [
        ("bad", "CT012"),
        ("stumbles", "CT499"),
    ]
    go("news", ledger="one.db")
    assert dumped(Path("l.db")) == dumped(Path("one.db"))
    assert sorted(each.name for each in Path().iterdir()) == ["l.db", "mark", "news", "one.db"]
    assert Ran(client, "news").counts == ("done", 0, 201, 2)


def test_an_article_that_always_costs_workers_is_given_up(client: Any, hard: None) -> None:
    rows("a.jsonl", *TEXTS[:3], {"id": "deadly", "text": "die always"}, *TEXTS[3:5])
    ran = Ran(client, "a.jsonl")
    assert ran.counts == ("done", 5, 0, 1)
    assert [(each.id, each.code) for each in ran.failures] == [("deadly", "CT511")]
    assert ran.warnings == [
        "a.jsonl: CT511 worker processes of the cluster died at n0 and 5 after it;"
        " trying again, each alone"
    ]


def test_a_run_that_was_stopped_goes_on_from_its_ledger_and_its_result_files(client: Any) -> None:
    rows("a.jsonl", *TEXTS)
    stop = Stop()

    def ask(_: object) -> None:
        stop.asked = True

    ran = Ran(client, "a.jsonl", stop=stop, progress=ask)
    outcome, reported, _, _ = ran.counts
    assert outcome == "stopped"
    assert SHARD <= reported <= len(TEXTS)
    ran = Ran(client, "a.jsonl")
    assert ran.counts == ("done", len(TEXTS) - reported, reported, 0)
    go("a.jsonl", ledger="one.db")
    assert dumped(Path("l.db")) == dumped(Path("one.db"))
    assert not Path(".l.db-shards").exists()


def test_a_folder_of_result_files_has_every_article_once(client: Any) -> None:
    rows("a.jsonl", *TEXTS[:100], {"id": "bad"})
    rows("b.jsonl", *TEXTS[100:])
    expected = sorted([*(text["id"] for text in TEXTS), "bad"])
    assert Ran(client, "a.jsonl", "b.jsonl", shards=True).counts == ("done", 200, 0, 1)
    assert ids() == expected
    before = {file.name for file in Path("out").iterdir()}
    rows("a.jsonl", *TEXTS[1:100], {"id": "new", "text": "The toll fell."})
    assert Ran(client, "a.jsonl", "b.jsonl", shards=True).counts == ("done", 200, 0, 0)
    assert ids() == sorted({*expected, "new"} - {"bad", "n0"})
    kept = before & {file.name for file in Path("out").iterdir()}
    assert len(kept) == 4  # those of b.jsonl: what changed before it leaves its shards alone


def test_what_is_there_is_not_worked_on_again(client: Any) -> None:
    rows("a.jsonl", *TEXTS[:70])
    Ran(client, "a.jsonl", shards=True)
    ran = Ran(client, "a.jsonl", shards=True, load=fakes.load_broken, tool=Fake().tool)
    assert ran.counts == ("done", 70, 0, 0)


def test_failures_of_the_tool_are_tried_again(client: Any) -> None:
    rows("a.jsonl", *TEXTS[:5], STUMBLING)
    for _ in range(2):
        assert Ran(client, "a.jsonl", shards=True).counts == ("done", 5, 0, 1)
        assert [file.name.endswith("-again.jsonl.gz") for file in Path("out").iterdir()] == [True]
    with pytest.raises(ClaimtrackError, match="CT311"):
        Ran(client, "a.jsonl", shards=True, load=fakes.load_broken, tool=Fake().tool)
    assert len(ids()) == 6


def test_a_worker_with_another_tool_ends_the_run(client: Any) -> None:
    rows("a.jsonl", *TEXTS[:5])
    with pytest.raises(ClaimtrackError, match=r"CT518 .* is to report; install the same"):
        Ran(client, "a.jsonl", tool=Tool("0.1.0", "fake", "other"))


def test_a_result_file_that_cannot_be_there_ends_the_run(client: Any) -> None:
    rows("a.jsonl", *TEXTS[:5])
    article("out", "a file where the folder is to be")
    with pytest.raises(ClaimtrackError, match=r"out: CT520 .* cannot be made: File exists"):
        Ran(client, "a.jsonl", shards=True)


def test_local_workers_are_deaf_to_the_keyboard(client: Any) -> None:
    pids = set(client.run(os.getpid).values())
    for pid in pids:
        os.kill(pid, signal.SIGINT)
        os.kill(pid, signal.SIGTERM)
    rows("a.jsonl", *TEXTS[:100])
    assert Ran(client, "a.jsonl").counts == ("done", 100, 0, 0)
    assert set(client.run(os.getpid).values()) == pids


def test_no_cluster_at_the_address() -> None:
    with (
        pytest.raises(ClaimtrackError, match="CT519 the cluster nowhere://x cannot be reached"),
        client_of("nowhere://x", 1),
    ):
        pass


def test_a_missing_package_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClaimtrackError) as caught, client_of(LOCAL, 1):
        pass
    assert str(caught.value) == (
        "claimtrack: CT601 --cluster needs a package that is not installed:"
        " pip install 'claimtrack[cluster]'"
    )


def test_the_ledger_is_the_same_with_the_language_model(client: Any, tracker: Tracker) -> None:
    for name in ("dam-security.txt", "measles.txt"):
        article(f"news/{name}", (SEEDS / name).read_text(encoding="utf-8"))
    ran = Ran(client, "news", load=loading(None), tool=tracker.tool)
    assert (ran.counts, ran.warnings, ran.failures) == (("done", 2, 0, 0), [], [])
    run(Plan(("news",), Path("one.db")), Local(lambda: tracker), 1, Stop(), Listener())
    assert dumped(Path("l.db")) == dumped(Path("one.db"))
