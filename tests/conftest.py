"""What tests with the language model share: one loaded tracker."""

from __future__ import annotations

import pytest

import claimtrack
from claimtrack.tracker import Tracker


@pytest.fixture(scope="session")
def tracker() -> Tracker:
    return claimtrack.load()
