"""What is suspicious about rules that load: rules and words that never win, or that nobody uses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields

from claimtrack.language.load import Pipeline
from claimtrack.match import attempts, winners
from claimtrack.read import article_of
from claimtrack.records import Stance
from claimtrack.rules.frames.model import Missing
from claimtrack.rules.keys import CLASSES
from claimtrack.rules.model import Conditions, Rule, RuleSet, Word
from claimtrack.rules.reading.places import Places
from claimtrack.rules.reading.problems import Problem

Key = tuple[str, str, tuple[str, ...], bool, bool, str | None]
"""A frame, and what makes a word the same to it: class, lemmas, negation, passive, pattern."""


def lint(
    rules: RuleSet, language: Pipeline | None = None, earlier: RuleSet | None = None
) -> tuple[Problem, ...]:
    """Findings in the order of their places.

    ``earlier``: the rules over which a user's own are laid, about which nothing is then told.
    Examples are tried with ``language``; without one they are not.
    """
    places = Places()
    places.read(_paths(rules))
    old = _paths(earlier) if earlier else set()
    found = [*_unreachable(rules), *_judged_twice(rules, places), *_unused(rules, places)]
    found += _only_in_headlines(rules)
    found += _replaced(rules, earlier) if earlier else []
    found += _lost_examples(rules, language, old) if language else []
    return tuple(sorted((each for each in found if each.place.path not in old), key=Problem.order))


def _paths(rules: RuleSet) -> set[str]:
    """The files of rules and lists."""
    return {rule.place.path for rule in rules.rules} | {
        each.place.path for each in rules.lists.values()
    }


# --- words that stronger rules have ------------------------------------------------------------


def _keys(rule: Rule) -> Iterator[tuple[Key, Word]]:
    for frame in rule.frames:
        for word in rule.words:
            yield (frame, rule.kind, word.lemmas, word.negation, word.passive, word.tokens), word


def _takers(rules: RuleSet) -> Iterator[tuple[Rule, list[tuple[Key, Word, Rule | None]]]]:
    """For each rule its words in each frame, with the first earlier rule that always takes them."""
    holders: dict[Key, list[Rule]] = {}
    for rule in rules.rules:
        keys = list(_keys(rule))
        yield rule, [(key, word, _taker(rule, holders.get(key, ()))) for key, word in keys]
        for key, _ in keys:
            holders.setdefault(key, []).append(rule)


def _taker(rule: Rule, holders: Sequence[Rule]) -> Rule | None:
    return next((each for each in holders if _asks_no_more(each, rule)), None)


def _asks_no_more(earlier: Rule, later: Rule) -> bool:
    """Whether the earlier rule holds wherever the later does: each of its conditions is the other's."""
    asked, also = earlier.conditions, later.conditions
    return all(
        getattr(asked, each.name) in (each.default, getattr(also, each.name))
        for each in fields(Conditions)
    )


def _unreachable(rules: RuleSet) -> Iterator[Problem]:
    for rule, words in _takers(rules):
        takers = {taker.id: None for _, _, taker in words if taker is not None}
        if not words:
            yield Problem(rule.place, "CT261", f"{rule.id} can never win: it has no words left")
        elif all(taker is not None for _, _, taker in words):
            told = f"{rule.id} can never win: {', '.join(takers)} has all of its words"
            yield Problem(rule.place, "CT261", told)


def _judged_twice(rules: RuleSet, places: Places) -> Iterator[Problem]:
    """Words that two rules of a frame judge differently, each told once a pair of rules."""
    told = set()
    for rule, words in _takers(rules):
        for (frame, *_), word, taker in words:
            if taker is None or (taker.id, word.lemmas) in told:
                continue
            mine, other = _stance_of(rule, word.lemmas), _stance_of(taker, word.lemmas)
            if mine != other:
                told.add((taker.id, word.lemmas))
                shown = " ".join(word.lemmas)
                first = f"{taker.id} comes first, where it {other}"
                message = f"{shown} never {mine} in {frame}, as {rule.id} has it: {first}"
                yield Problem(places.place(rule, word), "CT262", message)
        told.clear()


def _stance_of(rule: Rule, lemmas: tuple[str, ...]) -> Stance:
    own = next((word.stance for word in rule.words if word.lemmas == lemmas), None)
    return rule.stance or own or "asserts"


# --- lists that nobody uses, ids taken by accident, examples -----------------------------------


def _unused(rules: RuleSet, places: Places) -> Iterator[Problem]:
    used = {name for names in places.used.values() for name in names}
    todo = list(used)
    while todo:
        base = places.extends.get(todo.pop())
        if base is not None and base not in used:
            used.add(base)
            todo.append(base)
    for name, found in rules.lists.items():
        if found.kind in CLASSES and name not in used:
            yield Problem(found.place, "CT265", f"no rule uses the words of the list {name}")


def _replaced(rules: RuleSet, earlier: RuleSet) -> Iterator[Problem]:
    before = {rule.id: rule for rule in earlier.rules}
    for rule in rules.rules:
        old = before.get(rule.id)
        if old is not None and old.place != rule.place and not _lemmas(old) & _lemmas(rule):
            at = f"{old.place.path}:{old.place.line}"
            told = (
                f"{rule.id} replaces the rule of the same id at {at}, with which it shares no word"
            )
            yield Problem(rule.place, "CT264", told)


def _lemmas(rule: Rule) -> set[tuple[str, ...]]:
    return {word.lemmas for word in rule.words}


def _only_in_headlines(rules: RuleSet) -> Iterator[Problem]:
    for rule in rules.rules:
        if rule.conditions.section == "headline":
            told = f"{rule.id} holds in headlines, which reports leave out and spaCy pipelines read"
            yield Problem(rule.place, "CT266", told)


def _lost_examples(rules: RuleSet, language: Pipeline, old: set[str]) -> Iterator[Problem]:
    """Examples, but for those of old files, in which the rule's frame holds, but another rule wins."""
    new = [rule for rule in rules.rules if rule.place.path not in old]
    cases = [(rule, each) for rule in new for each in rule.examples if not each.todo]
    parses = language.parse(article_of(each.text) for _, each in cases)
    for (rule, example), parse in zip(cases, parses, strict=True):
        tried = attempts(parse, rules, range(len(parse.tokens)))
        held = [a.outcome for a in tried if not isinstance(a.outcome, Missing)]
        kept = winners(parse, held)
        own = [each for each in held if each.entry.rule == rule.id]
        left = [(each.entry, each.head) for each in kept]
        if not own or any((each.entry, each.head) in left for each in own):
            continue
        words = {index for each in own for index in each.words}
        beside = (each.entry for each in kept if words & {*each.words, *each.cue})
        winner = next(beside, None)
        if winner is None:
            continue
        told = f"in the example {example.text!r} of {rule.id}, {winner.rule} ({winner.frame}) wins"
        yield Problem(example.place, "CT263", told)
