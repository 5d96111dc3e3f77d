"""The application: its commands, and the only place that exits."""

from __future__ import annotations

import sys

import typer

from claimtrack.cli.batch import batch
from claimtrack.cli.command import DONE, FAILED, UsageError, before_commands, command
from claimtrack.cli.config import config
from claimtrack.cli.disputes import disputes
from claimtrack.cli.explain import explain
from claimtrack.cli.output import stop_output
from claimtrack.cli.replies import replies
from claimtrack.cli.report import report
from claimtrack.cli.rules import rules_app
from claimtrack.cli.sources import sources
from claimtrack.cli.trace import trace
from claimtrack.cli.unattributed import unattributed
from claimtrack.errors import advise, error_line

_INTERRUPTED = 130
"""What Typer returns after Ctrl-C."""

app = typer.Typer(
    name="claimtrack",
    help="Who vouches for each sentence of a news article, how, and who disputes it.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"claimtrack {version('claimtrack')}"
    except PackageNotFoundError:
        return "claimtrack, not installed"


before_commands(app, _version)
command(app, "report")(report)
command(app, "explain")(explain)
command(app, "batch")(batch)
command(app, "trace")(trace)
command(app, "sources")(sources)
command(app, "disputes")(disputes)
command(app, "unattributed")(unattributed)
command(app, "replies")(replies)
app.add_typer(rules_app, name="rules")
command(app, "config")(config)


def run(arguments: list[str] | None = None) -> None:
    """Runs the command line and exits with its status."""
    sys.exit(status_of(arguments))


def status_of(arguments: list[str] | None = None) -> int:
    """Runs the command line and returns its status: 0 done, 1 findings, 2 something failed."""
    try:
        status = app(args=arguments, prog_name="claimtrack", standalone_mode=False)
        sys.stdout.flush()
    except UsageError as error:
        return _failed("CT401", _one_line(error))
    except typer.Abort:
        return _failed("CT408")
    except BrokenPipeError:
        stop_output()
        return DONE
    return _failed("CT408") if status == _INTERRUPTED else int(status or DONE)


def _one_line(error: Exception) -> str:
    """Typer's message, and the command whose help to see."""
    message = getattr(error, "format_message", error.__str__)()
    context = getattr(error, "ctx", None)
    command_path = context.command_path if context is not None else "claimtrack"
    return f"{message.rstrip('.')}; see {command_path} --help"


def _failed(code: str, message: str | None = None) -> int:
    typer.echo(error_line(code, message or advise(code)), err=True)
    return FAILED
