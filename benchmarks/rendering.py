"""What each format costs beside the report that it is written from, in processor time.

    nice python -m benchmarks.rendering [--articles seeds] [--repeats 5]

Reports are made anew and written in every format in one process, in turns; the best of several
repeats counts. All articles go into one stream in memory, or into one folder or database on disk.
``docx of a .docx`` gives the authors' documents back.
"""

from __future__ import annotations

import argparse
import io
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from tabulate import tabulate

import claimtrack
from claimtrack.cli.writers import into_folder, write_folder, writer
from claimtrack.config import Format
from claimtrack.read import read_paths
from claimtrack.records import Article, Report
from claimtrack.render.docx import document_of
from claimtrack.render.sqlite import write_sqlite
from claimtrack.render.table import write_table

AT_MOST = 0.10
"""A format may cost so large a part of the time of the report."""

Write = Callable[[Sequence[Report], Path], object]


class _Binary(io.TextIOWrapper):
    """A text stream in memory, with the bytes below it as documents need them."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", newline="\n")


def writes(room: Path) -> Mapping[str, Write]:
    """What writes a report, by format; documents of authors are put into the room first."""
    found: dict[str, Write] = {each.value: _write(each) for each in Format}
    docx = found["docx"]
    found["docx of a .docx"] = lambda reports, place: docx(
        [_from_docx(report, room) for report in reports], place
    )
    return found


def _write(format: Format) -> Write:
    if format is Format.sqlite:
        return lambda reports, place: write_sqlite(reports, place / "ledger.db")
    if format is Format.table:
        return lambda reports, _: write_table(reports, _Binary(), 80)
    if format is Format.docx or into_folder(format, None):
        return lambda reports, place: write_folder(reports, format, place)
    write = writer(format)
    assert write is not None
    return lambda reports, _: write(reports, _Binary())


def _from_docx(report: Report, room: Path) -> Report:
    """The report as if it had been read from a document, which is written where there is none."""
    path = room / f"{report.article.id}.docx"
    if not path.exists():
        path.write_bytes(document_of(report))
    return replace(report, article=replace(report.article, path=str(path)))


@contextmanager
def timed(into: list[float]) -> Iterator[None]:
    start = time.process_time()
    yield
    into.append(time.process_time() - start)


def measured(articles: Sequence[Article], repeats: int) -> tuple[float, dict[str, float]]:
    """Seconds of processor time for all reports, and for writing them in each format."""
    tracker = claimtrack.load()
    making: list[float] = []
    with tempfile.TemporaryDirectory() as documents:
        all_writes = writes(Path(documents))
        writing: dict[str, list[float]] = {name: [] for name in all_writes}
        for _ in range(repeats + 1):
            with timed(making):
                reports = [item for item in tracker.pipe(articles) if isinstance(item, Report)]
            for name, write in all_writes.items():
                with tempfile.TemporaryDirectory() as place, timed(writing[name]):
                    write(reports, Path(place))
    # The first round loads what is loaded once.
    return min(making[1:]), {name: min(times[1:]) for name, times in writing.items()}


def table(making: float, writing: Mapping[str, float]) -> str:
    rows = [
        (name, f"{seconds * 1000:.1f}", f"{100 * seconds / making:.1f} %")
        for name, seconds in sorted(writing.items(), key=lambda each: -each[1])
    ]
    return tabulate(rows, ["format", "ms", "of the report"], disable_numparse=True)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", default="seeds", help="a file or folder")
    parser.add_argument("--repeats", type=int, default=5)
    options = parser.parse_args(arguments)
    articles = [item for item in read_paths([options.articles]) if isinstance(item, Article)]
    making, writing = measured(articles, options.repeats)
    print(table(making, writing))
    worst = max(writing.values()) / making
    print(f"\n{len(articles)} articles, whose reports take {making * 1000:.0f} ms")
    print(f"at most {AT_MOST:.0%}: {'met' if worst <= AT_MOST else 'missed'}")


if __name__ == "__main__":
    main()
