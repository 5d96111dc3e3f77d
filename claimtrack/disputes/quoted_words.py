"""Words that somebody is said to have used: *she had never used the phrase*, *never said those words*."""

from __future__ import annotations

from claimtrack.disputes import opposite, parties
from claimtrack.disputes.earlier import stated
from claimtrack.disputes.meant import speaks_of_itself
from claimtrack.disputes.scene import Claim, Scene, Target, to
from claimtrack.language import grammar

_REACH = 6
_POINTING = frozenset({"the", "that", "this", "those", "these", "such"})


def never_used(scene: Scene, claim: Claim) -> tuple[Target, ...]:
    """The claim of another that quotes whoever says so."""
    for top in claim.tops:
        if not (scene.is_in(top, "uttering_verbs") and _is_own_denial(scene, claim, top)):
            continue
        words = [i for i in grammar.objects(scene.parse, top) if _is_phrase(scene, i)]
        quoting = [c for c in stated(scene, claim, _REACH) if _quotes(scene, c, claim)]
        if words and quoting:
            evidence = scene.parse.spans(scene.parse.subtree(words[0]) & claim.tokens)
            return to(quoting[0], evidence)
    return ()


def _is_own_denial(scene: Scene, claim: Claim, verb: int) -> bool:
    """*denied using*, *she had never used*: of whoever speaks."""
    subject = grammar.own_subject(scene.parse, verb)
    own = subject is None or speaks_of_itself(scene, claim, subject)
    return own and (claim.stance == "denies" or opposite.is_negated(scene, verb))


def _is_phrase(scene: Scene, noun: int) -> bool:
    return scene.is_in(noun, "phrase_nouns") and bool(scene.below(noun) & _POINTING)


def _quotes(scene: Scene, before: Claim, claim: Claim) -> bool:
    quoted = any(scene.parse.quoted[i] >= 0 for i in before.tokens)
    return quoted and parties.is_about(scene, before, claim)
