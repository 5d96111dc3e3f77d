"""Weighing: that a claim is denied where no single word tells, *no note was received*.

Each piece of evidence has a name, a weight and the words of the denial that show it. What speaks
against a denial (a word, a name, a time of the statement's own) weighs less than nothing. Where the
weights of one earlier claim reach ``ENOUGH``, that claim is denied.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimtrack.disputes import deeds, opposite, parties, restating
from claimtrack.disputes.earlier import earlier, sentences_back
from claimtrack.disputes.meant import names_of, speaks_of_itself
from claimtrack.disputes.negations import Negation, negations
from claimtrack.disputes.scene import NAMES, Claim, Scene, Target, is_stated, to
from claimtrack.disputes.stems import ALIKE, stem_of
from claimtrack.language import grammar

ENOUGH = 4
"""The weight from which a plain statement denies."""
ENOUGH_FOR_DENIAL = 3
"""The same where the cue itself denies, and only what it denies is open."""
_REACH = 6
_MOST = 3
"""No more than so many words count, for or against."""
_TELLING = frozenset({"NOUN", "PROPN", "VERB"})

Targets = tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for or against: its name, its weight, and the words that show it."""

    name: str
    weight: int
    words: frozenset[int] = frozenset()


def outweighed(scene: Scene, claim: Claim) -> Targets:
    """The earlier claim that a negated statement most probably denies."""
    if opposite.is_a_share(scene, claim):
        return ()
    told_before = told(scene, claim)
    found = [
        (before, list(_against_statement(scene, claim, negation, before)))
        for negation in negations(scene, claim)
        for before in told_before
    ]
    return heaviest(scene, claim, found, ENOUGH)


def denied(scene: Scene, denial: Claim) -> Targets:
    """The earlier claim that a denial most probably means: *denied that its side had walked out*."""
    if denial.stance != "denies":
        return ()
    all_told = told(scene, denial)
    found = [(before, list(_of_denial(scene, denial, before, all_told))) for before in all_told]
    return heaviest(scene, denial, found, ENOUGH_FOR_DENIAL)


def told(scene: Scene, denial: Claim) -> list[Claim]:
    """What was put forward before in other words than the denial's own."""
    before = earlier(scene, denial, _REACH)
    return [c for c in before if is_stated(c) and not c.tokens & denial.tokens]


def heaviest(
    scene: Scene, denial: Claim, found: Iterable[tuple[Claim, list[Evidence]]], enough: int
) -> Targets:
    """The claim with the most weight, of equals the nearest; the words that speak for it."""
    weighed = [(sum(e.weight for e in evidence), before, evidence) for before, evidence in found]
    weight, before, evidence = max(weighed, key=lambda each: each[0], default=(0, None, []))
    if before is None or weight < enough:
        return ()
    shown = {i for e in evidence if e.weight > 0 for i in e.words}
    spans = scene.parse.spans(shown) or denial.attribution.cue or denial.attribution.claim
    return to(before, spans, points=False)


# --- against a plain statement -------------------------------------------------------------------


def _against_statement(
    scene: Scene, claim: Claim, negation: Negation, before: Claim
) -> Iterator[Evidence]:
    about = [
        *_none_of_it(scene, negation, before),
        *_same_deed(scene, claim, negation, before),
        *_shared(scene, claim, negation, before),
        *_never_did_it(scene, claim, negation, before),
    ]
    if not about or opposite.is_after_limit(scene, claim, before):
        return
    yield from about
    if negation.sweeping:
        yield Evidence("sweeping", 1, negation.sweeping)
    yield from circumstances(scene, claim, before)
    if _just_denied(scene, claim, before):
        yield Evidence("denied right before as well", 1)
    own = _own_words(scene, claim, negation, before)
    yield Evidence("its own words", -min(_MOST, len(own)))
    if not own and any(e.name == "the same deed" for e in about):
        yield Evidence("nothing but that deed", 1)
    if brings_a_name(scene, claim, _timeless(scene, claim, negation), before):
        yield Evidence("its own name or number", -3)
    if negation.is_unreal:
        yield Evidence("what would be", -2)


