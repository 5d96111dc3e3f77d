"""brat and Label Studio: out and back without loss, offsets, what a person changes, faults."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TextIO

import pytest

from claimtrack.records import Failure, Reply, Report
from claimtrack.render.brat import annotation_of, write_brat_folder
from claimtrack.render.bratreading import read_brat
from claimtrack.render.labelstudio import CONFIGURATION, task_of, write_labelstudio
from claimtrack.render.labelstudioreading import read_labelstudio
from tests.render.example import TEXT, example
from tests.render.odd import odd

REPLIES = (Reply("a1", None, None, "none found"), Reply("a4", "s2", "a5", "denied"))
REPORTS = [replace(example(), replies=REPLIES[:1]), replace(odd(), replies=REPLIES)]
TEXT_BOUND = re.compile(r"T\d+\t\w+ ([\d ;]+)\t(.*)")


def brat(report: Report, folder: Path) -> Path:
    @contextmanager
    def opening(name: str) -> Iterator[TextIO]:
        with open(folder / name, "w", encoding="utf-8", newline="\n") as out:
            yield out

    write_brat_folder([Failure("night", "", "CT103", "no text"), report], opening)
    return folder / "toll.ann"


def labelstudio(task: dict[str, Any], folder: Path) -> str:
    path = folder / "tasks.json"
    path.write_text(json.dumps([task]), encoding="utf-8")
    return str(path)


def kept(report: Report) -> tuple[Any, ...]:
    """What comes back from a round through another tool."""
    return (
        report.article.id,
        report.article.text,
        report.sentences,
        report.attributions,
        report.sources,
        report.disputes,
        report.replies,
        report.scare_quotes,
    )


def only(items: Iterator[Report | Failure]) -> Report:
    (item,) = items
    assert isinstance(item, Report), item
    return item


@pytest.mark.parametrize("report", REPORTS, ids=["plain", "odd"])
def test_brat_and_back(report: Report, tmp_path: Path) -> None:
    brat(report, tmp_path)
    back = only(read_brat([str(tmp_path)]))
    assert kept(back) == kept(report)
    assert back.article.blocks == tuple(b for b in report.article.blocks if b.kind != "paragraph")


@pytest.mark.parametrize("report", REPORTS, ids=["plain", "odd"])
def test_every_span_of_brat_holds_its_words(report: Report) -> None:
    found = [match for line in annotation_of(report) if (match := TEXT_BOUND.fullmatch(line))]
    assert len(found) > 20
    for match in found:
        pieces = [tuple(map(int, piece.split())) for piece in match[1].split(";")]
        words = [report.article.text[start:end] for start, end in pieces]
        assert " ".join(words) == match[2]
        assert not any("\n" in each or each != each.strip() for each in words)


def test_lines_of_brat() -> None:
    lines = annotation_of(example())
    assert [line for line in lines if line.startswith(("E", "R"))] == [
        "E1\tAttribution:T9 Claim:T10 Source:T11",
        "E2\tAttribution:T12 Claim:T13 Source:T14 Parent:E1",
        "E3\tAttribution:T15 Claim:T16",
        "E4\tAttribution:T17 Claim:T18 Source:T19",
        "E5\tAttribution:T20 Claim:T21 Source:T22",
        "R1\tDisputes Arg1:E5 Arg2:E4",
        "R2\tShown_by Arg1:E5 Arg2:T23",
    ]
    assert "*\tSame T14 T22" in lines
    assert "A16\tStance E5 denies" in lines


def test_a_person_annotates_with_brat_from_scratch(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "😀 Trade rose, the bank said.\n\nIt fell. The\nbank denied it."
    )
    (tmp_path / "a.ann").write_text(
        "T1\tAttribution 23 27\tsaid\nT2\tClaim 2 12\tTrade rose\nT3\tSource 14 22\tthe bank\n"
        "E1\tAttribution:T1 Claim:T2 Source:T3\n"
        "T4\tAttribution 48 54\tdenied\nT5\tClaim 55 57\tit\nT6\tSource 39 42;43 47\tThe bank\n"
        "E2\tAttribution:T4 Claim:T5 Source:T6\nA1\tStance E2 denies\n*\tSame T3 T6\n"
        "R1\tDisputes Arg1:E2 Arg2:E1\n#1\tAnnotatorNotes E2\tI am not sure\n"
    )
    report = only(read_brat([str(tmp_path / "a.ann")]))
    text = report.article.text
    assert [(text[s.start : s.end], s.status, s.contested) for s in report.sentences] == [
        ("😀 Trade rose, the bank said.", "attributed", True),
        ("It fell.", "unattributed", False),
        ("The\nbank denied it.", "attributed", True),
    ]
    assert [(a.stance, a.source.id, a.claim, a.contested) for a in report.attributions] == [
        ("asserts", "p1", ((2, 12),), True),
        ("denies", "p1", ((55, 57),), False),
    ]
    assert [(s.name, s.mentions) for s in report.sources] == [("the bank", ((14, 22), (39, 47)))]


@pytest.mark.parametrize(
    ("annotation", "line", "what"),
    [
        ("T1\tClaim 0 5\tTrade\nnonsense\n", 2, "the line is no brat annotation of this text"),
        ("T1\tClaim 0 500\tTrade\n", 1, "the line is no brat annotation of this text"),
        ("E1\tAttribution:T7\n", None, "T7 is named and not there"),
        ("T1\tEats 0 5\tTrade\nE1\tEats:T1\n", None, "E1 is of the type Eats, not Attribution or Continued"),
    ],
)  # fmt: skip
def test_a_broken_annotation_is_a_failure(
    tmp_path: Path, annotation: str, line: int | None, what: str
) -> None:
    (tmp_path / "a.txt").write_text("Trade rose.")
    (tmp_path / "a.ann").write_text(annotation)
    (item,) = read_brat([str(tmp_path)])
    assert isinstance(item, Failure)
    assert (item.code, item.line, item.message.split(";")[0]) == ("CT602", line, what)


def test_no_annotation_is_a_failure(tmp_path: Path) -> None:
    items = [*read_brat([str(tmp_path)]), *read_brat([str(tmp_path / "none.ann")])]
    assert [item.code for item in items if isinstance(item, Failure)] == ["CT602", "CT602"]


@pytest.mark.parametrize("report", REPORTS, ids=["plain", "odd"])
def test_label_studio_and_back(report: Report, tmp_path: Path) -> None:
    out = io.StringIO()
    write_labelstudio([Failure("night", "", "CT103", "no text"), report], out)
    (task,) = json.loads(out.getvalue())
    assert kept(only(read_labelstudio([labelstudio(task, tmp_path)]))) == kept(report)


@pytest.mark.parametrize("report", REPORTS, ids=["plain", "odd"])
def test_every_region_of_label_studio_holds_its_words(report: Report) -> None:
    regions = task_of(report)["predictions"][0]["result"]
    values = [region["value"] for region in regions if region["type"] == "labels"]
    assert len(values) == 16
    assert all(report.article.text[v["start"] : v["end"]] == v["text"] for v in values)
    ids = {region["id"] for region in regions if region["type"] != "relation"}
    ends = {region[end] for region in regions if region["type"] == "relation" for end in ("from_id", "to_id")}  # fmt: skip
    assert ends <= ids


def test_offsets_that_an_older_label_studio_counted_in_utf_16(tmp_path: Path) -> None:
    report = odd()
    task = task_of(report)
    text = report.article.text
    for region in task["predictions"][0]["result"]:
        for end in ("start", "end") if region["type"] == "labels" else ():
            at = region["value"][end]
            region["value"][end] = len(text[:at].encode("utf-16-le")) // 2
    assert kept(only(read_labelstudio([labelstudio(task, tmp_path)]))) == kept(report)


def test_what_a_person_changes_in_label_studio_comes_back(tmp_path: Path) -> None:
    task = task_of(example())
    result = task.pop("predictions")[0]["result"]
    for region in result:
        if (
            region["id" if "id" in region else "from_id"] == "a4-cue-0"
            and region.get("from_name") == "stance"
        ):
            region["value"]["choices"] = ["alleges"]
    start = TEXT.index("The harbour opened")
    new = {"start": start, "end": start + 26, "text": TEXT[start : start + 26], "labels": ["Claim"]}
    base = {"id": "xYz", "to_name": "text"}
    result.append(base | {"from_name": "label", "type": "labels", "value": new})
    skipped = {"was_cancelled": True, "result": []}
    task["annotations"] = [skipped, {"result": result}]
    report = only(read_labelstudio([labelstudio(task, tmp_path)]))
    assert report.attributions[3] == replace(example().attributions[3], stance="alleges")
    added = report.attributions[5]
    assert (added.id, added.sentence, added.stance, added.rule) == (
        "xYz",
        4,
        "asserts",
        "annotated",
    )
    assert added.claim == ((start, start + 26),)
    assert (report.sentences[4].attributions, report.sentences[4].status) == (
        ("xYz",),
        "attributed",
    )


@pytest.mark.parametrize("content", ["nonsense", '[{"data": {}}]', '["x"]'])
def test_a_broken_export_is_a_failure(tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(content)
    (item,) = read_labelstudio([str(path)])
    assert isinstance(item, Failure) and item.code == "CT602"


def test_the_published_labelling_interface_is_the_one_written_for() -> None:
    published = Path(__file__).parents[2] / "docs" / "labelstudio.xml"
    assert published.read_text(encoding="utf-8") == CONFIGURATION


@pytest.mark.parametrize("gap", ["\r\n", "\n\n", "\u2028", "\x0b", "\r"])
def test_a_claim_over_lines_comes_back_whole(tmp_path: Path, gap: str) -> None:
    report = example()
    text = report.article.text.replace(" ", gap[:1], 1).replace("had doubled.", f"had{gap}doubled.")
    moved = len(text) - len(TEXT)
    claim = (108, 128 + moved)
    short = replace(report.attributions[1], claim=(claim,), parent=None)
    sentence = replace(report.sentences[0], end=129 + moved, attributions=("a2",))
    report = Report(
        replace(report.article, text=text, blocks=(), dateline=()),
        report.tool,
        (sentence,),
        (short,),
        report.sources[1:2],
    )
    brat(report, tmp_path)
    back = only(read_brat([str(tmp_path)]))
    assert back.attributions[0].claim == (claim,)
    assert back.article.text == text
