"""Checked rules as immutable records, and their index by lemma."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields

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
class Conditions:
    """What a rule asks beyond its frame; what is empty or None asks nothing."""

    grounds: bool = False
    """Whether it attributes only with a phrase of ``joins``: sued *over hidden fees*."""
    claim_begins: tuple[str, ...] = ()
    """Words of which the claim must begin with one: asked *whether*."""
    claim_is: str | None = None
    """``infinitive`` or ``clause``: told *to leave*, and told *that he had left*; ``thing`` or ``somebody``:
    admitted *the leak*, and charged *the clerk*."""
    claim_head: tuple[str, ...] = ()
    """Words or compounds of which one must be the claim's own noun: offered a lower *rent*."""
    claim_head_not: tuple[str, ...] = ()
    """Words or compounds that must not be the claim's own noun: conceded a *goal*."""
    claim_contains: tuple[str, ...] = ()
    """Words or phrases of which the claim must hold one: cut *jobs*."""
    claim_lacks: tuple[str, ...] = ()
    """Words or phrases that the claim must not hold: asked not to be *named*."""
    source_contains: tuple[str, ...] = ()
    """Words or phrases of which the source must hold one: a new *poll*."""
    source_lacks: tuple[str, ...] = ()
    """Words or phrases that the source must not hold: *Photo*: Ada Lund."""
    source_kind: tuple[str, ...] = ()
    """Kinds of which the source must be one."""
    source_named: bool | None = None
    """Whether the article must name the source, here or elsewhere."""
    tense: tuple[str, ...] = ()
    """Of ``past``, ``present`` and ``future`` those in which the cue may stand."""
    person: tuple[str, ...] = ()
    """Of ``first``, ``second`` and ``third`` those in which the source may stand."""
    own_voice: bool | None = None
    """Whether *I*, *we* or *you* must say it now: I *suggest*, you may *find*."""
    not_before: tuple[str, ...] = ()
    """Words or phrases that must not follow the cue."""
    not_behind: tuple[str, ...] = ()
    """Words or phrases that the cue must not follow: a phone *call*."""
    in_quotes: bool | None = None
    """Whether the cue must stand within a quotation."""
    section: str | None = None
    """``headline`` or ``body``, in which the cue must stand."""
    likely: bool = False
    """Whether the model must find it likely that the words attribute here, where it has a verdict."""

    def told(self) -> Iterator[tuple[str, str]]:
        """The conditions that ask for something, as a rule file has them."""
        for each in fields(self):
            wanted = getattr(self, each.name)
            if wanted != each.default:
                many = isinstance(wanted, tuple)
                yield each.name, ", ".join(wanted) if many else str(wanted).lower()


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
    conditions: Conditions = Conditions()
    finer: Mapping[Stance, str] = field(default_factory=dict)
    """The author's own words for stances: *boasts* where the vocabulary has *asserts*."""
    examples: tuple[Example, ...] = ()
    counterexamples: tuple[Example, ...] = ()
    judged: Place | None = None
    """Where a later folder or the configuration has changed the stance."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One word of one rule in one frame: what the matcher tries at a token."""

    rule: str
    frame: str
    kind: str
    word: Word
    stance: Stance
    negated: Stance
    joins: tuple[str, ...] = ()
    conditions: Conditions = Conditions()
    finer: Mapping[Stance, str] = field(default_factory=dict)
    order: int = 0


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The rules in force. ``hash`` is the same for the same files, whatever their folder."""

    rules: tuple[Rule, ...]
    lists: Mapping[str, WordList]
    hash: str
    speakers: Speakers
    index: Mapping[str, tuple[Entry, ...]] = field(init=False, repr=False)
    names_wanted: Mapping[str, bool] = field(init=False, repr=False)
    """Rules that want their source named, or not named, by their ids."""
    _words: dict[str, frozenset[str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        index: dict[str, list[Entry]] = {}
        for order, rule in enumerate(self.rules):
            for word in rule.words:
                for frame in rule.frames:
                    index.setdefault(word.lemmas[0], []).append(_entry(rule, frame, word, order))
        wanted = {rule.id: rule.conditions.source_named for rule in self.rules}
        wanted = {id: named for id, named in wanted.items() if named is not None}
        object.__setattr__(self, "_words", {})
        object.__setattr__(self, "index", {lemma: tuple(found) for lemma, found in index.items()})
        object.__setattr__(self, "names_wanted", wanted)

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
        rule.conditions,
        rule.finer,
        order,
    )
