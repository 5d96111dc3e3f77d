"""Words of an article on a terminal: nothing in them moves the cursor."""

from __future__ import annotations

import pytest

from claimtrack.render.printable import cut, printable, width_of, wrapped


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The  toll\n rose.\t", "The toll rose."),
        ("\x1b[31mred\x1b[0m", "\ufffd[31mred\ufffd[0m"),
        ("\x9b31m", "\ufffd31m"),
        ("abc\u202edef", "abc\ufffddef"),
        ("a\u2066b\u2069", "a\ufffdb\ufffd"),
        ("half \ud800", "half \ufffd"),
        ("café, “naïve”", "café, “naïve”"),
    ],
)
def test_printable(text: str, shown: str) -> None:
    assert printable(text) == shown


@pytest.mark.parametrize(
    ("text", "width"), [("toll", 4), ("cafe\u0301", 4), ("通行料", 6), ("", 0)]
)
def test_width(text: str, width: int) -> None:
    assert width_of(text) == width


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [("toll", 4, "toll"), ("tolls", 4, "tol…"), ("the toll", 5, "the…"), ("通行料", 5, "通行…")],
)
def test_cut(text: str, width: int, shown: str) -> None:
    assert cut(text, width) == shown


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("the toll", ["the toll"]),
        ("the toll rose", ["the toll", "rose"]),
        ("unpronounceable toll", ["unpronou", "nceable", "toll"]),
        ("通行料通行料", ["通行料通", "行料"]),
    ],
)
def test_wrapped(text: str, lines: list[str]) -> None:
    assert wrapped(text, 8) == lines
