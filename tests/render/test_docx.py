"""Word: comments at sentences, and nothing else changed in the author's own document."""

from __future__ import annotations

import gzip
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from claimtrack.cli.main import app
from claimtrack.records import Report
from claimtrack.render.docx import document_of
from claimtrack.render.docxplaces import aligned
from tests.render.example import TEXT, example
from tests.render.odd import odd
from tests.worddocs import W, changed, noted, referring

docx = pytest.importorskip("docx")


def opened(data: bytes) -> Any:
    return docx.Document(BytesIO(data))


def commented(document: Any) -> list[tuple[str, str]]:
    """The words between a comment's two ends, and what it says."""
    comments = {str(each.comment_id): each.text for each in document.comments}
    open_, words = set[str](), dict[str, str]()
    for element in document.element.body.iter():
        id = element.get(f"{W}id", "")
        if element.tag == f"{W}commentRangeStart":
            open_.add(id)
            words[id] = ""
        elif element.tag == f"{W}commentRangeEnd":
            open_.discard(id)
        elif element.tag == f"{W}t":
            for id in open_:
                words[id] += element.text
    return [(words[id], comments[id]) for id in words]


EXPECTED = [
    (
        "The harbour board said its chairwoman Mira Haddad admitted that the toll had doubled.",
        "the harbour board (asserts): its chairwoman Mira Haddad admitted that the toll had doubled "
        "(cue “said”, rule reporting.say, 0.97)\n"
        "↳ Mira Haddad (acknowledges): the toll had doubled (cue “admitted”, rule admission.admit, 0.93)",
    ),
    (
        "Hauliers were reportedly not warned.",
        "Nobody (asserts): Hauliers were … not warned (cue “reportedly”, rule hearsay.adverb, 0.90)\n"
        "Nobody is named who vouches for this sentence.",
    ),
    (
        "Two dockers said the board had lied to them.",
        "Two dockers (asserts): the board had lied to them (cue “said”, rule reporting.say, 0.97)\n"
        "Contested: denied by Mira Haddad in sentence 4.",
    ),
    (
        "Haddad rejected the accusation.",
        "Mira Haddad (denies): the accusation (cue “rejected”, rule denial.deny, 0.95)\n"
        "Contested: denies sentence 3.",
    ),
    ("The harbour opened in 1911.", "Nobody vouches for this sentence."),
]


def test_plain_text_becomes_a_new_document() -> None:
    document = opened(document_of(example()))
    assert [paragraph.text for paragraph in document.paragraphs] == TEXT.split("\n")[:1] + TEXT.split("\n")[2:5]  # fmt: skip
    assert document.paragraphs[0].style.name == "Title"
    assert commented(document) == EXPECTED


def authored(path: Path) -> Report:
    """The example as its author's document: runs that end anywhere, a link, a change, a table."""
    document = docx.Document()
    lines = [line for line in TEXT.split("\n") if line]
    for nth, line in enumerate(lines[:-1]):
        paragraph = document.add_paragraph()
        for start in range(0, len(line), 7):
            run = paragraph.add_run(line[start : start + 7])
            run.bold, run.italic = start % 2 == 0, nth == 1
    deleted = document.add_paragraph().add_run("Struck out. ")
    struck = deleted._element.getparent().makeelement(f"{W}del", {f"{W}id": "9", f"{W}author": "A"})
    deleted._element.addprevious(struck)
    struck.append(deleted._element)
    document.add_table(1, 1).cell(0, 0).text = lines[-1]
    document.save(str(path))
    report = example()
    return replace(report, article=replace(report.article, path=str(path)))


def test_the_authors_document_comes_back_with_comments_alone(tmp_path: Path) -> None:
    path = tmp_path / "toll.docx"
    report = authored(path)
    before, after = docx.Document(str(path)), opened(document_of(report))
    assert commented(after) == EXPECTED
    assert formatted(before) == formatted(after)


def formatted(document: Any) -> list[tuple[str, bool | None, bool | None]]:
    """Each character with its formatting."""
    from docx.text.run import Run

    runs = [Run(each, None) for each in document.element.body.xpath(".//w:r")]
    return [(char, run.bold, run.italic) for run in runs for char in run.text]


def test_emoji_and_control_characters() -> None:
    report = odd()
    text = report.article.text.replace("1911", "19\x01\x0c1")
    document = opened(document_of(replace(report, article=replace(report.article, text=text))))
    words = [words for words, _ in commented(document)]
    assert words[2] == "=Two 😀 & “dockers” said the board had lied to them."
    assert words[0].startswith("<script>alert(1)</script>👩‍👩‍👧 board said")


@pytest.mark.parametrize(
    ("document", "text", "missing"),
    [
        ("Abox.Thetollrose.", "The toll rose.", ""),
        ("Thetollrose.Abox.", "The toll rose.", ""),
        ("ThetoThistextbelongstoabox.llrosebyhalfonMonday,theboardsaid.", "The toll rose by half on Monday, the board said.", ""),
        ("Thetollrosebyhalf.", "The toll[1] rose by half.", "[1]"),
        ("Thetollrose.", "Nothing here.", "Nothing here."),
        ("", "Nothing.", "Nothing."),
    ],
)  # fmt: skip
def test_the_document_and_the_article_are_aligned(document: str, text: str, missing: str) -> None:
    where = aligned(document, text)
    assert all(document[at] == text[place] for place, at in enumerate(where) if at is not None)
    gone = "".join(text[place] for place, at in enumerate(where) if at is None)
    assert gone.replace(" ", "") == missing.replace(" ", "")


