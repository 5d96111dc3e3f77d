"""The scene of a dispute: the claims of an article in order, what each holds, and who is meant."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby

from claimtrack.language import grammar
from claimtrack.language.parse import Parse
from claimtrack.records import Attribution, Source, Spans
from claimtrack.rules.model import RuleSet

DISPUTING = frozenset({"denies", "doubts"})
STATED = frozenset({"asserts", "confirms", "acknowledges", "alleges", "believes"})
NOUNS = frozenset({"NOUN", "PROPN"})
NAMES = frozenset({"PROPN", "NUM"})
_ARTICLES = frozenset({"a", "an", "the"})
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_ENDINGS = (
    "ation", "ition", "ment", "ness", "ance", "ence", "ing", "ery", "ion", "ate", "ure", "ity",
    "ed", "er", "or", "al", "e", "y", "s",
)  # fmt: skip


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
    held: frozenset[int] = field(init=False)
    """The sentences that hold a claim."""
    _sentences: Sequence[int] = field(init=False)
    _by_stem: dict[str, list[int]] = field(init=False)
    _afters: Sequence[int] = field(init=False)
    _lists: dict[str, frozenset[str]] = field(default_factory=dict, compare=False)
    """Word lists looked up so far."""
    _known: dict[str, Known] = field(default_factory=dict, compare=False)

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
        return same_stem(self.lemma(index), self.rules)

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
        attribution, tokens, _tops(parse, tokens), stems, _names_among(parse, source), first
    )


def _tops(parse: Parse, tokens: frozenset[int]) -> tuple[int, ...]:
    heads = {i: parse.tokens[i].head for i in tokens if parse.tokens[i].pos != "PUNCT"}
    tops = [i for i, head in heads.items() if head == i or head not in tokens]
    return tuple(sorted(tops, key=lambda i: (-len(parse.subtree(i) & tokens), i)))


def stems_of(parse: Parse, tokens: Iterable[int], rules: RuleSet) -> frozenset[str]:
    """Stems of the words that tell what a claim is about."""
    light = rules.words("light_words")
    words = [parse.tokens[i] for i in tokens]
    telling = (w.lemma for w in words if w.pos in CONTENT and w.lemma not in light)
    return frozenset(same_stem(lemma, rules) for lemma in telling)


def same_stem(lemma: str, rules: RuleSet) -> str:
    """The stem of a word, or of the one that stands for it and others of its meaning: *bid*, *offer*."""
    return _stems_of_synonyms(rules.words("synonyms")).get(stem_of(lemma), stem_of(lemma))


@lru_cache(maxsize=4)
def _stems_of_synonyms(pairs: frozenset[str]) -> Mapping[str, str]:
    """From each second word of a pair to the first, as stems."""
    return {stem_of(other): stem_of(word) for word, other in (pair.split() for pair in pairs)}


@lru_cache(maxsize=20_000)
def stem_of(lemma: str) -> str:
    """A rough stem, so that *resigned* and *resignation* meet."""
    for ending in _ENDINGS:
        if lemma.endswith(ending) and len(lemma) - len(ending) >= (3 if ending == "ment" else 4):
            return lemma[: -len(ending)]
    return lemma


# --- what stands before --------------------------------------------------------------------------


def earlier(scene: Scene, denial: Claim, reach: int) -> list[Claim]:
    """Claims of others before a denial, the nearest first, of one sentence the outermost first.

    What was told before as a denial itself is none of them.
    """
    return _before(scene, denial, scene.within(denial.sentence - reach, denial.sentence))


def farther_back(
    scene: Scene, denial: Claim, reach: int, stems: Iterable[str], least: int
) -> list[Claim]:
    """The same beyond the reach, of those claims at least that share so many of the stems."""
    sharing = scene.sharing(stems, least)
    return _before(scene, denial, (c for c in sharing if c.sentence < denial.sentence - reach))


def _before(scene: Scene, denial: Claim, claims: Iterable[Claim]) -> list[Claim]:
    found = [claim for claim in claims if _may_be_disputed(scene, denial, claim)]
    return sorted(found, key=lambda c: (-c.sentence, c.attribution.parent is not None, -c.at))


def _may_be_disputed(scene: Scene, denial: Claim, claim: Claim) -> bool:
    """Whether a claim stands before the denial and is another's."""
    return (
        (claim.at < denial.at or _went_before(scene, denial, claim))
        and bool(claim.tokens)
        and not claim.attribution.hypothetical
        and claim.id not in scene.found
        and not claim.is_of(denial)
        and not (claim.names & denial.names and not _is_estranged(scene, claim))
        and not _related(scene, denial, claim)
    )


def _is_estranged(scene: Scene, claim: Claim) -> bool:
    """*a former Harrow clerk*, *a critic of Harrow*: the name is that of another party."""
    source = scene.parse.tokens_of(claim.attribution.source.spans)
    return any(scene.is_in(i, "estranged_words") for i in source)


