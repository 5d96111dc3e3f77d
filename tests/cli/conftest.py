"""The command line run in this process, with and without the language model."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from claimtrack.cli.command import Session
from claimtrack.cli.main import status_of
from tests.cli.tracker import FakeTracker


@dataclass(frozen=True)
class Ran:
    """A command's exit status and what it wrote."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Runs a command in an empty folder, with a fake tracker and no settings from outside."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("XDG_CONFIG_HOME", "CLAIMTRACK_CONFIG", "CLAIMTRACK_FORMAT", "CLAIMTRACK_MODEL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Session, "tracker", FakeTracker())

    def run_command(*arguments: str) -> Ran:
        status = status_of(list(arguments))
        written = capsys.readouterr()
        return Ran(status, written.out, written.err)

    return run_command
