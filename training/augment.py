"""Variants of annotated sentences: joined into paragraphs, with other quotation marks, other
casing.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from training.treebank import Sentence, Word

LONGEST = 4
"""Sentences joined at most: inference reads paragraphs, whose parse is local enough for this to
stand for all.
"""
_CURLY = {"``": "“", "''": "”"}
_STRAIGHT = {"``": '"', "''": '"'}


def joined(
    sentences: Sequence[Sentence], rng: random.Random, alone: float = 0.35
) -> Iterator[tuple[Sentence, ...]]:
    """Every sentence once, single (with chance `alone`) or with its neighbours of the same
    document.
    """
    for _, group in groupby(sentences, key=lambda sentence: sentence.document):
        rest = list(group)
        while rest:
            size = 1 if rng.random() < alone else rng.randint(2, LONGEST)
            yield tuple(rest[:size])
            rest = rest[size:]


def restyled(sentences: Sequence[Sentence], rng: random.Random) -> tuple[Sentence, ...]:
    """The sentences with quotation marks and apostrophes of one style, now and then without
    capitals or the final stop.
    """
    curly, casing = rng.random() < 0.4, rng.random()
    words = [[_quoted(word, curly) for word in sentence.words] for sentence in sentences]
    if casing < 0.03:
        words = [[replace(word, form=word.form.lower()) for word in row] for row in words]
    elif casing < 0.05:
        words = [[_capitalised(word) for word in row] for row in words]
    return tuple(sentence.with_words(row) for sentence, row in zip(sentences, words, strict=False))


def _quoted(word: Word, curly: bool) -> Word:
    if word.form in ('"', "“", "”", "``", "''") and word.xpos in _CURLY:
        return replace(word, form=(_CURLY if curly else _STRAIGHT)[word.xpos])
    if curly:
        return replace(word, form=word.form.replace("'", "’"))
    return replace(word, form=word.form.replace("’", "'").replace("‘", "'"))


def _capitalised(word: Word) -> Word:
    """As in a headline: every content word with a capital."""
    if (
        word.upos in ("NOUN", "VERB", "ADJ", "ADV", "PRON", "AUX")
        and word.form[:1].islower()
        and "'" not in word.form
    ):
        return replace(word, form=word.form[0].upper() + word.form[1:])
    return word
