"""What stands before a denial: the claims of others that it may dispute, the nearest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimtrack.disputes.scene import Claim, Scene, is_stated
from claimtrack.disputes.stems import stems_of


def earlier(scene: Scene, denial: Claim, reach: int) -> list[Claim]:
    """Claims of others before a denial, the nearest first, of one sentence the outermost first.

    What was told before as a denial itself is none of them.
    """
    return _before(scene, denial, scene.within(denial.sentence - reach, denial.sentence))


def opening(scene: Scene, denial: Claim, last: int) -> list[Claim]:
    """The same of the sentences that the article opens with, up to ``last``."""
    return _before(scene, denial, scene.within(0, min(last, denial.sentence)))


def farther_back(
    scene: Scene, denial: Claim, reach: int, stems: Iterable[str], least: int
) -> list[Claim]:
    """The same beyond the reach, of those claims at least that share so many of the stems."""
    sharing = scene.sharing(stems, least)
    return _before(scene, denial, (c for c in sharing if c.sentence < denial.sentence - reach))


def stated(scene: Scene, denial: Claim, reach: int) -> list[Claim]:
    """The earlier claims which put something forward as so."""
    return [claim for claim in earlier(scene, denial, reach) if is_stated(claim)]


def alleged(scene: Scene, denial: Claim, reach: int) -> list[Claim]:
    """The earlier accusations."""
    return [claim for claim in earlier(scene, denial, reach) if claim.stance == "alleges"]


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


def _went_before(scene: Scene, denial: Claim, claim: Claim) -> bool:
    """*denied that it had lost money, a day after the clerk said so*: told before, though named behind."""
    if claim.sentence != denial.sentence or not denial.tokens:
        return False
    return scene.says_after(max(denial.tokens) + 1, min((claim.at, *claim.tokens)))


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


def sentences_back(scene: Scene, denial: Claim, claim: Claim) -> int:
    """How far a claim stands before its denial; where either of the two merely goes on is not counted."""
    between = range(claim.sentence + 1, denial.sentence)
    told = (scene.within(number, number) for number in between)
    goes_on = (bool(own) and all(c.is_of(denial) or c.is_of(claim) for c in own) for own in told)
    return denial.sentence - claim.sentence - sum(goes_on)


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
