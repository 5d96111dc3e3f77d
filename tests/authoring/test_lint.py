"""What lint finds in rules that load, each with its place, and what it lets pass."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from claimtrack.authoring.lint import lint
from claimtrack.cli.command import Session
from claimtrack.rules.model import RuleSet
from claimtrack.rules.rulefile import load_rules
from tests.cli.conftest import Ran, Run, run
from tests.handmade import RULES, parse_of

__all__ = ["run"]


def findings(folder: Path, **files: str) -> list[str]:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return [str(one).removeprefix(f"{folder}/") for one in lint(load_rules(folder))]


FIRST = "rules:\n  - {id: a.first, frame: [quotation, passive], words: {verb: [say, tell]}, stance: asserts%s}\n"


@pytest.mark.parametrize(
    ("more", "second", "expected"),
    [
        (
            "",
            "frame: quotation, words: {verb: [tell]}, stance: asserts",
            ["b.yaml:2:5: CT261 b.second can never win: a.first has all of its words"],
        ),
        (
            "",
            "frame: quotation, words: {verb: [tell]}, stance: asserts, source_kind: news",
            ["b.yaml:2:5: CT261 b.second can never win: a.first has all of its words"],
        ),
        (
            ", source_kind: news",
            "frame: quotation, words: {verb: [tell]}, stance: asserts, source_kind: news",
            ["b.yaml:2:5: CT261 b.second can never win: a.first has all of its words"],
        ),
        (", source_kind: news", "frame: quotation, words: {verb: [tell]}, stance: asserts", []),
        ("", "frame: [quotation, naming], words: {verb: [tell]}, stance: asserts", []),
        ("", "frame: quotation, words: {verb: [tell, ask]}, stance: asserts", []),
        ("", "frame: quotation, words: {verb: [tell off]}, stance: asserts", []),
        (
            "",
            "frame: quotation, words: {verb: [ask, tell]}, stance: denies",
            [
                "b.yaml:2:58: CT262 tell never denies in quotation, as b.second has it: a.first comes first, "
                "where it asserts"
            ],
        ),
        (
            ", claim_lacks: [named]",
            "frame: quotation, words: {verb: [ask, tell]}, stance: denies",
            [],
        ),
    ],
)
def test_words_that_a_stronger_rule_takes(
    tmp_path: Path, more: str, second: str, expected: list[str]
) -> None:
    assert (
        findings(tmp_path, a=FIRST % more, b=f"rules:\n  - {{id: b.second, {second}}}\n")
        == expected
    )


LISTS = """\
lists:
  sayings:
    class: verb
    stance: asserts
    words: [say, tell]
  denials:
    class: verb
    stance: denies
    words:
      - deny
      - {word: tell}
rules:
  - {id: a.say, frame: quotation, words: {verb: sayings}}
  - {id: a.deny, frame: [quotation, naming], words: {verb: {lists: denials, add: [{word: say, stance: asks}]}}}
"""


def test_words_in_two_lists_are_told_at_the_word(tmp_path: Path) -> None:
    first = ", as a.deny has it: a.say comes first, where it asserts"
    assert findings(tmp_path, a=LISTS) == [
        f"a.yaml:11:16: CT262 tell never denies in quotation{first}",
        f"a.yaml:14:90: CT262 say never asks in quotation{first}",
    ]


def test_a_rule_without_words_left(tmp_path: Path) -> None:
    text = "lists:\n  l: {class: verb, words: [say]}\nrules:\n  - id: a.b\n    frame: quotation\n"
    text += "    words: {verb: {lists: l, remove: say}}\n"
    assert findings(tmp_path, a=text) == [
        "a.yaml:4:5: CT261 a.b can never win: it has no words left"
    ]


def test_lists_that_no_rule_uses(tmp_path: Path) -> None:
    text = """\
lists:
  base: {class: verb, words: [say]}
  more: {extends: base, words: [tell]}
  alone: {class: verb, words: [ask]}
  titles: {class: title, words: [Dr]}
rules:
  - {id: a.b, frame: quotation, words: {verb: more}}
