"""How fast: the bare parse, the whole tool, and textacy's direct quotations over the same articles.

    nice python -m benchmarks.speed [--data DIR] [--articles 40] [--model NAME]

One process, one thread, CPU time. Articles come from DIR/*.jsonl (field text), else they are made
from the seeds. The last table tells where the tool's time goes.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TypeVar

from tabulate import tabulate

from benchmarks.generator import generator
from claimtrack import disputes, match, quotes, sentences, sources, stance
from claimtrack.batch.worker import pin_threads
from claimtrack.language.parse import Parse
from claimtrack.questions.replies import replies
from claimtrack.read import article_of
from claimtrack.records import Article, Report
from claimtrack.tracker import Tracker, load

TARGET = 1.2
"""At most so many times the bare parse for the whole tool."""
T = TypeVar("T")


def articles_of(data: Path | None, count: int) -> list[str]:
    """So many texts of the folder's JSONL files, or made ones."""
    if data is None:
        return [generator().article(number) for number in range(count)]
    lines = (line for file in sorted(data.glob("*.jsonl")) for line in file.open(encoding="utf-8"))
    texts = (json.loads(line).get("text") for line in lines)
    return list(islice((text for text in texts if text), count))


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds that the work takes."""
    began = time.process_time()
    work()
    return time.process_time() - began


def bare(tracker: Tracker, texts: Sequence[str]) -> float:
    """spaCy alone: the paragraphs through the pipeline, nothing done with them."""
    paragraphs = [part for text in texts for part in text.split("\n\n")]
    return seconds(
        lambda: [len(doc) for doc in tracker.language.nlp.pipe(paragraphs, batch_size=128)]
    )


def whole(tracker: Tracker, texts: Sequence[str]) -> float:
    """From text to report."""
    return seconds(lambda: list(tracker.pipe(texts)))


def textacy(tracker: Tracker, texts: Sequence[str]) -> float:
    """The parse, and textacy's direct quotations in it."""
    from textacy.extract.triples import direct_quotations

    def quoted() -> list[int]:
        docs = tracker.language.nlp.pipe(texts, batch_size=16)
        return [_count(direct_quotations(doc)) for doc in docs]

    return seconds(quoted)


def _count(found: Iterator[object]) -> int:
    """How many there are; textacy gives up on quotation marks that do not pair."""
    try:
        return sum(1 for _ in found)
    except ValueError:
        return 0


class Stages:
    """The stages one by one, each with the CPU time that it took over all articles."""

    def __init__(self, tracker: Tracker) -> None:
        self.tracker = tracker
        self.spent: Counter[str] = Counter()

    def run(self, texts: Sequence[str]) -> None:
        read = [self._timed("read", lambda text=text: article_of(text)) for text in texts]
        parses = self._timed("parse", lambda: list(self.tracker.language.parse(read)))
        for parse in parses:
            self._report(parse.article, parse)

    def _report(self, article: Article, parse: Parse) -> Report:
        rules, timed = self.tracker.rules, self._timed
        matches = timed("match", lambda: match.match(parse, rules))
        judged = timed("stance", lambda: stance.judge(parse, matches))
        said, scare = timed(
            "quotes", lambda: quotes.attribute(parse, judged, self.tracker.confidence)
        )
        said, gathered = timed("sources", lambda: sources.gather(parse, said, rules))
        said, disputed = timed("disputes", lambda: disputes.settle(parse, said, gathered, rules))
        status = timed("sentences", lambda: sentences.judge(parse, said, disputed, rules))
        said = timed("sentences", lambda: sentences.contested(said, disputed))
        report = Report(
            article, self.tracker.tool, status, said, gathered, disputed, scare_quotes=scare
        )
        return replace(report, replies=timed("replies", lambda: replies(report)))

    def _timed(self, stage: str, work: Callable[[], T]) -> T:
        began = time.process_time()
        done = work()
        self.spent[stage] += time.process_time() - began  # type: ignore[assignment]
        return done


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--model")
    given = parser.parse_args()
    pin_threads()
    tracker = load(given.model)
    texts = articles_of(given.data, given.articles)
    words = sum(len(text.split()) for text in texts)
    whole(tracker, texts[:4])
    ways = {
        "bare spaCy parse": bare,
        "claimtrack, whole": whole,
        "textacy direct_quotations": textacy,
    }
    taken = {name: way(tracker, texts) for name, way in ways.items()}
    base = taken["bare spaCy parse"]
    rows = [(name, f"{words / s:,.0f}", f"{s / base:.2f}") for name, s in taken.items()]
    print(f"{len(texts)} articles, {words:,} words, {tracker.tool.model}")
    print(tabulate(rows, ["", "words/s", "× bare parse"], tablefmt="github"))
    stages = Stages(tracker)
    stages.run(texts)
    total = sum(stages.spent.values())
    shares = [(stage, f"{s:.2f}", f"{s / total:.1%}") for stage, s in stages.spent.items()]
    print(tabulate(shares, ["stage", "CPU seconds", "share"], tablefmt="github"))
    ratio = taken["claimtrack, whole"] / base
    print(f"whole tool: {ratio:.2f} × bare parse; target {TARGET}")


if __name__ == "__main__":
    main()
