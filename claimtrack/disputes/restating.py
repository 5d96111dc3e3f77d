"""Saying again: *denied that it had paid bribes* after *auditors said the firm paid bribes*."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.disputes.earlier import earlier, farther_back, own_sentence_before, sentences_back
from claimtrack.disputes.meant import mentions, names_of
from claimtrack.disputes.scene import NAMES, STATED, Claim, Scene, Target, to
from claimtrack.disputes.stems import stem_of
from claimtrack.records import Spans

_REACH = 6
_NEAR = 2
_LATER = 15
_FAR = 3
"""How many words a claim has to share beyond the reach."""
_HALF = 0.5
_MOST = 0.6
_POINTING = ("accusation_nouns", "claim_nouns_back", "claim_nouns_loose", "wrongdoing_nouns")


def restated(scene: Scene, denial: Claim) -> tuple[Target, ...]:
    """The earlier claim with most of the denial's content words, or a sentence with all."""
    own = content(scene, denial)
    stances = STATED | ({"promises"} if denial.stance == "doubts" else set())
    before = earlier(scene, denial, _REACH) + farther_back(scene, denial, _REACH, own, _FAR)
    likely = [c for c in before if c.stance in stances and _says_the_same(scene, denial, c, own)]
    best = max(
        likely,
        key=lambda c: (len(own & c.stems), c.stance == "alleges", c.sentence),
        default=None,
    )
    if best is not None:
        return to(best, shared_words(scene, denial, own & best.stems), points=False)
    if len(own) >= 2 and (number := own_sentence_before(scene, denial, own, _REACH)) is not None:
        return (Target(None, number, shared_words(scene, denial, own), points=False),)
    return ()


def told_later(scene: Scene, denial: Claim) -> tuple[Target, ...]:
    """What a denial that the text begins with is of: *X denies taking bribes*, and then who says that X did."""
    own = content(scene, denial)
    later = [c for c in scene.sharing(own, 1) if _is_later(scene, denial, c)]
    best = max(
        (c for c in later if _tells_what_is_denied(scene, denial, c, own)),
        key=lambda c: (len(own & c.stems), -c.sentence),
        default=None,
    )
    return to(best, shared_words(scene, denial, own & (best.stems if best else own)), points=False)


def _is_later(scene: Scene, denial: Claim, claim: Claim) -> bool:
    """Whether somebody else put something forward behind the denial, and not as a denial."""
    return (
        denial.sentence < claim.sentence <= denial.sentence + _LATER
        and claim.stance in STATED
        and claim.id not in scene.found
        and not claim.attribution.hypothetical
        and not claim.is_of(denial)
        and not claim.names & denial.names
    )


def _tells_what_is_denied(scene: Scene, denial: Claim, claim: Claim, own: frozenset[str]) -> bool:
    shared = own & claim.stems
    if len(shared) >= 2 and len(shared) >= _HALF * len(own):
        return claim.stance != "believes"
    return claim.stance == "alleges" and mentions(scene, claim, denial)


def content(scene: Scene, denial: Claim) -> frozenset[str]:
    """What the denial is about, without who denies it and the words that only point."""
    pointing = {stem_of(word) for name in _POINTING for word in scene.words(name)}
    return denial.stems - pointing - {stem_of(name) for name in names_of(scene, denial)}


def _says_the_same(scene: Scene, denial: Claim, claim: Claim, own: frozenset[str]) -> bool:
    """Whether an earlier claim is about the same: the farther back, the more is asked of it."""
    shared = own & claim.stems
    back = denial.sentence - claim.sentence
    names = {scene.stem(i) for i in denial.tokens if scene.parse.tokens[i].pos in NAMES}
    if not shared - names or len(shared) < _HALF * len(own):
        return False
    if back > _REACH:
        return len(shared) >= _FAR and len(shared) > _MOST * len(own)
    if len(shared) >= 2:
        return True
    near = sentences_back(scene, denial, claim) <= _NEAR
    accused = claim.stance == "alleges" and (near or mentions(scene, claim, denial))
    return denial.stance == "denies" and len(own) <= (2 if accused else 1 if near else 0)


def shared_words(scene: Scene, denial: Claim, stems: Iterable[str]) -> Spans:
    """The words of the denial's claim that have one of these stems."""
    wanted = set(stems)
    return scene.parse.spans(i for i in denial.tokens if scene.stem(i) in wanted)


def reported(scene: Scene, denial: Claim, of_nobody: bool = False) -> tuple[Target, ...]:
    """The claim that the denial itself names: *denied reports that …*, *claims of fraud*; where it is
    known from elsewhere already, only if it is nobody’s."""
    for claim in scene.within(denial.sentence, denial.sentence):
        inside = claim.attribution.parent == denial.id and claim.tokens
        if _is_own(scene, denial, claim) or (of_nobody and claim.attribution.source.spans):
            continue
        if inside and claim.stance in STATED and _is_noun(scene, claim):
            return to(claim, claim.attribution.cue)
    return ()


def _is_own(scene: Scene, denial: Claim, claim: Claim) -> bool:
    """*a story about his claim that …*: nobody denies what they claim themselves."""
    source = scene.parse.tokens_of(claim.attribution.source.spans)
    return claim.is_of(denial) and any(scene.parse.tokens[i].tag == "PRP$" for i in source)


def retold(scene: Scene, targets: Iterable[Target]) -> tuple[Target, ...]:
    """*The alleged exchange of price lists*: the writer's short form of an accusation that is denied."""
    by_id = {claim.id: claim for claim in scene.claims}
    told = [(t, by_id[t.claim]) for t in targets if t.claim in by_id]
    return tuple(
        Target(claim.id, claim.sentence, target.evidence, target.points)
        for target, first in told
        if first.stance == "alleges"
        for claim in scene.sharing(first.stems, 2)
        if claim.attribution.frame == "adjective"
        and claim.stance == "alleges"
        and claim.id != first.id
        and len(claim.stems) >= 2
        and claim.stems <= first.stems
    )


def _is_noun(scene: Scene, claim: Claim) -> bool:
    """Whether a claim is told by a noun, though the parser may have taken *reports* for a verb."""
    words = scene.cue(claim)
    noun = len(words) == 1 and scene.is_in(words[0], *_POINTING)
    return noun or claim.attribution.frame == "noun-clause"
