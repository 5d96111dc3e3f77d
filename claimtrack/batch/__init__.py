"""A folder run: articles by the hundred thousand into a ledger, resumable at any point."""

from __future__ import annotations

from claimtrack.batch.plan import Listener, Plan, Progress, Stop, Summary
from claimtrack.batch.run import run

__all__ = ["Listener", "Plan", "Progress", "Stop", "Summary", "run"]
