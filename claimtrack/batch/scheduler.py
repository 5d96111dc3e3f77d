"""Dask as it is used here: a client, what becomes of a task, and when the cluster is gone."""

from __future__ import annotations

import asyncio
import logging
import warnings
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager
from typing import Any

from claimtrack.batch.stopping import signals_held
from claimtrack.errors import ClaimtrackError, advise
from claimtrack.read.extras import hush

LOCAL = "local"
PATIENCE = 60
"""Seconds to wait for workers where there is none."""
_NEVER = "1000 days"


@contextmanager
def client_of(address: str, jobs: int) -> Iterator[Any]:
    """A client of the scheduler at this address, or of a cluster of so many processes on this
    machine that ends with it. Raises ClaimtrackError: CT601 without Dask, CT519 without a cluster.
    """
    try:
        from distributed import Client
    except ImportError as error:
        needed = (
            "--cluster needs a package that is not installed: pip install 'claimtrack[cluster]'"
        )
        raise ClaimtrackError("CT601", needed) from error
    with ExitStack() as stack:
        stack.enter_context(_hushed())
        try:
            if address == LOCAL:
                address = stack.enter_context(_local(jobs))
            client = stack.enter_context(Client(address))
            client.wait_for_workers(1, timeout=PATIENCE)
        except (OSError, ValueError, asyncio.TimeoutError) as error:
            raise _unreachable(address, str(error) or type(error).__name__) from error
        yield client


@contextmanager
def _local(jobs: int) -> Iterator[str]:
    """The address of a cluster in processes of this machine, started anew however often they die:
    Dask would close one for good that is not there some seconds after its last death."""
    import dask
    from distributed import LocalCluster

    with dask.config.set({"distributed.deploy.lost-worker-timeout": _NEVER}), ExitStack() as stack:
        with signals_held():  # the processes are deaf to them, those started later too
            cluster = LocalCluster(
                n_workers=jobs,
                threads_per_worker=1,
                dashboard_address=None,
                silence_logs=logging.CRITICAL + 1,
            )
            stack.enter_context(cluster)
        yield cluster.scheduler_address


@contextmanager
def _hushed() -> Iterator[None]:
    """Keeps Dask from telling what it mends itself."""
    hush("distributed")
    hush("distributed.client")
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", module="distributed")
        yield


def killed(future: Any) -> bool:
    """Whether workers died of it, as often as the cluster tries."""
    from distributed import KilledWorker

    return isinstance(_error(future), KilledWorker)


def outcome(future: Any) -> Any:
    """What the worker gives. Raises ClaimtrackError for whatever it says instead."""
    error = _error(future)
    if error is None:
        return future.result()
    if isinstance(error, ClaimtrackError):
        raise error
    what = f"a worker of the cluster cannot do the work: {type(error).__name__}: {error}"
    raise ClaimtrackError("CT518", advise("CT518", what)) from error


def _error(future: Any) -> BaseException | None:
    try:
        error: BaseException | None = future.exception()
    except CancelledError as cancelled:
        raise gone(future.client, "its scheduler is") from cancelled
    return error


def gone(client: Any, what: str) -> ClaimtrackError:
    """The error of a run whose cluster ended: its scheduler, or its workers."""
    return _unreachable(str(client.scheduler.address), f"{what} gone")


def _unreachable(address: str, why: str) -> ClaimtrackError:
    what = f"the cluster {address} cannot be reached: {why}"
    return ClaimtrackError("CT519", advise("CT519", what))
