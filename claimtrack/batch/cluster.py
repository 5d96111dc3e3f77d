"""The engine on other machines, by Dask: shards in hand there, and a result file from each."""

from __future__ import annotations

import logging
import pickle
import threading
import warnings
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from claimtrack.batch.engine import Done, Load, Reporting, Result, results_of
from claimtrack.batch.plan import Listener, Plan, Stop, unheard
from claimtrack.batch.shards import (
    ARTICLES,
    Shard,
    read_results,
    settle,
    shards_of,
    sweep,
    write_results,
)
from claimtrack.batch.steps import Chunk, Item
from claimtrack.batch.stopping import signals_held
from claimtrack.batch.worker import load_error
from claimtrack.errors import ClaimtrackError, advise, error_line
from claimtrack.read.extras import hush
from claimtrack.records import Article, Failure, Tool

LOCAL = "local"
WINDOW = 4
"""Shards a thread of the cluster that may be under way, or wait for an earlier one."""
_TRIES = 2
"""How often an article may cost workers, alone in their hands, before it is given up."""
_PATIENCE, _GLANCE = 60, 0.2
"""Seconds to wait for a first worker, and between looks at whether the run is to stop."""
_ONE_AT_A_TIME = threading.Lock()
"""A language model is no thing for several threads of a worker."""


@dataclass(slots=True, eq=False)
class _Flight:
    """A shard on its way; without a future, there is nothing to wait for."""

    shard: Shard
    file: Path
    future: Any = None
    over: threading.Event = field(default_factory=threading.Event)


@dataclass(slots=True)
class Cluster:
    """Workers that see ``folder`` under the same path and leave a result file a shard in it.

    A file is removed when the run has gone on from it, unless they are to be kept. Then those
    that the run has no use for are removed at its end.
    """

    client: Any
    load: Load
    folder: Path
    keep: bool = False
    foreseen: Tool | None = None
    articles: int = ARTICLES

    @property
    def tool(self) -> Tool:
        """What is foreseen, or what a worker has loaded."""
        if self.foreseen is None:
            self.foreseen = _outcome(self.client.submit(_tool, pickle.dumps(self.load), pure=False))
        return self.foreseen

    def run(self, chunks: Iterator[Chunk], stop: Stop, listener: Listener) -> Iterator[Done]:
        """Chunks in their order; once stopped, those whose results are there and no more."""
        self._make_folder()
        shards = shards_of(chunks, self.articles)
        flights: deque[_Flight] = deque()
        kept: set[Path] = set()
        try:
            while self._fill(flights, shards, stop):
                results = self._landed(flights[0], stop, listener)
                if results is None:
                    return
                flight = flights.popleft()
                yield from _by_chunk(flight.shard, results)
                kept.update(self._settled(flight, results))
        finally:
            self.client.cancel([each.future for each in flights if each.future is not None])
        if not stop.asked:
            sweep(self.folder, kept)
            if not self.keep:
                self.folder.rmdir()

    def _fill(self, flights: deque[_Flight], shards: Iterator[Shard], stop: Stop) -> bool:
        """Sends shards while there is room for them; False where none is under way."""
        room = WINDOW * max(1, sum(self.client.nthreads().values()))
        while len(flights) < room and not stop.asked:
            shard = next(shards, None)
            if shard is None:
                break
            flights.append(self._sent(shard))
        return bool(flights)

    def _sent(self, shard: Shard) -> _Flight:
        flight = _Flight(shard, self.folder / shard.name(self.tool))
        if not shard.items or flight.file.exists():
            flight.over.set()
            return flight
        items = [chunk.items for chunk in shard.chunks if chunk.items]
        flight.future = self._submitted(_write, items, str(flight.file))
        flight.future.add_done_callback(lambda _: flight.over.set())
        return flight

    def _submitted(self, work: Any, items: Sequence[Sequence[Item]], *more: str) -> Any:
        load, packed = pickle.dumps(self.load), pickle.dumps(items)
        return self.client.submit(work, load, self.tool, packed, *more, pure=False)

    def _landed(self, flight: _Flight, stop: Stop, listener: Listener) -> list[Result] | None:
        """The shard's results when they are there; None where the run is to stop before."""
        while not flight.over.wait(_GLANCE):
            if stop.asked:
                return None
        if flight.future is not None and _killed(flight.future):
            results = self._each_alone(flight.shard, stop, listener)
            if results is None:
                return None
            write_results(flight.file, results)
        elif flight.future is not None:
            _outcome(flight.future)
        return read_results(flight.file, flight.shard) if flight.shard.items else []

    def _each_alone(self, shard: Shard, stop: Stop, listener: Listener) -> list[Result] | None:
        """The results of a shard that workers have died of, or of one beside it."""
        listener.warn(_told_again(shard.items))
        results: list[Result] = []
        for item in shard.items:
            if stop.asked:
                return None
            results.append(item if isinstance(item, Failure) else self._alone(item))
        return results

    def _alone(self, article: Article) -> Result:
        for _ in range(_TRIES):
            future = self._submitted(_reported, [[article]])
            if not _killed(future):
                (result,) = _outcome(future)
                return result  # type: ignore[no-any-return]
        what = "the worker processes of the cluster died at this article"
        return Failure(article.id, article.path, "CT511", advise("CT511", what))

    def _settled(self, flight: _Flight, results: Sequence[Result]) -> Iterator[Path]:
        """What is to be kept of a shard whose results have been taken."""
        if self.keep and flight.shard.items:
            yield settle(flight.file, results)
        elif flight.shard.items:
            flight.file.unlink(missing_ok=True)

    def _make_folder(self) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            what = f"the folder for result files cannot be made: {error.strerror}"
            raise ClaimtrackError("CT520", advise("CT520", what), str(self.folder)) from error


