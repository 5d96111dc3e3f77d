"""The negated clauses of a statement, each with what there was none of: *no note was received*."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimtrack.disputes import opposite
from claimtrack.disputes.scene import Claim, Scene
from claimtrack.disputes.stems import CONTENT
from claimtrack.language import grammar

_QUANTIFIERS = frozenset({"no", "such", "single", "one", "twice", "two"})


@dataclass(frozen=True, slots=True)
class Negation:
    """A negated clause by its verb or predicate.

    ``thing`` is what there was none of, ``modifiers`` the content words that tell which, ``below`` the
    words that hang from it. ``sweeping`` are words such as *anyone*, *a cent*, *not once*; ``vague``
    are those that say no more than that a thing is or was there.
    """

    verb: int
    thing: int | None
    words: frozenset[int]
    modifiers: frozenset[int]
    below: frozenset[str]
    sweeping: frozenset[int]
    vague: frozenset[int]
    is_deed: bool
    is_unreal: bool

    @property
    def is_vague(self) -> bool:
        """Whether the verb itself only says that something is there."""
        return self.verb in self.vague


def negations(scene: Scene, claim: Claim) -> Iterator[Negation]:
    """The negated main clauses of a claim, those that are joined to the first one as well."""
    verbs = {v for top in claim.tops for v in (top, *grammar.conjuncts(scene.parse, top))}
    for verb in sorted(verbs & claim.tokens):
        if grammar.is_verb_like(scene.parse, verb) and opposite.is_negated(scene, verb):
            yield _negation(scene, claim, verb)


def _negation(scene: Scene, claim: Claim, verb: int) -> Negation:
    parse = scene.parse
    clause = _clause(scene, claim, verb)
    thing = _thing(scene, verb)
    phrase = frozenset() if thing is None else parse.subtree(thing) & clause - {thing}
    modifiers = frozenset(
        i
        for i in phrase
        if parse.tokens[i].pos in CONTENT
        and scene.lower(i) not in _QUANTIFIERS
        and not scene.is_in(i, "sweeping_words", "light_words")
    )
    return Negation(
        verb,
        thing,
        clause,
        modifiers,
        frozenset(scene.below(thing)) if thing is not None else frozenset(),
        frozenset(i for i in clause if scene.is_in(i, "sweeping_words")),
        frozenset(i for i in clause if scene.is_in(i, "existence_words")),
        parse.tokens[verb].pos == "VERB" and not grammar.is_passive(parse, verb),
        opposite.is_unreal(parse, verb),
    )


def _clause(scene: Scene, claim: Claim, verb: int) -> frozenset[int]:
    """The words of a clause without those of clauses that are joined or added to it."""
    parse = scene.parse
    others = {*grammar.conjuncts(parse, verb), *grammar.subordinate_clauses(parse, verb)}
    apart = {
        i
        for other in others
        if other != verb and verb in _over(scene, other)
        for i in parse.subtree(other)
    }
    subject = grammar.subject(parse, verb)
    own = parse.subtree(verb) - apart | ({subject} if subject is not None else set())
    return frozenset(
        i
        for i in own & claim.tokens
        if scene.lower(i) not in _QUANTIFIERS and not scene.is_in(i, "when_words")
    )


def _over(scene: Scene, word: int) -> set[int]:
    """The tokens over one, up to the root."""
    found: set[int] = set()
    while (head := scene.parse.tokens[word].head) != word and head not in found:
        found.add(head)
        word = head
    return found


def _thing(scene: Scene, verb: int) -> int | None:
    """The subject or object that there was none of: *no note*, *not a single note*, *never any note*."""
    parse = scene.parse
    subject = grammar.own_subject(parse, verb)
    parts = [*([subject] if subject is not None else []), *grammar.objects(parse, verb)]
    if grammar.is_noun(parse, verb):
        parts.append(verb)
    never = bool(grammar.negations(parse, verb))
    return next(
        (p for p in parts if opposite.is_none_of(scene, p) or (never and _is_any(scene, p))), None
    )


def _is_any(scene: Scene, noun: int) -> bool:
    return grammar.is_noun(scene.parse, noun) and "any" in scene.below(noun)
