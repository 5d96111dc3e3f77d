"""The Word file as LibreOffice opens it: every comment at its words, nothing else changed."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from html import unescape
from pathlib import Path

import pytest

from claimtrack.render.docx import document_of
from tests.render.example import TEXT, example
from tests.render.test_docx import EXPECTED, authored

pytestmark = pytest.mark.reader


def as_opened(path: Path) -> str:
    """The content as LibreOffice saves it in a format of its own."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    arguments = [office, profile, "--headless", "--convert-to", "odt", "--outdir", str(path.parent)]
    subprocess.run([*arguments, str(path)], check=True, capture_output=True, timeout=180)
    with zipfile.ZipFile(path.with_suffix(".odt")) as file:
        return file.read("content.xml").decode("utf-8")


def words_of(xml: str) -> str:
    return unescape(
        re.sub("<[^>]+>", "", re.sub("<text:tracked-changes>.*?</text:tracked-changes>", "", xml))
    )


def test_libreoffice_shows_every_comment_at_its_words(tmp_path: Path) -> None:
    report = authored(tmp_path / "toll.docx")
    commented = tmp_path / "commented.docx"
    commented.write_bytes(document_of(report))
    before, after = as_opened(tmp_path / "toll.docx"), as_opened(commented)
    annotation = re.compile(
        r'<office:annotation .*?office:name="(\w+)".*?</office:annotation>', re.DOTALL
    )
    found = []
    for match in annotation.finditer(after):
        end = after.index(f'<office:annotation-end office:name="{match[1]}"')
        words = words_of(annotation.sub("", after[match.end() : end]))
        says = re.findall(r"<text:p[^>]*>(.*?)</text:p>", match[0])
        found.append((words, "\n".join(map(words_of, says))))
    assert found == EXPECTED
    assert words_of(annotation.sub("", after)) == words_of(before)


def test_libreoffice_opens_a_new_document(tmp_path: Path) -> None:
    path = tmp_path / "new.docx"
    path.write_bytes(document_of(example()))
    content = as_opened(path)
    annotation = re.compile("<office:annotation .*?</office:annotation>", re.DOTALL)
    assert len(annotation.findall(content)) == len(EXPECTED)
    paragraphs = re.findall(r"<text:(?:p|h)[ >].*?</text:(?:p|h)>", annotation.sub("", content))
    assert list(filter(None, map(words_of, paragraphs))) == [
        line for line in TEXT.split("\n") if line
    ]
