"""The part of a cluster's workers: load once, then results of articles, by whole result files."""

from __future__ import annotations

import pickle
import threading
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from claimtrack.batch.engine import Reporting, Result, results_of
from claimtrack.batch.plan import Stop, unheard
from claimtrack.batch.shards import write_results
from claimtrack.batch.steps import Item
from claimtrack.batch.worker import load_error
from claimtrack.errors import ClaimtrackError, advise
from claimtrack.records import Article, Failure, Tool

_ONE_AT_A_TIME = threading.Lock()
"""A language model is no thing for several threads of a worker."""


def write(load: bytes, tool: Tool, items: bytes, file: str) -> None:
    """Puts what ``reported`` gives into the file. Raises ClaimtrackError CT520 as well."""
    write_results(Path(file), reported(load, tool, items))


def reported(load: bytes, tool: Tool, items: bytes) -> list[Result]:
    """The results of packed lists of items, each list with a tracker's memory of its own. Raises
    ClaimtrackError: CT518 where this worker has another tool, or what loading raises."""
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


def tool_of(load: bytes) -> Tool:
    """What the worker has loaded."""
    return _tracker(load).tool


@lru_cache(1)
def _tracker(load: bytes) -> Reporting:
    """What the worker loads once."""
    try:
        tracker: Reporting = pickle.loads(load)()
    except Exception as error:
        raise load_error(error) from None
    return tracker
