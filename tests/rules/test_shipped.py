"""The shipped rules prove themselves."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from claimtrack.authoring.lint import lint
from claimtrack.authoring.ruletest import run
from claimtrack.paths import shipped_rules
from claimtrack.rules.model import Example, RuleSet
from claimtrack.rules.rulefile import load_rules
from claimtrack.tracker import Tracker

LEMMAS = 200


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    return load_rules(shipped_rules())


def examples(rules: RuleSet) -> Iterator[tuple[str, Example]]:
    for rule in rules.rules:
        yield from ((rule.id, each) for each in rule.examples + rule.counterexamples)


@pytest.mark.slow
def test_all_examples_hold(rules: RuleSet) -> None:
    assert [str(result) for result in run(rules) if not result.passed] == []


@pytest.mark.slow
def test_lint_finds_nothing(rules: RuleSet, tracker: Tracker) -> None:
    assert [str(problem) for problem in lint(rules, tracker.language)] == []


def test_every_rule_has_two_examples_and_a_counterexample(rules: RuleSet) -> None:
    thin = [r.id for r in rules.rules if len(r.examples) < 2 or not r.counterexamples]
    assert thin == []


def test_every_rule_has_an_example_that_is_no_known_gap(rules: RuleSet) -> None:
    assert [r.id for r in rules.rules if all(each.todo for each in r.examples)] == []


def test_counterexamples_and_known_gaps_say_why(rules: RuleSet) -> None:
    counter = {id(each) for rule in rules.rules for each in rule.counterexamples}
    silent = [
        (rule, each.text)
        for rule, each in examples(rules)
        if not each.why and (each.todo or id(each) in counter)
    ]
    assert silent == []


def test_examples_say_what_they_expect(rules: RuleSet) -> None:
    vague = [
        each.text
        for rule in rules.rules
        for each in rule.examples
        if None in (each.source, each.cue, each.claim, each.stance)
    ]
    assert vague == []


def test_no_text_proves_a_rule_twice(rules: RuleSet) -> None:
    told = [(rule, each.text) for rule, each in examples(rules)]
    assert sorted({one for one in told if told.count(one) > 1}) == []


def test_the_rules_know_many_verbs(rules: RuleSet) -> None:
    verbs = {word.lemmas[0] for rule in rules.rules if rule.kind == "verb" for word in rule.words}
    assert len(verbs) >= LEMMAS


def test_every_rule_has_words_and_frames(rules: RuleSet) -> None:
    assert [rule.id for rule in rules.rules if not rule.words or not rule.frames] == []
