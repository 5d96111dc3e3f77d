"""Teach a pipeline to tell words that attribute from the same words where they do not.

`python -m training.cues [MODEL] --data DIR` fits the weights of `claimtrack_cues` on attributions that
readers have judged one by one from the vocabulary (`training/judged/attributions.tsv`: places in FactAppeal's training
part and in the treebanks, with a letter each), on sentences of the project in which the same words attribute and do not
(`senses.tsv`) and on the examples of the rules, puts them into the pipeline's folder and prints what they are worth,
cross-validated by text.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from pathlib import Path

import numpy as np
import spacy
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from spacy.language import Language

import claimtrack
from claimtrack.language.leaning import LEAST, NAME, PARTS, Cues, shares
from claimtrack.language.load import EMBEDDED
from claimtrack.read import article_of
from claimtrack.records import Spans
from claimtrack.tracker import Tracker
from training.texts import places, rows, texts

JUDGED = Path(__file__).parent / "judged" / "attributions.tsv"
SENSES = Path(__file__).parent / "judged" / "senses.tsv"
STRENGTH = 0.002
"""Inverse of the regularisation; .001 and .003 are as good."""
ATTRIBUTES = {"y": True, "s": True, "x": True, "n": False}
"""Yes; yes with another stance; yes with other words; no. What readers doubt (d) is left out."""
FOLDS = 8
NOTHING = np.zeros((0, PARTS), dtype=np.float32)


@dataclass(frozen=True)
class Case:
    """An attribution as it was found in a text, and whether it is one."""

    text: str
    cue: Spans
    source: Spans
    claim: Spans
    attributes: bool

    @property
    def parts(self) -> tuple[Spans, Spans, Spans]:
        return self.cue, self.source, self.claim


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", nargs="?", type=Path, default=EMBEDDED)
    parser.add_argument(
        "--data", type=Path, default=Path("../shared"), help="folder of the corpora"
    )
    options = parser.parse_args()
    teach(options.model, options.data)


def teach(folder: Path, data: Path) -> None:
    """Give the pipeline in a folder a fitted `claimtrack_cues`, and print what it would set aside."""
    nlp, tracker = spacy.load(folder, exclude=["senter"]), claimtrack.load(str(folder))
    for pipeline in (nlp, tracker.language.nlp):
        if NAME not in pipeline.pipe_names:
            pipeline.add_pipe(NAME, last=True)
    _part(tracker.language.nlp).weights = NOTHING  # the rules find what they find without a verdict
    found = [*judged(JUDGED, texts(data)), *senses(tracker, SENSES), *examples(tracker)]
    x, y, groups = features(tracker, found)
    model = make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH, max_iter=3000))
    folds = GroupKFold(FOLDS)
    chances = cross_val_predict(model, x, y, groups=groups, cv=folds, method="predict_proba")
    _print(chances[:, 1], y)
    model.fit(x, y)
    _part(nlp).weights = _weights(model[0], model[1])
    nlp.to_disk(folder)


def _part(nlp: Language) -> Cues:
    part = nlp.get_pipe(NAME)
    assert isinstance(part, Cues)
    return part


def judged(path: Path, texts: Mapping[tuple[str, str], str]) -> Iterator[Case]:
    """What readers have judged, but for what they doubt."""
    for row in rows(path):
        if row["verdict"] in ATTRIBUTES:
            parts = (places(row[part]) for part in ("cue", "source", "claim"))
            yield Case(texts[row["corpus"], row["text"]], *parts, ATTRIBUTES[row["verdict"]])


def senses(tracker: Tracker, path: Path) -> Iterator[Case]:
    """What the rules find at the cue in brackets of each sentence: *The mill [offers] tours*."""
    for row in rows(path):
        before, cue, after = re.split(r"[\[\]]", row["sentence"])
        report = tracker.report(before + cue + after)
        for found in report.attributions:
            if any(start < len(before + cue) and len(before) < end for start, end in found.cue):
                text, attributes = report.article.text, ATTRIBUTES[row["verdict"]]
                yield Case(text, found.cue, found.source.spans, found.claim, attributes)


def examples(tracker: Tracker) -> Iterator[Case]:
    """The examples of the rules, each with what its rule finds there without a verdict."""
    for rule in tracker.rules.rules:
        for example in (each for each in rule.examples if not each.todo):
            report = tracker.report(example.text)
            for found in report.attributions:
                if found.rule == rule.id and found.cue:
                    text = report.article.text
                    yield Case(text, found.cue, found.source.spans, found.claim, True)


def features(
    tracker: Tracker, cases: Iterable[Case]
) -> tuple[NDArray[np.float32], NDArray[np.bool_], NDArray[np.int64]]:
    """What the context layer makes of the four parts of each case, one after the other; whether it
    attributes; the number of its text."""
    language = tracker.language
    # with these weights each word's share is its vector itself
    width = language.nlp.get_pipe("tok2vec").model.get_dim("nO")  # type: ignore[attr-defined]
    _part(language.nlp).weights = np.vstack([np.eye(width), np.zeros(width)]).astype(np.float32)
    rows, states, groups = [], [], []
    by_text = groupby(sorted(cases, key=attrgetter("text")), key=attrgetter("text"))
    for number, (text, group) in enumerate(by_text):
        parse = next(language.parse([article_of(text, id=str(number))]))
        for case in group:
            found = shares(parse, *(parse.tokens_of(part) for part in case.parts))
            if found is not None:
                rows.append(found.ravel())
                states.append(case.attributes)
                groups.append(number)
    return np.array(rows, dtype=np.float32), np.array(states), np.array(groups)


def _weights(scaler: StandardScaler, model: LogisticRegression) -> NDArray[np.float32]:
    """A column for each part, and the bias, which the cue's head brings in, as the last row."""
    slope = model.coef_[0] / scaler.scale_
    bias = np.zeros(PARTS)
    bias[0] = model.intercept_[0] - slope @ scaler.mean_
    return np.vstack([slope.reshape(PARTS, -1).T, bias]).astype(np.float32)


def _print(chances: NDArray[np.float64], attributes: NDArray[np.bool_]) -> None:
    low = chances < LEAST
    print(
        f"{len(attributes)} cases, {attributes.sum()} attribute: area under the curve "
        f"{roc_auc_score(attributes, chances):.3f}; below {LEAST} lie {(low & ~attributes).sum()} that do not "
        f"and {(low & attributes).sum()} that do"
    )


if __name__ == "__main__":
    main()
