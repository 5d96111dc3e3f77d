"""What goes to standard error, and whether standard output takes colour."""

from __future__ import annotations

import os
import shutil
import sys
import traceback
from dataclasses import dataclass

import typer

from claimtrack.errors import ClaimtrackError, advise, error_line
from claimtrack.render.printable import printable
from claimtrack.render.tone import Paint, Tone, unpainted

_STYLES: dict[Tone, dict[str, object]] = {
    "title": {"bold": True},
    "good": {"fg": "green"},
    "warning": {"fg": "yellow"},
    "bad": {"fg": "red"},
    "faint": {"dim": True},
}
FALLBACK_WIDTH = 80


@dataclass(frozen=True, slots=True)
class Console:
    """Notes, warnings and errors, a line each, on standard error."""

    quiet: bool = False
    verbose: bool = False

    def warn(self, line: str) -> None:
        """Something that was done all the same; silent with --quiet."""
        if not self.quiet:
            typer.echo(printable(line), err=True)

    def error(self, line: str) -> None:
        """Something that could not be done."""
        typer.echo(printable(line), err=True)

    def trace(self, error: Exception) -> None:
        """The stack trace of an error, with --verbose."""
        if self.verbose:
            typer.echo("".join(traceback.format_exception(error)), err=True)

    def failed(self, error: Exception) -> None:
        """A line for each problem of an error; the stack trace too with --verbose."""
        self.trace(error)
        if isinstance(error, ClaimtrackError):
            lines = str(error).splitlines()
        else:
            what = f"{type(error).__name__}: {error}"
            lines = [error_line("CT499", advise("CT499", what))]
        for line in lines:
            self.error(line)


def painter(to_file: bool) -> Paint:
    """Colours where standard output is a terminal that shows them and the user wants them."""
    plain = to_file or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return unpainted if plain or not sys.stdout.isatty() else _painted


def _painted(text: str, tone: Tone) -> str:
    return typer.style(text, **_STYLES[tone])  # type: ignore[arg-type]


def terminal_width() -> int:
    """Columns of the terminal, or of COLUMNS, or 80 where there is neither."""
    return shutil.get_terminal_size((FALLBACK_WIDTH, 24)).columns
