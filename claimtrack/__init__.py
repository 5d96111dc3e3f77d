"""claimtrack: who vouches for each sentence of a news article, how, and who disputes it.

import claimtrack
tracker = claimtrack.load()
report = tracker.report("Trade rose, the bank said.")
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimtrack.tracker import Tracker, load

__all__ = ["Tracker", "load"]


def __getattr__(name: str) -> Any:
    """Loads spaCy only when the tracker is asked for, so that looking at help stays quick."""
    if name in __all__:
        from claimtrack import tracker

        return getattr(tracker, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
