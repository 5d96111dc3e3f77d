"""Readers that need a package of their own, and what the user is told where it is missing."""

from __future__ import annotations

import logging

from claimtrack.read.inputs import Input
from claimtrack.records import Failure


def missing(source: Input, format: str, extra: str) -> Failure:
    """The failure of an article whose reader is not installed."""
    needed = f"{format} needs a package that is not installed: pip install 'claimtrack[{extra}]'"
    return source.failure("CT601", needed)


def hush(package: str) -> None:
    """Keeps the package from writing of what it mends itself: a user reads only our lines."""
    logging.getLogger(package).setLevel(logging.CRITICAL + 1)
