"""What a noun for a claim leads to: *that report*, *the college’s estimate*, *the colonel’s version*."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.disputes import restating
from claimtrack.disputes.earlier import sentences_back, stated
from claimtrack.disputes.meant import mentions, names_of
from claimtrack.disputes.scene import NOUNS, Claim, Scene, Target, to
from claimtrack.disputes.stems import stem_of
from claimtrack.language import grammar
from claimtrack.records import Spans

_NEAR = 2
_FAR = 6
_FARTHEST = 60
"""How many sentences back a number is looked for: an article's length, for most."""
DEMONSTRATIVES = frozenset({"this", "that", "these", "those", "such"})
_LEARNED = ("expert", "document", "evidence")


def claimed(scene: Scene, denial: Claim, noun: int, evidence: Spans) -> tuple[Target, ...]:
    """By owner; of these by cue, of the noun's kind, about the denier, or just before."""
    owner = _owner_of(scene, noun)
    found = stated(scene, denial, _NEAR + 1 if owner is None else _FAR)
    if owner is not None:
        found = [claim for claim in found if _is_owned(scene, claim, owner)]
    pointed_at = owner is not None or bool(scene.below(noun) & DEMONSTRATIVES)
    loose = scene.is_in(noun, "claim_nouns_loose") and not pointed_at
    cues = _told_by(scene, noun)
    named = [claim for claim in found if cues & cue_stems(scene, claim)]
    fitting = [c for c in found if _is_kind_of(scene, noun, c)]
    if loose:
        fitting = [c for c in fitting if sentences_back(scene, denial, c) <= 1]
    about = [claim for claim in found if mentions(scene, claim, denial)]
    reach = 0 if loose else _FAR if owner is not None else _NEAR
    near = [claim for claim in found if sentences_back(scene, denial, claim) <= reach]
    best = next(iter(named + fitting + about + near), None)
    if best is not None and owner is not None and scene.is_in(noun, "account_nouns"):
        told = _all_told([c for c in found if c.stance != "acknowledges" or c is best], best)
        return tuple(target for claim in told for target in to(claim, evidence))
    return to(_begun(found, best), evidence)


def measured(scene: Scene, denial: Claim, noun: int, evidence: Spans) -> tuple[Target, ...]:
    """What told of the *size*, *timing* or *figure* that is disputed: by its numbers, by the words for what
    it is of, else what was just told with a number."""
    numbers = _numbers(scene, denial.tokens)
    if numbers:
        return _with_numbers(scene, denial, numbers, evidence)
    again = restating.restated(scene, denial) if denial.stems - {scene.stem(noun)} else ()
    near = [c for c in stated(scene, denial, _NEAR) if _numbers(scene, c.tokens)]
    return again or to(next(iter(near), None), evidence)


def _with_numbers(
    scene: Scene, denial: Claim, numbers: frozenset[str], evidence: Spans
) -> tuple[Target, ...]:
    """The nearest claim that holds these numbers, else a sentence of the writer's."""
    told = stated(scene, denial, _FARTHEST)
    holding = next((c for c in told if numbers <= _numbers(scene, c.tokens)), None)
    if holding is not None:
        return to(holding, evidence)
    for number in range(denial.sentence - 1, max(-1, denial.sentence - _FARTHEST - 1), -1):
        words = range(scene.parse.sentences[number].first, scene.parse.sentences[number].last)
        if number not in scene.held and numbers <= _numbers(scene, words):
            return (Target(None, number, evidence),)
    return ()


def _numbers(scene: Scene, words: Iterable[int]) -> frozenset[str]:
    return frozenset(scene.lower(i) for i in words if scene.parse.tokens[i].pos == "NUM")


def denied_before(scene: Scene, denial: Claim, noun: int, evidence: Spans) -> tuple[Target, ...]:
    """*The company's denial was false*: what its owner, or somebody else, denied last."""
    owner = _owner_of(scene, noun)
    before = scene.within(denial.sentence - _FAR, denial.sentence)
    denials = [
        c for c in before if c.stance == "denies" and c.at < denial.at and not c.is_of(denial)
    ]
    named = owner is not None and scene.parse.tokens[owner].pos == "PROPN"
    owned = [c for c in denials if owner is None or _is_owned(scene, c, owner)]
    return to(next(reversed(owned or ([] if named else denials)), None), evidence)


def _begun(found: list[Claim], claim: Claim | None) -> Claim | None:
    """Where what goes on in a claim was begun, if that may be meant as well."""
    by_id = {c.id: c for c in found}
    while claim is not None and claim.attribution.continues in by_id:
        claim = by_id[claim.attribution.continues]
    return claim


def _owner_of(scene: Scene, noun: int) -> int | None:
    """Whose claim it is, where a noun says so."""
    owner = grammar.possessor(scene.parse, noun)
    return owner if owner is not None and scene.parse.tokens[owner].pos in NOUNS else None


def _is_owned(scene: Scene, claim: Claim, owner: int) -> bool:
    """Whether an owner is the claim's source, or named beside it: *a study by the college*."""
    sentence = scene.parse.sentences[claim.sentence]
    beside = set(range(sentence.first, sentence.last)) - claim.tokens
    own = scene.known(claim.attribution.source.id).nouns
    names = own | names_of(scene, claim) | {scene.lower(index) for index in beside}
    return bool(names & {scene.lower(owner), *_short_for(scene, owner)})


def _short_for(scene: Scene, title: int) -> frozenset[str]:
    """Titles as they stand before names: *col.* of *the colonel*."""
    pairs = (pair.split(maxsplit=1) for pair in scene.words("short_titles"))
    return frozenset(f"{short}." for short, full in pairs if full == scene.lemma(title))


def _told_by(scene: Scene, noun: int) -> set[str]:
    """The stems of the cues by which what a noun names is told: *found, concluded* for a finding."""
    pairs = (pair.split() for pair in scene.words("cues_of_nouns"))
    return {scene.stem(noun), *(stem_of(cue) for word, cue in pairs if word == scene.lemma(noun))}


def cue_stems(scene: Scene, claim: Claim) -> set[str]:
    """Stems of cue and source: *estimated*, *a report said*."""
    words = scene.cue(claim) + scene.parse.tokens_of(claim.attribution.source.spans)
    return {scene.stem(index) for index in words}


def _is_kind_of(scene: Scene, noun: int, claim: Claim) -> bool:
    """Whether a claim is of the kind that a noun names: an account is stated, a remark quoted, a figure
    has a number, a finding is that of a study or expert, and no exclamation.
    """
    if scene.is_in(noun, "account_nouns"):
        return claim.attribution.stance in ("asserts", "alleges")
    if scene.is_in(noun, "remark_nouns"):
        return claim.attribution.style == "direct"
    if scene.is_in(noun, "figure_nouns"):
        return any(scene.parse.tokens[i].pos == "NUM" for i in claim.tokens)
    if scene.is_in(noun, "finding_nouns"):
        source = scene.sources.get(claim.attribution.source.id or "")
        learned = source is not None and source.kind in _LEARNED
        return learned and claim.attribution.style != "direct"
    return False


def _all_told(found: list[Claim], best: Claim) -> list[Claim]:
    """All that one source told in the sentences around a claim: a *version* is more than its last words."""
    own = sorted((c for c in found if c.is_of(best)), key=lambda c: c.sentence)
    at = own.index(best)
    first = last = at
    while first and own[first].sentence - own[first - 1].sentence <= 1:
        first -= 1
    while last + 1 < len(own) and own[last + 1].sentence - own[last].sentence <= 1:
        last += 1
    return own[first : last + 1]
