"""How readers speak of what they read all the same."""

from __future__ import annotations

from collections.abc import Callable

Warn = Callable[[str], None]
"""Takes one line."""


def unheard(line: str) -> None:
    """For callers who do not want to know."""
