"""Signs that a statement disputes what was told before, each a number: what ``likely`` weighs.

A denial in other words shares little with what it denies: *we have no dog in the ground* after *the bag
was found by a sniffer dog*. No sign tells by itself; together they tell how likely it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimtrack.disputes import opposite, parties, pointing
from claimtrack.disputes.earlier import earlier, opening
from claimtrack.disputes.meant import names_of
from claimtrack.disputes.negations import Negation, negations
from claimtrack.disputes.scene import Claim, Scene, is_stated, tops_of
from claimtrack.disputes.stems import ALIKE, CONTENT
from claimtrack.disputes.weighing import brings_a_name
from claimtrack.language import grammar

_REACH = 8
_OPENING = 1
"""The sentences that an article opens with, where most disputes begin, are in reach from anywhere."""
_MOST = 3
_POINTING = ("accusation_nouns", "claim_nouns_back", "claim_nouns_loose", "wrongdoing_nouns")
_SWEEPING = frozenset(
    "any anyone anybody anything ever never nobody nothing none whatsoever neither".split()
)
_TURNING = frozenset("but however though although yet while".split())
_OWN = frozenset("my our his her its their".split())
_HELPERS = frozenset({"be", "do", "have"})
_MONEY = frozenset("$£€¥")


@dataclass(frozen=True, slots=True)
class Told:
    """What was told before: a claim, or with ``claim`` None a sentence of the writer's own."""

    tokens: frozenset[int]
    sentence: int
    tops: tuple[int, ...]
    claim: Claim | None


@dataclass(frozen=True, slots=True)
class Clause:
    """What may dispute: all of a claim whose cue denies (``kind`` "cue"), or a clause that is negated
    ("negated")."""

    kind: str
    words: frozenset[int]
    verb: int
    negation: Negation | None = None


def clauses(scene: Scene, claim: Claim, denies: bool) -> Iterator[Clause]:
    """The clauses of a claim that may dispute; ``denies``: its cue does so."""
    if denies:
        if claim.head is not None:
            yield Clause("cue", claim.tokens, claim.head)
        return
    for each in negations(scene, claim):
        yield Clause("negated", each.words, each.verb, each)


def told_before(scene: Scene, claim: Claim) -> list[Told]:
    """What others and the writer told before, in reach or at the head of the article."""
    near = earlier(scene, claim, _REACH)
    first = opening(scene, claim, _OPENING) if claim.sentence > _REACH else []
    found = [c for c in [*near, *first] if not c.tokens & claim.tokens]
    told = [c for c in found if is_stated(c) or c.stance == "promises"]
    return [Told(c.tokens, c.sentence, c.tops, c) for c in told] + _of_the_writer(scene, claim)


def _of_the_writer(scene: Scene, claim: Claim) -> list[Told]:
    """The sentences before that nobody else vouches for, and that ask nothing."""
    numbers = {0, *range(max(0, claim.sentence - _REACH), claim.sentence)} - {claim.sentence}
    own = [n for n in sorted(numbers - scene.held) if not pointing.is_question(scene, n)]
    spans = [(n, scene.parse.sentences[n]) for n in own]
    words = [(n, frozenset(range(span.first, span.last))) for n, span in spans]
    return [Told(tokens, n, tops_of(scene.parse, tokens), None) for n, tokens in words]


def signs(scene: Scene, claim: Claim, clause: Clause, told: Told) -> dict[str, float] | None:
    """All signs by name: shares and counts, or 1 where one holds. None: nothing but a subject is shared."""
    matched = _matched(scene, claim, clause, told)
    if _shares_only_subject(scene, clause, matched):
        return None
    return {
        "the cue denies": clause.kind == "cue",
        **_words(scene, matched),
        **_names(scene, matched),
        **_deed(scene, clause, told),
        **_another(scene, claim, clause, told),
        **_polarity(scene, claim, clause, told),
        **_place(scene, claim, told),
        **_parties(scene, claim, clause, told),
    }


def common_words(scene: Scene, claim: Claim, clause: Clause, told: Told) -> list[int]:
    """The words of a clause, no names, that were told before, or others alike."""
    return _matched(scene, claim, clause, told).common(scene)


