"""What benchmarks/scaling.py measured, as the tables of docs/scale.md and docs/scaling.svg."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tabulate import tabulate

MB, GB, TB = 1e6, 1e9, 1e12
AIM = 100_000
"""Articles up to which the line is to be measured; where it is not, it is drawn so far."""


@dataclass(frozen=True, slots=True)
class Row:
    """A run over so many articles: seconds, and bytes at its end and at most."""

    kind: str
    articles: int
    words: int
    jobs: int
    status: int
    cpu: float
    clock: float
    parent_cpu: float
    parent: int
    worker: int
    parent_peak: int
    worker_peak: int
    ledger: int
    again_cpu: float | None
    again_clock: float | None


@dataclass(frozen=True, slots=True)
class Long:
    """A long article beside briefs: CPU seconds and peak bytes, of its own worker first."""

    characters: int
    briefs: int
    status: int
    clock: float
    cpu: list[float]
    peak: list[int]


@dataclass(slots=True)
class Kept:
    """All that was measured."""

    rows: list[Row] = field(default_factory=list)
    long: Long | None = None

    def put(self, row: Row) -> None:
        """The row in the place of one of the same kind and size."""
        same = (row.kind, row.articles)
        others = [each for each in self.rows if (each.kind, each.articles) != same]
        self.rows = sorted([*others, row], key=lambda each: (each.kind, each.articles))

    def of(self, kind: str) -> list[Row]:
        return [row for row in self.rows if row.kind == kind]


def read(path: Path) -> Kept:
    """What was kept, or nothing yet."""
    if not path.is_file():
        return Kept()
    value = json.loads(path.read_text(encoding="utf-8"))
    long = Long(**value["long"]) if value["long"] else None
    return Kept([Row(**row) for row in value["rows"]], long)


def write(path: Path, kept: Kept) -> None:
    path.write_text(json.dumps(asdict(kept), indent=1) + "\n", encoding="utf-8")


def publish(kept: Kept, docs: Path) -> None:
    """Makes the plot, and the parts of the page that stand between ``<!-- NAME -->`` marks."""
    if len(kept.of("brief")) < 2 or not kept.of("whole"):
        return  # no line goes through one point
    plot(kept.of("brief"), docs / "scaling.svg")
    page = docs / "scale.md"
    text = page.read_text(encoding="utf-8")
    for name, part in (("growth", growth(kept)), ("reckoned", reckoned(kept))):
        pattern = rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)"
        text = re.sub(
            pattern, lambda m, part=part: f"{m[1]}\n{part}\n\n{m[2]}", text, flags=re.DOTALL
        )
    page.write_text(text, encoding="utf-8")


def growth(kept: Kept) -> str:
    """The table of runs and what it says."""
    heads = ["articles", "words", "CPU s", "CPU s fitted", "parent, MB", "largest worker, MB",
             "ledger bytes an article"]  # fmt: skip
    briefs = kept.of("brief")
    first, slope = line(briefs)
    table = [
        (f"{r.articles:,}", f"{r.words:,}", f"{r.cpu:,.0f}", f"{first + slope * r.articles:,.0f}",
         f"{r.parent / MB:.0f} ({r.parent_peak / MB:.0f})",
         f"{r.worker / MB:.0f} ({r.worker_peak / MB:.0f})", f"{r.ledger / r.articles:,.0f}")
        for r in briefs
    ]  # fmt: skip
    return "\n\n".join([tabulate(table, heads, tablefmt="pipe"), *_said(kept, first, slope)])


def _said(kept: Kept, first: float, slope: float) -> list[str]:
    briefs = kept.of("brief")
    low, high = briefs[0], briefs[-1]
    off = max(abs(row.cpu / (first + slope * row.articles) - 1) for row in briefs)
    lines = [
        f"Memory is that at the end, in brackets the most. From {low.articles:,} to {high.articles:,} articles"
        f" the parent's changed by {(high.parent - low.parent) / MB:+.0f} MB, the largest worker's by"
        f" {(high.worker - low.worker) / MB:+.0f} MB. The line is {first:.1f} s + {slope * 1e3:.1f} ms an"
        f" article, least squares of relative errors; no run is more than {off:.1%} off it."
    ]
    if high.articles < AIM:
        lines.append(
            f"{AIM:,} articles were not measured. By the line they take {first + slope * AIM:,.0f} CPU seconds,"
            f" and a ledger of {AIM * high.ledger / high.articles / MB:,.0f} MB."
        )
    for row in briefs:
        if row.again_cpu and row.again_clock:
            lines.append(
                f"A second run over {row.articles:,} unchanged articles: {row.again_cpu:.2f} CPU seconds against"
                f" {row.cpu:,.0f}, {row.cpu / row.again_cpu:,.0f} times as fast; by the clock"
                f" {row.again_clock:.1f} s against {row.clock:,.0f} s."
            )
    if kept.long:
        lines.append(_long(kept.long))
    return lines


def _long(long: Long) -> str:
    own, others = long.cpu[0], sum(long.cpu[1:])
    return (
        f"One article of {long.characters / MB:.0f} MB, the first in line, beside {long.briefs:,} briefs: status"
        f" {long.status}; its worker took {own:,.0f} CPU seconds and at most {long.peak[0] / MB:,.0f} MB, the"
        f" other worked on for {others:,.0f} CPU seconds with at most {long.peak[-1] / MB:,.0f} MB."
    )


def reckoned(kept: Kept) -> str:
    """What many articles of the seeds' length cost, by the largest run over such."""
    row = kept.of("whole")[-1]
    hours = row.cpu / row.articles / 3600
    size, writer = row.ledger / row.articles, row.articles / row.parent_cpu
    heads = ["articles", "core-hours", "on 16 cores", "on 1,000 cores", "ledger", "the one writer"]
    table = [
        (f"{many:,}", f"{many * hours:,.0f}", _time(many * hours / 16), _time(many * hours / 1000),
         _bytes(many * size), _time(many / writer / 3600))
        for many in (100_000, 1_000_000, 100_000_000)
    ]  # fmt: skip
    cores = writer * hours * 3600
    return "\n\n".join([
        f"Measured on {row.articles:,} articles of {row.words / row.articles:.0f} words: {row.cpu / row.articles:.2f}"
        f" CPU seconds and {size:,.0f} bytes of ledger an article; the parent, which reads and writes, took"
        f" {row.parent_cpu / row.articles * 1e3:.1f} ms of it, so that it is busy with the work of"
        f" {cores:,.0f} cores. A worker has at most {row.worker_peak / MB:.0f} MB, the parent"
        f" {row.parent_peak / MB:.0f} MB.",
        tabulate(table, heads, tablefmt="pipe"),
    ])  # fmt: skip


