"""The page: marks, what it tells filters, what it must not run, its size, its index."""

from __future__ import annotations

import base64
import hashlib
import io
import random
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from typing import TextIO

import pytest

from claimtrack.records import ContestReason, Failure, Reply, Report
from claimtrack.render.html import write_html, write_html_folder
from claimtrack.render.htmlmarks import Mark, marked, shown
from claimtrack.render.htmlparagraphs import Paragraph
from claimtrack.render.htmlview import view_of
from tests.render.example import TEXT, example
from tests.render.odd import odd

FAILURE = Failure("night", "night.txt", "CT103", "the bytes are <no> text")


def page(*items: Report | Failure) -> str:
    out = io.StringIO()
    write_html(items, out)
    return out.getvalue()


class Text(HTMLParser):
    """The words within the elements of a class, as a reader sees them."""

    def __init__(self, wanted: str) -> None:
        super().__init__()
        self.wanted, self.depth, self.words = wanted, 0, [""]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.depth and tag not in ("link", "meta", "input", "br"):
            self.depth += 1
        elif self.wanted in (dict(attrs).get("class") or "").split():
            self.depth = 1
            self.words.append("")

    def handle_endtag(self, tag: str) -> None:
        self.depth = max(self.depth - 1, 0)

    def handle_data(self, data: str) -> None:
        if self.depth:
            self.words[-1] += data


def words(html: str, wanted: str) -> list[str]:
    parser = Text(wanted)
    parser.feed(html)
    return parser.words[1:]


def article_part(html: str) -> str:
    return html.split('<div class="text">')[1].split("</article>")[0]


@pytest.mark.parametrize(
    ("marks", "html"),
    [
        ([], "a &lt;b&gt; c"),
        ([Mark(0, 1, 1, "x", "A")], '<span class="x" data-l="A">a</span> &lt;b&gt; c'),
        (
            [Mark(2, 5, 2, "in"), Mark(2, 5, 1, "out")],
            'a <span class="out"><span class="in">&lt;b&gt;</span></span> c',
        ),
        (
            [Mark(0, 3, 1, "x", "A"), Mark(2, 5, 2, "y", "B")],
            '<span class="x" data-l="A">a <span class="y" data-l="B">&lt;</span></span>'
            '<span class="y">b&gt;</span> c',
        ),
        ([Mark(6, 9, 1, "x")], 'a &lt;b&gt; <span class="x">c</span>'),
    ],
)
def test_marks_nest_and_cross(marks: list[Mark], html: str) -> None:
    assert marked("a <b> c.", 0, 7, marks) == html


@pytest.mark.parametrize("seed", range(40))
def test_however_marks_cross_the_text_stays_and_every_place_has_its_marks(seed: int) -> None:
    dice = random.Random(seed)
    text = "".join(dice.choice("ab<& é😀") for _ in range(24))
    marks = [
        Mark(*sorted(dice.sample(range(25), 2)), dice.randrange(9), f"m{nth}", "A")
        for nth in range(dice.randrange(9))
    ]
    html = marked(text, 3, 20, marks)
    seen: list[tuple[str, frozenset[str]]] = []
    open_: list[str] = []
    for opening, closing, word in re.findall(
        r'<span class="(\w+)"[^>]*>|(</span>)|(&\w+;|.)', html
    ):
        if opening:
            open_.append(opening)
        elif closing:
            open_.pop()
        else:
            seen.append((unescape(word), frozenset(open_)))
    assert open_ == []
    assert seen == [
        (text[at], frozenset(m.classes for m in marks if m.start <= at < m.end))
        for at in range(3, 20)
    ]


def test_what_is_no_text_is_made_visible() -> None:
    assert shown("a\x00b\u202ec\u200fד") == 'a\ufffdb<span class="control">RLO</span>c\u200fד'


def test_each_sentence_tells_what_filters_ask() -> None:
    views = view_of(example()).sentences
    assert [(v.slug, v.letters, v.stances, v.flags, v.finding) for v in views] == [
        ("attributed", ("A", "B"), ("asserts", "acknowledges"), (), False),
        ("nobody", ("∅",), ("asserts",), (), True),
        ("attributed", ("C",), ("asserts",), ("contested", "unnamed"), True),
        ("attributed", ("B",), ("denies",), ("contested",), True),
        ("unattributed", (), (), (), True),
        ("noclaim", (), (), (), False),
    ]
    assert [[(c.words, c.number) for c in v.contests] for v in views[2:4]] == [
        [("denied by Mira Haddad in sentence 4", 4)],
        [("denies sentence 3", 3)],
    ]


def test_two_disputes_with_one_sentence_are_one_link() -> None:
    report = example()
    other = replace(report.disputes[0], id="d2", denial="a4", claim="a5", sentence=3)
    third = replace(report.sentences[2], reasons=(*report.sentences[2].reasons, ContestReason("denied", "d2")))  # fmt: skip
    sentences = (*report.sentences[:2], third, *report.sentences[3:])
    view = view_of(replace(report, sentences=sentences, disputes=(*report.disputes, other)))
    assert [(link.words, link.number) for link in view.sentences[2].links] == [
        ("denied by Mira Haddad in sentence 4; asserts sentence 4", 4)
    ]


