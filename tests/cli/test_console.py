"""Colour: on a terminal alone, and only where it is wanted."""

from __future__ import annotations

import sys

import pytest

from claimtrack.cli.console import painter

RED = "\x1b[31mdenied\x1b[0m"


@pytest.mark.parametrize(
    ("terminal", "to_file", "variable", "shown"),
    [
        (True, False, None, RED),
        (False, False, None, "denied"),
        (True, True, None, "denied"),
        (True, False, ("NO_COLOR", "1"), "denied"),
        (True, False, ("TERM", "dumb"), "denied"),
    ],
)
def test_colour(
    monkeypatch: pytest.MonkeyPatch,
    terminal: bool,
    to_file: bool,
    variable: tuple[str, str] | None,
    shown: str,
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    if variable is not None:
        monkeypatch.setenv(*variable)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    assert painter(to_file)("denied", "bad") == shown
