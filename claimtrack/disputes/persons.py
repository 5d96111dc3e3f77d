"""Whose word is contradicted: *the mechanic contradicted the captain*, *him*, *both men*."""

from __future__ import annotations

from claimtrack.disputes.scene import STATED, Claim, Scene, Target, to

_REACH = 10
_TOLD = STATED | {"denies"}
_ONE = frozenset({"he", "her", "him", "she"})

Targets = tuple[Target, ...]


def contradicted(scene: Scene, denial: Claim) -> Targets:
    """What somebody who is contradicted denied, or said last; of *both*, what each of the last two did."""
    if denial.head is None or not _contradicts(scene, denial):
        return ()
    person = denial.head
    told = [c for c in _told_by_others(scene, denial) if _is_by(scene, c, person)]
    told.sort(key=lambda c: c.stance != "denies")
    evidence = scene.parse.spans(scene.parse.subtree(person) & denial.tokens or {person})
    last: dict[str | None, Claim] = {}
    for claim in told:
        last.setdefault(claim.attribution.source.id, claim)
    several = 2 if "both" in scene.below(person) | {scene.lower(person)} else 1
    return tuple(target for c in list(last.values())[:several] for target in to(c, evidence))


def _contradicts(scene: Scene, denial: Claim) -> bool:
    return any(scene.is_in(i, "contradicting_verbs") for i in scene.cue(denial))


def _told_by_others(scene: Scene, denial: Claim) -> list[Claim]:
    """What others told or denied before, the nearest first."""
    near = scene.within(denial.sentence - _REACH, denial.sentence - 1)
    told = [c for c in near if c.stance in _TOLD and c.tokens and not c.attribution.hypothetical]
    outer = [c for c in told if c.attribution.parent is None and not c.is_of(denial)]
    return outer[::-1]


def _is_by(scene: Scene, claim: Claim, person: int) -> bool:
    """Whether a claim is by whom a word names; a pronoun or *both men* may be any person."""
    token = scene.parse.tokens[person]
    source = scene.parse.tokens_of(claim.attribution.source.spans)
    singular = not any(scene.parse.tokens[i].tag in ("NNS", "NNPS") for i in source)
    if token.lower in _ONE or "both" in scene.below(person) | {token.lower}:
        who = scene.sources.get(claim.attribution.source.id or "")
        return (
            singular
            and who is not None
            and who.kind not in ("news", "document", "evidence", "group")
        )
    known = scene.known(claim.attribution.source.id)
    return person in known.tokens or token.lower in known.nouns
