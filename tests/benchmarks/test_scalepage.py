"""The page on scale says what was measured, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks import scalepage
from benchmarks.scalepage import Row
from benchmarks.scaling import KEPT, ROOT

ROW = Row(
    kind="brief",
    articles=1_000,
    words=33_000,
    jobs=2,
    status=0,
    cpu=25.0,
    clock=30.0,
    parent_cpu=1.0,
    parent=40_000_000,
    worker=200_000_000,
    parent_peak=50_000_000,
    worker_peak=290_000_000,
    ledger=2_000_000,
    again_cpu=None,
    again_clock=None,
)


@pytest.mark.parametrize("part", [scalepage.growth, scalepage.reckoned])
def test_the_page_is_made_from_what_is_kept(part: object) -> None:
    page = (ROOT / "docs" / "scale.md").read_text(encoding="utf-8")
    assert part(scalepage.read(KEPT)) in page  # type: ignore[operator]


def test_every_run_that_is_told_of_did_all_its_work() -> None:
    kept = scalepage.read(KEPT)
    assert {row.status for row in kept.rows} | {kept.long.status if kept.long else 0} == {0}


def test_a_line_goes_through_points_on_it() -> None:
    rows = [replace(ROW, articles=n, cpu=5 + n / 50) for n in (1_000, 3_000, 10_000)]
    assert scalepage.line(rows) == (pytest.approx(5), pytest.approx(0.02))


def test_a_run_takes_the_place_of_one_of_its_kind_and_size() -> None:
    kept = scalepage.Kept()
    for row in (replace(ROW, articles=3_000), ROW, replace(ROW, cpu=26.0)):
        kept.put(row)
    assert [(row.articles, row.cpu) for row in kept.rows] == [(1_000, 26.0), (3_000, 25.0)]