def _none_of_it(scene: Scene, negation: Negation, before: Claim) -> Iterator[Evidence]:
    """*no note was received*, after somebody told of *a note*: less where that is *the note*, not
    where it is another one, *no note of thanks*; *no knowledge* is a deed (``opposite``)."""
    thing = negation.thing
    if thing is None or scene.is_in(thing, "knowing_words"):
        return
    such = bool(negation.below & {"such"})
    told = [i for i in before.tokens if _is_told(scene, i, thing, before)]
    named = [i for i in told if such or negation.is_vague or grammar.is_noun(scene.parse, i)]
    if not named:
        return
    definite = all(scene.below(i) & {"the", "this", "that", "any"} for i in named)
    less = definite or "any" in negation.below
    yield Evidence("none of it", 4 if such else 2 if less else 3, frozenset({thing}))
    others = {scene.stem(i) for i in negation.modifiers} - before.stems
    if others and not such:
        yield Evidence("of another kind", -2 * len(others))


def _is_told(scene: Scene, word: int, thing: int, before: Claim) -> bool:
    """Whether an earlier word names the same thing as there, neither negated nor merely wanted."""
    if scene.stem(word) != scene.stem(thing) or scene.parse.tokens[word].pos not in _TELLING:
        return False
    if any(scene.lower(i) in opposite.NOTHING for i in scene.parse.children[word]):
        return False
    return not opposite.is_wished(scene, word, before)


def _same_deed(scene: Scene, claim: Claim, negation: Negation, before: Claim) -> Iterator[Evidence]:
    """*never crossed it* after *crossed it*, or a word of its meaning, by the same."""
    stem = scene.stem(negation.verb)
    if stem not in before.stems or negation.is_vague:
        return
    deeds = [i for i in before.tokens if scene.stem(i) == stem]
    alike = [i for i in deeds if opposite.is_alike(scene, claim, negation.verb, before, i)]
    if any(not opposite.is_negated(scene, i) for i in alike):
        yield Evidence("the same deed", 2, frozenset({negation.verb}))


def _shared(scene: Scene, claim: Claim, negation: Negation, before: Claim) -> Iterator[Evidence]:
    """Other words of the negated clause that the earlier claim, not negated, has as well."""
    if any(opposite.is_negated(scene, top) for top in before.tops):
        return
    counted = {scene.stem(i) for i in (negation.verb, negation.thing) if i is not None}
    shared = (_stems(scene, claim, negation.words) - counted) & before.stems
    if shared:
        words = frozenset(i for i in negation.words if scene.stem(i) in shared)
        yield Evidence("shared words", min(_MOST, len(shared)), words)


def _never_did_it(
    scene: Scene, claim: Claim, negation: Negation, before: Claim
) -> Iterator[Evidence]:
    """*She never took a cent*: who was accused did nothing, says she or who speaks for her."""
    subject = grammar.subject(scene.parse, negation.verb)
    spared = any(scene.is_in(i, "wronged_words") for i in negation.words)
    if subject is None or not negation.is_deed or not spared:
        return
    if not parties.is_accusing(scene, before):
        return
    mine = speaks_of_itself(scene, claim, subject) and parties.is_about(scene, before, claim)
    named = scene.stem(subject) in before.stems
    pronoun = scene.parse.tokens[subject].pos == "PRON"
    hers = pronoun and parties.speaks_for_accused(scene, before, claim)
    if mine or named or hers:
        yield Evidence("who was accused", 2, frozenset({subject, negation.verb}))


def _own_words(scene: Scene, claim: Claim, negation: Negation, before: Claim) -> set[str]:
    """What the negated clause has and the earlier claim has not, nor a word alike; to exist or to be sent is
    nothing."""
    apart = negation.modifiers | negation.sweeping | negation.vague
    words = {i for i in _timeless(scene, claim, negation) if not _is_like_one_of(scene, i, before)}
    told_by = {stem_of(name) for name in names_of(scene, before)}
    thing = set() if negation.thing is None else {scene.stem(negation.thing)}
    return set(_stems(scene, claim, words - apart) - before.stems - thing - told_by)


