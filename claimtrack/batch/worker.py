"""A process that loads the model once and makes rows of the articles that it is sent."""

from __future__ import annotations

import os
import signal
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

from claimtrack.batch.engine import Load, Reporting, Result, results_of
from claimtrack.batch.plan import Stop, unheard
from claimtrack.errors import ClaimtrackError, advise, error_line
from claimtrack.records import Tool
from claimtrack.toml import Document

_THREADS = ("OMP", "OPENBLAS", "MKL", "BLIS", "NUMEXPR", "VECLIB_MAXIMUM")


@dataclass(frozen=True, slots=True)
class Ready:
    """A worker has loaded its model."""

    tool: Tool


@dataclass(frozen=True, slots=True)
class Results:
    """The results of the articles that were sent last."""

    results: list[Result]


class LoadError(ClaimtrackError):
    """What a worker met when it loaded; ``lines`` tell all of it, of rule files each problem."""

    def __init__(self, code: str, message: str, lines: str) -> None:
        super().__init__(code, message)
        self.args = (code, message, lines)
        self.lines = lines

    def __str__(self) -> str:
        return self.lines


Message = Ready | Results | LoadError


def loading(model: str | None, *rules: Path | Document) -> Load:
    """What a worker loads; nothing is loaded here."""
    return partial(_load, model, *rules)


def pin_threads() -> None:
    """One thread for each numeric library that is loaded from now on, here and in new processes."""
    os.environ.update((f"{name}_NUM_THREADS", "1") for name in _THREADS)


def work(connection: Connection, load: Load) -> None:
    """The worker's life: load, then answer each list of articles, until the parent is gone.

    When a run is to end is the parent's to say: the worker is deaf to Ctrl-C and SIGTERM.
    """
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    try:
        _answer(connection, load)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return
    except Exception:
        raise SystemExit(1) from None  # the parent tells it; a trace would reach the user


def _answer(connection: Connection, load: Load) -> None:
    try:
        tracker = load()
    except Exception as error:
        connection.send(load_error(error))
        return
    connection.send(Ready(tracker.tool))
    while True:
        articles = connection.recv()
        connection.send(Results(results_of(tracker, articles, unheard, Stop())))


def load_error(error: Exception) -> LoadError:
    """The error in a form that every process can read."""
    if isinstance(error, ClaimtrackError):
        return LoadError(error.code, error.message, str(error))
    message = advise("CT499", f"{type(error).__name__}: {error}")
    return LoadError("CT499", message, error_line("CT499", message))


def _load(model: str | None, *rules: Path | Document) -> Reporting:
    from claimtrack.tracker import load

    return load(model, *rules)
