"""Disputes: which claim a denial or a doubt disputes, and the words that show it.

A denial points back (*the accusation*, *this support*, *it*), says again what it denies (*denied
that it had paid bribes*) or names the report that it denies (*reports that …*); a plain statement
denies by contradicting. What none of these reasons tells is weighed at the end, by many signs at
once. Where nothing earlier fits there is no dispute: an invented denial is worse than a missed one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from claimtrack.disputes import (
    contradicting,
    likely,
    persons,
    pointing,
    quoted_words,
    restating,
    weighing,
)
from claimtrack.disputes.scene import DISPUTING, Claim, Scene, Target, claim_of, is_clause, scene_of
from claimtrack.language.parse import Parse
from claimtrack.records import Attribution, Dispute, Source, Stance
from claimtrack.rules.model import RuleSet

__all__ = ["led", "link", "opposing", "reports_denial", "settle", "unexplained"]

_ASKED = frozenset({"how", "when", "where", "which", "who", "why"})
_NEGATING = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "less", "hardly"})


def settle(
    parse: Parse,
    attributions: tuple[Attribution, ...],
    sources: tuple[Source, ...],
    rules: RuleSet,
) -> tuple[tuple[Attribution, ...], tuple[Dispute, ...]]:
    """The attributions with the stance that contradicting gives them, and the disputes."""
    scene = _resolved(scene_of(parse, attributions, sources, rules))
    stances = _stances(scene)
    turned = tuple(replace(a, stance=stances.get(a.id, a.stance)) for a in attributions)
    return turned, _disputes(scene, set(scene.found))


def link(
    parse: Parse,
    attributions: tuple[Attribution, ...],
    sources: tuple[Source, ...],
    rules: RuleSet,
) -> tuple[Dispute, ...]:
    """The disputes of an article whose stances are settled, in the order of their denials."""
    if not any(a.stance in DISPUTING for a in attributions):
        return ()
    scene = _resolved(scene_of(parse, attributions, sources, rules))
    return _disputes(scene, {c.id for c in scene.claims if c.stance in DISPUTING})


def _disputes(scene: Scene, denials: set[str]) -> tuple[Dispute, ...]:
    pairs = [
        (claim, target)
        for claim in scene.claims
        if claim.id in denials
        for target in scene.found.get(claim.id, ())
    ]
    return tuple(
        Dispute(f"d{number}", denial.id, t.claim, t.sentence, _link(denial, t), t.evidence)
        for number, (denial, t) in enumerate(pairs, 1)
    )


def opposing(
    parse: Parse,
    attributions: tuple[Attribution, ...],
    sources: tuple[Source, ...],
    rules: RuleSet,
) -> Mapping[str, Stance]:
    """The stance of plain statements that contradict an earlier claim, by id: denies or doubts.

    To be asked, and the stances changed, before ``link``, which then finds what they dispute.
    """
    return _stances(_resolved(scene_of(parse, attributions, sources, rules)))


def _stances(scene: Scene) -> dict[str, Stance]:
    plain = [c for c in scene.claims if c.id in scene.found and c.stance not in DISPUTING]
    return {c.id: contradicting.own_stance(scene, c) or "denies" for c in plain}


def reports_denial(parse: Parse, attribution: Attribution, rules: RuleSet) -> bool:
    """Whether an attribution denies or doubts a fact, which a refused offer does not."""
    if attribution.stance not in DISPUTING or attribution.hypothetical:
        return False
    scene = Scene(parse, (), {}, rules)
    return _denies_a_fact(scene, claim_of(parse, attribution, rules))


def _resolved(scene: Scene) -> Scene:
    """The scene with all that its denials lead to, what no single reason tells weighed at the end."""
    scene = led(scene)
    weighed = [(claim, likely.likely(scene, claim, denies)) for claim, denies in unexplained(scene)]
    for claim, targets in weighed:
        if targets:
            scene.lead(claim, targets)
    return scene


def unexplained(scene: Scene) -> Iterator[tuple[Claim, bool]]:
    """The claims that may dispute something and led nowhere, each with whether its cue denies."""
    for claim in scene.claims:
        if claim.id in scene.found or claim.attribution.hypothetical or not claim.tokens:
            continue
        if claim.stance in DISPUTING:
            if _has_disputing_cue(scene, claim) and _denies_a_fact(scene, claim):
                yield claim, True
        elif contradicting.is_plain(claim):
            yield claim, False


def led(scene: Scene) -> Scene:
    """The scene with all that its denials lead to by some reason, each knowing what those before it led to."""
    for claim in scene.claims:
        targets = _targets(scene, claim)
        if targets:
            scene.lead(claim, targets + restating.retold(scene, targets))
    for claim in scene.claims:
        if claim.id not in scene.found and _is_open(scene, claim):
            later = restating.told_later(scene, claim)
            if later:
                scene.lead(claim, later)
    return scene


def _is_open(scene: Scene, claim: Claim) -> bool:
    """Whether a clause is denied that nothing before has told."""
    return (
        claim.stance == "denies"
        and not claim.attribution.hypothetical
        and any(is_clause(scene, top) for top in claim.tops)
        and _has_disputing_cue(scene, claim)
        and _denies_a_fact(scene, claim)
    )


def _denies_a_fact(scene: Scene, denial: Claim) -> bool:
    return not _refuses(scene, denial) and _is_outright(scene, denial)


def _targets(scene: Scene, claim: Claim) -> tuple[Target, ...]:
    """What a denial disputes, by its cue or, where it is said plainly, by its claim."""
    if claim.attribution.hypothetical:
        return ()
    if claim.stance not in DISPUTING:
        return contradicting.contradicted(scene, claim) if contradicting.is_plain(claim) else ()
    if not claim.tokens and _has_disputing_cue(scene, claim):
        return pointing.just_denied(scene, claim) or pointing.just_said(
            scene, claim, claim.attribution.cue
        )
    if not claim.tokens or _pleads(scene, claim):
        return pointing.accused(scene, claim, claim.attribution.claim or claim.attribution.cue)
    if pointing.sums_up(scene, claim):
        return pointing.told_here(scene, claim, claim.attribution.claim)
    if not _has_disputing_cue(scene, claim):
        return contradicting.contradicted(scene, claim)
    if _refuses(scene, claim) or not _is_outright(scene, claim):
        return ()
    if _questions(scene, claim) and not _points_back(scene, claim):
        return ()
    return (
        pointing.in_passing(scene, claim)
        or persons.contradicted(scene, claim)
        or quoted_words.never_used(scene, claim)
        or pointing.promised(scene, claim)
        or pointing.pointed(scene, claim)
        or restating.restated(scene, claim)
        or restating.reported(scene, claim)
        or weighing.denied(scene, claim)
    )


def _link(denial: Claim, target: Target) -> str:
    if target.sentence == denial.sentence:
        return "same-sentence"
    if denial.attribution.style == "direct":
        return "quotation"
    return "anaphora" if target.points else "restatement"


def _pleads(scene: Scene, denial: Claim) -> bool:
    """*pleaded not guilty (to both counts)*: all that was charged is denied."""
    words = {scene.lower(i) for i in denial.tokens}
    plea = {"guilty", "innocent"}
    return (bool(words & plea) and len(words) <= 3) or bool(
        {*map(scene.lower, scene.cue(denial))} & plea
    )


# --- what counts as denying ----------------------------------------------------------------------


def _has_disputing_cue(scene: Scene, denial: Claim) -> bool:
    """Whether the cue itself denies or doubts; otherwise the claim does."""
    cue = scene.cue(denial)
    return bool({scene.lower(i) for i in cue} & _NEGATING) or _has_disputing_word(scene, cue)


def _has_disputing_word(scene: Scene, cue: Iterable[int]) -> bool:
    lemmas = {word for index in cue for word in (scene.lemma(index), scene.lower(index))}
    entries = [entry for lemma in lemmas for entry in scene.rules.index.get(lemma, ())]
    return any(e.stance in DISPUTING and lemmas >= set(e.word.lemmas) for e in entries)


def _refuses(scene: Scene, denial: Claim) -> bool:
    """Whether a proposal is refused and no fact denied: *rejected the offer*."""
    things = [top for top in denial.tops if not is_clause(scene, top)]
    if not things or things[0] != denial.head:
        return False
    named = all(scene.parse.tokens[thing].pos == "PROPN" for thing in things)
    if named or any(scene.is_in(thing, "granted_nouns") for thing in things):
        return True
    refuses = any(scene.is_in(index, "refusing_verbs") for index in scene.cue(denial))
    return (refuses or _questions(scene, denial)) and not _points_back(scene, denial)


def _questions(scene: Scene, denial: Claim) -> bool:
    """*questioned*, *had misgivings*: of a plan as well as of a fact."""
    return any(scene.is_in(index, "questioning_words") for index in scene.cue(denial))


def _points_back(scene: Scene, denial: Claim) -> bool:
    return any(pointing.kind_of(scene, top) not in ("", "again") for top in denial.tops)


def _is_outright(scene: Scene, denial: Claim) -> bool:
    """Whether the cue denies or doubts by itself, or negates belief: not *had no plan to*."""
    cue = scene.cue(denial)
    lemmas = {scene.lemma(index) for index in cue}
    if {scene.lower(i) for i in sorted(denial.tokens)[:1]} & _ASKED:
        return False
    takes_back = any(
        lemmas >= set(words.split())
        for words in scene.words("corrections") | scene.words("corrections_of_words")
    )
    if takes_back or _is_negated_noun(scene, denial):
        return False
    if _has_disputing_word(scene, cue):
        return True
    believed_in = any(_followed_by_in(scene, word) for word in cue)
    believes = any(scene.is_in(word, "believing_words") for word in cue)
    return believes and not believed_in


def _is_negated_noun(scene: Scene, denial: Claim) -> bool:
    """*no doubt that*, *little doubt*: nothing is doubted."""
    words = {word for index in scene.cue(denial) for word in scene.below(index)}
    return denial.attribution.frame == "noun-clause" and bool(words & {"no", "little", "without"})


def _followed_by_in(scene: Scene, word: int) -> bool:
    following = scene.parse.tokens[word + 1 : word + 2]
    return bool(following) and following[0].lower == "in"