def line(rows: Sequence[Row]) -> tuple[float, float]:
    """Seconds at no article and an article: least squares of relative errors."""
    weights = [1 / row.cpu**2 for row in rows]
    total = sum(weights)
    x = sum(w * row.articles for w, row in zip(weights, rows, strict=True)) / total
    y = sum(w * row.cpu for w, row in zip(weights, rows, strict=True)) / total
    spread = sum(w * (row.articles - x) ** 2 for w, row in zip(weights, rows, strict=True))
    both = sum(w * (row.articles - x) * (row.cpu - y) for w, row in zip(weights, rows, strict=True))
    slope = both / spread
    return y - slope * x, slope


def plot(rows: Sequence[Row], path: Path) -> None:
    """CPU seconds with the line, and memory, by the number of articles."""
    import matplotlib
    from matplotlib.figure import Figure

    matplotlib.rcParams["svg.hashsalt"] = "claimtrack"
    figure = Figure(figsize=(9, 3.6), layout="constrained")
    times, memory = figure.subplots(1, 2)
    sizes = [row.articles for row in rows]
    first, slope = line(rows)
    times.loglog(sizes, [row.cpu for row in rows], "o", label="measured")
    drawn = [*sizes, AIM] if sizes[-1] < AIM else sizes
    times.loglog(drawn, [first + slope * size for size in drawn], "--", label="line")
    times.set(xlabel="articles", ylabel="CPU seconds")
    memory.semilogx(sizes, [row.parent / MB for row in rows], "o-", label="parent")
    memory.semilogx(sizes, [row.worker / MB for row in rows], "s-", label="largest worker")
    memory.set(xlabel="articles", ylabel="MB at the end", ylim=(0, None))
    for axes in (times, memory):
        axes.grid(alpha=0.3)
        axes.legend()
    figure.savefig(path, metadata={"Date": None, "Creator": None})


def _time(hours: float) -> str:
    if hours < 1.5:
        return f"{hours * 60:,.0f} min"
    return f"{hours:,.0f} hours" if hours < 72 else f"{hours / 24:,.0f} days"


def _bytes(size: float) -> str:
    unit, name = (TB, "TB") if size >= TB else (GB, "GB")
    return f"{size / unit:,.1f} {name}"
