"""Questions about many spans at once, each answered by looking in a sorted list."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from claimtrack.records import Span


class Cover:
    """Spans of which one may hold another span."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))
        """How far those up to here reach."""

    def holds(self, span: Span) -> bool:
        """Whether one of the spans begins no later and ends no earlier."""
        before = bisect_right(self._starts, span[0])
        return before > 0 and self._ends[before - 1] >= span[1]
