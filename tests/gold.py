"""Hand-annotated articles and the score against them.

A gold file, by lines: ``id:``; ``= STATUS [contested] | SENTENCE``; below it
``> LABEL | SOURCE | CUE | CLAIM | STANCE | STYLE | NAME [| nested in LABEL]`` and
``! LABEL -> LABEL or S<n>`` for a denial and what it disputes; a blank line ends a paragraph.
Pieces of a span are joined by " ... ", "-" is none, and a source after ``^`` stands before the sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

from claimtrack.records import Attribution, Report, Spans

_WORD = re.compile(r"\w+")
Words = frozenset[int]


@dataclass(frozen=True)
class GoldAttribution:
    label: str
    sentence: int
    source: Spans
    cue: Spans
    claim: Spans
    stance: str
    style: str
    name: str


@dataclass
class Gold:
    """An article as a person annotated it."""

    id: str = ""
    text: str = ""
    sentences: list[tuple[int, int, str, bool]] = field(default_factory=list)
    attributions: list[GoldAttribution] = field(default_factory=list)
    disputes: list[tuple[str, str]] = field(default_factory=list)


def read_gold(path: Path) -> Gold:
    gold, glue = Gold(), ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("id:"):
            gold.id = line[3:].strip()
        elif line.startswith("= "):
            head, sentence = line[2:].split(" | ", 1)
            gold.text += glue
            start = len(gold.text)
            gold.text += sentence
            gold.sentences.append((start, len(gold.text), head.split()[0], "contested" in head))
            glue = " "
        elif line.startswith("> "):
            gold.attributions.append(
                _attribution(gold, [part.strip() for part in line[2:].split(" | ")])
            )
        elif line.startswith("! "):
            denial, disputed = line[2:].split(" -> ")
            gold.disputes.append((denial.strip(), disputed.strip()))
        elif not line.strip() and gold.text:
            glue = "\n\n"
    return gold


def _attribution(gold: Gold, parts: Sequence[str]) -> GoldAttribution:
    label, source, cue, claim, stance, style, name = parts[:7]
    base = gold.sentences[-1][0]
    if source.startswith("^"):
        at = gold.text.rindex(source[1:], 0, base)
        spans: Spans = ((at, at + len(source) - 1),)
    else:
        spans = _find(gold.text, base, source)
    number = len(gold.sentences) - 1
    return GoldAttribution(
        label,
        number,
        spans,
        _find(gold.text, base, cue),
        _find(gold.text, base, claim),
        stance,
        style,
        name,
    )


def _find(text: str, start: int, pieces: str) -> Spans:
    found = []
    for piece in [] if pieces == "-" else pieces.split(" ... "):
        left, right = (r"\b" if end.isalnum() else "" for end in (piece[0], piece[-1]))
        match = re.compile(left + re.escape(piece) + right).search(text, start)
        assert match, f"{piece!r} is not in {text[start:]!r}"
        found.append(match.span())
        start = match.end()
    return tuple(found)


@dataclass
class Score:
    """Figures between 0 and 1, and what is wrong in words."""

    figures: dict[str, float]
    misses: list[str]


def f1(right: int, false: int, missed: int) -> float:
    return 2 * right / (2 * right + false + missed) if right else float(false == missed == 0)


def score(pairs: Iterable[tuple[Gold, Report]]) -> Score:
    """Status macro-F1, F1 of contested sentences, relations, links between sources and disputes,
    accuracy of stance and style on right relations, over all articles together."""
    tally = _Tally()
    for gold, report in pairs:
        tally.add(gold, report)
    return tally.score()


class _Tally:
    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str]] = Counter()
        self.misses: list[str] = []

    def add(self, gold: Gold, report: Report) -> None:
        words = [m.span() for m in _WORD.finditer(gold.text)]
        pairs = _paired(gold, report, words)
        self._sentences(gold, report)
        self._relations(gold, report, pairs)
        self._links(gold, report, pairs)
        self._disputes(gold, report)

    def _count(self, figure: str, want: bool, have: bool) -> None:
        outcome = {(True, True): "right", (False, True): "false", (True, False): "missed"}.get(
            (want, have)
        )
        if outcome:
            self.counts[figure, outcome] += 1

    def _sentences(self, gold: Gold, report: Report) -> None:
        for start, end, status, contested in gold.sentences:
            over = [s for s in report.sentences if s.start < end and s.end > start]
            got = next(
                (k for k in ("attributed", "unattributed") if k in {s.status for s in over}),
                "no_claim",
            )
            for name in {status, got}:
                self._count(f"status {name}", status == name, got == name)
            self._count("contested", contested, any(s.contested for s in over))
            if (got, any(s.contested for s in over)) != (status, contested):
                self.misses.append(
                    f"{gold.id}: {got}, not {status}, or contested: {gold.text[start:end]}"
                )

    def _relations(self, gold: Gold, report: Report, pairs: dict[int, int]) -> None:
        self.counts["relation", "right"] += len(pairs)
        self.counts["relation", "false"] += len(report.attributions) - len(pairs)
        self.counts["relation", "missed"] += len(gold.attributions) - len(pairs)
        for i, wanted in enumerate(gold.attributions):
            if i not in pairs:
                self.misses.append(f"{gold.id}: no relation for {wanted.label}")
                continue
            found = report.attributions[pairs[i]]
            for figure, want, have in (
                ("stance", wanted.stance, found.stance),
                ("style", wanted.style, found.style),
            ):
                self.counts[figure, "right" if want == have else "wrong"] += 1
                if want != have:
                    self.misses.append(
                        f"{gold.id}: {figure} {have}, not {want}, for {wanted.label}"
                    )

    def _links(self, gold: Gold, report: Report, pairs: dict[int, int]) -> None:
        for i, k in combinations(sorted(pairs), 2):
            one, other = gold.attributions[i], gold.attributions[k]
            if one.source and other.source:
                ids = [report.attributions[pairs[n]].source.id for n in (i, k)]
                self._count(
                    "source_links", one.name == other.name, ids[0] is not None and ids[0] == ids[1]
                )

    def _disputes(self, gold: Gold, report: Report) -> None:
        label = {a.label: a.sentence for a in gold.attributions}
        target = {
            name: int(name[1:]) - 1 for _, name in gold.disputes if re.fullmatch(r"S\d+", name)
        } | label
        wanted = {(label[denial], target[disputed]) for denial, disputed in gold.disputes}
        by_id = {a.id: a for a in report.attributions}
        found = {
            (
                _gold_sentence(gold, _place(by_id[d.denial])),
                _gold_sentence(gold, _disputed(report, d.claim, d.sentence, by_id)),
            )
            for d in report.disputes
        }
        for pair in wanted | found:
            self._count("disputes", pair in wanted, pair in found)

    def score(self) -> Score:
        get = self.counts
        by_f1 = lambda name: f1(*(get[name, part] for part in ("right", "false", "missed")))  # noqa: E731
        states = sorted({name for name, _ in get if name.startswith("status ")})
        figures = {"status": sum(map(by_f1, states)) / len(states)}
        figures |= {
            name: by_f1(name) for name in ("contested", "relation", "source_links", "disputes")
        }
        for name in ("stance", "style"):
            figures[name] = get[name, "right"] / max(1, get[name, "right"] + get[name, "wrong"])
        return Score({name: round(value, 4) for name, value in figures.items()}, self.misses)


def _place(attribution: Attribution) -> int:
    spans = attribution.cue or attribution.claim or attribution.source.spans
    return spans[0][0]


def _disputed(
    report: Report, claim: str | None, sentence: int, by_id: dict[str, Attribution]
) -> int:
    return _place(by_id[claim]) if claim is not None else report.sentences[sentence].start


def _gold_sentence(gold: Gold, offset: int) -> int:
    return next(n for n, (start, end, _, _) in enumerate(gold.sentences) if start <= offset < end)


def _paired(gold: Gold, report: Report, words: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Each gold attribution with the one found for it: claims that share half of their words, sources
    that share a word or are both empty; the closest first, each used once."""
    candidates = []
    for i, wanted in enumerate(gold.attributions):
        for j, found in enumerate(report.attributions):
            share = _closeness(wanted, found, words)
            if share >= 0.5:
                candidates.append((share, i, j))
    pairs: dict[int, int] = {}
    for _, i, j in sorted(candidates, reverse=True):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _closeness(
    wanted: GoldAttribution, found: Attribution, words: Sequence[tuple[int, int]]
) -> float:
    def inside(spans: Spans) -> Words:
        return frozenset(
            n for n, (s, e) in enumerate(words) if any(s < b and e > a for a, b in spans)
        )

    claims = inside(wanted.claim), inside(found.claim)
    sources = inside(wanted.source), inside(found.source.spans)
    if not any(claims):
        return float(bool(inside(wanted.cue) & inside(found.cue) and sources[0] & sources[1]))
    same_speaker = bool(sources[0] & sources[1]) or not any(sources)
    return len(claims[0] & claims[1]) / len(claims[0] | claims[1]) if same_speaker else 0.0
