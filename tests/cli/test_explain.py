"""``claimtrack explain``: which text is explained, and how an explanation is laid out."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from claimtrack.cli.command import Session
from claimtrack.explanation import Explanation, SeenWord, Trial
from claimtrack.language.drawing import DrawnWord, drawn
from claimtrack.paths import shipped_rules
from claimtrack.records import Article, Span
from claimtrack.render.explained import Explained, page
from claimtrack.rules.rulefile import load_rules
from claimtrack.tracker import Tracker
from tests.cli.conftest import Run

TEXT = "The clerk denied it."


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that were to be explained; each gets the same explanation."""
    words = (
        SeenWord("The", "the", "determiner", "determiner", 1),
        SeenWord("clerk", "clerk", "noun", "subject", 2),
        SeenWord("denied", "deny", "verb", "root", None),
    )
    won = Trial(
        outcome="won",
        rule="denial.deny",
        frame="speaker-verb-object",
        cue=((10, 16),),
        source=((0, 9),),
        claim=((17, 19),),
        stance="denies",
    )
    lost = Trial("lost", "denial.not", "quotation", ((10, 16),), why="a longer cue won")
    failed = Trial("failed", "denial.deny", "passive", ((10, 16),), why="wants a passive verb")
    texts: list[str] = []

    def explain(
        tracker: object, text: str | Article, within: Span | None = None
    ) -> list[Explanation]:
        texts.append(text.text[slice(*(within or (None,)))] if isinstance(text, Article) else text)
        return [Explanation(TEXT, (0, 20), words, (won, lost, failed))]

    monkeypatch.setattr("claimtrack.explanation.explain", explain)
    return texts


def test_a_sentence(run: Run, asked: list[str]) -> None:
    ran = run("explain", TEXT)
    assert asked == [TEXT]
    assert (ran.status, ran.err) == (0, "")
    assert [line.rstrip() for line in ran.out.splitlines()] == [
        "The clerk denied it.",
        "",
        "word    lemma    tag         role        of",
        "------  -------  ----------  ----------  ------",
        "The     the      determiner  determiner  clerk",
        "clerk   clerk    noun        subject     denied",
        "denied  deny     verb        root",
        "",
        "✓ won  denial.deny, speaker-verb-object → denies",
        "    source  The clerk",
        "    cue     denied",
        "    claim   it",
        "✗ lost  denial.not, quotation",
        "    cue     denied",
        "    why     a longer cue won",
        "",
        "Frames that do not hold",
        "cue     rule         frame    why",
        "------  -----------  -------  --------------------",
        "denied  denial.deny  passive  wants a passive verb",
    ]


@pytest.mark.parametrize(
    ("line", "text"), [(1, "Toll doubles"), (3, "The board met."), (4, "Nobody\nknew.")]
)
def test_a_line_of_a_file_is_its_paragraph(
    run: Run, asked: list[str], line: int, text: str
) -> None:
    Path("toll.txt").write_text("Toll doubles\n\nThe board met.\nNobody\nknew.\n")
    assert run("explain", f"toll.txt:{line}").status == 0
    assert asked == [text]


@pytest.mark.parametrize("line", [0, 2, 9])
def test_a_line_without_words(run: Run, asked: list[str], line: int) -> None:
    Path("toll.txt").write_text("Toll doubles\n\nThe board met.\n")
    ran = run("explain", f"toll.txt:{line}")
    assert (ran.status, ran.out, asked) == (2, "", [])
    assert ran.err == (
        f"toll.txt:{line}:1: CT407 there is no text on this line of the file; "
        "name a line that holds words of the article\n"
    )


def test_a_file_that_cannot_be_read(run: Run, asked: list[str]) -> None:
    Path("a.txt").write_bytes(b"\0")
    ran = run("explain", "a.txt:1")
    assert (ran.status, ran.out, asked) == (2, "", [])
    assert ran.err == "a.txt: CT103 the bytes are no text; save the article as UTF-8 text\n"


def test_what_looks_like_a_file_and_is_none_is_a_sentence(run: Run, asked: list[str]) -> None:
    assert run("explain", "The score was 3:1").status == 0
    assert asked == ["The score was 3:1"]


@pytest.mark.slow
def test_a_line_is_explained_within_its_article(
    run: Run, tracker: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether *she* is named, the paragraph before tells."""
    Path("own.yaml").write_text(
        "rules:\n  - {id: own.named, frame: speaker-verb-clause, words: {verb: [warn]}, "
        "stance: {cautions: asserts}, source_named: true}\n"
    )
    rules = load_rules(shipped_rules() / "words", Path())
    monkeypatch.setattr(Session, "tracker", replace(tracker, rules=rules))
    text = "Anna Lund has led the bank for years.\n\nShe warned that prices would rise.\n"
    Path("a.txt").write_text(text)
    assert (
        "✓ won  own.named, speaker-verb-clause → cautions, which refines asserts"
        in run("explain", "a.txt:3").out
    )
    alone = run("explain", "She warned that prices would rise.").out
    assert "it wants a named source; this one is not named" in alone


def test_a_page(run: Run, asked: list[str]) -> None:
    ran = run("explain", TEXT, "--html", "-o", "why.html")
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    written = Path("why.html").read_text(encoding="utf-8")
    assert re.findall(r"<h2[^>]*>(.*?)</h2>", written) == ["The clerk denied it."]
    assert re.findall(r'<tspan class="displacy-word"[^>]*>(.*?)</tspan>', written) == [
        "The",
        "clerk",
        "denied",
    ]
    labels = re.findall(r"<textPath[^>]*>\s*(.*?)\s*</textPath>", written, re.DOTALL)
    assert labels == ["determiner", "subject"]
    rows = [
        [re.sub("<[^>]+>", " ", cell).strip() for cell in re.findall("<t[hd][ >].*?</t[hd]>", row)]
        for row in re.findall(r"<tr class=.*?</tr>", written)
    ]
    assert rows == [
        ["✓ won", "The clerk", "denies", "denied", "it", "denial.deny speaker-verb-object"],
        ["✗ lost", "", "", "denied", "", "denial.not quotation  a longer cue won"],
        ["denied", "denial.deny", "passive", "wants a passive verb"],
    ]
    assert re.findall(r'\bstyle="', written) == []
    assert re.findall(r"(?:src|href)=\"(?!#|data:,)[^\"]*\"|@import|url\(", written) == []


def test_words_run_nothing_on_the_page() -> None:
    words = (DrawnWord("<script>alert(1)</script>", "noun", "root", None),)
    sentence = Explained("<b>", drawn(words, "parse-1"), ())
    assert "<script" not in page([sentence]) and "<b>" not in page([sentence])
