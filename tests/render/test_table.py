"""The report for people: whole pages at several widths, and what must hold at every width."""

from __future__ import annotations

import dataclasses
import io
import re
from pathlib import Path

import pytest

from claimtrack.records import Failure, Reply, Report
from claimtrack.render.markdown import escaped, write_markdown
from claimtrack.render.printable import width_of
from claimtrack.render.table import write_table
from claimtrack.render.tone import Tone
from tests.render.example import example

HERE = Path(__file__).parent
FAILURE = Failure("night", "night.txt", "CT103", "the bytes are no text")


def table(report: Report, width: int) -> str:
    out = io.StringIO()
    write_table([report], out, width)
    return out.getvalue()


@pytest.mark.parametrize("width", [60, 80, 200])
def test_a_page(width: int) -> None:
    page = (HERE / f"toll.{width}.txt").read_text(encoding="utf-8")
    assert table(example(), width) == page


@pytest.mark.parametrize("width", [*range(40, 130), 159, 160, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(map(width_of, table(example(), width).splitlines())) <= width


def test_allegations_and_answers() -> None:
    replies = (Reply("a4", "s1", "a5", "denied"), Reply("a1", None, None, "none found"))
    report = dataclasses.replace(example(), replies=replies)
    told = table(report, 60).partition("Allegations and answers\n")[2].splitlines()[1:7]
    assert told == [
        "   3   Two dockers asserts (about the harbour board): the",
        "       board had lied to them",
        "   4   Mira Haddad denies: the accusation",
        "   1   the harbour board asserts: its chairwoman Mira Haddad",
        "       admitted that the toll had doubled",
        "       No answer in the article.",
    ]
    out = io.StringIO()
    write_markdown([report], out)
    assert out.getvalue().partition("## Allegations and answers\n\n")[2].splitlines()[:4] == [
        "- 3, Two dockers asserts (about the harbour board): the board had lied to them",
        "  - 4, Mira Haddad denies: the accusation",
        "- 1, the harbour board asserts: its chairwoman Mira Haddad admitted that the toll had doubled",
        "  - No answer in the article.",
    ]


def test_what_is_known_of_a_source_is_wrapped_and_not_cut() -> None:
    report = example()
    first = dataclasses.replace(report.sources[0], role="a body of seven " * 6)
    page = table(dataclasses.replace(report, sources=(first, *report.sources[1:])), 60)
    assert " ".join(page.split()).count("a body of seven") == 6


def test_colour_changes_no_word() -> None:
    def painted(text: str, tone: Tone) -> str:
        return f"\x1b[{len(tone)}m{text}\x1b[0m"

    out = io.StringIO()
    write_table([example()], out, 80, painted)
    plain = re.sub(r"\x1b\[\d+m", "", out.getvalue())
    lines = [line.rstrip() for line in plain.splitlines()]
    assert lines == table(example(), 80).splitlines()


def test_control_characters_of_an_article_do_not_reach_the_terminal() -> None:
    report = example()
    text = report.article.text.replace("Hauliers", "\x1b[2J\u202eab")
    report = dataclasses.replace(report, article=dataclasses.replace(report.article, text=text))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", table(report, 80))


def test_reports_are_set_apart_and_failures_left_out() -> None:
    out = io.StringIO()
    write_table([FAILURE, example(), example()], out, 80)
    assert out.getvalue() == "\n\n".join([table(example(), 80)] * 2)


def test_markdown() -> None:
    out = io.StringIO()
    write_markdown([example(), FAILURE], out)
    page = (HERE / "toll.md").read_text(encoding="utf-8")
    assert out.getvalue() == page + "\n# night\n\nNot reported: CT103 the bytes are no text\n"


def test_no_word_of_an_article_is_read_as_markdown() -> None:
    assert escaped("a|b <i> [x](y) *z*\n# c") == r"a\|b \<i\> \[x\](y) \*z\* \# c"
