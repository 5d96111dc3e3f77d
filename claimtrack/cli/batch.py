"""``claimtrack batch``: folders and shards into a ledger, resumable at any point."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli.command import DONE, FAILED, Session, UsageError
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
        Path | None,
        typer.Option("--ledger", "-l", metavar="FILE", help="The SQLite file to write to."),
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="How many processes.")] = 1,
    max_failures: Annotated[
        int | None, typer.Option("--max-failures", min=0, help="End the run at more failures.")
    ] = None,
    prune: Annotated[
        bool, typer.Option("--prune", help="Take out articles that the paths no longer hold.")
    ] = False,
    cluster: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS|local", help="Work on a Dask cluster, tcp://… or local."),
    ] = None,
    shards: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Leave a cluster's result files, without a ledger."),
    ] = None,
    log_format: Annotated[
        LogFormat, typer.Option("--log-format", help="How notes are written on standard error.")
    ] = LogFormat.text,
) -> int:
    """Report on folders and shards into a ledger; what has not changed is skipped."""
    from claimtrack.batch.plan import Plan
    from claimtrack.batch.stopping import stoppable

    target = _target(ledger, shards, cluster, paths)
    plan = Plan(tuple(paths), target, max_failures, prune, warehouse=shards is not None)
    log = Log(session.console, log_format, prune)
    try:
        with stoppable() as stop, _engine(session, jobs, cluster, plan) as engine:
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


def _target(
    ledger: Path | None, shards: Path | None, cluster: str | None, paths: list[str]
) -> Path:
    """Where the run writes to. Raises UsageError where that is not one place."""
    if ledger is None and shards is None:
        raise UsageError("Missing option '--ledger', or '--shards' with '--cluster'.")
    if ledger is not None and shards is not None:
        raise UsageError("'--shards' leaves files in the place of a '--ledger': give one of them.")
    if shards is not None and cluster is None:
        raise UsageError("'--shards' goes with '--cluster'.")
    if shards is not None and any(
        shards.absolute().is_relative_to(Path(p).absolute()) for p in paths
    ):
        raise UsageError(
            f"{shards} lies within the articles' paths, and would be read as articles."
        )
    target = shards or ledger
    assert target is not None
    return target


@contextmanager
def _engine(session: Session, jobs: int, cluster: str | None, plan: Plan) -> Iterator[Engine]:
    """In this process, in as many as are asked for, or on other machines."""
    from claimtrack.batch.foreseen import foreseen
    from claimtrack.batch.worker import loading, pin_threads

    pin_threads()
    named = session.value("model")
    model = named if isinstance(named, str) else None
    tool = foreseen(model, *session.own_rules)
    if cluster is not None:
        from claimtrack.batch.cluster import Cluster, result_folder
        from claimtrack.batch.scheduler import client_of

        with client_of(cluster, jobs) as client:
            places = (
                each.absolute() if isinstance(each, Path) else each for each in session.own_rules
            )
            load = loading(model, *places)
            yield Cluster(client, load, result_folder(plan), plan.warehouse, tool)
    elif jobs > 1:
        from claimtrack.batch.pool import pool

        with pool(loading(model, *session.own_rules), jobs, tool) as workers:
            yield workers
    else:
        from claimtrack.batch.engine import Local

        yield Local(lambda: session.tracker, tool)
