"""Deeds by their kind: *struck a waiter* and *never laid a hand on him* are both violence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from claimtrack.disputes.scene import Claim, Scene


def same_kind(scene: Scene, words: Iterable[int], before: Claim) -> frozenset[int]:
    """Those words that tell of a deed of a kind that an earlier claim tells of as well."""
    told = {kind for kind, _ in _deeds(scene, before.tokens)}
    return frozenset(i for kind, found in _deeds(scene, words) if kind in told for i in found)


def _deeds(scene: Scene, words: Iterable[int]) -> list[tuple[str, tuple[int, ...]]]:
    """The kinds of what words tell of, each with the words that are all of its name: *laid*, *hand*."""
    by_lemma: dict[str, int] = {}
    for word in sorted(words):
        by_lemma.setdefault(scene.lemma(word), word)
    return [
        (kind, tuple(by_lemma[lemma] for lemma in name))
        for first, names in _by_first_lemma(scene.words("deeds_of_kind")).items()
        if first in by_lemma
        for kind, name in names
        if all(lemma in by_lemma for lemma in name)
    ]


@lru_cache(maxsize=4)
def _by_first_lemma(
    pairs: frozenset[str],
) -> Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """Kinds and names of deeds, found by the first lemma of the name."""
    found: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {}
    for pair in sorted(pairs):
        kind, *name = pair.split()
        found[name[0]] = (*found.get(name[0], ()), (kind, tuple(name)))
    return found
