"""Real processes, ended in the middle: nothing is lost, nothing is there twice."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.batch.conftest import rows
from tests.batch.fakes import dumped, go

ROOT = Path(__file__).parent.parent.parent
SIZE = 240


def started(jobs: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.batch.slow", "batch", "news", "--ledger", "l.db"]
    return subprocess.Popen(
        [*command, "--jobs", str(jobs)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture(autouse=True)
def news() -> list[str]:
    """Two shards, and what their ledger has to be."""
    for name in "ab":
        texts = ({"id": f"n{n}", "text": f"The toll rose by {n} pounds."} for n in range(SIZE // 2))
        rows(f"news/{name}.jsonl", *texts, {"id": "bad"})
    go("news", ledger="whole.db")
    return dumped(Path("whole.db"))


def wait_for_ledger(process: subprocess.Popen[str]) -> None:
    while not Path("l.db").exists() and process.poll() is None:
        time.sleep(0.01)


@pytest.mark.slow
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_killed_run_is_gone_on_with(news: list[str], jobs: int) -> None:
    chance = random.Random(jobs)
    for _ in range(4):
        process = started(jobs)
        wait_for_ledger(process)
        time.sleep(chance.random() * 0.6)
        process.kill()
        process.communicate()
    process = started(jobs)
    _, said = process.communicate()
    assert process.returncode == 2
    assert [line for line in said.splitlines() if "CT" in line] == [
        f"news/{name}.jsonl:{SIZE // 2 + 1}:1: CT012 the row has no text; put the article into a field named text"
        for name in "ab"
    ]
    assert dumped(Path("l.db")) == news
    assert sorted(each.name for each in Path().iterdir()) == ["l.db", "news", "whole.db"]


@pytest.mark.slow
@pytest.mark.parametrize(("jobs", "number"), [(1, signal.SIGINT), (2, signal.SIGTERM)])
def test_a_run_that_is_asked_to_end_says_how_to_go_on(
    news: list[str], jobs: int, number: signal.Signals
) -> None:
    process = started(jobs)
    wait_for_ledger(process)
    time.sleep(0.2)
    process.send_signal(number)
    _, said = process.communicate()
    assert process.returncode == 2
    assert (
        "l.db: CT513 the run was stopped; what was done is kept; run the same command again to go on"
        in said.splitlines()
    )
    assert not Path("l.db-wal").exists()
    process = started(jobs)
    process.communicate()
    assert dumped(Path("l.db")) == news


@pytest.mark.slow
def test_a_second_run_at_once_says_so_and_leaves_the_first_alone(news: list[str]) -> None:
    first = started(1)
    wait_for_ledger(first)
    first.send_signal(signal.SIGSTOP)
    second = started(1)
    _, said = second.communicate()
    first.send_signal(signal.SIGCONT)
    assert (second.returncode, said) == (
        2,
        "l.db: CT506 another run is writing to the ledger; wait until it has ended\n",
    )
    first.communicate()
    assert dumped(Path("l.db")) == news
