"""Answers of the accused, in words of their own: accused of burying results, *nothing had been hidden*.

Who was accused and says that it never was, or that nobody did it, denies the accusation, however few
of its words come again. Weighed as in ``weighing``: without the accused there is nothing to weigh.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.disputes import opposite, parties
from claimtrack.disputes.earlier import sentences_back
from claimtrack.disputes.meant import names_of, speaks_of_itself
from claimtrack.disputes.negations import Negation, negations
from claimtrack.disputes.scene import Claim, Scene, Target
from claimtrack.disputes.weighing import (
    ENOUGH,
    Evidence,
    brings_a_name,
    heaviest,
    told,
)
from claimtrack.language import grammar

_NEAR = 3
_MOST = 2
_NEVER = frozenset({"never", "nobody", "none", "nothing", "no", "neither", "no-one"})
_OURS = frozenset({"my", "our", "his", "her", "its", "their"})

Targets = tuple[Target, ...]


def answered(scene: Scene, claim: Claim) -> Targets:
    """The accusation that its target, or who speaks for the target, says was never so."""
    if opposite.is_a_share(scene, claim):
        return ()
    accusing = [c for c in told(scene, claim) if not _tells_of_omission(scene, c)]
    found = [
        (before, list(_evidence(scene, claim, negation, before)))
        for negation in negations(scene, claim)
        if negation.verb in claim.tops and _leaves_nothing(scene, negation)
        for before in accusing
    ]
    return heaviest(scene, claim, found, ENOUGH)


def _leaves_nothing(scene: Scene, negation: Negation) -> bool:
    """*never*, *nobody*, *not a single*, *at no time*: of what was, not of what will be."""
    verb = negation.verb
    if negation.is_unreal or scene.parse.tokens[verb].pos != "VERB":
        return False
    words = set(grammar.negations(scene.parse, verb))
    subject = grammar.own_subject(scene.parse, verb)
    parts = [*([subject] if subject is not None else []), *grammar.objects(scene.parse, verb)]
    parts += [noun for _, noun in grammar.prepositional(scene.parse, verb)]
    words |= {i for part in parts for i in (part, *scene.parse.children[part])}
    return negation.thing is not None or any(scene.lower(i) in _NEVER for i in words)


def _evidence(scene: Scene, claim: Claim, negation: Negation, before: Claim) -> Iterator[Evidence]:
    accused = _of_the_accused(scene, claim, negation, before)
    if accused is None or not _is_their_deed(scene, claim, negation):
        return
    shared = (scene.stems(negation.words) & before.stems) - _names(scene, claim)
    if not shared and _is_another_matter(scene, negation, accused):
        return
    yield accused
    if shared:
        words = frozenset(i for i in negation.words if scene.stem(i) in shared)
        yield Evidence("shared words", min(_MOST, len(shared)), words)
    if sentences_back(scene, claim, before) <= 1:
        yield Evidence("just told", 1)
    subject = grammar.own_subject(scene.parse, negation.verb)
    defended = set() if subject is None else scene.parse.subtree(subject)
    told_of = negation.words - defended - opposite.time_limit(scene, claim)
    if brings_a_name(scene, claim, told_of, before):
        yield Evidence("its own name or number", -3)


def _of_the_accused(
    scene: Scene, claim: Claim, negation: Negation, before: Claim
) -> Evidence | None:
    """Who answers: whom the claim accuses, another of those who just denied it, or a lawyer."""
    subject = grammar.own_subject(scene.parse, negation.verb)
    words = frozenset({negation.verb} if subject is None else {negation.verb, subject})
    about = parties.is_about(scene, before, claim)
    denials = _denials_right_before(scene, claim, before)
    if denials and (about or any(_are_of_one_house(scene, claim, each) for each in denials)):
        return Evidence("another of them just denied it", 4, words)
    if not (parties.is_accusing(scene, before) or parties.blames(scene, before)):
        return None
    if about and claim.sentence - before.sentence <= _NEAR:
        return Evidence("the accused answers", 3, words)
    if _speaks_for_another(scene, claim):
        return Evidence("a lawyer or spokesman answers", 2, words)
    return None


def _is_another_matter(scene: Scene, negation: Negation, accused: Evidence) -> bool:
    """*no comment was made*; *no deal was struck*, where nobody told of a deal."""
    if any(scene.is_in(i, "beside_words") for i in negation.words):
        return True
    return negation.thing is not None and accused.weight < ENOUGH


def _denials_right_before(scene: Scene, claim: Claim, before: Claim) -> list[Claim]:
    """What others said against the same claim in the sentence before."""
    near = scene.within(claim.sentence - 1, claim.sentence - 1)
    others = (c for c in near if not c.is_of(claim))
    return [c for c in others if any(t.claim == before.id for t in scene.found.get(c.id, ()))]


def _are_of_one_house(scene: Scene, one: Claim, other: Claim) -> bool:
    """*a ministry official* and *the interior ministry*."""
    shared = names_of(scene, one) & names_of(scene, other)
    return bool(shared - scene.words("representatives"))


def _tells_of_omission(scene: Scene, before: Claim) -> bool:
    """*accused of failing to act*: that nothing was done is no denial."""
    negated = any(opposite.is_negated(scene, top) for top in before.tops)
    return negated or any(scene.is_in(i, "omission_words") for i in before.tokens)


def _is_their_deed(scene: Scene, claim: Claim, negation: Negation) -> bool:
    """Whether nobody, or they, did it: *nobody*, *we*, *our crews*, whom their lawyer names."""
    verb = negation.verb
    agent = (
        grammar.agent(scene.parse, verb)
        if grammar.is_passive(scene.parse, verb)
        else grammar.own_subject(scene.parse, verb)
    )
    if agent is None:
        return grammar.is_passive(scene.parse, verb)
    if scene.parse.tokens[agent].pos == "PRON":
        nobody = scene.lower(agent) in opposite.NOTHING or "no" in scene.below(agent)
        return nobody or speaks_of_itself(scene, claim, agent) or _speaks_for_another(scene, claim)
    known = {scene.stem(i) for i in scene.known(claim.attribution.source.id).tokens}
    owned = any(scene.lower(i) in _OURS for i in scene.parse.subtree(agent))
    named = grammar.is_name(scene.parse, agent) and _speaks_for_another(scene, claim)
    return owned or named or scene.stem(agent) in known


def _speaks_for_another(scene: Scene, claim: Claim) -> bool:
    source = scene.parse.tokens_of(claim.attribution.source.spans)
    return any(scene.is_in(i, "representatives") for i in source)


def _names(scene: Scene, claim: Claim) -> set[str]:
    tokens = scene.parse.tokens
    return {scene.stem(i) for i in claim.tokens if tokens[i].pos in ("PROPN", "NUM")}
