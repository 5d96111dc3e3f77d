"""Files, folders and rows: what becomes of each, in order, and what each failure says."""

from __future__ import annotations

import gzip
import hashlib
import io
import itertools
import json
import sys
from pathlib import Path

import pytest

from claimtrack.errors import error_line
from claimtrack.read import read_paths
from claimtrack.records import Article, Failure

TEXT = "PORT ELLIS: The toll has doubled, the board said."


def read(*paths: Path | str) -> list[Article | Failure]:
    return list(read_paths([str(path) for path in paths]))


def article(path: Path) -> Article:
    (item,) = read(path)
    assert isinstance(item, Article), item
    return item


def line(item: Article | Failure) -> str:
    """The error line of a failure, the id of an article."""
    if isinstance(item, Article):
        return item.id
    return error_line(item.code, item.message, Path(item.path).name, item.line)


def lines(*paths: Path | str) -> list[str]:
    return [line(item) for item in read(*paths)]


def test_a_text_file(tmp_path: Path) -> None:
    path = tmp_path / "toll.txt"
    path.write_text(TEXT)
    found = article(path)
    assert (found.id, found.path, found.text) == ("toll", str(path), TEXT)
    assert found.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert found.dateline == ((0, 10),)
    assert (found.title, found.date, found.url, found.extra) == (None, None, None, {})


def test_a_gzip_file_keeps_the_hash_of_its_own_bytes(tmp_path: Path) -> None:
    path = tmp_path / "toll.txt.gz"
    path.write_bytes(gzip.compress(TEXT.encode()))
    found = article(path)
    assert (found.id, found.text) == ("toll", TEXT)
    assert found.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"\xef\xbb\xbfThe caf\xc3\xa9 shut.", "The café shut."),
        ("The café shut.".encode("utf-16"), "The café shut."),
        ("\ufeffThe café shut.".encode("utf-16-be"), "The café shut."),
        ("\ufeffThe café shut.".encode("utf-32-le"), "The café shut."),
        (b"The caf\xe9 \x93shut\x94.", "The café “shut”."),
        (b"The caf\xc3\xa9 in M\xc3\xbcnchen \xff shut.", "The café in München \ufffd shut."),
        (b"The board met.\r\nIt paid.\r\n", "The board met.\r\nIt paid.\r\n"),
    ],
)
def test_encodings(tmp_path: Path, raw: bytes, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(raw)
    assert article(path).text == text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "The board’s chairwoman – Mira Haddad – said the café would shut."),
        (
            "mac_roman",
            "The board said: “It wasn’t so.” The café’s owners – Mr. Grün and Ms. Léger – agreed.",
        ),
        ("cp1251", "The board said Марина Хаддад had met the dockers on Monday in the harbour."),
        ("utf-16-le", "The board said the café would shut."),
    ],
)
def test_an_encoding_is_guessed_and_named(tmp_path: Path, encoding: str, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))
    found = article(path)
    assert (found.text, found.extra) == (text, {"guessed_encoding": encoding})


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("a.txt", b"", "a.txt: CT102 there is nothing in it to read; give an article with text in it"),
        ("a.txt", b" \n", "a.txt: CT102 there is nothing in it to read; give an article with text in it"),
        ("a.txt", "\u200b\ufeff\n".encode(), "a.txt: CT102 there is nothing in it to read; give an article with text in it"),
        ("a", rb"{\rtf1 The board met.}", "a: CT103 the bytes are no text; save the article as UTF-8 text"),
        ("a", b"<?xml version='1.0'?><rss/>", "a: CT102 the page holds no article; give an article with text in it"),
        ("a.txt", b"\0\1\2", "a.txt: CT103 the bytes are no text; save the article as UTF-8 text"),
        ("a.txt", b"\x81\x8d\0\xff", "a.txt: CT103 the bytes are no text; save the article as UTF-8 text"),
        ("a.bin", b"\x89PNG\0", "a.bin: CT103 the bytes are no text; save the article as UTF-8 text"),
        ("a", b"<!doctype html>", "a: CT102 the page holds no article; give an article with text in it"),
        ("a.txt.gz", b"\x1f\x8b\x08", "a.txt.gz: CT109 the gzip data is broken or cut short; compress or copy the file again"),
        ("a.jsonl", b"\n", "a.jsonl: CT102 the file has no lines; give an article with text in it"),
        ("a.jsonl", b"[\n{}\n]", "a.jsonl:1:1: CT111 the JSON is spread over several lines; write one object a line, for instance with jq -c '.[]'"),
        ("a.csv", b"id,title\n1,x\n", "a.csv:1:1: CT012 the header names no column text; put the article into a field named text"),
        ("a.csv", b"id,text\n", "a.csv: CT102 the file has a header and no rows; give an article with text in it"),
        ("a.csv", b"", "a.csv: CT102 the file has no header; give an article with text in it"),
    ],
)  # fmt: skip
def test_failures(tmp_path: Path, name: str, raw: bytes, said: str) -> None:
    path = tmp_path / name
    path.write_bytes(raw)
    assert lines(path) == [said]


