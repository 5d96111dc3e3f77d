"""Learn from its signs whether a statement disputes an earlier one.

`python -m training.disputes [--model NAME]` reads the project's own short texts and articles in
`training/disputed/` and `seeds/`, fits the trees of `claimtrack/disputes/trees.json` and prints what it is worth
on texts left out (ten parts). What some reason tells already is not learned from.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.model_selection import GroupKFold

import claimtrack
from claimtrack import attributing, disputes
from claimtrack.disputes.likely import TREES, Tree, Weighed, weighed
from claimtrack.disputes.scene import scene_of
from claimtrack.read import article_of
from claimtrack.tracker import Tracker

TOP = Path(__file__).parent.parent
ARTICLES = (TOP / "training" / "disputed", TOP / "seeds")
SHORT = TOP / "training" / "disputed" / "short-texts.txt"
NEAR_MISSES = TOP / "training" / "disputed" / "near-misses.txt"
ENOUGH = {"cue": 0.4, "negated": 0.45}
"""For each kind of clause the least chance at which it disputes: a wrong denial is worse than a missed one."""
NEAR_MISS = 4.0
"""How many times an example from a near miss counts."""
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
    texts = [*short_texts(SHORT), *near_misses(NEAR_MISSES)]
    texts += [article for folder in ARTICLES for article in articles(folder)]
    examples = [example for text in texts for example in examples_of(tracker, text)]
    _check(examples)
    TREES.write_text(json.dumps(_learned(examples), sort_keys=True) + "\n", encoding="utf-8")


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


def near_misses(path: Path) -> Iterator[Text]:
    """Texts, one a line, in which nothing is disputed though it seems so."""
    for text in path.read_text(encoding="utf-8").splitlines():
        yield Text(text, text, ((0, len(text)),), frozenset(), NEAR_MISS)


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


def _learned(examples: Sequence[Example]) -> dict[str, object]:
    """What ``likely.Learned`` holds."""
    names, x, y, weights = _arrays(examples)
    model = _model().fit(x, y, weights)
    share = float(np.average(y, weights=weights))
    trees = [_tree(each.tree_, 0, names, model.learning_rate) for each in model.estimators_[:, 0]]
    return {"enough": ENOUGH, "base": round(float(np.log(share / (1 - share))), 4), "trees": trees}


def _model() -> GradientBoostingClassifier:
    return GradientBoostingClassifier(
        n_estimators=120,
        max_depth=3,
        learning_rate=0.05,
        subsample=0.7,
        min_samples_leaf=8,
        max_features=0.5,
        random_state=0,
    )


def _arrays(examples: Sequence[Example]) -> tuple[list[str], Vector, NDArray[np.bool_], Vector]:
    names = sorted(examples[0].found.signs)
    x = np.array([[float(e.found.signs[name]) for name in names] for e in examples])
    y = np.array([e.disputes for e in examples])
    return names, x, y, np.array([e.weight for e in examples])


def _tree(tree: Any, node: int, names: Sequence[str], rate: float) -> Tree:
    """A tree as nested lists, from one of its nodes on."""
    if tree.children_left[node] == tree.children_right[node]:
        return round(float(tree.value[node][0][0]) * rate, 4)
    below = (_tree(tree, n[node], names, rate) for n in (tree.children_left, tree.children_right))
    return (names[tree.feature[node]], round(float(tree.threshold[node]), 4), *below)


def _check(examples: Sequence[Example]) -> None:
    """Prints what the likeliest of each sentence is worth, each text by trees that did not see it."""
    _, x, y, weights = _arrays(examples)
    chances = np.zeros(len(examples))
    for learn, check in GroupKFold(PARTS).split(x, y, [e.text for e in examples]):
        model = _model().fit(x[learn], y[learn], weights[learn])
        chances[check] = model.predict_proba(x[check])[:, 1]
    for kind, enough in ENOUGH.items():
        for name, weight in (
            ("short texts", 1.0),
            ("near misses", NEAR_MISS),
            ("articles", ARTICLE),
        ):
            _print(
                f"{kind}, {name}", kind, weight, enough, list(zip(examples, chances, strict=True))
            )


def _print(
    title: str, kind: str, weight: float, enough: float, found: Sequence[tuple[Example, float]]
) -> None:
    best: dict[tuple[str, int], tuple[float, bool]] = {}
    marked = set()
    for example, chance in found:
        if example.weight == weight and example.found.clause.kind == kind:
            at = (example.text, example.sentence)
            if chance > best.get(at, (0.0, False))[0]:
                best[at] = (float(chance), example.disputes)
            if example.disputes:
                marked.add((*at, example.found.told.sentence))
    told = [right for chance, right in best.values() if chance >= enough]
    print(f"{title}: {len(marked)} to find, {len(told)} linked, {sum(told)} of these rightly")


if __name__ == "__main__":
    main()
