"""The shipped rules are found in a checkout and in an installed package."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimtrack import paths


def test_a_checkout(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "claimtrack")
    assert paths.shipped_rules() == tmp_path / "rules"


def test_an_installed_package(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "claimtrack" / "shipped_rules").mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "claimtrack")
    assert paths.shipped_rules() == tmp_path / "claimtrack" / "shipped_rules"


def test_there_are_rules() -> None:
    assert sorted(paths.shipped_rules().glob("*.yaml"))