def sentences_back(scene: Scene, denial: Claim, claim: Claim) -> int:
    """How far a claim stands before its denial; where either of the two merely goes on is not counted."""
    between = range(claim.sentence + 1, denial.sentence)
    told = (scene.within(number, number) for number in between)
    goes_on = (bool(own) and all(c.is_of(denial) or c.is_of(claim) for c in own) for own in told)
    return denial.sentence - claim.sentence - sum(goes_on)


def _went_before(scene: Scene, denial: Claim, claim: Claim) -> bool:
    """*denied that it had lost money, a day after the clerk said so*: told before, though named behind."""
    if claim.sentence != denial.sentence or not denial.tokens:
        return False
    return scene.says_after(max(denial.tokens) + 1, min((claim.at, *claim.tokens)))


def stated(scene: Scene, denial: Claim, reach: int) -> list[Claim]:
    """The earlier claims which put something forward as so."""
    return [claim for claim in earlier(scene, denial, reach) if claim.stance in STATED]


def alleged(scene: Scene, denial: Claim, reach: int) -> list[Claim]:
    """The earlier accusations."""
    return [claim for claim in earlier(scene, denial, reach) if claim.stance == "alleges"]


def _names_among(parse: Parse, source: Iterable[int]) -> frozenset[str]:
    names = [index for index in source if parse.tokens[index].pos == "PROPN"]
    runs = groupby(enumerate(names), key=lambda pair: pair[1] - pair[0])
    return frozenset(" ".join(parse.tokens[index].lower for _, index in run) for _, run in runs)


def _related(scene: Scene, one: Claim, other: Claim) -> bool:
    """Whether one of the two lies inside the other."""
    if other.id in _above(scene, one) or one.id in _above(scene, other):
        return True
    return bool(set(scene.cue(one)) & other.tokens)


def _above(scene: Scene, claim: Claim) -> Iterator[str]:
    at: str | None = claim.id
    for _ in range(len(scene.parents) + 1):
        if at is None:
            return
        yield at
        at = scene.parents.get(at)


def own_sentence_before(
    scene: Scene, denial: Claim, stems: frozenset[str] | set[str], reach: int
) -> int | None:
    """The nearest earlier sentence in the writer's own voice that holds all of these words."""
    for number in range(denial.sentence - 1, max(-1, denial.sentence - reach - 1), -1):
        sentence = scene.parse.sentences[number]
        words = range(sentence.first, sentence.last)
        if number not in scene.held and stems <= stems_of(scene.parse, words, scene.rules):
            return number
    return None


def to(claim: Claim | None, evidence: Spans, points: bool = True) -> tuple[Target, ...]:
    """The way to one claim, or none."""
    return () if claim is None else (Target(claim.id, claim.sentence, evidence, points),)


# --- who is meant --------------------------------------------------------------------------------


def mentions(scene: Scene, claim: Claim, denial: Claim) -> bool:
    """Whether a claim, or the words for whom it was told, name the source of a denial."""
    recipient = scene.parse.tokens_of(claim.attribution.recipient)
    if {scene.lower(i) for i in claim.tokens | set(recipient)} & names_of(scene, denial):
        return True
    return not claim.tokens.isdisjoint(scene.known(denial.attribution.source.id).tokens)


def _known(parse: Parse, source: Source) -> Known:
    tokens = frozenset(parse.tokens_of(source.mentions))
    aliases = (source.name, *source.aliases)
    capitals = {word for name in aliases for word in name.split() if word[:1].isupper()}
    nouns = _nouns(parse, tokens) | ({word.lower() for word in capitals} - _ARTICLES)
    return Known(tokens, nouns)


def _nouns(parse: Parse, tokens: Iterable[int]) -> frozenset[str]:
    return frozenset(parse.tokens[i].lower for i in tokens if parse.tokens[i].pos in NOUNS)


def names_of(scene: Scene, claim: Claim) -> frozenset[str]:
    """The nouns for whoever speaks, in small letters: in all mentions, and the aliases."""
    source = claim.attribution.source
    words = scene.known(source.id).nouns | _nouns(scene.parse, scene.parse.tokens_of(source.spans))
    titles = ("office_titles", "courtesy_titles", "military_titles")
    return words.difference(*(scene.words(name) for name in titles))


def speaks_of_itself(scene: Scene, claim: Claim, agent: int) -> bool:
    """Whether a pronoun may mean its claim's own source: *they* of *voters say they …*."""
    pronoun = scene.lower(agent)
    source = [scene.parse.tokens[i] for i in scene.parse.tokens_of(claim.attribution.source.spans)]
    if pronoun in ("i", "we") or any(word.lower == pronoun for word in source):
        return True
    nouns = [word for word in source if word.pos in NOUNS]
    plural = any(word.tag in ("NNS", "NNPS") for word in nouns)
    return bool(nouns) and pronoun in (("they",) if plural else ("he", "she", "it"))


def may_be_same(scene: Scene, words: list[int]) -> bool:
    """Whether two words may name the same: one is a pronoun, or they have the same stem."""
    nouns = [scene.stem(i) for i in words if scene.parse.tokens[i].pos in NOUNS]
    return len(nouns) < 2 or nouns[0] == nouns[1]


def is_clause(scene: Scene, top: int) -> bool:
    return grammar.is_verb_like(scene.parse, top)