# --- words ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Match:
    """The content words of a clause, each with its best likeness among those of what was told, and the
    other way round."""

    own: Mapping[int, float]
    told: Mapping[int, float]

    def common(self, scene: Scene) -> list[int]:
        """The words of the clause, no names, that were told as well."""
        return [i for i, value in self.own.items() if value >= ALIKE and not _is_name(scene, i)]


def _matched(scene: Scene, claim: Claim, clause: Clause, told: Told) -> _Match:
    known = names_of(scene, claim)
    own = [i for i in _content(scene, clause.words) if _is_of_the_matter(scene, i, known)]
    theirs = _content(scene, told.tokens)
    return _Match(
        {i: max((_likeness(scene, i, j) for j in theirs), default=0.0) for i in own},
        {j: max((_likeness(scene, i, j) for i in own), default=0.0) for j in theirs},
    )


def _content(scene: Scene, words: Iterable[int]) -> list[int]:
    light = scene.words("light_words")
    tokens = (scene.parse.tokens[i] for i in words)
    return [
        t.number for t in tokens if (t.pos in CONTENT and t.lemma not in light) or t.text in _MONEY
    ]


def _is_of_the_matter(scene: Scene, word: int, speakers: frozenset[str]) -> bool:
    """Whether a word is neither a mention of whoever speaks nor one that only points back."""
    noun = scene.parse.tokens[word].pos == "NOUN"
    if scene.lower(word) in speakers or (noun and word in scene.mentioned):
        return False
    return not scene.is_in(word, *_POINTING)


def _likeness(scene: Scene, one: int, other: int) -> float:
    if scene.stem(one) == scene.stem(other):
        return 1.0
    first, second = scene.parse.tokens[one], scene.parse.tokens[other]
    if {first.pos, second.pos} & {"NUM", "PROPN"}:
        return float(first.text == second.text)
    words = ("money" if token.text in _MONEY else token.lemma for token in (first, second))
    return scene.parse.likeness(*words)


def _is_name(scene: Scene, word: int) -> bool:
    return scene.parse.tokens[word].pos in ("PROPN", "NUM")


def _words(scene: Scene, match: _Match) -> dict[str, float]:
    """How much of the clause was told before, and how much of what was told comes again."""
    common = match.common(scene)
    rarity = [1 / max(1, scene.spread(scene.stem(i))) for i in common]
    return {
        "the same words": min(_MOST, sum(match.own[i] == 1 for i in common)),
        "words alike": min(_MOST, sum(match.own[i] < 1 for i in common)),
        "of what it says": _mean(v for i, v in match.own.items() if not _is_name(scene, i)),
        "of what was told": _mean(v for i, v in match.told.items() if not _is_name(scene, i)),
        "a rare word": max(rarity, default=0),
        "rare words alone": min(rarity, default=0),
    }


def _mean(values: Iterable[float]) -> float:
    found = [max(0.0, value) for value in values]
    return sum(found) / len(found) if found else 0.0


def _names(scene: Scene, match: _Match) -> dict[str, float]:
    names = [v for i, v in match.own.items() if scene.parse.tokens[i].pos == "PROPN"]
    numbers = [v for i, v in match.own.items() if scene.parse.tokens[i].pos == "NUM"]
    return {
        "the same names": min(2, names.count(1)),
        "the same numbers": min(2, numbers.count(1)),
        "other numbers": min(2, len(numbers) - numbers.count(1)),
    }


def _deed(scene: Scene, clause: Clause, told: Told) -> dict[str, float]:
    """Whether the verb, and what it is done to, were told as well."""
    parse, verb = scene.parse, clause.verb
    thing = opposite.thing_of(parse, verb) if grammar.is_verb_like(parse, verb) else None
    if clause.negation is not None and clause.negation.thing is not None:
        thing = clause.negation.thing
    deeds = [i for i in told.tokens if grammar.is_verb(parse, i) and scene.lemma(i) not in _HELPERS]
    own = scene.lemma(verb) not in _HELPERS
    noun = thing is not None and parse.tokens[thing].pos == "NOUN"
    return {
        "the same deed": _best(scene, verb if own else None, deeds),
        "the same thing": _best(scene, thing if noun else None, _content(scene, told.tokens)),
    }


