"""``claimtrack report``: formats, places of failures, exit statuses, output files."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

NO_FILE = "none.txt: CT101 there is no such file or folder; check the name\n"


def article(name: str, text: str = "The toll has doubled.") -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def rows(name: str, *values: object) -> str:
    return article(name, "".join(json.dumps(value) + "\n" for value in values))


def test_jsonl_keeps_the_order_with_failures_in_their_places(run: Run) -> None:
    good = {"text": "The toll rose."}
    rows("a.jsonl", {"id": 1}, good, good, {"text": 2}, good, [])
    ran = run("report", "none.txt", "a.jsonl", "-f", "jsonl")
    assert ran.status == 2
    values = [json.loads(line) for line in ran.out.splitlines()]
    assert [(value["id"], "error" in value) for value in values] == [
        ("none", True),
        ("1", True),
        ("a:2", False),
        ("a:3", False),
        ("a:4", True),
        ("a:5", False),
        ("a:6", True),
    ]
    assert ran.err.splitlines()[:2] == [
        NO_FILE.strip(),
        "a.jsonl:1:1: CT012 the row has no text; put the article into a field named text",
    ]
    assert len(ran.err.splitlines()) == 4


def test_the_table_is_what_is_shown_when_nothing_is_asked_for(run: Run) -> None:
    ran = run("report", article("toll.txt"))
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines()[:4] == [
        "toll",
        "toll.txt",
        "",
        "1 sentence   ● 0 attributed   ◌ 0 attributed to nobody   ○ 1 unattributed",
    ]


def test_only_failures_is_an_empty_table(run: Run) -> None:
    ran = run("report", "none.txt")
    assert (ran.status, ran.out, ran.err) == (2, "", NO_FILE)


def test_an_article_that_the_engine_stumbles_over_costs_no_other(run: Run) -> None:
    rows("a.jsonl", *({"text": text} for text in ("One.", "crash", "Three.", "Four.", "crash")))
    ran = run("report", "a.jsonl", "-f", "jsonl")
    assert ran.status == 2
    values = [json.loads(line) for line in ran.out.splitlines()]
    assert [value.get("text") for value in values] == ["One.", None, "Three.", "Four.", None]
    assert (
        ran.err.splitlines()
        == [
            "a.jsonl: CT499 KeyError: 'no such word'; "
            "run it again with --verbose and report what it shows"
        ]
        * 2
    )
    assert "Traceback" in run("report", "a.jsonl", "-f", "jsonl", "--verbose").err


def test_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"The toll rose.")))
    ran = run("report", "-", "-f", "jsonl")
    assert json.loads(ran.out)["id"] == "stdin"


@pytest.mark.parametrize(
    ("name", "start"),
    [("out.md", "# toll"), ("out.json", "[\n"), ("out.jsonl", '{"schema"'), ("out.txt", "toll\n")],
)
def test_the_ending_of_the_output_tells_the_format(run: Run, name: str, start: str) -> None:
    ran = run("report", article("toll.txt"), "-o", name)
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    assert Path(name).read_text(encoding="utf-8").startswith(start)


def test_an_output_file_is_whole_or_as_it_was(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    article("out.jsonl", "old")
    Path("out.jsonl").chmod(0o640)

    def stumble(item: object) -> str:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("claimtrack.render.jsonl.line_of", stumble)
        ran = run("report", article("toll.txt"), "-o", "out.jsonl")
    assert (ran.status, ran.err) == (
        2,
        "out.jsonl: CT402 No space left on device; "
        "check that the folder exists and may be written to\n",
    )
    assert Path("out.jsonl").read_text() == "old"
    assert sorted(path.name for path in Path().iterdir()) == ["out.jsonl", "toll.txt"]
    assert run("report", "toll.txt", "-o", "out.jsonl").status == 0
    assert Path("out.jsonl").read_text() != "old"
    assert Path("out.jsonl").stat().st_mode & 0o777 == 0o640


def test_an_output_link_stays_a_link(run: Run) -> None:
    article("real.jsonl", "old")
    Path("link.jsonl").symlink_to("real.jsonl")
    assert run("report", article("toll.txt"), "-o", "link.jsonl").status == 0
    assert Path("link.jsonl").is_symlink()
    assert Path("real.jsonl").read_text().startswith('{"schema"')


def test_an_output_in_no_folder(run: Run) -> None:
    ran = run("report", article("toll.txt"), "-o", "none/out.md")
    assert (ran.status, ran.out, ran.err) == (
        2,
        "",
        "none/out.md: CT402 No such file or directory; "
        "check that the folder exists and may be written to\n",
    )


def test_an_output_that_is_no_file_is_written_to(run: Run) -> None:
    assert run("report", article("toll.txt"), "-o", "/dev/null").status == 0
    assert Path("/dev/null").is_char_device()


def test_warnings_are_silent_with_quiet_and_errors_are_not(run: Run) -> None:
    rows("a.jsonl", {"id": 1, "text": "One."}, {"id": 1, "text": "Two."})
    loud = run("report", "a.jsonl", "none.txt", "-f", "jsonl")
    quiet = run("report", "a.jsonl", "none.txt", "-f", "jsonl", "--quiet")
    assert loud.out == quiet.out
    assert loud.err == "a.jsonl: CT112 the id 1 is there already; this one is 1-2\n" + NO_FILE
    assert quiet.err == NO_FILE


def test_a_text_that_is_not_english_is_said_to_be_so(run: Run) -> None:
    text = "Der Minister sagte am Montag, dass die Steuern nicht steigen werden."
    ran = run("report", article("steuer.txt", text))
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == (
        "steuer.txt: CT301 the text is not English but German; "
        "leave it out; claimtrack reads English only\n"
    )


def test_a_name_cannot_move_the_cursor(run: Run) -> None:
    ran = run("report", "\x1b[2Jnone.txt")
    assert ran.err == "\ufffd[2J" + NO_FILE
