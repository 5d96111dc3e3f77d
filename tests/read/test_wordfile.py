"""Word: the accepted text with its notes and tables, and the paragraph that each offset leads to."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from claimtrack.read import read_paths
from claimtrack.records import Article, Failure
from tests.read.telling import told
from tests.worddocs import W, changed, noted, referring

docx = pytest.importorskip("docx")


def written(fill: bool = True) -> bytes:
    document = docx.Document()
    if fill:
        document.add_heading("Harbour toll doubles", 0)
        document.add_paragraph("By Ann Reed")
        first = document.add_paragraph("PORT ELLIS: The harbour board said the toll had ")
        changed(first, "del", "tripled.")
        changed(first, "ins", "doubled.")
        changed(first, "moveFrom", " Nobody was told.")
        document.add_paragraph()
        document.add_heading("An accusation", 1)
        cut = document.add_paragraph("Two dockers said the board")
        mark = cut._element.get_or_add_pPr()
        mark.append(mark.makeelement(f"{W}rPr"))
        mark[-1].append(mark.makeelement(f"{W}del", {f"{W}id": "8", f"{W}author": "A"}))
        document.add_paragraph(" had lied to them.")
        table = document.add_table(1, 2)
        table.cell(0, 0).text = "The old toll was 4 crowns."
        table.cell(0, 1).text = "Haddad rejected the accusation."
        document.add_paragraph("The harbour at dawn.", "Caption")
        referring(cut.add_run(), "footnote", 2)
        referring(first.add_run(), "endnote", 1)
        referring(first.add_run(), "footnote", 1)
        noted(document, "endnote", {1: "Seen in Port Ellis."})
        noted(document, "footnote", {2: "So they told us.", 1: "The board’s.", 3: "Of no use."})
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


WHOLE = [
    ("headline", "Harbour toll doubles"),
    ("byline", "By Ann Reed"),
    ("paragraph", "PORT ELLIS: The harbour board said the toll had doubled."),
    ("headline", "An accusation"),
    ("paragraph", "Two dockers said the board had lied to them."),
    ("paragraph", "The old toll was 4 crowns."),
    ("paragraph", "Haddad rejected the accusation."),
    ("caption", "The harbour at dawn."),
    ("paragraph", "The board’s."),
    ("paragraph", "So they told us."),
    ("paragraph", "Seen in Port Ellis."),
]


@pytest.mark.parametrize("name", ["toll.docx", "toll", "toll.docx.gz"])
def test_the_accepted_text(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(gzip.compress(written()) if name.endswith(".gz") else written())
    (found,) = read_paths([str(path)])
    assert isinstance(found, Article)
    assert told(found) == WHOLE
    assert found.text == "\n\n".join(words for _, words in WHOLE)
    assert (found.id, found.title) == ("toll", "Harbour toll doubles")
    assert [found.text[start:end] for start, end in found.dateline] == ["PORT ELLIS"]


def test_offsets_lead_into_the_paragraphs_of_the_document(tmp_path: Path) -> None:
    path = tmp_path / "toll.docx"
    path.write_bytes(written())
    (found,) = read_paths([str(path)])
    assert isinstance(found, Article)
    words = [found.text[start:end] for start, end in found.extra["paragraphs"]]
    assert words[3:7] == ["", "An accusation", "", "Two dockers said the board had lied to them."]
    of_body = docx.Document(str(path)).element.body.xpath(".//w:p")
    assert len(words) == len(of_body) + 3


def test_a_headline_without_a_style_is_told_as_in_plain_text(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Harbour toll doubles")
    document.add_paragraph("The board said the toll had doubled.")
    document.add_paragraph("The harbour opened in 1911.")
    document.save(str(tmp_path / "a.docx"))
    (found,) = read_paths([str(tmp_path / "a.docx")])
    assert isinstance(found, Article)
    assert told(found) == [
        ("headline", "Harbour toll doubles"),
        ("paragraph", "The board said the toll had doubled."),
        ("paragraph", "The harbour opened in 1911."),
    ]


def test_a_heading_behind_sentences_is_not_the_articles(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("The board said the toll had doubled.")
    document.add_heading("An accusation", 2)
    document.add_paragraph("Two dockers said the board had lied.")
    document.save(str(tmp_path / "a.docx"))
    (found,) = read_paths([str(tmp_path / "a.docx")])
    assert isinstance(found, Article)
    assert (found.title, told(found)[1]) == (None, ("headline", "An accusation"))


def with_entities() -> bytes:
    """A document that would fill its text from elsewhere."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(written())) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name == "word/document.xml":
                entity = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><w:document'
                content = content.replace(b"<w:document", entity, 1).replace(b"Two", b"&e; two")
            after.writestr(name, content)
    return out.getvalue()


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, content in files.items():
            file.writestr(name, content)
    return out.getvalue()


BROKEN = "CT113 the file is no whole Word document; copy it again, or save it anew in the program that made it"


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "CT102 there is nothing in it to read; give an article with text in it"),
        (written(fill=False), "CT102 there is nothing in it to read; give an article with text in it"),
        (written()[:2000], BROKEN),
        (written()[:900] + b"?" * 400 + written()[1300:], BROKEN),
        (zipped(a=b"1"), BROKEN),
        (with_entities(), BROKEN),
        (b"no zip file", BROKEN),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "CT114 the document has a password, or is in Word's old format; save it without one, as .docx or .pdf"),
    ],
)  # fmt: skip
def test_no_document(tmp_path: Path, raw: bytes, said: str) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(raw)
    (found,) = read_paths([str(path)])
    assert isinstance(found, Failure)
    assert f"{found.code} {found.message}" == said


def test_an_old_document_is_told_by_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500))
    (found,) = read_paths([str(tmp_path / "a.doc")])
    assert isinstance(found, Failure)
    assert found.code == "CT114"
