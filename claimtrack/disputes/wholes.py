"""The opposite by every part of a thing: *the plan was not costed*, *every measure was costed*."""

from __future__ import annotations

from claimtrack.disputes import opposite
from claimtrack.disputes.earlier import stated
from claimtrack.disputes.scene import Claim, Scene, Target, is_clause, to

_REACH = 6
_EACH = frozenset({"all", "each", "every"})
_THINGS = frozenset({"document", "evidence", "place"})

Targets = tuple[Target, ...]


def in_every_part(scene: Scene, claim: Claim) -> Targets:
    """The earlier claim that says of a thing the opposite of what this one says of each of its parts,
    or the other way round."""
    head = claim.head
    if head is None or not is_clause(scene, head):
        return ()
    for before in stated(scene, claim, _REACH):
        for word in before.tops:
            if _is_opposite(scene, head, word) and not _goes_further(scene, claim, head, before):
                things = (head, opposite.thing_of(scene.parse, head))
                shown = scene.parse.spans(i for i in things if i is not None)
                return to(before, shown, points=False)
    return ()


def _is_opposite(scene: Scene, head: int, word: int) -> bool:
    """Whether one tells that it was done to each part, the other that it was not to the whole."""
    parse = scene.parse
    negated = [opposite.is_negated(scene, i) for i in (head, word)]
    ahead = [opposite.is_future(parse, i) for i in (head, word)]
    if scene.stem(head) != scene.stem(word) or negated[0] == negated[1] or ahead[0] != ahead[1]:
        return False
    done, undone = (word, head) if negated[0] else (head, word)
    part, whole = opposite.thing_of(parse, done), opposite.thing_of(parse, undone)
    return (
        part is not None
        and whole is not None
        and scene.is_in(part, "part_nouns")
        and bool(scene.below(part) & _EACH)
        and scene.rules.speakers.kinds(parse, whole) <= _THINGS
    )


def _goes_further(scene: Scene, claim: Claim, head: int, before: Claim) -> bool:
    """Whether a claim has words of its own beside what is done and the parts or the whole."""
    thing = opposite.thing_of(scene.parse, head)
    own = claim.stems - before.stems - scene.stems(i for i in (thing,) if i is not None)
    return bool(own) or not opposite.brings_no_name(scene, claim, before)
