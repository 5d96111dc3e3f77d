"""Rules on trial: what passes, what fails with what was found instead, gaps, rules without proof."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimtrack.authoring.ruletest import Result, run
from claimtrack.language.load import Pipeline, load
from claimtrack.rules.rulefile import load_rules

pytestmark = pytest.mark.slow

RULES = """
rules:
  - id: a.say
    frame: speaker-verb-clause
    words: {{verb: [say, {{word: deny, stance: denies}}]}}
    {examples}
  - id: b.demand
    frame: speaker-verb-object
    words: {{verb: [demand]}}
    stance: demands
    examples: [{{text: The union demanded an inquiry., source: The union}}]
    counterexamples: [{{text: The union said no., why: another word}}]
"""
PROOF = "counterexamples: [{text: It rains., why: no cue}]"


@pytest.fixture(scope="module")
def language() -> Pipeline:
    return load()


def results(folder: Path, language: Pipeline, *lines: str) -> list[Result]:
    """The results of the first rule, with these further lines."""
    text = RULES.format(examples="\n    ".join(lines))
    (folder / "rules.yaml").write_text(text, encoding="utf-8")
    found = run(load_rules(folder), language)
    assert [result.verdict for result in found if result.rule == "b.demand"] == ["passed", "passed"]
    return [result for result in found if result.rule == "a.say"]


def only(folder: Path, language: Pipeline, example: str) -> Result:
    """The result of one example."""
    found = results(folder, language, f"examples: [{{{example}}}]", PROOF)
    assert [result.verdict for result in found[1:]] == ["passed"]
    return found[0]


PASSING = (
    "text: The mayor said the bridge was safe., source: The mayor, cue: said, "
    "claim: the bridge was safe, stance: asserts",
    "text: The mayor said the bridge was safe.",
    "text: The mayor said the bridge was safe., stance: asserts",
    "text: 'The bridge, the mayor said, was safe.', claim: The bridge … was safe",
)


@pytest.mark.parametrize("example", PASSING)
def test_an_example_passes_by_the_parts_that_it_names(
    tmp_path: Path, language: Pipeline, example: str
) -> None:
    result = only(tmp_path, language, example)
    assert (result.verdict, result.passed, result.found) == ("passed", True, "just that")


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("source: mayor", "source 'mayor'"),
        ('source: ""', "source ''"),
        ("claim: bridge was safe", "claim 'bridge was safe'"),
        ("stance: denies", "denies"),
    ],
)
def test_a_failure_tells_what_was_found_instead(
    tmp_path: Path, language: Pipeline, part: str, expected: str
) -> None:
    result = only(tmp_path, language, f"text: The mayor said the bridge was safe., {part}")
    assert (result.verdict, result.passed) == ("failed", False)
    assert str(result) == (
        f"{tmp_path}/rules.yaml:6:16: CT251 a.say: 'The mayor said the bridge was safe.': "
        f"expected {expected}, "
        "found source 'The mayor', cue 'said', claim 'the bridge was safe', asserts"
    )


def test_that_another_rule_finds_the_words_is_no_proof(tmp_path: Path, language: Pipeline) -> None:
    result = only(tmp_path, language, "text: The union demanded an inquiry.")
    assert (result.verdict, result.expected) == ("failed", "any attribution")
    assert result.found == (
        "b.demand (source 'The union', cue 'demanded', claim 'an inquiry', demands)"
    )


def test_a_failure_tells_what_the_frame_missed(tmp_path: Path, language: Pipeline) -> None:
    result = only(tmp_path, language, "text: The mayor said nothing.")
    assert result.found == "speaker-verb-clause at 'said' lacks a clause that is reported"


def test_a_failure_without_any_word_of_the_rule(tmp_path: Path, language: Pipeline) -> None:
    assert only(tmp_path, language, "text: It rains.").found == "no words of the rule"


def test_a_known_gap_fails_the_day_it_passes(tmp_path: Path, language: Pipeline) -> None:
    gap = only(tmp_path, language, "text: The mayor said nothing., why: no clause, todo: true")
    assert (gap.verdict, gap.passed) == ("gap", True)
    mended = only(tmp_path, language, "text: The mayor said the bridge was safe., todo: true")
    assert (mended.verdict, mended.code, mended.passed) == ("failed", "CT253", False)


SAID = "text: The mayor said the bridge was safe., why: said"


@pytest.mark.parametrize(
    ("counterexample", "verdict"),
    [
        (SAID, "failed"),
        (f"{SAID}, source: The mayor", "failed"),
        (f"{SAID}, source: mayor", "passed"),
        (f"{SAID}, stance: denies", "passed"),
        (f"{SAID}, todo: true", "gap"),
        ("text: It rains., why: no cue, todo: true", "failed"),
    ],
)
def test_counterexamples(
    tmp_path: Path, language: Pipeline, counterexample: str, verdict: str
) -> None:
    found = results(
        tmp_path,
        language,
        "examples: [{text: The mayor said the bridge was safe.}]",
        f"counterexamples: [{{{counterexample}}}]",
    )
    assert [result.verdict for result in found] == ["passed", verdict]


def test_a_rule_of_the_user_without_proof_is_a_warning(tmp_path: Path, language: Pipeline) -> None:
    found = results(tmp_path, language)
    assert [(result.verdict, result.passed) for result in found] == [("warning", True)] * 2
    assert [str(result) for result in found] == [
        f"{tmp_path}/rules.yaml:3:5: CT254 a.say: expected an example, found none",
        f"{tmp_path}/rules.yaml:3:5: CT254 a.say: expected a counterexample, found none",
    ]


def test_a_shipped_rule_without_proof_fails(
    tmp_path: Path, language: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimtrack.authoring.ruletest.shipped_rules", lambda: tmp_path)
    assert [result.verdict for result in results(tmp_path, language)] == ["failed", "failed"]