def _is_like_one_of(scene: Scene, word: int, before: Claim) -> bool:
    """*commissioned*, where somebody told of what was *ordered*."""
    own = scene.parse.tokens[word]
    if own.pos != "VERB":
        return False
    deeds = (
        scene.parse.tokens[i].lemma for i in before.tokens if scene.parse.tokens[i].pos == "VERB"
    )
    return any(scene.parse.likeness(own.lemma, lemma) >= ALIKE for lemma in deeds)


def _timeless(scene: Scene, claim: Claim, negation: Negation) -> frozenset[int]:
    """The words of a negated clause but *before Thursday*."""
    return negation.words - opposite.time_limit(scene, claim)


# --- for a denial whose cue denies ---------------------------------------------------------------


def _of_denial(
    scene: Scene, denial: Claim, before: Claim, told: Iterable[Claim]
) -> Iterator[Evidence]:
    own = restating.content(scene, denial)
    shared = own & before.stems
    if shared - _named(scene, denial.tokens):
        words = frozenset(i for i in denial.tokens if scene.stem(i) in shared)
        yield Evidence("shared words", min(_MOST, len(shared)), words)
        if shared == own and sum(bool(own & other.stems) for other in told) == 1:
            yield Evidence("nobody else told of it", 2)
    elif alike := _deed_of_denier(scene, denial, before):
        yield Evidence("a deed of the same kind", 2, alike)
    elif not parties.is_accusing(scene, before):
        return
    if parties.is_accusing(scene, before):
        yield Evidence("accused", 1)
    yield from circumstances(scene, denial, before)
    if brings_a_name(scene, denial, denial.tokens, before):
        yield Evidence("its own name or number", -1)


def _deed_of_denier(scene: Scene, denial: Claim, before: Claim) -> frozenset[int]:
    """*denied laying a hand on anyone*, after somebody told that the denier struck a waiter."""
    told = deeds.same_kind(scene, before.tokens, denial)
    things = (opposite.thing_of(scene.parse, verb) for verb in told)
    suffered = any(thing is not None and parties.names(scene, denial, thing) for thing in things)
    if suffered or not parties.is_about(scene, before, denial):
        return frozenset()
    return deeds.same_kind(scene, denial.tokens, before)


# --- what counts for both ------------------------------------------------------------------------


def circumstances(scene: Scene, claim: Claim, before: Claim) -> Iterator[Evidence]:
    about = parties.is_about(scene, before, claim)
    if about or parties.speaks_for_accused(scene, before, claim):
        yield Evidence("about whoever denies it", 1)
    if sentences_back(scene, claim, before) <= 1:
        yield Evidence("just told", 1)


def _named(scene: Scene, words: Iterable[int]) -> set[str]:
    """The stems of names and numbers, which alone make nothing the same matter."""
    return {scene.stem(i) for i in words if scene.parse.tokens[i].pos in NAMES}


def _just_denied(scene: Scene, claim: Claim, before: Claim) -> bool:
    near = scene.within(claim.sentence - 1, claim.sentence)
    return any(t.claim == before.id for c in near for t in scene.found.get(c.id, ()))


def brings_a_name(scene: Scene, claim: Claim, words: Iterable[int], before: Claim) -> bool:
    names = {scene.lower(i) for i in words if scene.parse.tokens[i].pos in NAMES}
    names = {name for name in names if name.rstrip(".") not in scene.words("courtesy_titles")}
    known = {scene.lower(i) for i in before.tokens}
    own = names_of(scene, claim) | names_of(scene, before)
    return any(
        name not in known | own and not any(parties.is_of_name(name, each) for each in known | own)
        for name in names
    )


def _stems(scene: Scene, claim: Claim, words: Iterable[int]) -> frozenset[str]:
    names = {stem_of(name) for name in names_of(scene, claim)}
    return scene.stems(words) - names