def _shares_only_subject(scene: Scene, clause: Clause, match: _Match) -> bool:
    """*The pipe was not looked at*, after something else was told of a pipe; not *no pipe was found*."""
    if clause.negation is None or clause.negation.thing is not None:
        return False
    return match.common(scene) == [grammar.subject(scene.parse, clause.verb)]


def _another(scene: Scene, claim: Claim, clause: Clause, told: Told) -> dict[str, float]:
    """What shows that something else is meant: another agent or time of the same deed, another kind of the
    same thing, a name or number of its own."""
    before = told.claim
    kinds = set() if clause.negation is None else {scene.stem(i) for i in clause.negation.modifiers}
    timeless = clause.words - opposite.time_limit(scene, claim)
    return {
        "another's deed": _is_anothers(scene, claim, clause, before),
        "of another kind": len(kinds - {scene.stem(i) for i in told.tokens}),
        "a name of its own": before is not None and brings_a_name(scene, claim, timeless, before),
    }


def _is_anothers(scene: Scene, claim: Claim, clause: Clause, before: Claim | None) -> bool:
    """Whether the same verb was told, and each time of another agent, thing or time."""
    verb = clause.verb
    if before is None:
        return False
    deeds = [i for i in before.tokens if scene.stem(i) == scene.stem(verb)]
    alike = any(opposite.is_alike(scene, claim, verb, before, i) for i in deeds)
    return bool(deeds) and not alike


def _best(scene: Scene, word: int | None, others: Sequence[int]) -> float:
    found = 0.0 if word is None else max((_likeness(scene, word, i) for i in others), default=0.0)
    return found if found >= ALIKE else 0.0


# --- how, where and by whom it is said -----------------------------------------------------------


def _polarity(scene: Scene, claim: Claim, clause: Clause, told: Told) -> dict[str, float]:
    lowers = {scene.lower(i) for i in clause.words}
    verb = clause.verb
    helpers = {scene.lower(i) for i in grammar.auxiliaries(scene.parse, verb)}
    bare = scene.parse.tokens[verb].tag in ("VBP", "VBZ") and not helpers
    return {
        "negated before": any(opposite.is_negated(scene, top) for top in told.tops[:2]),
        "sweeping": bool(lowers & _SWEEPING),
        "falsity": any(scene.is_in(i, "falsity_words", "scorning_words") for i in claim.tokens),
        "modal": bool(grammar.modals(scene.parse, verb)),
        "in general": (bare or bool(helpers & {"do", "does"})) and scene.lemma(verb) != "be",
        "doubted": claim.stance == "doubts",
    }


def _place(scene: Scene, claim: Claim, told: Told) -> dict[str, float]:
    back = claim.sentence - told.sentence
    sentences = scene.parse.sentences
    opens = range(sentences[claim.sentence].first, sentences[claim.sentence].last)[:2]
    return {
        "sentence before": back == 1,
        "farther back": min(12, max(0, back - 2)),
        "same paragraph": sentences[claim.sentence].paragraph == sentences[told.sentence].paragraph,
        "opening": told.sentence == 0,
        "turning": any(scene.lower(i) in _TURNING for i in opens),
        "disputed already": told.sentence in scene.disputed,
    }


def _parties(scene: Scene, claim: Claim, clause: Clause, told: Told) -> dict[str, float]:
    before = told.claim
    if before is None:
        about = any(parties.names(scene, claim, i) for i in told.tokens)
    else:
        about = parties.is_about(scene, before, claim)
    return {
        "the writer's": before is None,
        "about the denier": about,
        "accusing": before is not None and parties.is_accusing(scene, before),
        "blaming": before is not None and parties.blames(scene, before),
        "nested": before is not None and before.attribution.parent is not None,
        "believed": before is not None and before.stance == "believes",
        "promised": before is not None and before.stance == "promises",
        "of one's own": any(scene.lower(i) in _OWN for i in clause.words),
    }
