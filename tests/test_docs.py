"""The documentation knows every command, option, setting and field that there is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from claimtrack.cli.command import EVERYWHERE
from claimtrack.cli.deferred import Deferred
from claimtrack.cli.main import app
from claimtrack.config import BUILT_IN, CHANGES
from claimtrack.paths import shipped_rules
from claimtrack.records import Reply
from claimtrack.render.jsonobject import to_json
from claimtrack.rules.rulefile import load_rules
from claimtrack.toml import read_toml
from tests.render.example import example

DOCS = Path(__file__).parent.parent / "docs"
COMMANDS = (DOCS / "commands.md").read_text(encoding="utf-8")
REPORT = (DOCS / "report.md").read_text(encoding="utf-8")


def commands(command: Any, path: str = "claimtrack") -> Iterator[tuple[str, Any]]:
    command = command.loaded() if isinstance(command, Deferred) else command
    children = getattr(command, "commands", None)
    if children is None:
        yield path, command
    for name, child in (children or {}).items():
        yield from commands(child, f"{path} {name}")


def section(title: str) -> str:
    """The part of docs/commands.md under a heading that begins so."""
    found = re.search(rf"^## {title}\b.*?(?=^## |\Z)", COMMANDS, re.MULTILINE | re.DOTALL)
    assert found, f"docs/commands.md has no section {title}"
    return found[0]


@pytest.mark.parametrize(("path", "command"), list(commands(typer.main.get_command(app))))
def test_every_command_and_option_is_documented(path: str, command: Any) -> None:
    text = section(path)
    options = [name for parameter in command.params for name in parameter.opts]
    own = {name for name in options if name.startswith("-")} - {f"--{name}" for name in EVERYWHERE}
    assert [name for name in sorted(own) if f"`{name}" not in text] == []


def test_options_of_every_command_are_documented() -> None:
    assert [name for name in EVERYWHERE if f"`--{name}" not in COMMANDS] == []


def test_every_setting_is_documented() -> None:
    example_file = COMMANDS.split("```toml")[1].split("```")[0]
    document = read_toml(example_file, "claimtrack.toml")
    assert list(document.values) == [*BUILT_IN, *CHANGES]
    changes = document.only(CHANGES)
    assert changes is not None
    assert load_rules(shipped_rules(), changes)


def fields(text: str) -> set[str]:
    """The fields that the first columns of the tables name."""
    cells = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", text, re.MULTILINE)
    return {name for cell in cells for name in re.findall(r"`(\w+)`", cell)}


def test_every_field_of_a_report_is_documented() -> None:
    value = to_json(example())
    top, *parts = re.split(r"^## ", REPORT, flags=re.MULTILINE)
    assert fields(top) == set(value) | {"extra", "error"}
    lists = ("sentences", "attributions", "sources", "disputes")
    for part, name in zip(parts, lists, strict=False):
        assert fields(part) == set(value[name][0]), name
    assert fields(parts[4]) == set(Reply.__dataclass_fields__)
