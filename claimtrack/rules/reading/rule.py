"""A rule as it is written: its frames, the class of its words, its judgement and conditions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import yaml

from claimtrack.language.inflection import PERSONS, TENSES
from claimtrack.records import POSITIONS
from claimtrack.rules.frames import FRAMES
from claimtrack.rules.keys import CLAIMS, CLASSES, SECTIONS
from claimtrack.rules.model import Conditions, Rule
from claimtrack.rules.reading.examples import read_examples
from claimtrack.rules.reading.nodes import Nodes
from claimtrack.rules.speakers import ANY_KIND, KINDS


@dataclass(frozen=True, slots=True)
class WrittenRule:
    """A rule before its lists are known; ``words`` is the node that tells its words."""

    rule: Rule
    words: yaml.Node | None


class Judgement(NamedTuple):
    """A stance, and the author's own word for it: *boasts* where the vocabulary has *asserts*."""

    stance: str | None
    finer: Mapping[str, str]


def read_identity(nodes: Nodes, node: yaml.Node, parts: Mapping[str, yaml.Node]) -> str | None:
    """The id; None where it is missing or not one word, which is told."""
    identity = nodes.text(parts.get("id"), "id")
    if identity is None and isinstance(node, yaml.MappingNode) and "id" not in parts:
        nodes.problem(node, "CT231", "the rule has no id: add id: …")
    if identity is not None and identity.split() != [identity]:
        nodes.problem(parts["id"], "CT231", "an id is one word: denial.deny, say")
        return None
    return identity


def read_rule(
    nodes: Nodes, node: yaml.Node, parts: Mapping[str, yaml.Node], identity: str | None
) -> WrittenRule:
    """The rule of a mapping; what is wrong in it is told, and left empty."""
    kind, words = _kind(nodes, node, parts)
    stance, finer = read_judgement(nodes, parts.get("stance"))
    negated, finer_negated = read_judgement(nodes, parts.get("negated"))
    rule = Rule(
        identity or "",
        _frames(nodes, node, parts, kind),
        kind or "",
        (),
        nodes.place(node),
        stance,
        negated,
        _texts(nodes, parts, "joins"),
        _conditions(nodes, parts),
        {**finer_negated, **finer},
        read_examples(nodes, parts.get("examples"), "examples"),
        read_examples(nodes, parts.get("counterexamples"), "counterexamples"),
    )
    return WrittenRule(rule, words)


def read_judgement(nodes: Nodes, node: yaml.Node | None) -> Judgement:
    """A stance, or a finer word with the stance that it refines: ``{boasts: asserts}``."""
    if not isinstance(node, yaml.MappingNode):
        return Judgement(nodes.choice(node, "stance", POSITIONS), {})
    pairs = nodes.pairs(node, "stance")
    if len(pairs) != 1:
        nodes.problem(node, "CT224", "a finer stance is one word: {boasts: asserts}")
        return Judgement(None, {})
    key, word, refined = pairs[0]
    if word in POSITIONS:
        told = f"{word} is a stance itself: choose another word, or write stance: {word}"
        nodes.problem(key, "CT224", told)
    stance = nodes.choice(refined, "stance", POSITIONS)
    return Judgement(stance, {stance: word} if stance else {})


def _kind(
    nodes: Nodes, node: yaml.Node, parts: Mapping[str, yaml.Node]
) -> tuple[str | None, yaml.Node | None]:
    """The class of a rule's words, and the node that tells them; None where it is no class."""
    if "words" not in parts:
        if isinstance(node, yaml.MappingNode):
            nodes.problem(node, "CT233", "the rule has no words: add words: {verb: […]}")
        return None, None
    words = parts["words"]
    classes = nodes.pairs(words, "words")
    if len(classes) != 1:
        if isinstance(words, yaml.MappingNode):
            nodes.problem(words, "CT234", "words names one class, such as verb")
        return None, None
    key, kind, value = classes[0]
    if kind not in CLASSES:
        nodes.unknown(key, "CT235", "there is no class of words", kind, CLASSES)
        return None, None
    return kind, value


def _frames(
    nodes: Nodes, node: yaml.Node, parts: Mapping[str, yaml.Node], kind: str | None
) -> tuple[str, ...]:
    if "frame" not in parts and isinstance(node, yaml.MappingNode):
        told = "the rule has no frame: add frame: speaker-verb-clause, say"
        nodes.problem(node, "CT236", told)
    found = []
    for item, name in nodes.each(parts.get("frame"), "frame"):
        if name not in FRAMES:
            nodes.unknown(item, "CT237", "there is no frame", name, FRAMES)
        elif kind is not None and kind not in FRAMES[name].kinds:
            takes = " or ".join(FRAMES[name].kinds)
            told = f"the frame {name} takes words of the class {takes}, not {kind}"
            nodes.problem(item, "CT238", told)
        else:
            found.append(name)
    return tuple(found)


def _conditions(nodes: Nodes, parts: Mapping[str, yaml.Node]) -> Conditions:
    return Conditions(
        grounds=nodes.flag(parts.get("grounds"), "grounds"),
        claim_begins=_texts(nodes, parts, "claim_begins"),
        claim_is=nodes.choice(parts.get("claim_is"), "claim_is", CLAIMS),
        claim_head=_texts(nodes, parts, "claim_head"),
        claim_head_not=_texts(nodes, parts, "claim_head_not"),
        claim_contains=_texts(nodes, parts, "claim_contains"),
        claim_lacks=_texts(nodes, parts, "claim_lacks"),
        source_contains=_texts(nodes, parts, "source_contains"),
        source_lacks=_texts(nodes, parts, "source_lacks"),
        source_kind=_choices(nodes, parts, "source_kind", (*KINDS, ANY_KIND), "CT239"),
        source_named=_switch(nodes, parts, "source_named"),
        tense=_choices(nodes, parts, "tense", TENSES),
        person=_choices(nodes, parts, "person", PERSONS),
        own_voice=_switch(nodes, parts, "own_voice"),
        not_before=_texts(nodes, parts, "not_before"),
        not_behind=_texts(nodes, parts, "not_behind"),
        in_quotes=_switch(nodes, parts, "in_quotes"),
        section=nodes.choice(parts.get("section"), "section", SECTIONS),
        likely=nodes.flag(parts.get("likely"), "likely"),
    )


def _texts(nodes: Nodes, parts: Mapping[str, yaml.Node], key: str) -> tuple[str, ...]:
    return tuple(text for _, text in nodes.each(parts.get(key), key))


def _choices(
    nodes: Nodes,
    parts: Mapping[str, yaml.Node],
    key: str,
    known: Sequence[str],
    code: str = "CT221",
) -> tuple[str, ...]:
    """One or several of the known names."""
    found = list(nodes.each(parts.get(key), key))
    for item, name in found:
        if name not in known:
            nodes.unknown(item, code, f"there is no {key}", name, known)
    return tuple(name for _, name in found)


def _switch(nodes: Nodes, parts: Mapping[str, yaml.Node], key: str) -> bool | None:
    """True or false, or None where the rule does not care."""
    return nodes.flag(parts[key], key) if key in parts else None