def test_a_missing_file(tmp_path: Path) -> None:
    (item,) = read(tmp_path / "none.txt")
    assert line(item) == "none.txt: CT101 there is no such file or folder; check the name"
    assert item.id == "none"


def test_another_language(tmp_path: Path) -> None:
    path = tmp_path / "steuer.txt"
    path.write_text("Der Minister sagte am Montag, dass die Steuern nicht steigen werden.")
    assert lines(path) == [
        "steuer.txt: CT301 the text is not English but German; leave it out; "
        "claimtrack reads English only"
    ]


def test_a_jsonl_file(tmp_path: Path) -> None:
    rows = [
        '{"id": 7, "text": "The toll rose.", "title": "Toll", "date": "2024", "url": null, "tag": [1]}',
        "",
        '{"id": 1}',
        '{"text": "The toll fell."}',
        "no json",
        "[1]",
        '{"id": "e", "text": " "}',
        '{"id": "n", "text": 5}',
        '{"text": "Half a pair: \\ud800.", "big": 1e999, "nan": NaN}',
    ]
    path = tmp_path / "day.jsonl"
    path.write_text("\n".join(rows))
    items = read(path)
    assert [line(item) for item in items] == [
        "7",
        "day.jsonl:3:1: CT012 the row has no text; put the article into a field named text",
        "day:4",
        "day.jsonl:5:1: CT106 no valid JSON at column 1: Expecting value; write one JSON object a line",
        "day.jsonl:6:1: CT107 the line is JSON but no object; "
        "write one JSON object a line, with the article in a field named text",
        "day.jsonl:7:1: CT102 there is nothing in it to read; give an article with text in it",
        "day.jsonl:8:1: CT012 the row has no text; put the article into a field named text",
        "day:9",
    ]
    first, last = items[0], items[-1]
    assert isinstance(first, Article) and isinstance(last, Article)
    assert (first.title, first.date, first.url, first.extra) == ("Toll", "2024", None, {"tag": [1]})
    assert first.sha256 == hashlib.sha256(rows[0].encode()).hexdigest()
    assert last.text == "Half a pair: \ufffd."
    assert last.extra == {"big": "1e999", "nan": None}
    assert items[1].id == "1"


