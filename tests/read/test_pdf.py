"""PDF: columns, broken words, running lines and pages; files that are locked or broken."""

from __future__ import annotations

import gzip
import io
from collections.abc import Sequence
from pathlib import Path

import pytest

from claimtrack.read import read_paths
from claimtrack.records import Article, Failure
from tests.read.telling import told

pypdf = pytest.importorskip("pypdf")


def at(x: float, y: float, words: str, size: float = 10) -> str:
    """What a page's stream says to put the words there."""
    return f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({words}) Tj ET\n"


def set_as(x: float, y: float, lines: Sequence[str]) -> list[str]:
    return [at(x, y - 12 * nth, words) for nth, words in enumerate(lines)]


def word_by_word(x: float, y: float, words: str) -> str:
    moves = "".join(f"({word}) Tj {5 * len(word) + 8} 0 Td " for word in words.split())
    return f"BT /F1 10 Tf 1 0 0 1 {x} {y} Tm {moves} ET\n"


def written(*pages: str, password: str | None = None) -> bytes:
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    def name(**entries: str) -> DictionaryObject:
        return DictionaryObject(
            {NameObject(f"/{key}"): NameObject(f"/{value}") for key, value in entries.items()}
        )

    writer = pypdf.PdfWriter()
    font = name(Type="Font", Subtype="Type1", BaseFont="Helvetica", Encoding="WinAnsiEncoding")
    for content in pages:
        page = writer.add_blank_page(612, 792)
        fonts = DictionaryObject({NameObject("/F1"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        stream = DecodedStreamObject()
        stream.set_data(content.encode("cp1252"))
        page[NameObject("/Contents")] = writer._add_object(stream)
    if password is not None:
        writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


LEFT = [
    "The harbour board said on Monday",
    "that the well-known toll had doub-",
    "led. Nobody knew.",
]
RIGHT = [
    "Two dockers said the board had",
    "lied to them. Haddad, the well-",
    "known chairwoman, rejected the",
    "accu-",
]
HEAD = at(72, 740, "Harbour toll doubles overnight", 20)
PAGE_1 = at(72, 770, "Port Echo 5 March 2024 page 1", 8) + HEAD
PAGE_2 = (
    at(72, 770, "Port Echo 5 March 2024 page 2", 8)
    + "".join(set_as(72, 700, ["sation, she said, and left."]))
    + word_by_word(72, 660, "The harbour opened in 1911.")
    + at(300, 20, "2")
)
WHOLE = [
    ("headline", "Harbour toll doubles overnight"),
    (
        "paragraph",
        "The harbour board said on Monday that the well-known toll had doubled. Nobody knew.",
    ),
    (
        "paragraph",
        "Two dockers said the board had lied to them. Haddad, the well-known chairwoman, rejected the "
        "accusation, she said, and left.",
    ),
    ("paragraph", "The harbour opened in 1911."),
]


def rows() -> str:
    """Both columns, written line by line across the page."""
    left, right = set_as(72, 700, LEFT), set_as(320, 700, RIGHT)
    return "".join("".join(pair) for pair in zip(left, right, strict=False)) + right[-1]


@pytest.mark.parametrize(
    "columns", [rows(), "".join([*set_as(72, 700, LEFT), *set_as(320, 700, RIGHT)])]
)
@pytest.mark.parametrize("name", ["toll.pdf", "toll", "toll.pdf.gz"])
def test_columns_and_pages(tmp_path: Path, name: str, columns: str) -> None:
    path = tmp_path / name
    raw = written(PAGE_1 + columns, PAGE_2, "")
    path.write_bytes(gzip.compress(raw) if name.endswith(".gz") else raw)
    (found,) = read_paths([str(path)])
    assert isinstance(found, Article)
    assert told(found) == WHOLE
    assert found.text == "\n\n".join(words for _, words in WHOLE)
    starts = [found.text[start : start + 12] for start, _ in found.extra["pages"]]
    assert (found.id, starts) == ("toll", ["Harbour toll", "sation, she ", ""])
    ends = [end for _, end in found.extra["pages"]]
    assert ends == [found.text.index("sation, she"), len(found.text), len(found.text)]


def test_an_indented_line_and_a_gap_begin_paragraphs(tmp_path: Path) -> None:
    lines = [
        at(72, 700, "The board said that the toll had doubled"),
        at(72, 688, "overnight."),
        at(84, 676, "Two dockers said the board had lied to them"),
        at(72, 664, "twice, and the union agreed with both."),
        at(72, 634, "Haddad rejected the accusation on Monday"),
        at(72, 622, "in a long letter to the dockers' union."),
    ]
    path = tmp_path / "a.pdf"
    path.write_bytes(written("".join(lines)))
    (found,) = read_paths([str(path)])
    assert isinstance(found, Article)
    assert [words for _, words in told(found)] == [
        "The board said that the toll had doubled overnight.",
        "Two dockers said the board had lied to them twice, and the union agreed with both.",
        "Haddad rejected the accusation on Monday in a long letter to the dockers' union.",
    ]


BROKEN = (
    "CT113 the file is no whole PDF; copy it again, or save it anew in the program that made it"
)


def test_short_paragraphs_do_not_run_into_each_other(tmp_path: Path) -> None:
    """Where most are of two lines, half of all distances are those of paragraphs."""
    lines = ["By Ann Reed"]
    for day in ("Monday", "Tuesday", "Thursday"):
        lines += [f"The harbour board said on {day}", "that the toll had doubled."]
    lines += ["The quay. Photo: Jo Park", "Two dockers said the board had", "lied to them."]
    page, y = at(72, 740, "Harbour toll doubles overnight", 20), 712
    for nth, words in enumerate(lines):
        y -= 12 if nth in (2, 4, 6, 9) else 24
        page += at(72, y, words)
    path = tmp_path / "a.pdf"
    path.write_bytes(written(page))
    (found,) = read_paths([str(path)])
    assert isinstance(found, Article)
    assert [kind for kind, _ in told(found)] == [
        "headline",
        "byline",
        *["paragraph"] * 3,
        "caption",
        "paragraph",
    ]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "CT102 there is nothing in it to read; give an article with text in it"),
        (written(""), "CT102 its pages are empty, or pictures of text; give an article with text in it"),
        (b"%PDF-1.7", BROKEN),
        (b"no PDF", BROKEN),
        (written(HEAD, password="secret"), "CT114 the document is locked with a password; save it without one, as .docx or .pdf"),
    ],
)  # fmt: skip
def test_no_text(tmp_path: Path, raw: bytes, said: str) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(raw)
    (found,) = read_paths([str(path)])
    assert isinstance(found, Failure)
    assert f"{found.code} {found.message}" == said


def test_a_file_that_may_be_read_but_not_changed_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(written(at(72, 700, "The board said the toll had doubled."), password=""))
    (found,) = read_paths([str(path)])
    assert isinstance(found, Article)
    assert found.text == "The board said the toll had doubled."