@contextmanager
def client_of(address: str, jobs: int) -> Iterator[Any]:
    """A client of the scheduler at this address, or of a cluster of so many processes on this
    machine that ends with it. Raises ClaimtrackError: CT601 without Dask, CT519 without a cluster.
    """
    try:
        from distributed import Client, LocalCluster
    except ImportError as error:
        needed = (
            "--cluster needs a package that is not installed: pip install 'claimtrack[cluster]'"
        )
        raise ClaimtrackError("CT601", needed) from error
    with ExitStack() as stack:
        stack.enter_context(_hushed())
        try:
            if address == LOCAL:
                with signals_held():  # the processes are deaf to them, those started later too
                    address = stack.enter_context(
                        LocalCluster(
                            n_workers=jobs,
                            threads_per_worker=1,
                            dashboard_address=None,
                            silence_logs=logging.CRITICAL + 1,
                        )
                    ).scheduler_address
            client = stack.enter_context(Client(address))
            client.wait_for_workers(1, timeout=_PATIENCE)
        except (OSError, ValueError, TimeoutError) as error:
            raise _unreachable(address, str(error) or type(error).__name__) from error
        yield client


def result_folder(plan: Plan) -> Path:
    """Where result files lie: in the warehouse, or hidden beside the ledger while a run lasts."""
    place = plan.ledger.absolute()
    return place if plan.warehouse else place.with_name(f".{place.name}-shards")


@contextmanager
def _hushed() -> Iterator[None]:
    """Keeps Dask from telling what it mends itself."""
    hush("distributed")
    hush("distributed.client")
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", module="distributed")
        yield


def _by_chunk(shard: Shard, results: Iterable[Result]) -> Iterator[Done]:
    """The chunks with the results of their articles; those of failures are the failures."""
    remaining = iter(results)
    for chunk in shard.chunks:
        told = [(item, next(remaining)) for item in chunk.items]
        yield chunk, [result for item, result in told if isinstance(item, Article)]


def _write(load: bytes, tool: Tool, items: bytes, file: str) -> None:
    """A worker's part: the results of the items into the file."""
    write_results(Path(file), _reported(load, tool, items))


def _reported(load: bytes, tool: Tool, items: bytes) -> list[Result]:
    """The results of lists of items, the tracker's memory for each list of its own."""
    with _ONE_AT_A_TIME:
        tracker = _tracker(load)
        if tracker.tool != tool:
            what = f"{tracker.tool} was loaded where {tool} is to report"
            raise ClaimtrackError("CT518", advise("CT518", what))
        return [result for part in pickle.loads(items) for result in _results(tracker, part)]


def _results(tracker: Reporting, items: Sequence[Item]) -> Iterator[Result]:
    articles = [item for item in items if isinstance(item, Article)]
    found = iter(results_of(tracker, articles, unheard, Stop()))
    for item in items:
        yield item if isinstance(item, Failure) else next(found)


def _tool(load: bytes) -> Tool:
    return _tracker(load).tool


@lru_cache(1)
def _tracker(load: bytes) -> Reporting:
    """What the worker loads once."""
    try:
        tracker: Reporting = pickle.loads(load)()
    except Exception as error:
        raise load_error(error) from None
    return tracker


def _killed(future: Any) -> bool:
    """Whether workers died of it, as often as the cluster tries."""
    from distributed import KilledWorker

    return isinstance(_error(future), KilledWorker)


def _outcome(future: Any) -> Any:
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
    except CancelledError as gone:
        raise _unreachable(future.client.scheduler.address, "its scheduler is gone") from gone
    return error


def _unreachable(address: str, why: str) -> ClaimtrackError:
    what = f"the cluster {address} cannot be reached: {why}"
    return ClaimtrackError("CT519", advise("CT519", what))


def _told_again(items: Sequence[Item]) -> str:
    first = items[0]
    rest = f" and {len(items) - 1} after it" if len(items) > 1 else ""
    what = f"worker processes of the cluster died at {first.id}{rest}"
    return error_line("CT511", f"{what}; trying again, each alone", first.path)
