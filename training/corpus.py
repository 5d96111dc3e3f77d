"""Training and development documents of all corpora, as the binary files that spaCy trains on."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.tokens import DocBin
from spacy.vocab import Vocab

from training import lexicon, templates
from training.augment import joined, restyled
from training.entities import read_iob2, read_wikigold, with_gum_entities
from training.treebank import Sentence, read_conllu, to_doc

TEMPLATES = 0.08
"""Template sentences for each sentence of the corpora."""
REPEATED = 0.5
"""Share of the sentences with a reporting verb that each pass holds twice."""
_REPORTING = (
    frozenset(lexicon.CLAUSE_CUES) | frozenset(lexicon.OBJECT_CUES) | frozenset(lexicon.QUOTE_CUES)
)


@dataclass(frozen=True)
class Corpora:
    """What is trained on. EWT's sentences have no names of their own; see `teacher`."""

    ewt: Sequence[Sentence]
    gum: Sequence[Sentence]
    wikigold: Sequence[Sentence]

    def every(self) -> list[Sentence]:
        return [*self.ewt, *self.gum, *self.wikigold]


def read(data: Path) -> Corpora:
    """The training parts of the corpora under the folder."""
    treebanks = data / "treebanks"
    return Corpora(
        list(read_conllu(treebanks / "ewt-train.conllu")),
        list(with_gum_entities(list(read_conllu(treebanks / "gum-train.conllu")))),
        list(read_wikigold(data / "ner" / "wikigold.conll")),
    )


def one_pass(corpora: Corpora, rng: random.Random) -> Iterator[tuple[Sentence, ...]]:
    """Every sentence once, newly joined and restyled each time, some reporting ones twice, and new
    template sentences.
    """
    made = list(templates.sentences(rng, int(TEMPLATES * len(corpora.every()))))
    for sentences in (corpora.ewt, corpora.gum, corpora.wikigold, made):
        for document in joined(sentences, rng):
            yield restyled(document, rng)
    for sentence in (*corpora.ewt, *corpora.gum):
        if _reports(sentence) and rng.random() < REPEATED:
            yield restyled([sentence], rng)


def _reports(sentence: Sentence) -> bool:
    """Whether a reporting verb has a clause, or the sentence a source after *according to*."""
    words = sentence.words
    return any(
        (
            word.deprel in ("ccomp", "parataxis")
            and word.head is not None
            and words[word.head].lemma in _REPORTING
        )
        or (word.deprel == "case" and word.form.lower() == "according")
        for word in words
    )


def development_documents(data: Path) -> Iterator[tuple[Sentence, ...]]:
    """Every sentence of EWT dev alone, with its entities from UNER (without, in the two that UNER
    cuts into other words).
    """
    entities = read_iob2(data / "ner" / "uner-ewt-dev.iob2")
    for sentence in read_conllu(data / "treebanks" / "ewt-dev.conllu"):
        tags = entities.get(sentence.identifier, ())
        yield (replace(sentence, entities=tags if len(tags) == len(sentence.words) else None),)


def plain_documents(path: Path) -> Iterator[tuple[Sentence, ...]]:
    """Every sentence of a treebank alone, without entities."""
    return ((sentence,) for sentence in read_conllu(path))


def write(documents: Iterable[tuple[Sentence, ...]], path: Path) -> int:
    """Write the documents to a DocBin and return how many words they have."""
    vocab, store, words = Vocab(), DocBin(), 0
    for document in documents:
        doc = to_doc(vocab, document)
        store.add(doc)
        words += len(doc)
    store.to_disk(path)
    return words
