"""CSV: a row an article, with a header that names the columns, read one row at a time."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

from claimtrack.read.encoding import NotText, decoded, likely
from claimtrack.read.formats import column_name, delimiter_of
from claimtrack.read.inputs import Input
from claimtrack.read.rows import lines_of, row_article
from claimtrack.records import Article, Failure

_PREFACE = re.compile(r"\s*(?:\"?sep=.\"?\s*)?")
"""What may stand above the header: blank lines, and that in which Excel is told the delimiter."""

csv.field_size_limit(2**31 - 1)  # an article is longer than the 128 KiB that csv allows a field


class _Lines:
    """Decoded lines for the CSV reader, which keeps what it has met in the row it is in.

    ``guess`` is what a report says of a guessed encoding.
    """

    def __init__(self, source: Input) -> None:
        self._likely = likely(source.head())
        self._lines = lines_of(source)
        self.count = 0
        self.begin_row()

    def begin_row(self) -> None:
        self.row: list[bytes] = []
        self.guess: dict[str, str] = {}

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.row.append(line)
        self.count += 1
        read = decoded(line, likely=self._likely)
        self.guess |= read.guess()
        return read.text


def read_csv(source: Input) -> Iterator[Article | Failure]:
    """The articles of the rows in order; a broken row is a failure of its own."""
    lines = _Lines(source)
    try:
        header = next((line for line in lines if not _PREFACE.fullmatch(line)), "")
    except NotText:
        yield source.failure("CT103")
        return
    if not header:
        yield source.failure("CT102", "the file has no header")
        return
    columns, delimiter = _columns(header)
    if "text" not in columns:
        yield source.failure("CT012", "the header names no column text", 1)
        return
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    yield from _articles(source, lines, rows, columns)


def _columns(header: str) -> tuple[list[str], str]:
    delimiter = delimiter_of(header) or ","
    headings = next(csv.reader([header], delimiter=delimiter))
    return [column_name(heading) for heading in headings], delimiter


def _articles(
    source: Input, lines: _Lines, rows: Iterator[list[str]], columns: list[str]
) -> Iterator[Article | Failure]:
    found = False
    while True:
        start = lines.count + 1
        lines.begin_row()
        try:
            values = next(rows)
        except StopIteration:
            break
        except NotText:
            found = True
            yield source.failure("CT103", line=start)
        except csv.Error as error:
            found = True
            yield source.failure("CT110", f"the CSV row is broken: {error}", start)
        else:
            if any(values):
                found = True
                raw = b"".join(lines.row).rstrip(b"\r\n")
                yield row_article(source, lines.guess | _fields(columns, values), raw, start)
    if not found:
        yield source.failure("CT102", "the file has a header and no rows")


def _fields(columns: list[str], values: list[str]) -> dict[str, str]:
    """The row by column; what lies beyond the header is kept under the column's number."""
    names = columns + [f"column {nth + 1}" for nth in range(len(columns), len(values))]
    return dict(zip(names, values, strict=False))