def test_comments_that_are_there_stay_and_no_other_part_changes(tmp_path: Path) -> None:
    path = tmp_path / "toll.docx"
    report = authored(path)
    document = docx.Document(str(path))
    document.add_comment(document.paragraphs[0].runs, "Check this.", author="Ed")
    document.save(str(path))
    before, after = parts(path.read_bytes()), parts(document_of(report))
    changed = {name for name in after if before.get(name) != after[name]}
    assert (before.keys(), changed) == (
        after.keys(),
        {"word/document.xml", "word/comments.xml"},
    )
    comments = list(opened(document_of(report)).comments)
    assert (comments[0].author, comments[0].text) == ("Ed", "Check this.")
    assert len({each.comment_id for each in comments}) == len(comments) == 1 + len(EXPECTED)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


@pytest.mark.parametrize("name", ["toll.docx.gz", "toll"])
def test_the_authors_document_is_told_by_its_bytes(tmp_path: Path, name: str) -> None:
    report = authored(tmp_path / "toll.docx")
    raw = (tmp_path / "toll.docx").read_bytes()
    path = tmp_path / name
    path.write_bytes(gzip.compress(raw) if name.endswith(".gz") else raw)
    report = replace(report, article=replace(report.article, path=str(path)))
    assert len(opened(document_of(report)).tables) == 1


def test_a_document_that_has_broken_since_gives_a_new_one(tmp_path: Path) -> None:
    report = authored(tmp_path / "toll.docx")
    (tmp_path / "toll.docx").write_bytes(b"PK\x03\x04 and no more")
    assert commented(opened(document_of(report))) == EXPECTED


def test_what_is_found_in_notes_stands_at_the_mark_that_refers_to_them(tmp_path: Path) -> None:
    """Word has no comments in notes."""
    path = tmp_path / "toll.docx"
    document = docx.Document()
    document.add_heading("Harbour toll", 0)
    first = document.add_paragraph("The toll rose")
    changed(first, "del", " by half")
    changed(first, "ins", ", the board said.")
    referring(first.runs[0], "footnote", 7)
    cell = document.add_table(1, 1).cell(0, 0).paragraphs[0]
    referring(cell.add_run("The dockers said they had paid."), "footnote", 4)
    noted(document, "footnote", {4: "Haddad denied this.", 7: "The union said so too. It rained."})
    document.save(str(path))
    run = CliRunner().invoke(app, ["report", str(path), "-o", str(tmp_path / "out.docx")])
    assert run.exit_code == 0, run.output
    after = docx.Document(str(tmp_path / "out.docx"))
    found = [(words, says.split("\n")) for words, says in commented(after)]
    assert [(words, says[0].split(" (cue")[0]) for words, says in found if words] == [
        ("The toll rose, the board said.", "the board (asserts): The toll rose"),
        ("The dockers said they had paid.", "The dockers (asserts): they had paid"),
    ]  # fmt: skip
    assert [says[0] for words, says in found if not words] == [
        "Footnote 1: The union said so too.",
        "Footnote 1: It rained.",
        "Footnote 2: Haddad denied this.",
    ]
    assert parts(path.read_bytes())["word/footnotes.xml"] == parts(
        (tmp_path / "out.docx").read_bytes()
    )["word/footnotes.xml"]  # fmt: skip
    references = after.element.body.xpath(".//w:footnoteReference/@w:id")
    assert references == ["7", "4"]


def test_a_mark_at_the_end_of_a_run_stays_where_the_run_is_split(tmp_path: Path) -> None:
    path = tmp_path / "toll.docx"
    document = docx.Document()
    run = document.add_paragraph().add_run("The toll rose, the board said. It rained.")
    referring(run, "footnote", 1)
    noted(document, "footnote", {1: "On Monday."})
    document.save(str(path))
    CliRunner().invoke(app, ["report", str(path), "-o", str(path)])
    after = docx.Document(str(path))
    (paragraph,) = after.element.body.xpath("./w:p")
    assert len(paragraph.xpath(".//w:footnoteReference")) == 1
    assert [words for words, _ in commented(after)][:2] == [
        "The toll rose, the board said.",
        "It rained.",
    ]


def test_a_document_that_is_read_comes_back_with_comments(tmp_path: Path) -> None:
    path = tmp_path / "toll.docx"
    document = docx.Document()
    document.add_heading("Harbour toll", 0)
    document.add_paragraph("The board said the toll had doubled.").runs[0].italic = True
    document.save(str(path))
    run = CliRunner().invoke(app, ["report", str(path), "-o", str(tmp_path / "out.docx")])
    assert run.exit_code == 0, run.output
    after = docx.Document(str(tmp_path / "out.docx"))
    assert [words for words, _ in commented(after)] == ["The board said the toll had doubled."]
    assert formatted(document) == formatted(after)
