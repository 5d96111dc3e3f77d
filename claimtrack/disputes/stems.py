"""Words as stems, so that *resigned* and *resignation* meet, and words of one meaning."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from claimtrack.language.parse import Parse
from claimtrack.rules.model import RuleSet

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
ALIKE = 0.33
"""Likeness from which two words are taken to be about the same: *shut* and *close* .38, *police* and *river* .08."""
_ENDINGS = (
    "ation", "ition", "ment", "ness", "ance", "ence", "ing", "ery", "ion", "ate", "ure", "ity",
    "ed", "er", "or", "al", "e", "y", "s",
)  # fmt: skip


def stems_of(parse: Parse, tokens: Iterable[int], rules: RuleSet) -> frozenset[str]:
    """Stems of the words that tell what a claim is about."""
    light = rules.words("light_words")
    words = [parse.tokens[i] for i in tokens]
    telling = (w.lemma for w in words if w.pos in CONTENT and w.lemma not in light)
    return frozenset(same_stem(lemma, rules) for lemma in telling)


def same_stem(lemma: str, rules: RuleSet) -> str:
    """The stem of a word, or of the one that stands for it and others of its meaning: *bid*, *offer*."""
    return _stems_of_synonyms(rules.words("synonyms")).get(stem_of(lemma), stem_of(lemma))


@lru_cache(maxsize=4)
def _stems_of_synonyms(pairs: frozenset[str]) -> Mapping[str, str]:
    """From each second word of a pair to the first, as stems."""
    return {stem_of(other): stem_of(word) for word, other in (pair.split() for pair in pairs)}


@lru_cache(maxsize=20_000)
def stem_of(lemma: str) -> str:
    """A rough stem, so that *resigned* and *resignation* meet."""
    for ending in _ENDINGS:
        if lemma.endswith(ending) and len(lemma) - len(ending) >= (3 if ending == "ment" else 4):
            return lemma[: -len(ending)]
    return lemma
