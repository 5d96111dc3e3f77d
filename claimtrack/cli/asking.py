"""What the questions to a ledger share: the answers as a table, JSON or CSV."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import typer

from claimtrack.cli.command import DONE, Session
from claimtrack.cli.console import FALLBACK_WIDTH, terminal_width
from claimtrack.cli.output import writing
from claimtrack.render.printable import printable, width_of, wrapped

if TYPE_CHECKING:
    from claimtrack.ledger import Reader

Cells = Mapping[str, object]
Question = Callable[["Reader"], Iterable[Any]]
LEDGER = typer.Argument(metavar="LEDGER", help="The SQLite file that batch wrote.")
FORMAT = typer.Option("--format", "-f", help="How the answers are written.")
OUTPUT = typer.Option("--output", "-o", metavar="OUT", help="A file to write them to.")

_NARROW = 12
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class AnswerFormat(str, Enum):
    """How answers are written."""

    table = "table"
    json = "json"
    csv = "csv"


def answer(
    session: Session,
    ledger: Path,
    question: Question,
    cells: Callable[[Any], Cells],
    format: AnswerFormat,
    output: Path | None,
) -> int:
    """Puts the question and writes its answers; ``cells`` are an answer's columns in a table."""
    from claimtrack.ledger import reading

    with reading(ledger) as reader, writing(output) as out:
        if reader.unfinished():
            session.console.warn(f"{ledger}: the last run into it has not ended, and may have more")
        answers = question(reader)
        if format is AnswerFormat.json:
            _write_json(answers, out)
        elif format is AnswerFormat.csv:
            _write_csv(answers, out)
        else:
            width = FALLBACK_WIDTH if output else terminal_width()
            out.write(table_of([cells(each) for each in answers], width) + "\n")
    return DONE


def _write_json(answers: Iterable[Any], out: TextIO) -> None:
    opening = "[\n"
    for each in answers:
        out.write(opening + "  " + json.dumps(asdict(each), ensure_ascii=False))
        opening = ",\n"
    out.write("[]\n" if opening == "[\n" else "\n]\n")


def _write_csv(answers: Iterable[Any], out: TextIO) -> None:
    """A header and a row an answer; cells that a spreadsheet would run as formulas are quoted."""
    writer = csv.writer(out, lineterminator="\n")
    for nth, each in enumerate(answers):
        values = asdict(each)
        if nth == 0:
            writer.writerow(values)
        writer.writerow(map(_cell, values.values()))


def _cell(value: object) -> object:
    if isinstance(value, dict | tuple):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, str) and value.startswith(_FORMULA):
        return "'" + value
    return value


def table_of(rows: Sequence[Cells], width: int) -> str:
    """The rows in columns that fit the width, the long ones wrapped."""
    from tabulate import tabulate

    if not rows:
        return "none"
    headers = list(rows[0])
    cells = [["" if v is None else printable(str(v)) for v in row.values()] for row in rows]
    widths = _widths([headers, *cells], width)
    wrap = [["\n".join(wrapped(c, w)) for c, w in zip(row, widths, strict=True)] for row in cells]
    return str(tabulate(wrap, headers, disable_numparse=True))


def _widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Columns as wide as their longest cell; where that is too much, the widest give way, down to their
    longest word if that is enough."""
    columns = list(zip(*rows, strict=True))
    widths = [max(map(width_of, column)) for column in columns]
    words = [max(width_of(word) for cell in column for word in cell.split()) for column in columns]
    room = width - 2 * (len(widths) - 1)
    for least in ([max(_NARROW, longest) for longest in words], [_NARROW] * len(words)):
        while sum(widths) > room and any(
            wide > low for wide, low in zip(widths, least, strict=True)
        ):
            spare = [wide if wide > low else 0 for wide, low in zip(widths, least, strict=True)]
            widths[spare.index(max(spare))] -= 1
    return widths