def test_speakers_and_plots() -> None:
    view = view_of(example())
    assert [(s.tag.letter, s.voice.source.name, s.words, s.share) for s in view.speakers] == [
        ("A", "the harbour board", 10, 45.5),
        ("B", "Mira Haddad", 6, 27.3),
        ("C", "Two dockers", 6, 27.3),
    ]
    assert [(bar.name, bar.css, bar.number, bar.length) for bar in view.stances] == [
        ("asserts", "is-for", 3, 100.0),
        ("acknowledges", "is-for", 1, 33.3),
        ("denies", "is-against", 1, 33.3),
    ]
    assert [(cell.number, cell.css, cell.height) for cell in view.strip] == [
        (1, "attributed", 0),
        (2, "nobody", 100),
        (3, "attributed contested", 0),
        (4, "attributed contested", 0),
        (5, "unattributed", 100),
        (6, "noclaim", 0),
    ]


def test_the_whole_article_is_shown_in_its_paragraphs() -> None:
    def plain(paragraph: Paragraph) -> str:
        return re.sub(r"<[^>]+>", "", "".join(piece.html for piece in paragraph.pieces))

    paragraphs = view_of(example()).paragraphs
    assert [paragraph.kind for paragraph in paragraphs] == ["headline", *["paragraph"] * 3]
    assert " ".join(map(plain, paragraphs)).split() == TEXT.split()


def test_the_article_reads_as_it_does_without_marks() -> None:
    (text,) = words(page(example()), "text")
    assert text.replace("headlineHarbour", "Harbour").split() == TEXT.split()


def test_a_text_full_of_markup_is_text() -> None:
    html = page(odd())
    assert "<script>alert" not in html
    assert html.count("<script") == 1
    part = article_part(html)
    assert '<span class="control">RLO</span>' in part and "\u202e" not in html
    assert "=Two 😀 &amp; “dockers”" in part
    report = odd()
    assert [report.article.text[a:b] for each in report.attributions for a, b in each.cue] == [
        report_words
        for each in example().attributions
        for report_words in (TEXT[a:b] for a, b in each.cue)
    ]


def test_a_name_full_of_markup_is_text() -> None:
    report = example()
    evil = '"><img src=x onerror=alert(1)>'
    sources = tuple(replace(each, name=evil, role=evil, aliases=(evil,)) for each in report.sources)
    article = replace(report.article, id=evil, path=evil, title=evil, url="javascript:alert(1)")
    html = page(replace(report, sources=sources, article=article))
    assert "<img" not in html
    assert 'href="javascript' not in html


def test_the_policy_lets_only_the_pages_own_style_and_script_in() -> None:
    html = page(example())
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy
    for tag in ("style", "script"):
        element = re.search(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        assert element
        digest = base64.b64encode(hashlib.sha256(element[1].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy[1]
    assert "default-src 'none'" in policy[1]
    assert not re.search(r"\s(?:style|on\w+)=", html.split("<body>")[1].split("<script>")[0])
    assert not re.search(r"(?:src|href)=\"(?!#|data:,)", html)


def test_ids_are_unique_and_links_lead_somewhere() -> None:
    html = page(example(), FAILURE, example())
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)


def test_an_index_stands_before_several_and_names_failures() -> None:
    html = page(example(), FAILURE)
    assert html.index('id="index"') < html.index('id="r1-top"')
    assert "CT103 the bytes are &lt;no&gt; text" in html
    assert 'id="index"' not in page(example())
    assert "0 articles" in page()


def test_a_folder_has_a_page_an_article_and_an_index() -> None:
    written: dict[str, str] = {}

    @contextmanager
    def opening(name: str) -> Iterator[TextIO]:
        out = io.StringIO()
        yield out
        written[name] = out.getvalue()

    other = replace(example(), article=replace(example().article, id="../Toll"))
    write_html_folder([example(), FAILURE, other], opening)
    assert list(written) == ["toll.html", "Toll-2.html", "index.html"]
    links = re.findall(r'<th scope="row"><a href="([^"]+)"', written["index.html"])
    assert links == ["toll.html", "Toll-2.html"]
    assert 'href="index.html"' in written["toll.html"]


def test_a_page_is_small() -> None:
    report = example()
    many = tuple(
        replace(sentence, index=nth)
        for nth, sentence in enumerate(report.sentences * 5)
    )  # fmt: skip
    assert len(page(replace(report, sentences=many)).encode()) < 150_000


def test_an_article_without_sentences() -> None:
    report = example()
    empty = Report(report.article, report.tool)
    (text,) = words(page(empty), "text")
    assert text.replace("headlineHarbour", "Harbour").split() == TEXT.split()


def test_allegations_stand_with_their_answers() -> None:
    replies = (Reply("a4", "s1", "a5", "denied"), Reply("a1", None, None, "none found"))
    html = page(replace(example(), replies=replies))
    told = [" ".join(each.split()) for each in words(html, "quarrel")][1:]
    assert told == [
        "3 Two dockers +asserts (about the harbour board): the board had lied to them "
        "4 Mira Haddad −denies the accusation",
        "1 the harbour board +asserts: its chairwoman Mira Haddad admitted that the toll had "
        "doubled No answer in the article.",
    ]


def test_lines_of_a_report_that_does_not_tell_paragraphs_apart() -> None:
    report = example()
    blocks = tuple(block for block in report.article.blocks if block.kind != "paragraph")
    report = replace(report, article=replace(report.article, blocks=blocks))
    paragraphs = view_of(report).paragraphs
    assert [paragraph.kind for paragraph in paragraphs] == ["headline", "paragraph"]
    gaps = [piece.html for piece in paragraphs[1].pieces if not piece.sentence]
    assert gaps[1:] == [" ", "<br>", " ", "<br>", " ", " "]
