"""Where the files that come with claimtrack are, installed or in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def shipped_rules() -> Path:
    """The folder of the shipped rules: in the installed package, else beside it in a checkout."""
    packaged = _PACKAGE / "shipped_rules"
    return packaged if packaged.is_dir() else _PACKAGE.parent / "rules"
