"""How a run grows: batches of more and more made articles, time and memory of parent and workers.

    nice python -m benchmarks.scaling [--sizes 1000 10000 100000] [--jobs 2] [--plot docs/scaling.png]

The plot needs matplotlib. Memory is the peak of each process, read from /proc once in a while.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tabulate import tabulate

from benchmarks.generator import generator

ROOT = Path(__file__).parent.parent
SHARD = 1_000
"""Articles a file."""


@dataclass(frozen=True, slots=True)
class Row:
    """A run over so many articles; memory in bytes, of the parent and of the largest worker."""

    articles: int
    words: int
    seconds: float
    parent: int
    worker: int
    ledger: int


def write_shards(folder: Path, articles: int) -> int:
    """Made articles as JSONL files; how many words they have."""
    make, words = generator(), 0
    for first in range(0, articles, SHARD):
        with open(folder / f"{first:08}.jsonl", "w", encoding="utf-8") as file:
            for number in range(first, min(first + SHARD, articles)):
                text = make.article(number)
                words += len(text.split())
                file.write(json.dumps({"id": str(number), "text": text}) + "\n")
    return words


def measured(articles: int, jobs: int) -> Row:
    """A batch into a new ledger."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "news").mkdir()
        words = write_shards(folder / "news", articles)
        ledger = folder / "news.db"
        command = ["-m", "claimtrack.cli", "batch", str(folder / "news"), "--quiet"]
        began = time.monotonic()
        process = subprocess.Popen(
            [sys.executable, *command, "--ledger", str(ledger), "--jobs", str(jobs)],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        parent = worker = 0
        while process.poll() is None:
            parent = max(parent, _memory(process.pid))
            worker = max([worker, *map(_memory, _children(process.pid))])
            time.sleep(0.2)
        seconds = time.monotonic() - began
        return Row(articles, words, seconds, parent, worker, ledger.stat().st_size)


def _memory(process: int) -> int:
    """Resident bytes; 0 where the process is gone."""
    try:
        pages = Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]
    except OSError:
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def _children(process: int) -> list[int]:
    try:
        listed = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    except OSError:
        return []
    return [int(child) for child in listed.split()]


def plot(rows: Sequence[Row], path: Path) -> None:
    """Seconds and memory by the number of articles."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(8, 3.5), layout="constrained")
    time_axes, memory_axes = figure.subplots(1, 2)
    sizes = [row.articles for row in rows]
    time_axes.loglog(sizes, [row.seconds for row in rows], "o-")
    time_axes.set(xlabel="articles", ylabel="seconds")
    memory_axes.semilogx(sizes, [row.parent / 1e6 for row in rows], "o-", label="parent")
    memory_axes.semilogx(sizes, [row.worker / 1e6 for row in rows], "s-", label="largest worker")
    memory_axes.set(xlabel="articles", ylabel="MB", ylim=(0, None))
    memory_axes.legend()
    figure.savefig(path, dpi=120)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--plot", type=Path)
    given = parser.parse_args()
    rows = [measured(size, given.jobs) for size in given.sizes]
    table = [
        (
            f"{r.articles:,}", f"{r.seconds:.0f}", f"{r.articles / r.seconds:.1f}",
            f"{r.words / r.seconds:,.0f}", f"{r.parent / 1e6:.0f}", f"{r.worker / 1e6:.0f}",
            f"{r.ledger / r.articles:,.0f}",
        )
        for r in rows
    ]  # fmt: skip
    heads = [
        "articles",
        "s",
        "articles/s",
        "words/s",
        "parent, MB",
        "worker, MB",
        "ledger bytes/article",
    ]
    print(tabulate(table, heads, tablefmt="github"))
    if given.plot:
        plot(rows, given.plot)


if __name__ == "__main__":
    main()
