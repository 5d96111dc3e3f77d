"""The engine in processes of its own: one chunk each in hand, results in the input's order."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess

from claimtrack.batch.engine import Done, Load, Result
from claimtrack.batch.foreseen import same
from claimtrack.batch.plan import Listener, Stop
from claimtrack.batch.steps import Chunk
from claimtrack.batch.stopping import signals_held
from claimtrack.batch.worker import Message, Ready, Results, pin_threads, work
from claimtrack.errors import ClaimtrackError, advise, error_line
from claimtrack.records import Article, Failure, Tool

WINDOW = 512
"""Chunks that may be under way or wait for an earlier one; what is read ahead is bounded by it. It
is as much work as an article of some megabytes, so that one does not hold up the other workers."""
_TRIES = 2
"""How often an article may cost a worker, alone in its hands, before it is given up."""
_STARTS = 3
"""How many workers in a row may end before they have loaded the model."""
_PATIENCE = 5.0


@dataclass(slots=True, eq=False)
class _Slot:
    """A chunk on its way; ``results`` fill up in any order."""

    chunk: Chunk
    results: list[Result | None]
    missing: int


@dataclass(frozen=True, slots=True)
class _Task:
    """Articles of a slot, by their places in it, for one worker."""

    slot: _Slot
    places: tuple[int, ...]
    tries: int = 0

    @property
    def articles(self) -> list[Article]:
        return [self.slot.chunk.articles[place] for place in self.places]


@dataclass(slots=True, eq=False)
class _Worker:
    process: SpawnProcess
    connection: Connection
    ready: bool = False
    task: _Task | None = None


@dataclass(slots=True)
class Pool:
    """Worker processes. With the tool ``foreseen``, they start when there is something to do."""

    load: Load
    jobs: int
    foreseen: Tool | None = None
    _tool: Tool | None = None
    _workers: list[_Worker] = field(default_factory=list)
    _tasks: deque[_Task] = field(default_factory=deque)
    _window: deque[_Slot] = field(default_factory=deque)
    _failed_starts: int = 0

    @property
    def tool(self) -> Tool:
        """What is foreseen, or what the first worker has loaded."""
        if self._tool is None and self.foreseen is None:
            self._start()
            while self._tool is None:
                self._wait(Stop(), Listener())
        tool = self._tool or self.foreseen
        assert tool is not None
        return tool

    def run(self, chunks: Iterator[Chunk], stop: Stop, listener: Listener) -> Iterator[Done]:
        """Chunks in their order; once stopped, those that are in hand and no more."""
        more = True
        while more or self._window:
            more = more and not stop.asked and self._fill(chunks)
            if stop.asked:
                self._tasks.clear()
            while self._window and not self._window[0].missing:
                slot = self._window.popleft()
                yield slot.chunk, [result for result in slot.results if result is not None]
            if stop.asked and not any(worker.task for worker in self._workers):
                return
            if any(worker.task for worker in self._workers) or self._tasks:
                self._wait(stop, listener)

    def _start(self) -> None:
        pin_threads()
        self._workers = [self._started() for _ in range(self.jobs)]

    def end(self) -> None:
        """Ends the workers, those in the middle of something too."""
        for worker in self._workers:
            worker.connection.close()
            if worker.task is not None or not worker.ready:
                worker.process.kill()
        for worker in self._workers:
            worker.process.join(_PATIENCE)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
        self._workers.clear()

    def _fill(self, chunks: Iterator[Chunk]) -> bool:
        """Hands out tasks and reads ahead a chunk a worker; False where there are no more."""
        self._hand_out()
        while len(self._tasks) < self.jobs and len(self._window) < WINDOW:
            chunk = next(chunks, None)
            if chunk is None:
                return False
            places = tuple(range(len(chunk.articles)))
            slot = _Slot(chunk, [None] * len(places), len(places))
            self._window.append(slot)
            if places:
                self._tasks.append(_Task(slot, places))
                self._hand_out()
            elif slot is self._window[0]:
                break
        return True

    def _hand_out(self) -> None:
        if self._tasks and not self._workers:
            self._start()
        for worker in self._workers:
            if worker.ready and worker.task is None and self._tasks:
                task = self._tasks.popleft()
                worker.task = task
                with suppress(OSError):  # a worker that has just died is found by _wait
                    worker.connection.send(task.articles)

    def _wait(self, stop: Stop, listener: Listener) -> None:
        """Takes what workers have to say, and replaces those that died."""
        self._hand_out()
        ready = set(wait([worker.connection for worker in self._workers]))
        for nth, worker in enumerate(self._workers):
            if worker.connection not in ready:
                continue
            message = _received(worker)
            if message is None:
                self._died(worker, stop, listener)
                self._workers[nth] = self._started()
            else:
                self._take(worker, message)

    def _take(self, worker: _Worker, message: Message) -> None:
        if isinstance(message, Ready):
            worker.ready = True
            self._tool = same(message.tool, self.foreseen)
            self._failed_starts = 0
        elif isinstance(message, Results):
            task = worker.task
            assert task is not None
            worker.task = None
            _fill_in(task, message.results)
        else:
            raise message

    def _died(self, worker: _Worker, stop: Stop, listener: Listener) -> None:
        """The articles it had in hand are tried again, each alone, or one that was alone given up."""
        worker.connection.close()
        worker.process.join()
        if not worker.ready:
            self._failed_starts += 1
            if self._failed_starts >= _STARTS:
                raise ClaimtrackError("CT512", advise("CT512", _how(worker.process)))
        task, worker.task = worker.task, None
        if task is None or stop.asked:
            return
        alone = len(task.places) == 1
        if alone and task.tries + 1 >= _TRIES:
            article = task.articles[0]
            what = f"the worker process {_how(worker.process)} at this article"
            _fill_in(task, [Failure(article.id, article.path, "CT511", advise("CT511", what))])
            return
        listener.warn(_told(worker.process, task.articles))
        tries = task.tries + 1 if alone else 0
        again = [_Task(task.slot, (place,), tries) for place in task.places]
        self._tasks.extendleft(reversed(again))

    def _started(self) -> _Worker:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=work, args=(theirs, self.load), daemon=True)
        with signals_held():
            process.start()
        theirs.close()
        return _Worker(process, ours)


@contextmanager
def pool(load: Load, jobs: int, foreseen: Tool | None = None) -> Iterator[Pool]:
    """A pool whose processes end with it. What loading raises, ``tool`` or ``run`` does."""
    workers = Pool(load, jobs, foreseen)
    try:
        yield workers
    finally:
        workers.end()


def _fill_in(task: _Task, results: Sequence[Result]) -> None:
    for place, result in zip(task.places, results, strict=True):
        task.slot.results[place] = result
    task.slot.missing -= len(task.places)


def _received(worker: _Worker) -> Message | None:
    """What the worker says; None where it is dead."""
    try:
        message: Message = worker.connection.recv()
        return message
    except (EOFError, OSError):
        return None


def _how(process: SpawnProcess) -> str:
    code = process.exitcode
    return (
        f"was killed by signal {-code}" if code is not None and code < 0 else f"ended with {code}"
    )


def _told(process: SpawnProcess, articles: Sequence[Article]) -> str:
    first = articles[0]
    rest = f" and {len(articles) - 1} after it" if len(articles) > 1 else ""
    what = f"a worker process {_how(process)} at {first.id}{rest}"
    return error_line("CT511", f"{what}; trying again, each alone", first.path)
