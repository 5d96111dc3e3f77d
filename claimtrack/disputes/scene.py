"""The scene of a dispute: the claims of an article in order, and what each holds."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from claimtrack.disputes.stems import same_stem, stems_of
from claimtrack.language import grammar
from claimtrack.language.parse import Parse
from claimtrack.records import Attribution, Source, Spans, Stance
from claimtrack.rules.model import RuleSet

DISPUTING = frozenset({"denies", "doubts"})
STATED = frozenset({"asserts", "confirms", "acknowledges", "alleges", "believes"})
NOUNS = frozenset({"NOUN", "PROPN"})
NAMES = frozenset({"PROPN", "NUM"})
_ARTICLES = frozenset({"a", "an", "the"})


@dataclass(frozen=True, slots=True)
class Claim:
    """An attribution with what its claim holds.

    ``tops`` are the tokens that the others hang from, the one with the most words first; ``at`` is
    the first token of cue or claim: where it stands among the others. ``names`` are those in the
    words for the source, whole: *Fiorina* of *a spokeswoman for Fiorina*.
    """

    attribution: Attribution
    tokens: frozenset[int]
    tops: tuple[int, ...]
    stems: frozenset[str]
    names: frozenset[str]
    at: int

    @property
    def id(self) -> str:
        return self.attribution.id

    @property
    def sentence(self) -> int:
        return self.attribution.sentence

    @property
    def stance(self) -> str:
        return self.attribution.stance

    @property
    def head(self) -> int | None:
        return self.tops[0] if self.tops else None

    def is_of(self, other: Claim) -> bool:
        """Whether both have the same source."""
        source = self.attribution.source.id
        return source is not None and source == other.attribution.source.id


@dataclass(frozen=True, slots=True)
class Target:
    """Where a denial leads: the disputed claim, or only its sentence, and the words that show it.

    ``points``: the words point back; otherwise they say it again.
    """

    claim: str | None
    sentence: int
    evidence: Spans
    points: bool = True


@dataclass(frozen=True, slots=True)
class Known:
    """What an article says of a source: the tokens of its mentions, the nouns in these and in its
    aliases, in small letters."""

    tokens: frozenset[int] = frozenset()
    nouns: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Scene:
    """All that a denial may lead to. ``found`` grows as denials are led back in their order."""

    parse: Parse
    claims: tuple[Claim, ...]
    """In the order of their sentences."""
    sources: Mapping[str, Source]
    rules: RuleSet
    parents: Mapping[str, str | None] = field(default_factory=dict)
    found: dict[str, tuple[Target, ...]] = field(default_factory=dict)
    disputed: set[int] = field(default_factory=set)
    """The sentences that denials led to so far."""
    held: frozenset[int] = field(init=False)
    """The sentences that hold a claim."""
    _sentences: Sequence[int] = field(init=False)
    _by_stem: dict[str, list[int]] = field(init=False)
    _afters: Sequence[int] = field(init=False)
    _lists: dict[str, frozenset[str]] = field(default_factory=dict, compare=False)
    """Word lists looked up so far."""
    _known: dict[str, Known] = field(default_factory=dict, compare=False)
    _spreads: dict[str, int] = field(default_factory=dict, compare=False)
    _stems: dict[int, str] = field(default_factory=dict, compare=False)
    negated: dict[int, bool] = field(default_factory=dict, compare=False)
    """Which predicates are negated, as far as that was asked."""
    limits: dict[tuple[frozenset[int], frozenset[str]], frozenset[int]] = field(
        default_factory=dict, compare=False
    )
    """The words for a time limit among a claim's, by these and the prepositions, as far as that was asked."""
    _mentions: set[frozenset[int]] = field(default_factory=set, compare=False)

    def __post_init__(self) -> None:
        sentences = [claim.sentence for claim in self.claims]
        by_stem: dict[str, list[int]] = {}
        for number, claim in enumerate(self.claims):
            for stem in claim.stems:
                by_stem.setdefault(stem, []).append(number)
        object.__setattr__(self, "held", frozenset(sentences))
        object.__setattr__(self, "_sentences", sentences)
        object.__setattr__(self, "_by_stem", by_stem)
        afters = [token.number for token in self.parse.tokens if token.lower == "after"]
        object.__setattr__(self, "_afters", afters)

    def within(self, first: int, last: int) -> Sequence[Claim]:
        """The claims of the sentences from ``first`` to ``last``, in their order."""
        start = bisect_left(self._sentences, first)
        return self.claims[start : bisect_right(self._sentences, last)]

    def sharing(self, stems: Iterable[str], least: int) -> list[Claim]:
        """In their order, at least those claims that have ``least`` of the stems: each of them has
        one of the stems that are left when the ``least - 1`` most common ones are taken away."""
        rarest = sorted(stems, key=lambda stem: len(self._by_stem.get(stem, ())))
        kept = rarest[: max(0, len(rarest) - least + 1)]
        numbers = {number for stem in kept for number in self._by_stem.get(stem, ())}
        return [self.claims[number] for number in sorted(numbers)]

    def says_after(self, start: int, stop: int) -> bool:
        """Whether *after* is among the tokens from ``start`` up to ``stop``."""
        at = bisect_left(self._afters, start)
        return at < len(self._afters) and self._afters[at] < stop

    def known(self, source: str | None) -> Known:
        """What the article says of a source, gathered once."""
        if source is None or source not in self.sources:
            return Known()
        if source not in self._known:
            self._known[source] = _known(self.parse, self.sources[source])
        return self._known[source]

    @property
    def mentioned(self) -> frozenset[int]:
        """The tokens of all mentions of sources, gathered once."""
        if not self._mentions:
            known = (self.known(source).tokens for source in self.sources)
            self._mentions.add(frozenset(token for tokens in known for token in tokens))
        return next(iter(self._mentions))

    def spread(self, stem: str) -> int:
        """In how many sentences a stem stands, counted once."""
        if not self._spreads:
            for sentence in self.parse.sentences:
                for each in {self.stem(i) for i in range(sentence.first, sentence.last)}:
                    self._spreads[each] = self._spreads.get(each, 0) + 1
        return self._spreads.get(stem, 0)

    def lead(self, denial: Claim, targets: tuple[Target, ...]) -> None:
        """Notes where a denial leads."""
        self.found[denial.id] = targets
        self.disputed.update(target.sentence for target in targets)

    def lemma(self, index: int) -> str:
        return self.parse.tokens[index].lemma

    def lower(self, index: int) -> str:
        return self.parse.tokens[index].lower

    def is_in(self, index: int, *lists: str) -> bool:
        """Whether a token's lemma, or the token itself, is in one of the word lists."""
        token = self.parse.tokens[index]
        found = (self.words(name) for name in lists)
        return any(token.lemma in words or token.lower in words for words in found)

    def words(self, name: str) -> frozenset[str]:
        """The words of a list, looked up once."""
        if name not in self._lists:
            self._lists[name] = self.rules.words(name)
        return self._lists[name]

    def below(self, index: int) -> set[str]:
        """The words that hang from a token, in small letters."""
        return {self.lower(child) for child in self.parse.children[index]}

    def stem(self, index: int) -> str:
        if index not in self._stems:
            self._stems[index] = same_stem(self.lemma(index), self.rules)
        return self._stems[index]

    def stems(self, words: Iterable[int]) -> frozenset[str]:
        """The stems of those words that tell what a claim is about."""
        return stems_of(self.parse, words, self.rules)

    def cue(self, claim: Claim) -> list[int]:
        return self.parse.tokens_of(claim.attribution.cue)


