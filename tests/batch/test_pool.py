"""Processes: the same ledger as with one, whatever becomes of them."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimtrack.batch.engine import Load, Local, results_of
from claimtrack.batch.foreseen import foreseen
from claimtrack.batch.plan import Listener, Plan, Stop, Summary, unheard
from claimtrack.batch.pool import WINDOW, pool
from claimtrack.batch.run import run
from claimtrack.batch.steps import Chunk, chunks_of
from claimtrack.batch.worker import loading
from claimtrack.errors import ClaimtrackError
from claimtrack.ledger import reading
from claimtrack.ledger.rows import ArticleRows
from claimtrack.paths import shipped_rules
from claimtrack.read import article_of
from claimtrack.records import Failure, Report, Tool
from claimtrack.rules.rulefile import load_rules
from claimtrack.tracker import Tracker
from tests.batch import fakes
from tests.batch.conftest import article, rows
from tests.batch.fakes import Fake, dumped, go
from tests.ledger.examples import FAILURE

SEEDS = Path(__file__).parent.parent.parent / "seeds"
TEXTS = [{"id": f"n{n}", "text": f"The toll rose by {n} pounds."} for n in range(200)]


def pooled(
    *paths: str, load: Load = fakes.load_fake, jobs: int = 2
) -> tuple[Summary, list[str], list[Failure]]:
    warnings: list[str] = []
    failures: list[Failure] = []
    with pool(load, jobs) as workers:
        listener = Listener(warn=warnings.append, failure=failures.append)
        summary = run(Plan(paths, Path("l.db")), workers, jobs, Stop(), listener)
    return summary, warnings, failures


def test_the_ledger_is_the_same_as_with_one_process() -> None:
    rows("a.jsonl", *TEXTS, {"id": "bad"}, {"id": "stumbles", "text": "crash here"})
    summary, warnings, _ = pooled("a.jsonl")
    assert (summary.tally.reported, summary.tally.failed, warnings) == (200, 2, [])
    go("a.jsonl", ledger="one.db")
    assert dumped(Path("l.db")) == dumped(Path("one.db"))
    summary, *_ = pooled("a.jsonl")
    assert (summary.tally.reported, summary.tally.skipped) == (0, 200)


def test_a_worker_that_dies_once_costs_nothing() -> None:
    rows("a.jsonl", *TEXTS[:40], {"id": "once", "text": "die once mark"}, *TEXTS[40:])
    summary, warnings, failures = pooled("a.jsonl")
    assert (summary.tally.reported, failures) == (201, [])
    (warning,) = warnings
    assert warning == (
        "a.jsonl: CT511 a worker process was killed by signal 9 at n32 and 31 after it;"
        " trying again, each alone"
    )
    go("a.jsonl", ledger="one.db")
    assert dumped(Path("l.db")) == dumped(Path("one.db"))


def test_an_article_that_always_costs_a_worker_is_given_up() -> None:
    rows("a.jsonl", TEXTS[0], {"id": "deadly", "text": "die always"}, *TEXTS[1:])
    summary, warnings, failures = pooled("a.jsonl")
    assert (summary.outcome, summary.tally.reported, len(warnings)) == ("done", 200, 2)
    ((id, code, message),) = [(each.id, each.code, each.message) for each in failures]
    assert (id, code) == ("deadly", "CT511")
    assert message.startswith("the worker process was killed by signal 9 at this article; give it")
    summary, *_ = pooled("a.jsonl")
    assert (summary.tally.skipped, summary.tally.failed) == (200, 1)


def test_what_loading_says_ends_the_run() -> None:
    with pytest.raises(ClaimtrackError, match="CT311 the model cannot be loaded"):
        pooled("a.jsonl", load=fakes.load_broken)


def test_every_problem_of_rule_files_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ClaimtrackError) as caught:
        pooled("a.jsonl", load=fakes.load_broken_rules)
    assert str(caught.value).splitlines() == [
        "own.yaml:1:1: CT213 there is no key k1",
        "own.yaml:2:1: CT213 there is no key k2",
    ]
    assert capfd.readouterr().err == ""


def test_workers_that_never_get_to_work_end_the_run() -> None:
    with pytest.raises(ClaimtrackError, match=r"CT512 .*ended with 3"):
        pooled("a.jsonl", load=fakes.load_nothing)


def test_reading_ahead_is_bounded() -> None:
    read = 0

    def chunks() -> Iterator[Chunk]:
        nonlocal read
        for n in range(3 * WINDOW):
            read += 1
            article = article_of("die always" if n == 0 else "The toll rose.", id=str(n))
            yield Chunk((article,), (article,))

    most = 0
    with pool(fakes.load_fake, 2) as workers:
        for nth, (chunk, results) in enumerate(workers.run(chunks(), Stop(), Listener())):
            assert chunk.articles[0].id == str(nth)
            assert len(results) == 1
            most = max(most, read - nth)
    assert read == 3 * WINDOW
    assert most <= WINDOW + 1


def test_once_stopped_what_is_in_hand_is_finished_and_no_more_begun() -> None:
    stop = Stop()
    done = []
    articles = (article_of("The toll rose.", id=str(n)) for n in range(640))
    with pool(fakes.load_slow, 2) as workers:
        for chunk, results in workers.run(chunks_of(articles), stop, Listener()):
            assert len(results) == len(chunk.articles)
            done.append(chunk)
            stop.asked = True
    assert 1 <= len(done) <= 5


def test_workers_are_deaf_to_the_keyboard_and_go_with_the_pool() -> None:
    with pool(fakes.load_fake, 2) as workers:
        assert workers.tool == Fake().tool
        pids = [worker.process.pid for worker in workers._workers]
        for pid in pids:
            assert pid is not None
            os.kill(pid, signal.SIGINT)
            os.kill(pid, signal.SIGTERM)
        articles = [article_of("The toll rose.", id=str(n)) for n in range(64)]
        assert len(list(workers.run(chunks_of(articles), Stop(), Listener()))) == 2
        assert [worker.process.pid for worker in workers._workers] == pids
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid or 0, 0)


def test_results_hold_nothing_of_the_parse() -> None:
    (result,) = results_of(Fake(), [article_of("The toll rose.")], unheard, Stop())
    assert isinstance(result, ArticleRows)
    values = [*result.article, *(v for part in result.parts.values() for row in part for v in row)]
    assert {type(value) for value in values} <= {str, int, float, type(None)}


def test_nothing_is_started_for_nothing() -> None:
    tool = Fake().tool
    with pool(fakes.load_nothing, 2, tool) as workers:
        assert workers.tool == tool
        assert list(workers.run(chunks_of([FAILURE]), Stop(), Listener())) == [
            (Chunk((FAILURE,)), [])
        ]
    local = Local(fakes.load_nothing, tool)
    assert local.tool == tool
    assert list(local.run(chunks_of([FAILURE]), Stop(), Listener())) == [(Chunk((FAILURE,)), ())]


@pytest.mark.parametrize("jobs", [1, 2])
def test_another_tool_than_was_foreseen_ends_the_run(jobs: int) -> None:
    other = Tool("0.1.0", "fake", "other")
    chunks = chunks_of([article_of("The toll rose.")])
    with pool(fakes.load_fake, 2, other) as workers:
        engine = workers if jobs == 2 else Local(fakes.load_fake, other)
        with pytest.raises(ClaimtrackError, match=r"CT499 .* was foreseen"):
            list(engine.run(chunks, Stop(), Listener()))


def test_the_tool_is_foreseen_right(tracker: Tracker, tmp_path: Path) -> None:
    assert foreseen(None) == tracker.tool
    (tmp_path / "own.yml").write_text("off: [denial.deny]\n", encoding="utf-8")
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "a.yaml").write_text("", encoding="utf-8")
    tool = foreseen(None, tmp_path)
    assert tool is not None
    assert tool.rules == load_rules(shipped_rules(), tmp_path).hash
    assert foreseen("en_core_web_sm") is None


@pytest.mark.slow
def test_the_ledger_is_the_same_with_the_language_model(tracker: Tracker) -> None:
    for name in ("dam-security.txt", "measles.txt"):
        article(f"news/{name}", (SEEDS / name).read_text(encoding="utf-8"))
    summary, warnings, failures = pooled("news", load=loading(None))
    assert (summary.tally.reported, warnings, failures) == (2, [], [])
    run(Plan(("news",), Path("one.db")), Local(lambda: tracker), 1, Stop(), Listener())
    assert dumped(Path("l.db")) == dumped(Path("one.db"))
    with reading(Path("l.db")) as ledger:
        articles = [item.article for item in ledger.items() if isinstance(item, Report)]
        assert list(ledger.items()) == list(tracker.pipe(articles))
