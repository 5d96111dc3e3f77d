"""The opposite by the other end of a deed: *she sent us the file*, *we have not received the file*."""

from __future__ import annotations

from claimtrack.disputes import opposite, parties
from claimtrack.disputes.earlier import stated
from claimtrack.disputes.meant import names_of, speaks_of_itself
from claimtrack.disputes.scene import NOUNS, Claim, Scene, Target, is_clause, to
from claimtrack.disputes.stems import stem_of
from claimtrack.language import grammar

_REACH = 6
_PRONOUNS = frozenset({"it", "one", "them", "any"})

Targets = tuple[Target, ...]


def undone(scene: Scene, claim: Claim) -> Targets:
    """The earlier claim that tells of a deed whose other end this one denies, or the other way round."""
    head = claim.head
    if head is None or not is_clause(scene, head):
        return ()
    for before in stated(scene, claim, _REACH):
        for word in before.tops:
            if _is_opposite(scene, head, word) and _is_same_deed(scene, claim, head, before, word):
                subject = grammar.own_subject(scene.parse, head)
                shown = scene.parse.spans(i for i in (head, subject) if i is not None)
                return to(before, shown, points=False)
    return ()


def _is_opposite(scene: Scene, head: int, word: int) -> bool:
    """*sent*, *never received*: verbs of one deed, one of them negated, both of what was."""
    stems = {scene.stem(head), scene.stem(word)}
    converse = any(stems == set(map(stem_of, pair.split())) for pair in scene.words("converses"))
    negated = opposite.is_negated(scene, head) != opposite.is_negated(scene, word)
    ahead = any(opposite.is_future(scene.parse, i) for i in (head, word))
    return converse and negated and not ahead


def _is_same_deed(scene: Scene, claim: Claim, head: int, before: Claim, word: int) -> bool:
    """Whether the same thing goes from one to the other, and nothing of its own is told."""
    here = opposite.thing_of(scene.parse, head)
    agent = opposite.agent_of(scene.parse, head)
    if here is None or agent is None or not _is_same_thing(scene, here, word):
        return False
    names = {stem_of(name) for name in names_of(scene, claim) | names_of(scene, before)}
    own = claim.stems - before.stems - names - {scene.stem(head)}
    if own or not opposite.brings_no_name(scene, claim, before):
        return False
    return _is_other_end(scene, claim, agent, before, opposite.agent_of(scene.parse, word))


def _is_same_thing(scene: Scene, thing: int, told: int) -> bool:
    """Whether what is denied to have come is what was told to have gone: *it*, *the file*."""
    things = {opposite.thing_of(scene.parse, told), *grammar.objects(scene.parse, told)}
    stems = {scene.stem(i) for i in things if i is not None}
    return bool(stems) and (scene.lower(thing) in _PRONOUNS or scene.stem(thing) in stems)


def _is_other_end(scene: Scene, claim: Claim, here: int, before: Claim, there: int | None) -> bool:
    """Whether who denies it is somebody else whom the earlier claim names beside its agent."""
    if there is not None and scene.stem(here) == scene.stem(there):
        return False
    if speaks_of_itself(scene, claim, here):
        return parties.is_about(scene, before, claim) and not _is_speaker(scene, claim, there)
    return scene.parse.tokens[here].pos in NOUNS and scene.stem(here) in before.stems


def _is_speaker(scene: Scene, claim: Claim, agent: int | None) -> bool:
    """Whether the earlier agent is the one who now denies: *Harrow sold it*, Harrow says."""
    return agent is not None and scene.lower(agent) in names_of(scene, claim)
