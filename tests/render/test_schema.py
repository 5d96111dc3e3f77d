"""The published JSON Schema is that of the records, and holds for what is written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from claimtrack.records import Failure, Reply, Report
from claimtrack.render.jsonobject import to_json
from claimtrack.render.schema import schema
from tests.render.example import example
from tests.render.odd import odd

PUBLISHED = Path(__file__).parents[2] / "docs" / "report.schema.json"
FAILURES = [Failure("a", "a.txt", "CT103", "no text"), Failure("b", "b.csv", "CT012", "no text", 3)]


def faults(value: Any) -> list[str]:
    jsonschema = pytest.importorskip("jsonschema")
    return [error.message for error in jsonschema.Draft202012Validator(schema()).iter_errors(value)]


def test_the_published_schema_is_that_of_the_records() -> None:
    assert json.loads(PUBLISHED.read_text(encoding="utf-8")) == schema(), (
        "run python docs/make_schema.py"
    )


@pytest.mark.parametrize("item", [example(), odd(), *FAILURES])
def test_reports_and_failures_hold_to_it(item: Report | Failure) -> None:
    assert faults(json.loads(json.dumps(to_json(item)))) == []


def test_every_key_of_a_report_is_in_it() -> None:
    definitions = schema()["$defs"]
    value = to_json(example())
    assert set(value) <= set(definitions["Report"]["properties"])
    for name, kind in (("sentences", "Sentence"), ("attributions", "Attribution"), ("sources", "Source"), ("disputes", "Dispute")):  # fmt: skip
        assert set(definitions[kind]["properties"]) == set(value[name][0]), name
    assert set(definitions["Reply"]["required"]) == set(Reply.__dataclass_fields__)


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("attributions", 0, "stance"), "claims"),
        (("attributions", 0, "cue"), [[1]]),
        (("attributions", 0, "confidence"), 2),
        (("sentences", 0, "status"), "maybe"),
        (("sources", 0, "kind"), "robot"),
        (("schema",), "claimtrack.report/2"),
        (("text",), None),
    ],
)
def test_what_is_wrong_does_not(path: tuple[Any, ...], wrong: object) -> None:
    value = json.loads(json.dumps(to_json(example())))
    *way, last = path
    inner = value
    for step in way:
        inner = inner[step]
    inner[last] = wrong
    assert faults(value)
