"""``claimtrack rules``: lists, one rule, proofs; on the rules of a user's own folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimtrack.rules.model import Example, Place
from claimtrack.rules.ruletest import Result
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
    assert header.split() == ["rule", "frames", "stance", "words", "+", "-"]
    assert lines[1].split() == ["own.mutter", "speaker-verb-clause,", "asserts", "2", "1", "1"]


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
    monkeypatch.setattr("claimtrack.rules.ruletest.run", lambda rules, language: results)
    ran = run("rules", "test")
    assert (ran.status, ran.out.splitlines(), ran.err.splitlines()) == (status, out, err)
