"""What a statement most likely disputes where no single reason tells it.

The signs of each earlier statement go through small decision trees, whose answers add up (Friedman 2001);
the likeliest is disputed if it is likely enough. The trees are learned from the project's own short texts
(``python -m training.disputes``); the least chances are set there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import exp
from pathlib import Path
from typing import Any

from claimtrack.disputes import opposite, parties
from claimtrack.disputes.scene import Claim, Scene, Target
from claimtrack.disputes.signs import (
    Clause,
    Told,
    clauses,
    common_words,
    signs,
    told_before,
)

TREES = Path(__file__).parent / "trees.json"
"""What was learned, as ``Learned`` holds it."""
Tree = float | tuple[str, float, Any, Any]
"""An answer, or a sign, a bound, the tree for values up to it and the one for values above."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A clause, what was told before it, and the signs that it disputes this."""

    clause: Clause
    told: Told
    signs: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Learned:
    """``enough``: for each kind of clause the least chance at which it disputes; ``base``: what the
    trees' answers are added to."""

    enough: Mapping[str, float]
    base: float
    trees: tuple[Tree, ...]


def likely(scene: Scene, claim: Claim, denies: bool) -> tuple[Target, ...]:
    """The earlier statement that a claim most likely disputes; ``denies``: its cue says that it does."""
    known = learned()
    found = [(chance(each.signs, known), each) for each in weighed(scene, claim, denies)]
    best, each = max(found, key=lambda pair: pair[0], default=(0.0, None))
    if each is None or best < known.enough[each.clause.kind]:
        return ()
    shown = common_words(scene, claim, each.clause, each.told)
    before = each.told.claim
    return (
        Target(
            None if before is None else before.id,
            each.told.sentence,
            scene.parse.spans(shown or [each.clause.verb]) or claim.attribution.cue,
            points=False,
        ),
    )


def weighed(scene: Scene, claim: Claim, denies: bool) -> Iterator[Weighed]:
    """All that a claim may dispute, each with its signs."""
    if opposite.is_a_share(scene, claim):
        return
    own = list(clauses(scene, claim, denies))
    told = told_before(scene, claim) if own else []
    for clause in own:
        for each in told:
            later = denies or each.sentence < claim.sentence
            if later and not _agrees(scene, claim, clause, each):
                found = signs(scene, claim, clause, each)
                if found is not None:
                    yield Weighed(clause, each, found)


def _agrees(scene: Scene, claim: Claim, clause: Clause, told: Told) -> bool:
    """*not until Friday* after *on Friday*; *the cyclist had not left* after *the driver had left*."""
    if clause.kind == "cue" or told.claim is None:
        return False
    if opposite.is_after_limit(scene, claim, told.claim):
        return True
    agents = [opposite.agent_of(scene.parse, clause.verb)]
    agents += [opposite.agent_of(scene.parse, top) for top in told.tops[:1]]
    pair = [agent for agent in agents if agent is not None]
    return len(pair) == 2 and parties.is_bystander(scene, claim, *pair)


def chance(found: Mapping[str, float], learned: Learned) -> float:
    """How likely a clause with these signs disputes what was told: 0 to 1."""
    score = learned.base + sum(_answer(tree, found) for tree in learned.trees)
    return 1 / (1 + exp(-score))


def _answer(tree: Tree, found: Mapping[str, float]) -> float:
    while not isinstance(tree, (int, float)):
        sign, bound, up_to, above = tree
        tree = up_to if found[sign] <= bound else above
    return tree


@lru_cache(maxsize=1)
def learned() -> Learned:
    """The trees and bounds that ship, read once."""
    value = json.loads(TREES.read_text(encoding="utf-8"))
    return Learned(value["enough"], value["base"], tuple(value["trees"]))
