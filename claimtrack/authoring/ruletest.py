"""Proving rules: every example and counterexample is tried, span by span.

An example asks for an attribution *by its own rule*; that another rule finds the same words is no
proof. The texts of all rules are parsed in one batch.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from claimtrack.attributing import attribute
from claimtrack.errors import error_line
from claimtrack.language.load import Pipeline
from claimtrack.language.load import load as load_language
from claimtrack.language.parse import Parse
from claimtrack.match import Attempt, attempts
from claimtrack.paths import shipped_rules
from claimtrack.read import article_of
from claimtrack.records import Attribution, Block
from claimtrack.rules.frames.model import Missing
from claimtrack.rules.model import Example, Place, Rule, RuleSet

Verdict = Literal["passed", "failed", "gap", "warning"]

_UNMEASURED = {"": 0.0}
_CODES = {"example": "CT251", "counterexample": "CT252"}
_NEEDS = {"example": "an example", "counterexample": "a counterexample"}


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one example, or (``example`` None) that a rule has none.

    ``gap``: a known gap that is still one; ``warning``: a user's own rule without proof.
    ``expected`` and ``found`` tell attributions in the rules' words.
    """

    rule: str
    example: Example | None
    verdict: Verdict
    place: Place
    code: str = ""
    expected: str = ""
    found: str = ""

    @property
    def passed(self) -> bool:
        """Whether nothing needs doing; a known gap and a warning count as such."""
        return self.verdict != "failed"

    def __str__(self) -> str:
        text = f"{self.example.text!r}: " if self.example else ""
        told = f"{self.rule}: {text}expected {self.expected}, found {self.found}"
        place = self.place
        return error_line(self.code, told, place.path, place.line, place.column)


def run(rules: RuleSet, language: Pipeline | None = None) -> tuple[Result, ...]:
    """Results in the order of the rules: a rule's examples, its counterexamples, what it lacks.

    ``language`` is by default the embedded model.
    """
    cases = [case for rule in rules.rules for case in _cases(rule)]
    articles = [article_of(case.example.text) for case in cases]
    parses = (language or load_language()).parse(articles)
    by_rule: dict[str, list[Result]] = {rule.id: [] for rule in rules.rules}
    for case, parse in zip(cases, parses, strict=True):
        by_rule[case.rule.id].append(_tried(case, _in_its_section(case.rule, parse), rules))
    return tuple(result for rule in rules.rules for result in (*by_rule[rule.id], *_lacking(rule)))


@dataclass(frozen=True, slots=True)
class _Case:
    """An example of a rule; ``kind`` is example or counterexample."""

    rule: Rule
    example: Example
    kind: str


@dataclass(frozen=True, slots=True)
class _Trial:
    """What the stages up to sources made of a text."""

    parse: Parse
    attempts: tuple[Attempt, ...]
    attributions: tuple[Attribution, ...]


def _cases(rule: Rule) -> Iterator[_Case]:
    yield from (_Case(rule, example, "example") for example in rule.examples)
    yield from (_Case(rule, example, "counterexample") for example in rule.counterexamples)


def _lacking(rule: Rule) -> Iterator[Result]:
    """What a rule must still show: an error in a shipped rule, a warning in a user's own."""
    shipped = Path(rule.place.path).is_relative_to(shipped_rules())
    verdict: Verdict = "failed" if shipped else "warning"
    shown = {case.kind for case in _cases(rule)}
    for kind, needed in _NEEDS.items():
        if kind not in shown:
            yield Result(rule.id, None, verdict, rule.place, "CT254", needed, "none")


def _in_its_section(rule: Rule, parse: Parse) -> Parse:
    """The parse, of a headline where the rule asks for one: no example says what it is."""
    if rule.conditions.section != "headline":
        return parse
    headline = Block("headline", 0, len(parse.article.text))
    return replace(parse, article=replace(parse.article, blocks=(headline,)))


def _tried(case: _Case, parse: Parse, rules: RuleSet) -> Result:
    made = attribute(parse, rules, _UNMEASURED)
    tried = tuple(attempts(parse, rules, range(len(parse.tokens)), made.set_aside))
    trial = _Trial(parse, tried, made.attributions)
    holds = any(_fits(trial, one, case) for one in trial.attributions) == (case.kind == "example")
    expected = _expected(case)
    found = "just that" if holds else _found(trial, case)
    code, verdict = _CODES[case.kind], _verdict(case.example.todo, holds)
    if case.example.todo:
        code, expected = "CT253", f"the known gap that misses {expected}"
    return Result(case.rule.id, case.example, verdict, case.example.place, code, expected, found)


def _verdict(todo: bool, holds: bool) -> Verdict:
    if todo:
        return "failed" if holds else "gap"
    return "passed" if holds else "failed"


def _fits(trial: _Trial, attribution: Attribution, case: _Case) -> bool:
    """Whether an attribution is the rule's and has every part that the example names."""
    if attribution.rule != case.rule.id:
        return False
    actual, wanted = _parts(trial.parse, attribution), _wanted(case.example)
    return all(actual[part] == value for part, value in wanted.items())


def _parts(parse: Parse, attribution: Attribution) -> dict[str, str]:
    return {
        "source": parse.text(attribution.source.spans),
        "cue": parse.text(attribution.cue),
        "claim": parse.text(attribution.claim),
        "stance": attribution.stance,
    }


def _wanted(example: Example) -> dict[str, str]:
    named = {
        "source": example.source,
        "cue": example.cue,
        "claim": example.claim,
        "stance": example.stance,
    }
    return {part: value for part, value in named.items() if value is not None}


def _expected(case: _Case) -> str:
    wanted = _told(_wanted(case.example)) or "any attribution"
    return wanted if case.kind == "example" else f"no attribution by {case.rule.id}: {wanted}"


def _found(trial: _Trial, case: _Case) -> str:
    """What the rule itself found, else what others found, and why the rule did not hold."""
    own = [one for one in trial.attributions if one.rule == case.rule.id]
    told = [_told(_parts(trial.parse, one)) for one in own]
    if not own:
        told = [f"{one.rule} ({_told(_parts(trial.parse, one))})" for one in trial.attributions]
        told += _why_not(trial, case.rule)
    return "; ".join(told) or "no words of the rule"


def _why_not(trial: _Trial, rule: Rule) -> list[str]:
    """For each of the rule's words in the text: what its frame missed there, or that it lost."""
    told = []
    for attempt in trial.attempts:
        cue, entry = attempt.cue, attempt.cue.entry
        if entry.rule == rule.id:
            outcome = attempt.outcome
            what = str(outcome) if isinstance(outcome, Missing) else "is set aside"
            told.append(f"{entry.frame} at {trial.parse.words(cue.tokens)!r} {what}")
    return told


def _told(parts: dict[str, str]) -> str:
    return ", ".join(
        value if part == "stance" else f"{part} {value!r}" for part, value in parts.items()
    )
