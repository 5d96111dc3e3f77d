"""Static word vectors: what a small language model knows of words, cut down to what helps to parse
and to find names.

The treebanks are small, so that most errors are about words they do not hold. Each frequent word
gets the vector of a first transformer layer, of which half the kept directions are those that best
tell its tags, its grammatical roles, the kind of name it is and the word cluster it belongs to, and
half those of largest variance. Rarer words share the mean of their cluster.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import srsly
from spacy.language import Language
from spacy.util import registry
from spacy.vectors import Vectors

from training.encoder import Encoder, weights_folder
from training.treebank import Sentence

Telling: TypeAlias = Mapping[str, Counter[str]]
"""What is known of a word: how often it was of which kind."""
ROWS = 22_000
"""Words with a vector of their own; besides, all that the treebanks hold twice, and the commonest
names.
"""
NAMES = 7_000
KEYS = 120_000
TOLD = 48
"""Directions chosen by what they tell."""
KEPT = 96
_PREFIXES = (4, 6, 8, 10, 20)
_RIDGE = 1.0
_RARE = 0.01
"""Keeps rare kinds from weighing more than frequent ones."""
_LONGEST = 30


@dataclass(frozen=True)
class Known:
    """A lower-case word of the frequency table with its commonest spelling and that one's log
    probability and cluster.
    """

    word: str
    spelling: str
    frequency: float
    cluster: int


def make(nlp: Language, sentences: Sequence[Sentence]) -> Vectors:
    """Vectors by the NORM of a word; `sentences` are the annotated ones that tell what is worth
    keeping.
    """
    ranked = _ranked()[:KEYS]
    clusters = {known.word: known.cluster for known in ranked if known.cluster}
    own = _own_words(nlp, ranked, sentences)
    tellings = [
        _tell_words(nlp, sentences),
        _tell_names(nlp, sentences),
        _tell_clusters(clusters, own),
    ]
    rows = _project(Encoder(weights_folder()).embed(own), own, tellings)
    centres, where = _centres(rows, own, clusters)
    places = {
        word: len(own) + where[cluster] for word, cluster in clusters.items() if cluster in where
    }
    places.update((word, row) for row, word in enumerate(own))
    vectors = Vectors(strings=nlp.vocab.strings, data=np.concatenate([rows, centres]), attr="NORM")
    for word, row in places.items():
        vectors.add(nlp.vocab.strings.add(word), row=row)
    return vectors


def _own_words(nlp: Language, ranked: Sequence[Known], sentences: Iterable[Sentence]) -> list[str]:
    counts = Counter(_norms(nlp, sentences))
    names = [known.word for known in ranked[ROWS:] if known.spelling.istitle()][:NAMES]
    return list(
        dict.fromkeys(
            [
                *(known.word for known in ranked[:ROWS]),
                *names,
                *sorted(word for word, count in counts.items() if count > 1),
            ]
        )
    )


def _ranked() -> list[Known]:
    """The words by falling frequency."""
    files = registry.lookups.get("en")
    probabilities, clusters = (
        _read(str(files[name])) for name in ("lexeme_prob", "lexeme_cluster")
    )
    best: dict[str, Known] = {}
    for form, value in probabilities.items():
        lower = form.lower()
        if (
            form.strip()
            and len(form) < _LONGEST
            and (lower not in best or value > best[lower].frequency)
        ):
            best[lower] = Known(lower, form, value, int(clusters.get(form, 0)))
    return sorted(best.values(), key=lambda known: -known.frequency)


def _read(path: str) -> dict[str, float]:
    """A table of spacy-lookups-data, which leaves out the ending when it names its files."""
    table: dict[str, float] = srsly.read_gzip_json(f"{path}.gz")
    return table


def _norms(nlp: Language, sentences: Iterable[Sentence]) -> Iterable[str]:
    return (nlp.vocab[word.form].norm_ for sentence in sentences for word in sentence.words)


def _tell_words(nlp: Language, sentences: Iterable[Sentence]) -> Telling:
    """The tags and grammatical roles that each word has in the treebanks."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word in sentence.words:
            if word.xpos:
                told[nlp.vocab[word.form].norm_].update([word.xpos, word.deprel])
    return told


def _tell_names(nlp: Language, sentences: Iterable[Sentence]) -> Telling:
    """The kinds of name that each word has been part of."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word, tag in zip(sentence.words, sentence.entities or (), strict=False):
            told[nlp.vocab[word.form].norm_][tag[2:] or "none"] += 1
    return told


def _tell_clusters(clusters: Mapping[str, int], words: Iterable[str]) -> Telling:
    """The larger and smaller clusters that each word is in: prefixes of the path to it."""
    return {
        word: Counter(
            f"{length}:{clusters[word]:b}"[: length + len(f"{length}:")] for length in _PREFIXES
        )
        for word in words
        if word in clusters
    }


def _project(rows: np.ndarray, words: Sequence[str], tellings: Sequence[Telling]) -> np.ndarray:
    """The rows in KEPT directions: first the TOLD ones that best predict what is told, then those
    of largest variance.
    """
    rows = rows - rows.mean(axis=0)
    predicted = np.concatenate([_predicted(rows, words, telling) for telling in tellings], axis=1)
    told = predicted @ _directions(predicted)[:, :TOLD]
    varied = rows @ _directions(rows)[:, : KEPT - TOLD]
    return np.concatenate([part / part.std(axis=0)[0] for part in (told, varied)], axis=1).astype(
        np.float32
    )


def _predicted(rows: np.ndarray, words: Sequence[str], telling: Telling) -> np.ndarray:
    """For every word the shares of what is told of words like it, by ridge regression on the words
    that it is told of.
    """
    kinds = {
        kind: number
        for number, kind in enumerate(
            sorted({kind for counts in telling.values() for kind in counts})
        )
    }
    seen = [index for index, word in enumerate(words) if telling.get(word)]
    shares, weight = np.zeros((len(seen), len(kinds))), np.zeros((len(seen), 1))
    for row, index in enumerate(seen):
        for kind, count in telling[words[index]].items():
            shares[row, kinds[kind]] = count
        weight[row] = math.sqrt(min(shares[row].sum(), 100.0))
    shares /= shares.sum(axis=1, keepdims=True)
    shares = (shares - shares.mean(axis=0)) / np.sqrt(shares.mean(axis=0) + _RARE)
    known = rows[seen] * weight
    solution = np.linalg.solve(
        known.T @ known + _RIDGE * np.eye(rows.shape[1]), known.T @ (shares * weight)
    )
    predicted = rows @ solution
    return predicted / math.sqrt((predicted**2).sum(axis=1).mean())


def _directions(rows: np.ndarray) -> np.ndarray:
    """The principal directions of the rows as columns, by falling variance."""
    values, vectors = np.linalg.eigh(rows.T @ rows)
    return vectors[:, np.argsort(-values)]


def _centres(
    rows: np.ndarray, words: Sequence[str], clusters: Mapping[str, int]
) -> tuple[np.ndarray, dict[int, int]]:
    """The mean row of each cluster and where it stands."""
    members: dict[int, list[int]] = defaultdict(list)
    for index, word in enumerate(words):
        if word in clusters:
            members[clusters[word]].append(index)
    return np.stack([rows[part].mean(axis=0) for part in members.values()]), {
        key: n for n, key in enumerate(members)
    }
