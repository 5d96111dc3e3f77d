"""Teach a pipeline to tell sentences that state something checkable from those that do not.

`python -m training.checkable [MODEL] --data DIR` fits the weights of `claimtrack_checkable` on
FactAppeal's training part (facts without a source against sentences without a fact), on the
project's own annotated articles and on sentences of the treebanks that readers have judged from the
vocabulary (`training/judged/sentences.tsv`), puts them into the pipeline's folder and prints what
they are worth on FactAppeal's validation part.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from operator import itemgetter
from pathlib import Path

import numpy as np
import spacy
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.preprocessing import StandardScaler
from spacy.language import Language

from claimtrack.language.checkable import LIKELY, NAME, Checkable, features
from claimtrack.language.load import EMBEDDED
from training.texts import places, rows, texts

ARTICLES = (Path(__file__).parent.parent / "seeds", Path(__file__).parent / "disputed")
BETWEEN = "\n\n"
"""What stands between paragraphs."""
JUDGED = Path(__file__).parent / "judged" / "sentences.tsv"
CHECKABLE = {"u": True, "n": False}
"""States something checkable; states nothing so. What readers doubt (d) is left out."""
WEIGHT = 0.15
"""How much a judged sentence counts beside one of FactAppeal, whose annotators count fewer as facts."""
STRENGTH = 0.003
"""Inverse of the regularisation, the best of .0003, .001, .003 and .01 on the validation part."""
Span = tuple[int, int]


@dataclass(frozen=True)
class Annotated:
    """A text and its sentences without an attribution, with whether each states something checkable."""

    text: str
    sentences: tuple[tuple[Span, bool], ...]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", nargs="?", type=Path, default=EMBEDDED)
    parser.add_argument(
        "--data", type=Path, default=Path("../shared"), help="folder of the corpora"
    )
    options = parser.parse_args()
    nlp = spacy.load(options.model, exclude=["senter"])
    teach(nlp, options.data)
    nlp.to_disk(options.model)


def teach(nlp: Language, data: Path) -> None:
    """Give the pipeline a fitted `claimtrack_checkable`, and print precision and recall of what is
    held to state nothing checkable."""
    gold = data / "gold"
    x, y, groups = _examples(
        nlp, [*factappeal(gold / "factappeal-train.jsonl"), *chain(*map(own, ARTICLES))]
    )
    read = list(judged(JUDGED, texts(data)))
    more, states, others = _examples(nlp, [*read, *chain.from_iterable(map(alone, read))])
    weights = np.repeat([1, WEIGHT], [len(y), len(states)])
    x, y = np.vstack([x, more]), np.append(y, states)
    scaler = StandardScaler().fit(x)
    model = LogisticRegression(C=STRENGTH, max_iter=3000)
    _print(
        "cross-validated", _guessed(model, scaler.transform(x), y, weights, [*groups, *others]), y
    )
    model.fit(scaler.transform(x), y, sample_weight=weights)
    slope = model.coef_[0] / scaler.scale_
    bias = model.intercept_[0] - slope @ scaler.mean_
    if NAME not in nlp.pipe_names:
        nlp.add_pipe(NAME, last=True)
    component = nlp.get_pipe(NAME)
    assert isinstance(component, Checkable)
    component.weights = np.append(slope, bias).astype(np.float32)
    x, y, _ = _examples(nlp, factappeal(gold / "factappeal-val.jsonl"))
    _print("validation", model.predict_proba(scaler.transform(x))[:, 1], y)


def _guessed(
    model: LogisticRegression,
    x: NDArray[np.float32],
    y: NDArray[np.bool_],
    weights: NDArray[np.float64],
    sentences: Sequence[str],
) -> NDArray[np.float64]:
    """The chance of each example from other sentences, in eight parts."""
    groups = np.unique(sentences, return_inverse=True)[1]
    given = {"sample_weight": weights}
    folds = GroupKFold(8).split(x, y, groups)
    return cross_val_predict(model, x, y, cv=folds, method="predict_proba", params=given)[:, 1]


def judged(path: Path, texts: Mapping[tuple[str, str], str]) -> Iterator[Annotated]:
    """Sentences that readers have judged, but for what they doubt, each in its paragraph."""
    for (corpus, name), group in groupby(rows(path), key=itemgetter("corpus", "text")):
        text, kept = texts[corpus, name], [row for row in group if row["verdict"] in CHECKABLE]
        for first, last in _paragraphs(text):
            inside = (
                ((start - first, end - first), CHECKABLE[row["verdict"]])
                for row in kept
                for start, end in places(row["sentence"])
                if first <= start < last
            )
            yield Annotated(text[first:last], tuple(inside))


def alone(read: Annotated) -> Iterator[Annotated]:
    """Each sentence as a text of its own: what it states does not hang on what stands around it."""
    for (start, end), checkable in read.sentences:
        yield Annotated(read.text[start:end], (((0, end - start), checkable),))


def _paragraphs(text: str) -> Iterator[Span]:
    start = 0
    for part in text.split(BETWEEN):
        yield start, start + len(part)
        start += len(part) + len(BETWEEN)


def factappeal(path: Path) -> Iterator[Annotated]:
    """FactAppeal's sentences: those with a fact that nobody is cited for, and those without a fact."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        cited = [span for a in row["attributions"] for span in a["claim"]]
        kept = (tuple(s) for s in row["sentences"] if not _touches(s, cited))
        facts = row["unattributed"]
        yield Annotated(row["text"], tuple((span, _touches(span, facts)) for span in kept))


def own(folder: Path) -> Iterator[Annotated]:
    """The project's annotated articles (the format of ``tests/gold.py``), a text each paragraph."""
    for path in sorted(folder.glob("*.gold")):
        for paragraph in path.read_text(encoding="utf-8").split(BETWEEN):
            text, kept = "", []
            for line in paragraph.splitlines():
                head, _, sentence = line.partition(" | ")
                if line.startswith("= "):
                    text += " " * bool(text)
                    span = (len(text), len(text) + len(sentence))
                    kept.append((span, head.split()[1]))
                    text += sentence
            states = (
                (span, state == "unattributed") for span, state in kept if state != "attributed"
            )
            yield Annotated(text, tuple(states))


def _touches(span: Sequence[int], others: Sequence[Sequence[int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _examples(
    nlp: Language, texts: Iterator[Annotated] | Sequence[Annotated]
) -> tuple[NDArray[np.float32], NDArray[np.bool_], list[str]]:
    """What the model makes of each sentence, whether it states something checkable, its words."""
    rows, states, sentences = [], [], []
    pairs = ((a.text.replace("\n", " "), a) for a in texts if a.sentences)
    with nlp.memory_zone():  # so that no word of the texts stays in the vocabulary
        for doc, annotated in nlp.pipe(pairs, as_tuples=True):
            for (start, end), checkable in annotated.sentences:
                words = [token.i for token in doc if start <= token.idx < end]
                if words:
                    rows.append(features(doc.tensor[words]))
                    states.append(checkable)
                    sentences.append(annotated.text[start:end])
    return np.array(rows), np.array(states), sentences


def _print(part: str, chances: NDArray[np.float32], states: NDArray[np.bool_]) -> None:
    told, right = chances < LIKELY, ~states
    hits = int((told & right).sum())
    print(
        f"{part}: nothing checkable in {right.sum()} of {len(states)} sentences, "
        f"precision {hits / told.sum():.2f}, recall {hits / right.sum():.2f}"
    )


if __name__ == "__main__":
    main()