"""
    assert findings(tmp_path, a=text) == [
        "a.yaml:4:3: CT265 no rule uses the words of the list alone"
    ]


def test_a_rule_for_headlines_holds_in_no_report(tmp_path: Path) -> None:
    text = "rules:\n  - {id: a.b, frame: quotation, words: {verb: [say]}, section: headline}\n"
    assert findings(tmp_path, a=text) == [
        "a.yaml:2:5: CT266 a.b holds in headlines, which reports leave out and spaCy pipelines read"
    ]


def test_an_id_that_another_rule_has(tmp_path: Path) -> None:
    shipped, own = tmp_path / "shipped", tmp_path / "own"
    for folder, word in ((shipped, "say"), (own, "ask")):
        folder.mkdir()
        text = f"rules:\n  - {{id: a.b, frame: quotation, words: {{verb: [{word}]}}}}\n"
        (folder / "x.yaml").write_text(text)
    before = load_rules(shipped)
    (found,) = lint(load_rules(shipped, own), earlier=before)
    assert str(found) == (
        f"{own}/x.yaml:2:5: CT264 a.b replaces the rule of the same id at {shipped}/x.yaml:2, "
        "with which it shares no word"
    )
    (own / "x.yaml").write_text("rules:\n  - {id: a.b, frame: naming, words: {verb: [say, ask]}}\n")
    assert lint(load_rules(shipped, own), earlier=before) == ()


class Language:
    """Gives the same hand-built parse for every example."""

    def parse(self, articles: object) -> object:
        sentence = "It|PRON|nsubj|2 said/say|VERB|root|0 he|PRON|nsubj|4 left/leave|VERB|ccomp|2 .|PUNCT|punct|2"
        return iter([parse_of(sentence) for _ in articles])  # type: ignore[attr-defined]


def test_earlier_files_are_passed_over(tmp_path: Path) -> None:
    shipped, own = tmp_path / "shipped", tmp_path / "own"
    for folder in (shipped, own):
        folder.mkdir()
    (shipped / "a.yaml").write_text(
        FIRST % "" + (FIRST % "").replace("a.first", "a.same").split("\n", 1)[1]
    )
    (own / "b.yaml").write_text((FIRST % "").replace("a.first", "b.own"))
    found = lint(load_rules(shipped, own), earlier=load_rules(shipped))
    assert [str(one) for one in found] == [
        f"{own}/b.yaml:2:5: CT261 b.own can never win: a.first has all of its words"
    ]


def test_an_example_that_another_rule_wins(tmp_path: Path) -> None:
    text = """\
rules:
  - id: a.say
    frame: speaker-verb-clause
    words: {verb: [say]}
    claim_lacks: [ill]
  - id: b.say
    frame: speaker-verb-clause
    words: {verb: [say, tell]}
    examples:
      - {text: It said he left.}
      - {text: It said he left., todo: true}
"""
    (tmp_path / "a.yaml").write_text(text)
    loaded = load_rules(tmp_path)
    rules = RuleSet(loaded.rules, {}, "", RULES.speakers)
    (found,) = lint(rules, Language())  # type: ignore[arg-type]
    assert str(found) == (
        f"{tmp_path}/a.yaml:10:9: CT263 in the example 'It said he left.' of b.say, "
        "a.say (speaker-verb-clause) wins"
    )


def test_findings_stand_in_the_order_of_their_places(tmp_path: Path) -> None:
    second = FIRST.replace("a.first", "b.second").replace("asserts", "denies") % ""
    codes = [line.split(" ")[0:2] for line in findings(tmp_path, a=FIRST % "", b=second)]
    assert codes == [["b.yaml:2:5:", "CT261"], ["b.yaml:2:64:", "CT262"], ["b.yaml:2:69:", "CT262"]]


def test_the_command_tells_findings_and_their_number(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = Path("shipped")
    shipped.mkdir()
    (shipped / "a.yaml").write_text(FIRST % "")
    (shipped / "b.yaml").write_text(FIRST.replace("a.first", "b.second") % "")
    monkeypatch.setattr("claimtrack.paths.shipped_rules", lambda: shipped)
    tracker = SimpleNamespace(rules=load_rules(shipped), language=Language())
    monkeypatch.setattr(Session, "tracker", tracker)
    ran = run("rules", "lint")
    assert (ran.status, ran.err) == (1, "")
    assert ran.out.splitlines() == [
        "shipped/b.yaml:2:5: CT261 b.second can never win: a.first has all of its words",
        "1 finding",
    ]
    (shipped / "b.yaml").unlink()
    tracker.rules = load_rules(shipped)
    assert run("rules", "lint") == Ran(0, "0 findings\n", "")
