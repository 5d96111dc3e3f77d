"""Measure a pipeline on the development corpora: `python -m training.evaluate MODEL --data DIR
[--json]`.

Texts go through spaCy's own tokenizer; nothing of the gold annotation is given. Besides tags, arcs
and names it measures what attribution lives on: the arcs between a reporting verb, its subject and
what it reports.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, Token
from spacy.training import Example

import claimtrack.language.encoder  # noqa: F401 -- registers the layer of the model
from training import lexicon
from training.corpus import development_documents, plain_documents
from training.treebank import Sentence, to_doc

PROBES = Path(__file__).with_name("probes.txt")
UNSEEN = frozenset(
    (lexicon.__doc__ or "").split("them: ")[1].replace(".", "").replace(",", " ").split()
)
"""The reporting verbs that no template holds."""
CUES = UNSEEN | {*lexicon.CLAUSE_CUES, *lexicon.OBJECT_CUES, *lexicon.QUOTE_CUES} - {
    "cut",
    "ban",
    "block",
    "plan",
    "want",
    "back",
}
ARCS = frozenset(["nsubj", "ccomp", "parataxis", "xcomp"])
Arc = tuple[int, int, str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", help="folder or name of a spaCy pipeline")
    parser.add_argument(
        "--data", type=Path, default=Path("../shared"), help="folder with treebanks/ and ner/"
    )
    parser.add_argument("--json", action="store_true", help="print JSON instead of lines")
    options = parser.parse_args()
    figures = evaluate(spacy.load(options.model), options.data)
    print(
        json.dumps(figures)
        if options.json
        else "\n".join(f"{name:28}{value:10.1f}" for name, value in figures.items())
    )


def evaluate(nlp: Language, data: Path) -> dict[str, float]:
    """All figures by name, in per cent; speed in words a second."""
    figures: dict[str, float] = {}
    for name, documents in (
        ("ewt", development_documents(data)),
        ("gum", plain_documents(data / "treebanks" / "gum-dev.conllu")),
    ):
        golds = [to_doc(nlp.vocab, document) for document in documents]
        examples = [
            Example(doc, gold)
            for doc, gold in zip(nlp.pipe(gold.text for gold in golds), golds, strict=False)
        ]
        figures.update((f"{name} {key}", value) for key, value in _scores(nlp, examples).items())
    figures.update(_probes(nlp))
    figures["words a second"] = _speed(nlp, data)
    return figures


def _scores(nlp: Language, examples: Sequence[Example]) -> dict[str, float]:
    scores = Scorer(nlp).score(examples)
    names = {
        "tag_acc": "tag",
        "pos_acc": "pos",
        "lemma_acc": "lemma",
        "dep_uas": "uas",
        "dep_las": "las",
        "ents_p": "names precision",
        "ents_r": "names recall",
        "ents_f": "names f1",
    }
    figures = {
        name: 100 * scores[key] for key, name in names.items() if scores.get(key) is not None
    }
    figures["cue arcs f1"] = 100 * _arc_f1(examples)
    known, unseen = list(_cue_tags(examples, CUES)), list(_cue_tags(examples, UNSEEN))
    figures["cues tagged as verbs"] = 100 * sum(known) / len(known)
    figures["unseen cues as verbs"] = 100 * sum(unseen) / len(unseen)
    return figures


def _arc_f1(examples: Iterable[Example]) -> float:
    both = found = wanted = 0
    for example in examples:
        gold, predicted = set(_cue_arcs(example.reference)), set(_cue_arcs(example.predicted))
        both += len(gold & predicted)
        found += len(predicted)
        wanted += len(gold)
    return 2 * both / (found + wanted)


def _cue_arcs(doc: Doc) -> Iterator[Arc]:
    """Arcs of a reporting verb to its subject and what it reports, and of *according to*, by the
    offsets of their words.
    """
    for token in doc:
        role = token.dep_.partition(":")[0]
        if role in ARCS and (_is_cue(token.head) or (role == "parataxis" and _is_cue(token))):
            yield token.head.idx, token.idx, role
        elif role == "case" and token.lower_ == "according":
            yield token.head.head.idx, token.head.idx, "according"


def _is_cue(token: Token) -> bool:
    return token.pos_ == "VERB" and token.lemma_.lower() in CUES


def _cue_tags(examples: Iterable[Example], lemmas: frozenset[str] | set[str]) -> Iterator[bool]:
    """For each reporting verb of the gold annotation whether it got a verb's tag."""
    for example in examples:
        starts = {token.idx: token for token in example.predicted}
        for token in example.reference:
            if token.pos_ == "VERB" and token.lemma_ in lemmas:
                yield token.idx in starts and starts[token.idx].tag_.startswith("VB")


def _probes(nlp: Language) -> dict[str, float]:
    """Over the project's own sentences: cue a verb, subject right, what is reported right."""
    verbs = subjects = reported = total = 0
    for line in PROBES.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        text, cue, subject, claim = (part.strip() for part in line.split("|"))
        tokens = {token.text: token for token in reversed(nlp(text))}
        verb = tokens[cue]
        total += 1
        verbs += verb.tag_.startswith("VB")
        subjects += tokens[subject].head == verb and tokens[subject].dep_.startswith("nsubj")
        reported += (
            tokens[claim].head == verb
            and tokens[claim].dep_ in ("obj", "ccomp", "xcomp", "parataxis")
        ) or (verb.head == tokens[claim] and verb.dep_ == "parataxis")
    return {
        "probes: verb": 100 * verbs / total,
        "probes: subject": 100 * subjects / total,
        "probes: reported": 100 * reported / total,
    }


def _speed(nlp: Language, data: Path) -> float:
    """Words a second of processor time, one process, in texts of eight sentences; the best of three runs."""
    texts = [
        " ".join(sentence.text for (sentence,) in group)
        for group in _eights(development_documents(data))
    ][:60]
    best = 0.0
    for _ in range(3):
        start = time.process_time()
        words = sum(len(doc) for doc in nlp.pipe(texts))
        best = max(best, words / (time.process_time() - start))
    return best


def _eights(documents: Iterable[tuple[Sentence, ...]]) -> list[list[tuple[Sentence, ...]]]:
    rest = list(documents)
    return [rest[start : start + 8] for start in range(0, len(rest), 8)]


if __name__ == "__main__":
    main()