def scene_of(
    parse: Parse, attributions: Iterable[Attribution], sources: Iterable[Source], rules: RuleSet
) -> Scene:
    claims = sorted(
        (claim_of(parse, a, rules) for a in attributions), key=lambda c: (c.sentence, c.at)
    )
    by_id = {source.id: source for source in sources}
    return Scene(parse, tuple(claims), by_id, rules, {c.id: c.attribution.parent for c in claims})


def claim_of(parse: Parse, attribution: Attribution, rules: RuleSet) -> Claim:
    tokens = frozenset(parse.tokens_of(attribution.claim))
    source = parse.tokens_of(attribution.source.spans)
    places = [*(parse.tokens_of(attribution.cue) or sorted(tokens) or source), *tokens]
    first = min(places, default=parse.sentences[attribution.sentence].first)
    stems = stems_of(parse, tokens, rules)
    return Claim(
        attribution, tokens, tops_of(parse, tokens), stems, _names_among(parse, source), first
    )


def within(scene: Scene, claim: Claim, tokens: Iterable[int], stance: Stance) -> Claim:
    """A part of a claim as a claim of its own: what *I doubt that …* doubts."""
    part = replace(claim.attribution, claim=scene.parse.spans(tokens), stance=stance)
    return claim_of(scene.parse, part, scene.rules)


def tops_of(parse: Parse, tokens: frozenset[int]) -> tuple[int, ...]:
    """The tokens that others of them hang from, the one with the most words first."""
    heads = {i: parse.tokens[i].head for i in tokens if parse.tokens[i].pos != "PUNCT"}
    tops = [i for i, head in heads.items() if head == i or head not in tokens]
    return tuple(sorted(tops, key=lambda i: (-len(parse.subtree(i) & tokens), i)))


def _names_among(parse: Parse, source: Iterable[int]) -> frozenset[str]:
    names = [index for index in source if parse.tokens[index].pos == "PROPN"]
    runs = groupby(enumerate(names), key=lambda pair: pair[1] - pair[0])
    return frozenset(" ".join(parse.tokens[index].lower for _, index in run) for _, run in runs)


def _known(parse: Parse, source: Source) -> Known:
    tokens = frozenset(parse.tokens_of(source.mentions))
    aliases = (source.name, *source.aliases)
    capitals = {word for name in aliases for word in name.split() if word[:1].isupper()}
    nouns = nouns_among(parse, tokens) | ({word.lower() for word in capitals} - _ARTICLES)
    return Known(tokens, nouns)


def nouns_among(parse: Parse, tokens: Iterable[int]) -> frozenset[str]:
    return frozenset(parse.tokens[i].lower for i in tokens if parse.tokens[i].pos in NOUNS)


def to(claim: Claim | None, evidence: Spans, points: bool = True) -> tuple[Target, ...]:
    """The way to one claim, or none."""
    return () if claim is None else (Target(claim.id, claim.sentence, evidence, points),)


def is_stated(claim: Claim) -> bool:
    """Whether something is put forward as so, by a complaint that it is so as well."""
    complains = claim.stance == "criticises" and claim.attribution.frame == "speaker-verb-clause"
    return claim.stance in STATED or complains


def is_clause(scene: Scene, top: int) -> bool:
    return grammar.is_verb_like(scene.parse, top)
