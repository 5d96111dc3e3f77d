"""``claimtrack report``: each sentence with source, stance, contested; sources; disputes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, TextIO

import typer

from claimtrack.cli.command import DONE, FAILED, Session
from claimtrack.cli.console import FALLBACK_WIDTH, painter, terminal_width
from claimtrack.cli.gathering import gathered
from claimtrack.cli.ledgered import write_ledger
from claimtrack.cli.output import writing
from claimtrack.cli.writers import BY_ENDING, Items, Write, into_folder, write_folder, writer
from claimtrack.config import Format
from claimtrack.errors import error_line
from claimtrack.records import Failure, Report


def report(
    session: Session,
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH…", help="Files, folders, ledgers, or - for standard input."),
    ],
    format: Annotated[
        Format | None, typer.Option("--format", "-f", help="How the report is written.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="OUT", help="A file or folder to write it to."),
    ] = None,
    width: Annotated[
        int | None, typer.Option(min=20, help="Columns of a table, instead of the terminal's.")
    ] = None,
    id: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="The article with this id alone.")
    ] = None,
    from_brat: Annotated[
        bool, typer.Option("--from-brat", help="PATHs are brat annotations to report as they are.")
    ] = False,
    from_labelstudio: Annotated[
        bool, typer.Option("--from-labelstudio", help="PATHs are Label Studio exports in JSON.")
    ] = False,
) -> int:
    """Say for each sentence who vouches for it, how, and whether anybody disputes it."""
    failures = 0

    def noted(items: Iterable[Report | Failure]) -> Iterator[Report | Failure]:
        nonlocal failures
        for item in items:
            if isinstance(item, Failure):
                failures += 1
                session.console.error(error_line(item.code, item.message, item.path, item.line))
            yield item

    chosen = _format(session, format, output)
    annotated = _annotated(paths, from_brat, from_labelstudio)
    items = noted(annotated if annotated is not None else gathered(session, paths, id))
    _write(items, chosen, output, width)
    return FAILED if failures else DONE


def _write(items: Items, format: Format, output: Path | None, width: int | None) -> None:
    """Writes reports to a ledger, to a folder, or to a file or standard output."""
    if format is Format.sqlite:
        write_ledger(items, output)
    elif into_folder(format, output):
        write_folder(items, format, output)
    else:
        write = writer(format) or _table_writer(width, to_file=output is not None)
        with writing(output) as out:
            write(items, out)


def _annotated(paths: list[str], from_brat: bool, from_labelstudio: bool) -> Items | None:
    """What people annotated with another tool, where that is asked for."""
    if from_brat and from_labelstudio:
        raise typer.BadParameter("choose one of --from-brat and --from-labelstudio")
    if from_brat:
        from claimtrack.render.bratreading import read_brat

        return read_brat(paths)
    if from_labelstudio:
        from claimtrack.render.labelstudioreading import read_labelstudio

        return read_labelstudio(paths)
    return None


def _format(session: Session, format: Format | None, output: Path | None) -> Format:
    """The option, else what the output's ending says, else the setting."""
    if format is not None:
        return format
    if output is not None and output.suffix in BY_ENDING:
        return BY_ENDING[output.suffix]
    return Format(session.value("format"))


def _table_writer(width: int | None, to_file: bool) -> Write:
    from claimtrack.render.table import write_table

    columns = width or (FALLBACK_WIDTH if to_file else terminal_width())
    paint = painter(to_file)

    def write(items: Items, out: TextIO) -> None:
        write_table(items, out, columns, paint)

    return write
