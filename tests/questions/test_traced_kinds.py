"""Kinds of headlines that are easily taken for another verdict, ten of each."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimtrack.questions.traced import trace
from claimtrack.questions.wording import Lexicon
from claimtrack.tracker import Tracker

_LINES = (Path(__file__).parent / "traced_kinds.tsv").read_text(encoding="utf-8").splitlines()[1:]


@pytest.mark.parametrize("line", _LINES, ids=lambda line: line.split("\t")[3])
def test_a_kind(tracker: Tracker, line: str) -> None:
    _, verdict, claim, headline = line.split("\t")
    (found,) = trace(claim, [tracker.report(headline)], Lexicon(tracker.rules))
    assert found.verdict == verdict
