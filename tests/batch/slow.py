"""``claimtrack`` with a tracker that takes its time, for runs that are killed."""

from __future__ import annotations

import sys

from claimtrack.batch import foreseen, worker
from claimtrack.cli.command import Session
from claimtrack.cli.main import run
from tests.batch import fakes

if __name__ == "__main__":
    Session.tracker = fakes.load_slow()  # type: ignore[assignment]
    worker.loading = lambda *_: fakes.load_slow
    foreseen.foreseen = lambda *_: None
    run(sys.argv[1:])
