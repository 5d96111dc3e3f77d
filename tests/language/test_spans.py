"""Spans that hold others, and models known by their content."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimtrack.language.spans import Cover
from claimtrack.language.weights import weights_of

COVER = Cover([(20, 30), (0, 10), (2, 4)])


@pytest.mark.parametrize(
    ("span", "held"),
    [((0, 10), True), ((3, 9), True), ((3, 11), False), ((10, 12), False), ((29, 30), True)],
)
def test_a_span_is_held_by_one_that_reaches_as_far(span: tuple[int, int], held: bool) -> None:
    assert COVER.holds(span) is held


def test_nothing_holds_nothing() -> None:
    assert not Cover([]).holds((0, 0))


def test_weights_tell_models_of_one_version_apart(tmp_path: Path) -> None:
    found = []
    for name, content in (("a", b"one"), ("b", b"two"), ("c", b"one")):
        (tmp_path / name / "parser").mkdir(parents=True)
        (tmp_path / name / "parser" / "model").write_bytes(content)
        found.append(weights_of(tmp_path / name))
    assert found[0] == found[2] != found[1]
