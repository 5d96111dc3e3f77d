"""How a run grows: batches of more and more made articles, their time, memory and ledger.

    nice python -m benchmarks.scaling --sizes 1000 10000 100000   # briefs; the last twice
    nice python -m benchmarks.scaling --whole 500                 # articles as long as the seeds
    nice python -m benchmarks.scaling --long 5000000              # one so long beside 5,000 briefs

What is measured is kept in docs/scaling.json, each run in the place of the last of its kind, and
docs/scaling.svg (by matplotlib) and the tables of docs/scale.md are made from it. Times are CPU
time, which other programs hardly change; memory is resident, read from /proc now and then.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from benchmarks import scalepage
from benchmarks.generator import generator

ROOT = Path(__file__).parent.parent
KEPT = ROOT / "docs" / "scaling.json"
SHARD = 1_000
"""Articles a file."""
BESIDE = 5_000
"""Briefs beside a long article."""
_GLANCE = 0.1
_TICK = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(slots=True)
class Process:
    """What was seen of a process: bytes in memory at most and last, CPU seconds."""

    peak: int = 0
    last: int = 0
    seconds: float = 0.0

    def look(self, number: int) -> None:
        """Looks once more, unless it is gone."""
        try:
            place = Path(f"/proc/{number}")
            pages = int((place / "statm").read_text(encoding="ascii").split()[1])
            fields = (place / "stat").read_text(encoding="ascii").rpartition(")")[2].split()
        except (OSError, IndexError):
            return
        if pages:
            self.last = pages * _PAGE
            self.peak = max(self.peak, self.last)
            self.seconds = (int(fields[11]) + int(fields[12])) / _TICK


@dataclass(slots=True)
class Seen:
    """A batch: its exit status, CPU and clock seconds, its parent and its workers."""

    status: int = 0
    cpu: float = 0.0
    clock: float = 0.0
    parent: Process = field(default_factory=Process)
    workers: dict[int, Process] = field(default_factory=dict)


def batch(news: Path, ledger: Path, jobs: int) -> Seen:
    """Runs a batch and watches it."""
    command = [sys.executable, "-m", "claimtrack.cli", "batch", str(news), "--quiet"]
    seen, began = Seen(), time.monotonic()
    process = subprocess.Popen(
        [*command, "--ledger", str(ledger), "--jobs", str(jobs)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    while True:
        done, status, used = os.wait4(process.pid, os.WNOHANG)
        if done:
            break
        seen.parent.look(process.pid)
        for child in _children(process.pid):
            seen.workers.setdefault(child, Process()).look(child)
        time.sleep(_GLANCE)
    seen.status = os.waitstatus_to_exitcode(status)
    seen.cpu, seen.clock = used.ru_utime + used.ru_stime, time.monotonic() - began
    return seen


def _children(process: int) -> list[int]:
    try:
        listed = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    except OSError:
        return []
    return [int(child) for child in listed.split()]


def write_shards(folder: Path, articles: int, make: Callable[[int], str]) -> int:
    """Made articles as JSONL files; how many words they have."""
    words = 0
    for first in range(0, articles, SHARD):
        with open(folder / f"{first:08}.jsonl", "w", encoding="utf-8") as file:
            for number in range(first, min(first + SHARD, articles)):
                text = make(number)
                words += len(text.split())
                file.write(json.dumps({"id": str(number), "text": text}) + "\n")
    return words


@contextmanager
def _places() -> Iterator[tuple[Path, Path]]:
    """A folder for articles and a name for their ledger."""
    with tempfile.TemporaryDirectory() as name:
        news = Path(name) / "news"
        news.mkdir()
        yield news, Path(name) / "news.db"


def grown(kind: str, articles: int, jobs: int, again: bool) -> scalepage.Row:
    """A batch into a new ledger, and where that is asked for, once more."""
    make = generator()
    with _places() as (news, ledger):
        words = write_shards(news, articles, make.brief if kind == "brief" else make.article)
        seen = batch(news, ledger, jobs)
        size = ledger.stat().st_size
        second = batch(news, ledger, jobs) if again else None
    workers = [each for each in seen.workers.values() if each.seconds > 1]
    return scalepage.Row(
        kind=kind,
        articles=articles,
        words=words,
        jobs=jobs,
        status=seen.status,
        cpu=seen.cpu,
        clock=seen.clock,
        parent_cpu=seen.parent.seconds,
        parent=seen.parent.last,
        worker=max((each.last for each in workers), default=0),
        parent_peak=seen.parent.peak,
        worker_peak=max((each.peak for each in workers), default=0),
        ledger=size,
        again_cpu=second.cpu if second else None,
        again_clock=second.clock if second else None,
    )


def beside(characters: int, jobs: int) -> scalepage.Long:
    """One long article, the first of all, and briefs beside it."""
    make = generator()
    with _places() as (news, ledger):
        (news / "00-long.txt").write_text(make.long_article(characters), encoding="utf-8")
        write_shards(news, BESIDE, make.brief)
        seen = batch(news, ledger, jobs)
    workers = sorted(seen.workers.values(), key=lambda each: -each.peak)
    return scalepage.Long(
        characters=characters,
        briefs=BESIDE,
        status=seen.status,
        clock=seen.clock,
        cpu=[each.seconds for each in workers if each.seconds > 1],
        peak=[each.peak for each in workers if each.seconds > 1],
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[])
    parser.add_argument("--whole", type=int, nargs="+", default=[])
    parser.add_argument("--long", type=int)
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    kept = scalepage.read(KEPT)
    for size in given.sizes:
        kept.put(grown("brief", size, given.jobs, again=size == max(given.sizes)))
        scalepage.write(KEPT, kept)
    for size in given.whole:
        kept.put(grown("whole", size, given.jobs, again=False))
        scalepage.write(KEPT, kept)
    if given.long:
        kept.long = beside(given.long, given.jobs)
        scalepage.write(KEPT, kept)
    print(json.dumps(asdict(kept), indent=1))
    scalepage.publish(kept, ROOT / "docs")


if __name__ == "__main__":
    main()
