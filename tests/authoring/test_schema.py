"""The JSON Schema of rule files: it describes every key, and takes the shipped rules."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from claimtrack.authoring.schema import schema
from claimtrack.records import POSITIONS
from claimtrack.rules.frames import FRAMES
from claimtrack.rules.keys import (
    CHOICE_KEYS,
    EXAMPLE_KEYS,
    FILE_KEYS,
    LIST_KEYS,
    RULE_KEYS,
    WORD_KEYS,
)
from tests.cli.conftest import Ran, Run, run

__all__ = ["run"]
ROOT = Path(__file__).resolve().parents[2]
SHIPPED = sorted((ROOT / "rules").rglob("*.yaml"))


def test_it_knows_frames_and_stances() -> None:
    text = json.dumps(schema())
    assert [name for name in (*FRAMES, *POSITIONS) if f'"{name}"' not in text] == []


def test_every_key_is_described() -> None:
    parts = (FILE_KEYS, RULE_KEYS, LIST_KEYS, WORD_KEYS, CHOICE_KEYS, EXAMPLE_KEYS)
    assert [
        key for keys in parts for key, value in keys.items() if not value["description"].strip()
    ] == []


def problems(value: object) -> list[str]:
    jsonschema: Any = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft7Validator(schema())
    return [error.json_path for error in validator.iter_errors(value)]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_the_shipped_rules_are_valid(path: Path) -> None:
    assert problems(yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)) == []


RULE: dict[str, object] = {"id": "a.b", "frame": "quotation", "words": {"verb": ["say"]}}


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({}, []),
        ({"frame": ["quotation", "naming"]}, []),
        ({"words": {"verb": {"lists": "sayings", "remove": "add"}}}, []),
        ({"examples": [{"text": "A.", "source": "", "todo": True}]}, []),
        ({"frame": "qotation"}, ["$.rules[0].frame"]),
        ({"frame": []}, ["$.rules[0].frame"]),
        ({"stance": "says"}, ["$.rules[0].stance"]),
        ({"examples": [{"source": "A"}]}, ["$.rules[0].examples[0]"]),
        ({"exmples": []}, ["$.rules[0]"]),
        ({"words": {"verb": ["say"], "noun": ["claim"]}}, ["$.rules[0].words"]),
    ],
)
def test_what_is_wrong_is_found(change: dict[str, object], where: list[str]) -> None:
    assert problems({"rules": [{**RULE, **change}]}) == where


def test_the_command_writes_it(run: Run) -> None:
    ran = run("rules", "schema")
    assert (ran.status, ran.err, json.loads(ran.out)) == (0, "", schema())
    assert run("rules", "schema", "-o", "rules.schema.json") == Ran(0, "", "")
    assert Path("rules.schema.json").read_text("utf-8") == ran.out
