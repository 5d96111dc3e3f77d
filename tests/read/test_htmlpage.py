"""HTML: the article of a saved page, what surrounds it left out, and what is no page."""

from __future__ import annotations

import gzip
import sys
from pathlib import Path

import pytest

from claimtrack.read import read_paths
from claimtrack.records import Article, Failure
from tests.read.telling import told

pytest.importorskip("trafilatura")
PAGE = """<!-- saved from url=(0029)https://echo.example/toll -->
<!doctype html><html lang="en"><head><meta charset="{charset}">
<title>Harbour toll doubles overnight | Port Echo</title>
<meta property="og:title" content="Harbour toll doubles overnight">
<meta name="author" content="Ann Reed">
<meta property="article:published_time" content="2024-03-05T10:00:00Z">
<link rel="canonical" href="https://echo.example/toll">
<script>var said = "The script said nothing.";</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<div id="cookies">We use cookies. <button>Accept all</button></div>
<article><h1>Harbour toll doubles overnight</h1>
<figure><img src="a.jpg"><figcaption>The café at dawn. Photo: Jo Park</figcaption></figure>
<p>PORT ELLIS: The harbour board said on Monday that the toll had <b>doubled</b>
<a href="/x">overnight</a>.</p>
<h2>An accusation</h2>
<p>Two dockers said the board had lied to them.<br>Haddad rejected the accusation at the café.</p>
<blockquote><p>“Nobody was lied to,” she told the Echo.</p></blockquote>
<ul><li>The toll rose to 8 crowns.</li><li>The old toll was 4 crowns.</li></ul>
<table><tr><td>Toll in 2023</td><td>4 crowns</td></tr></table></article>
<aside><h3>Most read</h3><a href="/fish">Fish prices fall</a></aside>
<footer>© Port Echo. <a href="/c">Contact</a></footer></body></html>"""
WHOLE = [
    ("headline", "Harbour toll doubles overnight"),
    ("caption", "The café at dawn. Photo: Jo Park"),
    ("byline", "Ann Reed"),
    (
        "paragraph",
        "PORT ELLIS: The harbour board said on Monday that the toll had doubled overnight.",
    ),
    ("headline", "An accusation"),
    (
        "paragraph",
        "Two dockers said the board had lied to them. Haddad rejected the accusation at the café.",
    ),
    ("paragraph", "“Nobody was lied to,” she told the Echo."),
    ("paragraph", "The toll rose to 8 crowns."),
    ("paragraph", "The old toll was 4 crowns."),
    ("paragraph", "Toll in 2023"),
    ("paragraph", "4 crowns"),
]


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
@pytest.mark.parametrize("name", ["toll.html", "toll", "toll.htm.gz"])
def test_a_saved_page(tmp_path: Path, name: str, charset: str) -> None:
    path = tmp_path / name
    raw = PAGE.format(charset=charset).encode(charset)
    path.write_bytes(gzip.compress(raw) if name.endswith(".gz") else raw)
    (found,) = read_paths([str(path)])
    assert isinstance(found, Article)
    assert told(found) == WHOLE
    assert found.text == "\n\n".join(words for _, words in WHOLE)
    assert [found.text[start:end] for start, end in found.dateline] == ["PORT ELLIS"]
    facts = (found.id, found.title, found.date, found.url, found.extra)
    title = "Harbour toll doubles overnight"
    assert facts == ("toll", title, "2024-03-05", "https://echo.example/toll", {})


BODY = [
    "The harbour board said on Monday that the toll had doubled overnight to eight crowns a ship.",
    "Two dockers said the board had lied to them about the price for months on end.",
    "Mira Haddad, who leads the board, rejected the accusation in the town hall.",
]
AROUND = {
    "consent": '<div id="onetrust-sdk"><h2>Your privacy</h2>' + "<p>We and our partners store personal data on your device, the company said.</p>" * 9 + "</div>{}",
    "comments": '{}<div id="comments"><h2>2 thoughts on “Toll”</h2><ol><li><article><p>The board lied, and the minister said so last year in this very town.</p></article></li></ol></div>',
    "linked": '{}<aside><figure><figcaption>Fish is cheaper.</figcaption></figure></aside><a href="/x"><figure><figcaption>A bridge.</figcaption></figure></a>',
    "behind": '{}<section><figure><figcaption>The bridge that the minister denied.</figcaption></figure></section>',
    "nothing to see": "{}<p>&shy;&#8203;</p>",
}  # fmt: skip


