"""The application: its commands, and the only place that exits."""

from __future__ import annotations

import sys
from collections.abc import Mapping

import typer

from claimtrack.cli.command import DONE, FAILED, UsageError, before_commands
from claimtrack.cli.deferred import deferred

_INTERRUPTED = 130
"""What Typer returns after Ctrl-C."""

COMMANDS: Mapping[str, str] = {
    "report": "Say for each sentence who vouches for it, how, and whether anybody disputes it.",
    "explain": "Show how a sentence is parsed, which rule won, and why the others lost.",
    "batch": "Report on folders and shards into a ledger; what has not changed is skipped.",
    "trace": "Say of each article whether it is for a claim, against it, observing it, or unrelated.",
    "sources": "List who is cited how often, with which stances.",
    "disputes": "List what is contested, within an article or by another, who said it, and who denies it.",
    "unattributed": "List the sentences that nobody stands behind.",
    "replies": "List allegations with the answers that their articles give, or without.",
    "config": "Show the settings in force and where each comes from.",
    "rules": "Look at the rule files, prove them, write new ones.",
}
"""Summaries, as the commands' own docstrings have them."""

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
for _name, _summary in COMMANDS.items():
    deferred(app, _name, _summary)


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
        from claimtrack.cli.output import stop_output

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
    from claimtrack.errors import advise, error_line

    typer.echo(error_line(code, message or advise(code)), err=True)
    return FAILED
