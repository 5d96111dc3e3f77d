"""The engine on other machines, by Dask: shards in hand there, and a result file from each."""

from __future__ import annotations

import pickle
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimtrack.batch.engine import Done, Load, Result
from claimtrack.batch.plan import Listener, Plan, Stop
from claimtrack.batch.remote import reported, tool_of, write
from claimtrack.batch.scheduler import PATIENCE, gone, killed, outcome
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
from claimtrack.errors import ClaimtrackError, advise, error_line
from claimtrack.records import Article, Failure, Tool

WINDOW = 4
"""Shards a thread of the cluster that may be under way, or wait for an earlier one."""
_TRIES = 2
"""How often an article may cost workers, alone in their hands, before it is given up."""
_GLANCE = 0.2
"""Seconds between looks at whether the run is to stop."""


@dataclass(slots=True, eq=False)
class _Flight:
    """A shard on its way; without a future, there is nothing to wait for."""

    shard: Shard
    file: Path
    future: Any = None


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
            self.foreseen = outcome(
                self.client.submit(tool_of, pickle.dumps(self.load), pure=False)
            )
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
                with suppress(OSError):  # what an earlier run has sent may still come in
                    self.folder.rmdir()

    def _fill(self, flights: deque[_Flight], shards: Iterator[Shard], stop: Stop) -> bool:
        """Sends shards while there is room for them; False where none is under way."""
        room = WINDOW * max(1, self._threads())
        while len(flights) < room and not stop.asked:
            shard = next(shards, None)
            if shard is None:
                break
            flights.append(self._sent(shard))
        return bool(flights)

    def _sent(self, shard: Shard) -> _Flight:
        flight = _Flight(shard, self.folder / shard.name(self.tool))
        if shard.items and not flight.file.exists():
            items = [chunk.items for chunk in shard.chunks if chunk.items]
            flight.future = self._submitted(write, items, str(flight.file))
        return flight

    def _submitted(self, work: Any, items: Sequence[Sequence[Item]], *more: str) -> Any:
        load, packed = pickle.dumps(self.load), pickle.dumps(items)
        return self.client.submit(work, load, self.tool, packed, *more, pure=False)

    def _over(self, future: Any, stop: Stop) -> bool:
        """Waits for the future; False where the run is to stop before. Raises ClaimtrackError CT519
        where all workers are gone for good."""
        over = threading.Event()
        future.add_done_callback(lambda _: over.set())
        seen = time.monotonic()
        while not over.wait(_GLANCE):
            if stop.asked:
                return False
            if self._threads():
                seen = time.monotonic()
            elif time.monotonic() - seen > PATIENCE:
                raise gone(self.client, "its workers are")
        return True

    def _threads(self) -> int:
        try:
            return sum(self.client.nthreads().values())
        except OSError as error:
            raise gone(self.client, "its scheduler is") from error

    def _landed(self, flight: _Flight, stop: Stop, listener: Listener) -> list[Result] | None:
        """The shard's results when they are there; None where the run is to stop before."""
        if flight.future is not None:
            if not self._over(flight.future, stop):
                return None
            if not killed(flight.future):
                outcome(flight.future)
            elif not self._each_alone(flight, stop, listener):
                return None
        return read_results(flight.file, flight.shard) if flight.shard.items else []

    def _each_alone(self, flight: _Flight, stop: Stop, listener: Listener) -> bool:
        """Does what is to be in a result file of which workers died; False where it is to stop."""
        listener.warn(_told_again(flight.shard.items))
        results: list[Result] = []
        for item in flight.shard.items:
            result = item if isinstance(item, Failure) else self._alone(item, stop)
            if result is None:
                return False
            results.append(result)
        write_results(flight.file, results)
        return True

    def _alone(self, article: Article, stop: Stop) -> Result | None:
        for _ in range(_TRIES):
            future = self._submitted(reported, [[article]])
            if not self._over(future, stop):
                return None
            if not killed(future):
                (result,) = outcome(future)
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


def result_folder(plan: Plan) -> Path:
    """Where result files lie: in the warehouse, or hidden beside the ledger while a run lasts."""
    place = plan.ledger.absolute()
    return place if plan.warehouse else place.with_name(f".{place.name}-shards")


def _by_chunk(shard: Shard, results: Iterable[Result]) -> Iterator[Done]:
    """The chunks with the results of their articles; those of failures are the failures."""
    remaining = iter(results)
    for chunk in shard.chunks:
        told = [(item, next(remaining)) for item in chunk.items]
        yield chunk, [result for item, result in told if isinstance(item, Article)]


def _told_again(items: Sequence[Item]) -> str:
    first = items[0]
    rest = f" and {len(items) - 1} after it" if len(items) > 1 else ""
    what = f"worker processes of the cluster died at {first.id}{rest}"
    return error_line("CT511", f"{what}; trying again, each alone", first.path)
