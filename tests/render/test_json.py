"""The JSON object of a report: keys, order, spans, and the way back."""

from __future__ import annotations

import dataclasses
import io
import json

import pytest

from claimtrack.records import Article, Failure, Report
from claimtrack.render.json import write_json
from claimtrack.render.jsonl import line_of, write_jsonl
from claimtrack.render.jsonobject import NoReport, from_json, to_json
from tests.render.example import TOOL, example

FAILURE = Failure("day:3", "day.jsonl", "CT012", "the row has no text", 3)


def test_keys_stand_in_the_order_of_the_vocabulary() -> None:
    value = to_json(example())
    assert list(value) == [
        "schema",
        "id",
        "path",
        "sha256",
        "tool",
        "meta",
        "text",
        "sentences",
        "attributions",
        "sources",
        "disputes",
        "replies",
        "scare_quotes",
    ]
    assert list(value["attributions"][0]) == [
        "id",
        "sentence",
        "parent",
        "continues",
        "source",
        "cue",
        "claim",
        "recipient",
        "stance",
        "position",
        "style",
        "hypothetical",
        "contested",
        "rule",
        "frame",
        "confidence",
    ]


def test_a_contested_sentence_and_its_dispute() -> None:
    value = to_json(example())
    assert value["sentences"][2] == {
        "index": 2,
        "start": 167,
        "end": 211,
        "status": "attributed",
        "contested": True,
        "reasons": [{"reason": "denied", "dispute": "d1"}],
        "attributions": ["a4"],
    }
    assert value["disputes"] == [
        {
            "id": "d1",
            "denial": "a5",
            "claim": "a4",
            "sentence": 2,
            "link": "anaphora",
            "evidence": [[228, 242]],
        }
    ]
    assert value["attributions"][2]["source"] == {"id": None, "spans": []}
    assert value["attributions"][4]["position"] == "against"
    assert value["meta"] == {
        "title": None,
        "date": None,
        "url": None,
        "dateline": [[32, 42]],
        "layout": [{"kind": "headline", "start": 0, "end": 30}],
    }


def test_a_failure_keeps_its_place() -> None:
    assert to_json(FAILURE) == {
        "schema": "claimtrack.report/1",
        "id": "day:3",
        "path": "day.jsonl",
        "error": {"code": "CT012", "message": "the row has no text", "line": 3},
    }


def test_fields_of_the_row_are_carried_along() -> None:
    article = Article(id="a", text="The café shut.", extra={"desk": "city", "odd": "\ud800"})
    value = json.loads(line_of(Report(article, TOOL)))
    assert value["extra"] == {"desk": "city", "odd": "\ud800"}
    line_of(Report(article, TOOL)).encode("utf-8")


def test_characters_stay_as_they_are() -> None:
    article = Article(id="a", text="The café shut.")
    assert '"text": "The café shut."' in line_of(Report(article, TOOL))


def test_the_way_back_loses_nothing_but_the_paragraphs() -> None:
    report = example()
    blocks = tuple(block for block in report.article.blocks if block.kind != "paragraph")
    article = dataclasses.replace(report.article, blocks=blocks)
    assert from_json(to_json(report)) == dataclasses.replace(report, article=article)
    assert from_json(to_json(FAILURE)) == FAILURE


@pytest.mark.parametrize(
    "value", [{}, {"schema": "claimtrack.report/2"}, {"schema": "claimtrack.report/1"}]
)
def test_other_objects_are_no_reports(value: dict[str, str]) -> None:
    with pytest.raises(NoReport):
        from_json(value)


def test_jsonl_is_a_line_an_item() -> None:
    out = io.StringIO()
    write_jsonl([example(), FAILURE], out)
    lines = out.getvalue().splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["toll", "day:3"]


@pytest.mark.parametrize("count", [0, 1, 2])
def test_json_is_an_array_with_a_span_on_one_line(count: int) -> None:
    out = io.StringIO()
    write_json([example()] * count, out)
    assert json.loads(out.getvalue()) == [to_json(example())] * count
    assert count == 0 or '"evidence": [\n          [228, 242]\n        ]' in out.getvalue()
