"""The imports of the package, walked against the table in docs/architecture.md."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "claimtrack"
EVERYWHERE = {"records", "errors"}
ROW = re.compile(r"^\| `(\w+)` \| ([\w, –]+) \|$", re.MULTILINE)
LABELS = re.compile(
    r"""['"](nsubj|nsubjpass|ccomp|xcomp|parataxis|dobj|advcl|acl|pobj|obl|nmod)(:\w+)?['"]"""
)


def allowed() -> dict[str, set[str]]:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    table = text.split("## The rooms and what they may import")[1].split("\n## ")[0]
    return {room: set(re.findall(r"\w+", may)) for room, may in ROW.findall(table)}


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def modules() -> list[Path]:
    return sorted(p for p in PACKAGE.rglob("*.py") if p != PACKAGE / "__init__.py")


def imported_rooms(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if (
            isinstance(node, ast.ImportFrom)
            and node.module
            and node.module.split(".")[0] == "claimtrack"
        ):
            parts = node.module.split(".")[1:]
            yield from parts[:1] or [alias.name for alias in node.names]
        if isinstance(node, ast.Import):
            yield from (
                a.name.split(".")[1] for a in node.names if a.name.startswith("claimtrack.")
            )


def test_every_room_is_in_the_table() -> None:
    assert {room_of(path) for path in modules()} == set(allowed())


def test_no_rooms_import_each_other_in_a_circle() -> None:
    """One direction: the rooms of the table can be put in an order."""
    order = list(TopologicalSorter(allowed()).static_order())
    assert order.index("language") < order.index("rules") < order.index("match")


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_only_what_the_table_allows(path: Path) -> None:
    room = room_of(path)
    assert set(imported_rooms(path)) - EVERYWHERE - {room} <= allowed()[room]


@pytest.mark.parametrize(
    "word, room", [("spacy", "language"), ("yaml", "rules"), ("distributed", "batch")]
)
def test_libraries_stay_in_their_room(word: str, room: str) -> None:
    pattern = re.compile(rf"^\s*(?:import|from) {word}\b", re.MULTILINE)
    users = {room_of(p) for p in modules() if pattern.search(p.read_text(encoding="utf-8"))}
    assert users - {"component"} == {room}


def test_dependency_labels_stay_in_language() -> None:
    users = {room_of(p) for p in modules() if LABELS.search(p.read_text(encoding="utf-8"))}
    assert users == {"language"}


def test_only_the_command_line_prints_or_exits() -> None:
    pattern = re.compile(r"^\s*(?:print\(|sys\.exit\()", re.MULTILINE)
    assert {room_of(p) for p in modules() if pattern.search(p.read_text(encoding="utf-8"))} <= {
        "cli"
    }
