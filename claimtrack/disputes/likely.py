"""What a statement most likely disputes where no single reason tells it.

The signs of each earlier statement are weighed, and the likeliest is disputed if it is likely enough.
Weights and bounds are data, learned from the project's own short texts (``python -m training.disputes``).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import exp
from pathlib import Path

from claimtrack.disputes import opposite
from claimtrack.disputes.scene import Claim, Scene, Target
from claimtrack.disputes.signs import Clause, Told, clauses, common_words, signs, told_before

WEIGHTS = Path(__file__).parent / "weights.json"
"""``Weights`` for each kind of clause."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A clause, what was told before it, and the signs that it disputes this."""

    clause: Clause
    told: Told
    signs: Mapping[str, float]


def likely(scene: Scene, claim: Claim, denies: bool) -> tuple[Target, ...]:
    """The earlier statement that a claim most likely disputes; ``denies``: its cue says that it does."""
    found = [(chance(each), each) for each in weighed(scene, claim, denies)]
    best, each = max(found, key=lambda pair: pair[0], default=(0.0, None))
    if each is None or best < _weights()[each.clause.kind].enough:
        return ()
    shown = common_words(scene, claim, each.clause, each.told)
    verb = [] if each.clause.verb is None else [each.clause.verb]
    before = each.told.claim
    return (
        Target(
            None if before is None else before.id,
            each.told.sentence,
            scene.parse.spans(shown or verb) or claim.attribution.cue,
            points=False,
        ),
    )


def weighed(scene: Scene, claim: Claim, denies: bool) -> Iterator[Weighed]:
    """All that a claim may dispute, each with its signs."""
    if claim.head is None or opposite.is_a_share(scene, claim):
        return
    told = told_before(scene, claim)
    for clause in clauses(scene, claim, denies):
        for each in told:
            if denies or each.sentence < claim.sentence:
                found = signs(scene, claim, clause, each)
                if clause.kind != "plain" or _may_contradict(found):
                    yield Weighed(clause, each, found)


def _may_contradict(found: Mapping[str, float]) -> bool:
    """Whether anything in a statement that negates nothing speaks against what was told."""
    against = ("falsity", "opposites", "of all", "negated before", "sweeping")
    return any(found[sign] for sign in against)


def chance(each: Weighed) -> float:
    """How likely a clause disputes what was told: 0 to 1."""
    weights = _weights()[each.clause.kind]
    score = weights.bias + sum(weights.of[sign] * value for sign, value in each.signs.items())
    return 1 / (1 + exp(-score))


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learned for a kind of clause: ``enough`` is the least chance at which it disputes."""

    enough: float
    bias: float
    of: Mapping[str, float]


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, Weights]:
    kinds = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return {kind: Weights(**learned) for kind, learned in kinds.items()}
