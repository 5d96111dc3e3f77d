"""What disputes across articles cost: ``claimtrack disputes`` on ledgers of more and more articles.

    nice python -m benchmarks.across [--sizes 1000 3000 10000]

The seeds and the pairs of articles on one event are read once and told again for event after event,
with other names and other content words of the same length, so that no article is parsed twice: as
common as in news, a few words in very many articles and most in few. Times are CPU time of the
command, start and output included.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count, islice
from pathlib import Path

from tabulate import tabulate

import claimtrack
from claimtrack.ledger import reading, writing
from claimtrack.ledger.rows import rows_of
from claimtrack.ledger.statements import stated
from claimtrack.ledger.writer import Tally, finish
from claimtrack.questions.wording import Lexicon
from claimtrack.records import Report, Source, Tool
from claimtrack.tracker import Tracker

ROOT = Path(__file__).parent.parent
FOLDERS = ("seeds", "seeds-pairs")
MOST = 300.0
"""Seconds that the largest ledger may take."""
_AT_ONCE = 200
_WORDS = 60_000
_LONG = 4
_WORD = re.compile(rf"[^\W\d_]{{{_LONG},}}")
_INSIDE = re.compile(rf"(?<=[a-z,] )[A-Z][a-z]{{{_LONG - 1},}}\b")
_LETTERS = "aeiounrtlsdkmpbgvfhw"


@dataclass(frozen=True, slots=True)
class Row:
    """A ledger, what it states, how many disputes across articles it has, and the seconds to list all."""

    articles: int
    statements: int
    disputes: int
    seconds: float


@dataclass(frozen=True)
class Retelling:
    """Tells reports again with other words of the same length, so that all places stay as they are."""

    lexicon: Lexicon
    names: frozenset[str]
    kept: frozenset[str]
    """Stems that mean something to the tool: opposites, cues, negations."""

    def of(self, report: Report, event: int) -> Report:
        """The report as it would be of another event; 0 is its own."""
        if not event:
            return report
        article = report.article
        named = replace(article, id=f"{article.id}-{event}", path=f"{event}/{article.path}")
        text = self._told(article.text, event)
        sources = tuple(self._source(each, event) for each in report.sources)
        return replace(report, article=replace(named, text=text), sources=sources)

    def _source(self, source: Source, event: int) -> Source:
        aliases = tuple(self._told(alias, event) for alias in source.aliases)
        return replace(source, name=self._told(source.name, event), aliases=aliases)

    def _told(self, text: str, event: int) -> str:
        return _WORD.sub(lambda found: self._other(found[0], event), text)

    def _other(self, word: str, event: int) -> str:
        """Another word for all forms of one in the texts of an event; the ending stays."""
        lower = word.lower()
        stem = self.lexicon.stem(lower)
        if not lower.startswith(stem) or len(stem) < _LONG or stem in self.kept:
            return word
        chance = random.Random(f"{event} {stem}")
        rank = chance.randrange(_WORDS) if word in self.names else int(_WORDS ** chance.random())
        letters = random.Random(rank).choices(_LETTERS, k=len(stem))
        made = "".join(letters) + lower[len(stem) :]
        return made.capitalize() if word[0].isupper() else made


def retelling(tracker: Tracker, reports: Sequence[Report]) -> Retelling:
    lexicon = Lexicon(tracker.rules)
    texts = [report.article.text for report in reports]
    names = frozenset(name for text in texts for name in _INSIDE.findall(text))
    words = {word for name in tracker.rules.lists for word in tracker.rules.words(name)}
    kept = frozenset(lexicon.stem(part) for word in words for part in word.split())
    return Retelling(lexicon, names, kept - {lexicon.stem(name.lower()) for name in names})


def many(reports: Sequence[Report], tell: Retelling, articles: int) -> Iterator[Report]:
    """So many reports, event by event."""
    return islice((tell.of(report, event) for event in count() for report in reports), articles)


def write(path: Path, reports: Iterator[Report], tool: Tool) -> None:
    """A ledger of these reports."""
    written = 0
    with writing(path, tool, ["news"]) as ledger:
        while batch := [rows_of(report) for report in islice(reports, _AT_ONCE)]:
            ledger.write(batch)
            written += len(batch)
        finish(ledger, "done", Tally(written))


def asked(ledger: Path) -> tuple[int, float]:
    """The disputes across articles that the command lists, and its CPU seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "claimtrack.cli", "disputes", str(ledger), "--format", "json"]
    done = subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    across = sum("contradicted" in each["reasons"] for each in json.loads(done.stdout))
    return across, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measured(tracker: Tracker, reports: Sequence[Report], tell: Retelling, articles: int) -> Row:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "news.db"
        write(path, many(reports, tell, articles), tracker.tool)
        with reading(path) as ledger:
            statements = sum(1 for _ in stated(ledger))
        return Row(articles, statements, *asked(path))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 3_000, 10_000])
    options = parser.parse_args()
    tracker = claimtrack.load()
    texts = [path for folder in FOLDERS for path in sorted((ROOT / folder).glob("*.txt"))]
    reports = [tracker.report(path.read_text(encoding="utf-8"), path.stem) for path in texts]
    tell = retelling(tracker, reports)
    rows = [measured(tracker, reports, tell, size) for size in options.sizes]
    print(tabulate(rows, ["articles", "statements", "disputes across", "CPU s"], floatfmt=".1f"))
    if rows[-1].seconds > MOST:
        sys.exit(f"more than {MOST:.0f} seconds")


if __name__ == "__main__":
    main()
