"""Measures how often each rule and frame is right, for the ``confidence`` of attributions.

    python -m benchmarks.confidence --data ../shared            prints the table
    python -m benchmarks.confidence --data ../shared --write    also writes rules/confidence.json

Measured on every second article of PolNeAR train; with ``--check`` the other half shows how far
confidence and precision lie apart in ten bins. A rule with few cases is drawn towards its frame,
a frame with few cases towards all.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from tabulate import tabulate

import claimtrack
from benchmarks.corpora import judged, read_corpus
from claimtrack.paths import shipped_rules

PULL = 10
"""As many cases as the frame's precision counts for in a rule's."""

Outcome = tuple[str, str, float, bool]
"""Rule, frame, confidence so far, and whether it was right."""


def outcomes(data: Path, keep: slice) -> list[Outcome]:
    tracker = claimtrack.load()
    golds = read_corpus(data / "gold" / "polnear-train.jsonl", keep)
    reports = tracker.pipe(gold.text for gold in golds)
    return [
        (a.rule, a.frame, a.confidence, right)
        for gold, report in zip(golds, reports, strict=True)
        for a, right in judged(gold, report.attributions)
    ]


def measured(found: Iterable[Outcome]) -> dict[str, float]:
    """Smoothed precision by "rule/frame", "frame" and "" (all)."""
    right: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for rule, frame, _, is_right in found:
        for key in (f"{rule}/{frame}", frame, ""):
            seen[key] += 1
            right[key] += is_right
    overall = right[""] / max(1, seen[""])
    table = {"": overall}
    frames = [key for key in seen if key and "/" not in key]
    for frame in sorted(frames):
        table[frame] = (right[frame] + PULL * overall) / (seen[frame] + PULL)
    for key in sorted(key for key in seen if "/" in key):
        prior = table[key.split("/")[1]]
        table[key] = (right[key] + PULL * prior) / (seen[key] + PULL)
    return {key: round(value, 3) for key, value in table.items()}


def gaps(
    found: Iterable[Outcome], confidence: Mapping[str, float]
) -> list[tuple[str, int, float, float]]:
    """For ten bins of confidence: the bin, how many, mean confidence, precision."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for rule, frame, _, right in found:
        sure = next(confidence[k] for k in (f"{rule}/{frame}", frame, "") if k in confidence)
        bins.setdefault(min(9, int(sure * 10)), []).append((sure, right))
    return [
        (
            f"{n / 10:.1f}–{(n + 1) / 10:.1f}",
            len(rows),
            sum(s for s, _ in rows) / len(rows),
            sum(r for _, r in rows) / len(rows),
        )
        for n, rows in sorted(bins.items())
    ]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    table = measured(outcomes(options.data, slice(0, None, 2)))
    print(tabulate(sorted(table.items(), key=lambda kv: -kv[1]), ["rule and frame", "precision"]))
    if options.check:
        rows = gaps(outcomes(options.data, slice(1, None, 2)), table)
        print(tabulate(rows, ["confidence", "cases", "mean", "precision"], floatfmt=".3f"))
        total = sum(n for _, n, _, _ in rows)
        print("mean difference", round(sum(n * abs(c - p) for _, n, c, p in rows) / total, 3))
    if options.write:
        path = shipped_rules() / "confidence.json"
        path.write_text(json.dumps(table, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
