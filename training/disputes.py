"""Learn how much each sign weighs by which a statement disputes an earlier one.

`python -m training.disputes [--model NAME]` reads the project's own short texts and articles in
`training/disputed/` and `seeds/`, fits `claimtrack/disputes/weights.json` and prints what it is worth
on texts left out (ten parts). What some reason tells already is not learned from.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import StandardScaler

import claimtrack
from claimtrack import attributing, disputes
from claimtrack.disputes.likely import WEIGHTS, Weighed, weighed
from claimtrack.disputes.scene import scene_of
from claimtrack.read import article_of
from claimtrack.tracker import Tracker

TOP = Path(__file__).parent.parent
ARTICLES = (TOP / "training" / "disputed", TOP / "seeds")
SHORT = TOP / "training" / "disputed" / "short-texts.txt"
KINDS = {"cue": 0.3, "negated": 0.5, "plain": 0.55}
"""The kinds of clauses, and the least chance at which each disputes: a wrong denial is worse than a missed one."""
STRENGTH = 0.05
"""Inverse of the regularisation."""
ARTICLE = 3.0
"""How many times an example from a whole article counts: there few statements dispute anything."""
PARTS = 10

Pairs = frozenset[tuple[int, int]]
Vector = NDArray[np.float64]


@dataclass(frozen=True)
class Text:
    """A text, its sentences as spans, and which of them disputes which."""

    id: str
    text: str
    sentences: tuple[tuple[int, int], ...]
    pairs: Pairs
    weight: float

    def number(self, start: int, end: int) -> int:
        """The sentence that a span begins in."""
        return next((n for n, (s, e) in enumerate(self.sentences) if s < end and start < e), -1)


@dataclass(frozen=True)
class Example:
    """A clause and what it may dispute, and whether somebody marked that it does."""

    text: str
    sentence: int
    weight: float
    found: Weighed
    disputes: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", help="a spaCy pipeline in place of the embedded one")
    tracker = claimtrack.load(parser.parse_args().model)
    texts = [*short_texts(SHORT), *(a for folder in ARTICLES for a in articles(folder))]
    examples = [example for text in texts for example in examples_of(tracker, text)]
    learned = {kind: _learn(kind, examples, enough) for kind, enough in KINDS.items()}
    WEIGHTS.write_text(json.dumps(learned, indent=1, sort_keys=True) + "\n", encoding="utf-8")


# --- the texts -----------------------------------------------------------------------------------


def short_texts(path: Path) -> Iterator[Text]:
    """Texts of a file: `id: NAME`, `N | SENTENCE`, `! N -> N` (denial, what it disputes), `P |` a paragraph's end."""
    for block in path.read_text(encoding="utf-8").split("\n\nid:"):
        lines = block.strip().removeprefix("id:").strip().splitlines()
        told, text, glue = {}, "", ""
        for line in lines[1:]:
            number, _, sentence = line.partition(" | ")
            if number.isdigit():
                told[int(number)] = (len(text + glue), len(text + glue + sentence))
                text += glue + sentence
            glue = "\n\n" if line.startswith("P") else " "
        order = list(told)
        marked = re.findall(r"^! (\d+) -> (\d+)", block, re.M)
        pairs = frozenset((order.index(int(a)), order.index(int(b))) for a, b in marked)
        yield Text(lines[0].strip(), text, tuple(told.values()), pairs, 1.0)


def articles(folder: Path) -> Iterator[Text]:
    """The annotated articles of a folder (the format of ``tests/gold.py``)."""
    for path in sorted(folder.glob("*.gold")):
        text, glue, spans, at, marked = "", "", [], {}, []
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("= "):
                sentence = line.split(" | ", 1)[1]
                spans.append((len(text + glue), len(text + glue + sentence)))
                text, glue = text + glue + sentence, " "
            elif line.startswith("> "):
                at[line[2:].split(" | ")[0].strip()] = len(spans) - 1
            elif line.startswith("! "):
                marked.append(line[2:].split(" -> "))
            elif not line.strip() and text:
                glue = "\n\n"
        pairs = frozenset((_sentence(a, at), _sentence(b, at)) for a, b in marked)
        yield Text(path.stem, text, tuple(spans), pairs, ARTICLE)


def _sentence(label: str, at: dict[str, int]) -> int:
    numbered = re.fullmatch(r"S(\d+)", label.strip())
    return int(numbered[1]) - 1 if numbered else at[label.strip()]


# --- examples ------------------------------------------------------------------------------------


def examples_of(tracker: Tracker, text: Text) -> Iterator[Example]:
    """What the statements of a text may dispute that no reason leads anywhere."""
    parse = next(tracker.language.parse([article_of(text.text, id=text.id)]))
    found = attributing.attribute(parse, tracker.rules, tracker.confidence)
    scene = disputes.led(scene_of(parse, found.attributions, found.sources, tracker.rules))
    numbers = [text.number(s.start, s.end) for s in parse.sentences]
    known = {
        (numbers[claim.sentence], numbers[target.sentence])
        for claim in scene.claims
        for target in scene.found.get(claim.id, ())
    }
    for claim, denies in disputes.unexplained(scene):
        for each in weighed(scene, claim, denies):
            pair = (numbers[claim.sentence], numbers[each.told.sentence])
            if pair not in known:
                yield Example(text.id, pair[0], text.weight, each, pair in text.pairs)


# --- learning ------------------------------------------------------------------------------------


def _learn(kind: str, examples: Sequence[Example], enough: float) -> dict[str, object]:
    own = [e for e in examples if e.found.clause.kind == kind]
    names = sorted(own[0].found.signs)
    x = np.array([[float(e.found.signs[name]) for name in names] for e in own])
    y = np.array([e.disputes for e in own])
    weights = np.array([e.weight for e in own])
    chances = np.zeros(len(own))
    for learn, check in GroupKFold(PARTS).split(x, y, [e.text for e in own]):
        slope, bias = _fit(x[learn], y[learn], weights[learn])
        chances[check] = 1 / (1 + np.exp(-(x[check] @ slope + bias)))
    _print(kind, own, chances, enough)
    slope, bias = _fit(x, y, weights)
    of = {name: round(float(weight), 3) for name, weight in zip(names, slope, strict=True)}
    return {"bias": round(float(bias), 3), "enough": enough, "of": of}


def _fit(x: Vector, y: NDArray[np.bool_], weights: Vector) -> tuple[Vector, float]:
    """The weight of each sign, and the bias."""
    scaler = StandardScaler().fit(x)
    model = LogisticRegression(C=STRENGTH, max_iter=3000).fit(scaler.transform(x), y, weights)
    slope = model.coef_[0] / scaler.scale_
    return slope, float(model.intercept_[0] - slope @ scaler.mean_)


def _print(kind: str, own: Sequence[Example], chances: Vector, enough: float) -> None:
    """What the likeliest of each sentence is worth, in short texts and in articles."""
    for name, of_articles in (("short texts", False), ("articles", True)):
        best: dict[tuple[str, int], tuple[float, bool]] = {}
        marked = set()
        for example, chance in zip(own, chances, strict=True):
            if (example.weight == ARTICLE) is not of_articles:
                continue
            at = (example.text, example.sentence)
            best[at] = max(best.get(at, (0.0, False)), (float(chance), example.disputes))
            if example.disputes:
                marked.add((*at, example.found.told.sentence))
        told = [right for chance, right in best.values() if chance >= enough]
        print(f"{kind}, {name}: {len(marked)} to find, {len(told)} linked, {sum(told)} of these rightly")


if __name__ == "__main__":
    main()
