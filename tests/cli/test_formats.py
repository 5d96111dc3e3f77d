"""``claimtrack report`` into files and folders of every format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimtrack.config import Format
from tests.cli.conftest import Run
from tests.cli.test_report import NO_FILE, article, rows


def test_several_articles_in_one_page_or_in_a_folder(run: Run) -> None:
    rows("a.jsonl", {"id": "one", "text": "One."}, {"id": "two", "text": "Two."})
    assert run("report", "a.jsonl", "-o", "all.html").status == 0
    assert Path("all.html").read_text().count('class="report') == 3
    assert run("report", "a.jsonl", "none.txt", "-f", "html", "-o", "site").err == NO_FILE
    assert sorted(path.name for path in Path("site").iterdir()) == [
        "index.html",
        "one.html",
        "two.html",
    ]
    assert "CT101" in Path("site/index.html").read_text()


def test_an_output_that_is_a_folder_already(run: Run) -> None:
    Path("v1.2").mkdir()
    assert run("report", article("toll.txt"), "-f", "csv", "-o", "v1.2").status == 0
    assert sorted(path.name for path in Path("v1.2").iterdir()) == [
        "attributions.csv",
        "sentences.csv",
    ]


def test_a_folder_that_cannot_be_made(run: Run) -> None:
    article("file")
    ran = run("report", article("toll.txt"), "-f", "html", "-o", "file/site")
    assert (ran.status, ran.err) == (
        2,
        "file/site: CT402 Not a directory; "
        "check that the folder exists and may be written to\n",
    )  # fmt: skip


def test_brat_and_back(run: Run) -> None:
    assert run("report", article("toll.txt"), "-f", "brat", "-o", "brat").status == 0
    ran = run("report", "brat", "--from-brat", "-f", "jsonl")
    assert (ran.status, json.loads(ran.out)["sentences"][0]["status"]) == (0, "unattributed")


def test_label_studio_and_back(run: Run) -> None:
    tasks = run("report", article("toll.txt"), "-f", "labelstudio").out
    ran = run("report", article("tasks.json", tasks), "--from-labelstudio", "-f", "jsonl")
    assert (ran.status, json.loads(ran.out)["text"]) == (0, "The toll has doubled.")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-f", "brat"], "brat is a folder: name it with --output"),
        (["-f", "docx"], "a document holds one article: name a folder with --output"),
        (
            ["--from-brat", "--from-labelstudio"],
            "choose one of --from-brat and --from-labelstudio",
        ),
    ],
)
def test_what_cannot_be_written(run: Run, arguments: list[str], message: str) -> None:
    rows("a.jsonl", {"text": "One."}, {"text": "Two."})
    ran = run("report", "a.jsonl", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert message in ran.err and "CT401" in ran.err


@pytest.mark.parametrize(
    "format", [f.value for f in Format if f not in (Format.brat, Format.sqlite, Format.docx)]
)
def test_every_other_format_goes_to_standard_output(run: Run, format: str) -> None:
    ran = run("report", article("toll.txt"), "-f", format)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out


def test_no_document_of_an_article_that_failed(run: Run) -> None:
    ran = run("report", "none.txt", "-o", "out.docx")
    assert (ran.status, ran.err) == (
        2,
        NO_FILE + "claimtrack: CT603 there is no report to make a document of; "
        "see what is said of the article\n",
    )
    assert not Path("out.docx").exists()


@pytest.mark.parametrize("format", ["html", "csv", "brat", "docx", "labelstudio", "claimreview"])
def test_half_a_surrogate_pair_stops_no_format(run: Run, format: str) -> None:
    rows(
        "a.jsonl",
        {"id": "a", "text": "The toll \ud800 has \uffff\u2028 doubled.", "title": "\udfff"},
    )
    ran = run("report", "a.jsonl", "-f", format, "-o", f"out.{format}")
    assert (ran.status, ran.err) == (0, "")