def test_rows_are_read_as_they_are_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "endless.jsonl"
    row = json.dumps({"text": "The toll rose."}) + "\n"
    path.write_text(row * 20_000)
    opened = read_paths([str(path)])
    first = list(itertools.islice(opened, 2))
    assert [item.id for item in first] == ["endless:1", "endless:2"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_rows_with_a_byte_order_mark(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "é", "text": "The café shut."}\n', encoding=encoding)
    assert lines(path) == ["é"]


def test_a_csv_file(tmp_path: Path) -> None:
    path = tmp_path / "day.csv"
    path.write_text(
        "id;Text;desk\n"
        '1;"The toll rose,\nthe board said.";city\n'
        ';"bro"ken;city\n'
        "2;The toll fell.;city;extra\n"
        "3\n"
    )
    items = read(path)
    assert [line(item) for item in items] == [
        "1",
        "day.csv:4:1: CT110 the CSV row is broken: ';' expected after '\"'; "
        "quote every field that holds quotes, commas or line breaks, and double the quotes in it",
        "2",
        "day.csv:6:1: CT012 the row has no text; put the article into a field named text",
    ]
    first, third = items[0], items[2]
    assert isinstance(first, Article) and isinstance(third, Article)
    assert first.text == "The toll rose,\nthe board said."
    assert third.extra == {"desk": "city", "column 4": "extra"}


def test_a_long_csv_field(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    text = "The toll rose. " * 20_000
    path.write_text(f"id,text\n1,{text}\n")
    assert article(path).text == text


@pytest.mark.parametrize(
    ("raw", "ids"),
    [
        (b'{"id": "x", "text": "The toll rose."}', ["x"]),
        (b"id,text\nx,The toll rose.\n", ["x"]),
        (b"The toll rose.", ["a"]),
        (b"# Toll\n\nThe toll rose.", ["a"]),
    ],
)
def test_the_content_tells_where_the_name_does_not(
    tmp_path: Path, raw: bytes, ids: list[str]
) -> None:
    path = tmp_path / "a"
    path.write_bytes(raw)
    assert lines(path) == ids


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    (item,) = read("-")
    assert (item.id, item.path) == ("stdin", "-")


def test_a_folder_is_walked_in_order(tmp_path: Path) -> None:
    for name in ("b/x.txt", "a.txt", "c.md", "c.py", ".hidden.txt", "notes"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    told: list[str] = []
    items = list(read_paths([str(tmp_path)], told.append))
    assert [item.id for item in items] == ["a", "x", "c", "notes"]
    assert told == [f"{tmp_path}: 1 file passed over whose names are no article's (c.py)"]


def test_a_folder_without_articles(tmp_path: Path) -> None:
    (tmp_path / "c.py").write_text("pass")
    (item,) = read(tmp_path)
    assert line(item) == (
        f"{tmp_path.name}: CT104 the folder holds no articles; "
        "name a folder with .txt, .md, .html, .docx, .pdf, .jsonl or .csv files (also .gz)"
    )


def test_a_duplicate_id_is_told_and_made_unique(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    ids: list[object] = ["x", "x", "x-2", "x", 7, "7"]
    path.write_text("\n".join(json.dumps({"id": id, "text": TEXT}) for id in ids))
    told: list[str] = []
    items = list(read_paths([str(path)], told.append))
    assert [item.id for item in items] == ["x", "x-2", "x-2-2", "x-3", "7", "7-2"]
    assert told[0] == f"{path}: CT112 the id x is there already; this one is x-2"
    assert len(told) == 4


def test_what_can_be_read_is_read_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_bytes(b"\0")
    (tmp_path / "c.txt").write_text(TEXT)
    assert [item.id for item in read(tmp_path, tmp_path / "none", tmp_path / "a.txt")] == [
        "a",
        "b",
        "c",
        "none",
        "a-2",
    ]


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
@pytest.mark.parametrize("name", ["rows.jsonl", "rows.csv"])
def test_rows_name_the_encoding_that_the_whole_file_is_likeliest_to_be_in(
    tmp_path: Path, name: str, encoding: str
) -> None:
    """The second row alone would be too little to tell."""
    texts = [
        "The board’s chairwoman – “Zoë” – said the café would shut. “No,” she said.",
        "Zoë denied it.",
        "The toll rose.",
    ]
    lines = [json.dumps({"text": text}, ensure_ascii=False) for text in texts]
    if name.endswith(".csv"):
        lines = ["text,desk"] + ['"{}",city'.format(text.replace('"', '""')) for text in texts]
    path = tmp_path / name
    path.write_bytes("\n".join(lines).encode(encoding))
    found = [each for each in read_paths([str(path)]) if isinstance(each, Article)]
    assert [each.text for each in found] == texts
    guess = {"guessed_encoding": encoding}
    desk = {"desk": "city"} if name.endswith(".csv") else {}
    assert [each.extra for each in found] == [guess | desk, guess | desk, desk]


@pytest.mark.parametrize(
    "raw",
    [
        b"\n \nid,text\n1,The toll rose.\n",
        b"sep=;\nid;text\n1;The toll rose.\n",
        b"\xef\xbb\xbfid|text\r\n1|The toll rose.\r\n",
        b"id\ttext\r1\tThe toll rose.\r",
    ],
    ids=["blank lines", "Excel's line", "pipes", "carriage returns"],
)
def test_rows_as_spreadsheets_write_them(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(raw)
    found = article(path)
    assert (found.id, found.text) == ("1", "The toll rose.")


def test_a_text_whose_lines_end_in_carriage_returns_is_told_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "toll"
    path.write_bytes(b"Toll\rThe board, it said, met.\rNobody came.")
    assert article(path).text.count("\r") == 2
