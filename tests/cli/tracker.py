"""A tracker without a language model: each article gets one sentence that nobody stands behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from claimtrack.records import Article, Report, Sentence, Tool

TOOL = Tool("0.1.0", "fake", "none")


class FakeTracker:
    """Reports in batches of two, as the real one does; stumbles over the text "crash"."""

    rules = None
    language = None

    def pipe(self, articles: Iterable[Article]) -> Iterator[Report]:
        remaining = iter(articles)
        while batch := list(islice(remaining, 2)):
            for article in batch:
                yield self._report(article)

    def _report(self, article: Article) -> Report:
        if article.text == "crash":
            raise KeyError("no such word")
        block = article.blocks[-1]
        sentence = Sentence(0, block.start, block.end, "unattributed")
        return Report(article, TOOL, sentences=(sentence,))
