"""``claimtrack rules``: lists, one rule, proofs; on the rules of a user's own folder."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from claimtrack.authoring.ruletest import Result
from claimtrack.rules.model import Example, Place
from tests.cli.conftest import Run

RULES = """\
rules:
  - id: own.mutter
    frame: [speaker-verb-clause, quotation]
    words: {verb: [mutter, grouse]}
    stance: asserts
    negated: declines
    examples:
      - {text: The clerk muttered that it was late., source: The clerk, cue: muttered}
    counterexamples:
      - {text: The clerk muttered., why: nothing is said}
"""


@pytest.fixture(autouse=True)
def shipped(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """One shipped rule in the place of all, so that these tests do not depend on them."""
    folder = Path("shipped")
    folder.mkdir()
    (folder / "one.yaml").write_text(
        "rules:\n  - {id: shipped.say, frame: quotation, words: {verb: [say]}, stance: asserts}\n"
    )
    monkeypatch.setattr("claimtrack.paths.shipped_rules", lambda: folder)


@pytest.fixture
def own() -> Path:
    folder = Path("own")
    folder.mkdir()
    (folder / "own.yaml").write_text(RULES)
    return folder


def test_list(run: Run, own: Path) -> None:
    ran = run("rules", "list", "--rules", "own")
    assert (ran.status, ran.err) == (0, "")
    header, _, *lines = ran.out.splitlines()
    assert [line.split()[0] for line in lines] == ["shipped.say", "own.mutter", "quotation"]
    assert header.split() == ["rule", "frames", "stance", "words", "+", "-", "from"]
    assert lines[0].split()[-1] == "one.yaml:2"
    expected = ["own.mutter", "speaker-verb-clause,", "asserts", "2", "1", "1", "own/own.yaml:2"]
    assert lines[1].split() == expected


def test_list_as_json(run: Run, own: Path) -> None:
    rules = json.loads(run("rules", "--rules", "own", "list", "--format", "json").out)
    rule = next(rule for rule in rules if rule["id"] == "own.mutter")
    assert rule["frames"] == ["speaker-verb-clause", "quotation"]
    assert rule["place"]["line"] == 2


def test_show(run: Run, own: Path) -> None:
    ran = run("rules", "show", "own.mutter", "--rules", "own")
    assert ran.out.splitlines() == [
        "own.mutter",
        "  in        own/own.yaml:2",
        "  frames    speaker-verb-clause, quotation",
        "  stance    asserts",
        "  negated   declines",
        "  words     verb: mutter, grouse",
        "  examples",
        "    The clerk muttered that it was late.",
        "      source: The clerk, cue: muttered",
        "  counterexamples",
        "    The clerk muttered.",
        "      why: nothing is said",
    ]


def test_show_conditions_and_a_finer_stance(run: Run) -> None:
    Path("more").mkdir()
    Path("more/own.yaml").write_text(
        "rules:\n  - {id: own.crow, frame: quotation, words: {verb: [crow]}, stance: {boasts: asserts}, "
        "tense: [past, present], source_named: false}\n"
    )
    assert run("rules", "show", "own.crow", "--rules", "more").out.splitlines()[3:-1] == [
        "  stance    boasts, which refines asserts",
        "  wants     source_named: false",
        "            tense: past, present",
    ]


CONFIGURED = """\
rules = "own"
off = ["shipped.*"]

[lists.mutterings]
class = "verb"
words = ["mumble"]

