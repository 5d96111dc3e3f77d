"""Checked rules as immutable records, and their index by lemma."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from claimtrack.records import Stance
from claimtrack.rules.speakers import Speakers


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a rule file; line and column count from 1."""

    path: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Word:
    """A cue as a list or rule has it: one lemma, or several of which the first heads the others.

    ``negation``: it attributes only where it is negated (*did not respond*); ``passive``: only in
    the passive (*could not be reached*). Empty stances leave the judgement to the rule.
    """

    lemmas: tuple[str, ...]
    stance: Stance | None = None
    negated: Stance | None = None
    negation: bool = False
    passive: bool = False
    tokens: str | None = None
    """A textacy pattern string for the cue's words, tried only where the first lemma stands."""
    features: Mapping[str, str] = field(default_factory=dict)
    """What a list says of the word beside its stance: ``for``, ``number``, ``gender``, ``kind`` …"""


@dataclass(frozen=True, slots=True)
class WordList:
    """A named list of words of one class, with the stance that they have unless they say otherwise."""

    name: str
    kind: str
    words: tuple[Word, ...]
    place: Place
    stance: Stance | None = None
    negated: Stance | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and what its rule must find in it; None leaves a part open."""

    text: str
    place: Place
    source: str | None = None
    cue: str | None = None
    claim: str | None = None
    stance: Stance | None = None
    why: str | None = None
    todo: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A frame, words, a judgement and proof."""

    id: str
    frames: tuple[str, ...]
    kind: str
    words: tuple[Word, ...]
    place: Place
    stance: Stance | None = None
    negated: Stance | None = None
    joins: tuple[str, ...] = ()
    """Prepositions whose phrase belongs to the claim: accused the bank *of fraud*."""
    grounds: bool = False
    """Whether it attributes only with one of these phrases: sued *over hidden fees*."""
    claim_begins: tuple[str, ...] = ()
    """Words of which the claim must begin with one: asked *whether*; empty: any."""
    claim_is: str | None = None
    """``infinitive`` or ``clause``: told *to leave*, and told *that he had left*."""
    claim_lacks: tuple[str, ...] = ()
    """Words that the claim must not hold: asked not to be *named*."""
    source_kinds: tuple[str, ...] = ()
    """Kinds of which the source must be one; empty: anybody, even something unknown."""
    examples: tuple[Example, ...] = ()
    counterexamples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One word of one rule in one frame: what the matcher tries at a token."""

    rule: str
    frame: str
    kind: str
    word: Word
    stance: Stance
    negated: Stance
    joins: tuple[str, ...]
    grounds: bool
    claim_begins: frozenset[str]
    claim_is: str | None
    claim_lacks: frozenset[str]
    source_kinds: frozenset[str]
    order: int


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The rules in force. ``hash`` is the same for the same files, whatever their folder."""

    rules: tuple[Rule, ...]
    lists: Mapping[str, WordList]
    hash: str
    speakers: Speakers
    index: Mapping[str, tuple[Entry, ...]] = field(init=False, repr=False)
    _words: dict[str, frozenset[str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        index: dict[str, list[Entry]] = {}
        for order, rule in enumerate(self.rules):
            for word in rule.words:
                for frame in rule.frames:
                    index.setdefault(word.lemmas[0], []).append(_entry(rule, frame, word, order))
        object.__setattr__(self, "_words", {})
        object.__setattr__(self, "index", {lemma: tuple(found) for lemma, found in index.items()})

    def words(self, name: str) -> frozenset[str]:
        """The words of a list, several words joined by a space; empty where there is no such list."""
        if name not in self._words:
            found = self.lists.get(name)
            words = (" ".join(word.lemmas) for word in found.words) if found else ()
            self._words[name] = frozenset(words)
        return self._words[name]


def _entry(rule: Rule, frame: str, word: Word, order: int) -> Entry:
    stance = rule.stance or word.stance or "asserts"
    negated = rule.negated or word.negated or stance
    return Entry(
        rule.id,
        frame,
        rule.kind,
        word,
        stance,
        negated,
        rule.joins,
        rule.grounds,
        frozenset(rule.claim_begins),
        rule.claim_is,
        frozenset(rule.claim_lacks),
        frozenset(rule.source_kinds),
        order,
    )
