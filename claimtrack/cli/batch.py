"""``claimtrack batch``: folders and shards into a ledger, resumable at any point."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli.command import DONE, FAILED, Session
from claimtrack.cli.log import Log, LogFormat
from claimtrack.errors import ClaimtrackError

if TYPE_CHECKING:
    from claimtrack.batch.engine import Engine
    from claimtrack.batch.plan import Plan, Stop, Summary


def batch(
    session: Session,
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH…", help="Files, folders, or - for standard input.")
    ],
    ledger: Annotated[
        Path, typer.Option("--ledger", "-l", metavar="FILE", help="The SQLite file to write to.")
    ],
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="How many processes.")] = 1,
    max_failures: Annotated[
        int | None, typer.Option("--max-failures", min=0, help="End the run at more failures.")
    ] = None,
    prune: Annotated[
        bool, typer.Option("--prune", help="Take out articles that the paths no longer hold.")
    ] = False,
    log_format: Annotated[
        LogFormat, typer.Option("--log-format", help="How notes are written on standard error.")
    ] = LogFormat.text,
) -> int:
    """Report on folders and shards into a ledger; what has not changed is skipped."""
    from claimtrack.batch.plan import Plan
    from claimtrack.batch.stopping import stoppable

    plan = Plan(tuple(paths), ledger, max_failures, prune)
    log = Log(session.console, log_format, prune)
    try:
        with stoppable() as stop, _engine(session, jobs) as engine:
            summary = _run(plan, engine, jobs, stop, log)
    except ClaimtrackError as error:
        if log_format is LogFormat.text:
            raise
        log.error(error)
        return FAILED
    log.ended(plan, summary)
    return DONE if summary.outcome == "done" and not summary.tally.failed else FAILED


def _run(plan: Plan, engine: Engine, jobs: int, stop: Stop, log: Log) -> Summary:
    from claimtrack.batch.plan import Listener
    from claimtrack.batch.run import run

    with log.progress(plan.paths) as progress:
        listener = Listener(log.warn, log.trace, progress, log.failure, log.removed)
        return run(plan, engine, jobs, stop, listener)


@contextmanager
def _engine(session: Session, jobs: int) -> Iterator[Engine]:
    """In this process, or in as many as are asked for."""
    from claimtrack.batch.foreseen import foreseen
    from claimtrack.batch.worker import loading, pin_threads

    pin_threads()
    named = session.value("model")
    model = named if isinstance(named, str) else None
    tool = foreseen(model, *session.own_rules)
    if jobs == 1:
        from claimtrack.batch.engine import Local

        yield Local(lambda: session.tracker, tool)
        return
    from claimtrack.batch.pool import pool

    with pool(loading(model, *session.own_rules), jobs, tool) as workers:
        yield workers