[stances]
"own.*" = {grumbles = "criticises"}
"""


def test_rules_changed_by_the_configuration(run: Run, own: Path) -> None:
    """It may be written down in no rule file: the list of a rule in the folder stands in it."""
    (own / "more.yaml").write_text(
        "rules:\n  - {id: own.more, frame: quotation, words: {verb: mutterings}}\n"
    )
    Path("claimtrack.toml").write_text(CONFIGURED)
    listed = [line.split() for line in run("rules", "list").out.splitlines()[2:]]
    assert [line[0] for line in listed] == ["own.more", "own.mutter", "quotation"]
    assert listed[0] == ["own.more", "quotation", "grumbles", "1", "0", "0", "own/more.yaml:2"]
    shown = run("rules", "show", "own.mutter").out.splitlines()
    assert shown[3] == "  stance    grumbles, which refines criticises (claimtrack.toml:9)"
    cells = [re.split("  +", line)[:3] for line in run("config").out.splitlines()[-4:]]
    place = Path.cwd() / "claimtrack.toml"
    assert cells == [
        ["off", "shipped.*", f"{place}:2"],
        ["lists.mutterings.class", "verb", f"{place}:5"],
        ["lists.mutterings.words", "mumble", f"{place}:6"],
        ["stances.own.*.grumbles", "criticises", f"{place}:9"],
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('off = ["shiped.say"]\n', "1:8: CT248 there is no rule of an earlier folder called shiped.say: did you mean shipped.say?"),
        ("off = 7\n", "1:7: CT217 TOML reads 7 as a number: put it in quotes"),
        ('[lists.sayings]\nadd = ["x"]\n', "1:8: CT243 there is no word list of an earlier folder called sayings: there is none"),
        ('[lists.a]\nclas = "verb"\n', "2:1: CT213 a word list has no key clas: did you mean class?"),
        ('[stances]\n"shipped.say" = "asert"\n', "2:17: CT221 there is no stance asert: did you mean asserts?"),
        ('[stances]\n"shipped.say" = {denies = "asserts"}\n', "2:18: CT224 denies is a stance itself: choose another word, or write stance: denies"),
        ('[stances]\nsay = "asserts"\n', "2:1: CT248 there is no rule of an earlier folder called say: there are shipped.say"),
    ],
)  # fmt: skip
def test_a_wrong_change_in_the_configuration(run: Run, text: str, problem: str) -> None:
    Path("claimtrack.toml").write_text(text)
    ran = run("rules", "list")
    assert (ran.status, ran.out, ran.err) == (2, "", f"{Path.cwd()}/claimtrack.toml:{problem}\n")


def test_show_an_unknown_rule(run: Run) -> None:
    ran = run("rules", "show", "no.such")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "claimtrack: CT406 there is no rule no.such; see claimtrack rules list\n"


def test_every_problem_of_a_rule_file_is_a_line(run: Run, own: Path) -> None:
    (own / "own.yaml").write_text("rules:\n  - id: a.b\n    frme: quotation\n    stance: says\n")
    ran = run("rules", "list", "--rules", "own")
    assert (ran.status, ran.out) == (2, "")
    places = [line.split(" ")[0] for line in ran.err.splitlines()]
    assert "own/own.yaml:3:5:" in places
    assert len(places) > 1
    assert all(place.startswith("own/own.yaml:") for place in places)


def _result(verdict: str, code: str = "") -> Result:
    place = Place("own.yaml", 3, 7)
    example = Example("The clerk muttered.", place)
    return Result("own.mutter", example, verdict, place, code, "cue 'muttered'", "nothing")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("verdicts", "status", "out", "err"),
    [
        (["passed", "gap"], 0, ["1 example passed, 1 known gap, 0 failed"], []),
        (
            ["failed", "passed", "passed", "warning"],
            1,
            [
                "own.yaml:3:7: CT251 own.mutter: 'The clerk muttered.': "
                "expected cue 'muttered', found nothing",
                "2 examples passed, 0 known gaps, 1 failed",
            ],
            [
                "own.yaml:3:7: CT254 own.mutter: 'The clerk muttered.': "
                "expected cue 'muttered', found nothing"
            ],
        ),
    ],
)
def test_proofs(
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    verdicts: list[str],
    status: int,
    out: list[str],
    err: list[str],
) -> None:
    codes = {"failed": "CT251", "warning": "CT254"}
    results = tuple(_result(verdict, codes.get(verdict, "")) for verdict in verdicts)
    monkeypatch.setattr("claimtrack.authoring.ruletest.run", lambda rules, language: results)
    ran = run("rules", "test")
    assert (ran.status, ran.out.splitlines(), ran.err.splitlines()) == (status, out, err)