@pytest.mark.parametrize("around", AROUND.values(), ids=AROUND)
def test_what_stands_around_the_article_is_left_out(tmp_path: Path, around: str) -> None:
    body = "".join(f"<p>{words}</p>" for words in BODY)
    page = f"<!doctype html><html><title>Toll</title><body>{around.format(f'<main>{body}</main>')}"
    (found,) = read_paths([_saved(tmp_path, page)])
    assert isinstance(found, Article)
    assert [words for kind, words in told(found) if kind != "headline"] == BODY
    assert "thoughts" not in found.text and "privacy" not in found.text


def test_captions_stand_where_their_pictures_stood(tmp_path: Path) -> None:
    first, second, third = BODY
    page = (
        f"<html><body><article><h1>Toll doubles</h1><figure><figcaption>The quay.<br>Photo: Jo Park"
        f"</figcaption></figure><p>{first}</p><p>{second}</p><div class='wp-caption'><img src='a'>"
        f"<p class='wp-caption-text'>Haddad, who said that all was well.</p></div><p>{third}</p>"
        "</article></body></html>"
    )
    (found,) = read_paths([_saved(tmp_path, page)])
    assert isinstance(found, Article)
    assert told(found) == [
        ("headline", "Toll doubles"),
        ("caption", "The quay. Photo: Jo Park"),
        ("paragraph", first),
        ("paragraph", second),
        ("caption", "Haddad, who said that all was well."),
        ("paragraph", third),
    ]


def test_words_beside_paragraphs_and_quotations_inside_them(tmp_path: Path) -> None:
    page = (
        f"<html><body><div><h1>Toll doubles</h1>{BODY[0]}<br><br>{BODY[1]}<br><br>"
        "The board said <q>nobo&shy;dy <b>lied</b></q> on Monday.</div></body></html>"
    )
    (found,) = read_paths([_saved(tmp_path, page)])
    assert isinstance(found, Article)
    assert told(found)[1:] == [
        ("paragraph", BODY[0]),
        ("paragraph", BODY[1]),
        ("paragraph", "The board said “nobody lied” on Monday."),
    ]


def _saved(folder: Path, page: str) -> str:
    path = folder / "page.html"
    path.write_text(page, encoding="utf-8")
    return str(path)


def test_a_page_that_does_not_say_its_encoding(tmp_path: Path) -> None:
    path = tmp_path / "toll.html"
    path.write_bytes(PAGE.replace('<meta charset="{charset}">', "").encode("cp1252"))
    (found,) = read_paths([str(path)])
    assert isinstance(found, Article)
    assert (told(found), found.extra) == (WHOLE, {"guessed_encoding": "cp1252"})


def test_a_page_nested_deeper_than_its_parser_goes(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    opened, closed = "<div class=x><font>" * 5000, "</font></div>" * 5000
    page = PAGE.format(charset="utf-8").replace("<article>", "<article>" + opened)
    path.write_text(page.replace("</article>", closed + "</article>"), encoding="utf-8")
    (found,) = read_paths([str(path)])
    assert isinstance(found, Article)
    assert told(found) == WHOLE


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"<html><body>" + b"<x-deep>" * 5000 + b"The toll rose.", "CT115 the page's elements are nested too deeply; copy the article's words into a .txt file"),
        (b"", "CT102 the page holds no article; give an article with text in it"),
        (b"<html><body></body></html>", "CT102 the page holds no article; give an article with text in it"),
        (b"<html>\0\1\2", "CT103 the bytes are no text; save the article as UTF-8 text"),
    ],
)  # fmt: skip
def test_no_article(tmp_path: Path, raw: bytes, said: str) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(raw)
    (found,) = read_paths([str(path)])
    assert isinstance(found, Failure)
    assert f"{found.code} {found.message}" == said


@pytest.mark.parametrize(
    ("package", "name", "said"),
    [
        ("trafilatura", "a.html", "HTML needs a package that is not installed: pip install 'claimtrack[html]'"),
        ("docx", "a.docx", "Word needs a package that is not installed: pip install 'claimtrack[docx]'"),
        ("pypdf", "a.pdf", "PDF needs a package that is not installed: pip install 'claimtrack[pdf]'"),
    ],
)  # fmt: skip
def test_without_the_package_the_other_articles_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: str, name: str, said: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    (tmp_path / name).write_bytes(b"anything")
    (tmp_path / "b.txt").write_text("The toll rose.")
    failure, article = read_paths([str(tmp_path)])
    assert isinstance(failure, Failure) and isinstance(article, Article)
    assert (failure.code, failure.path) == ("CT601", str(tmp_path / name))
    assert failure.message == f"{said}; install it, and run the same command again"
    assert article.text == "The toll rose."
