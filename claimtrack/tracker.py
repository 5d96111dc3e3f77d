"""The Python interface: load once, then report on texts and articles."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from claimtrack import pipeline
from claimtrack.language.load import Pipeline
from claimtrack.language.load import load as load_language
from claimtrack.paths import shipped_rules
from claimtrack.read import article_of
from claimtrack.records import Article, Report, Tool
from claimtrack.rules.model import RuleSet
from claimtrack.rules.rulefile import load_rules
from claimtrack.toml import Document
from claimtrack.version import VERSION

_CONFIDENCE = "confidence.json"
_UNMEASURED: Mapping[str, float] = {"": 0.5}


@dataclass(frozen=True, slots=True)
class Tracker:
    """A loaded model and rules. Reports are the same whatever was reported before."""

    language: Pipeline
    rules: RuleSet
    tool: Tool
    confidence: Mapping[str, float]

    def report(self, text: str, id: str = "text") -> Report:
        """The report of one article given as plain text."""
        return next(self.pipe([article_of(text, id=id)]))

    def pipe(self, articles: Iterable[str | Article]) -> Iterator[Report]:
        """Reports in the order of the articles, parsed in batches; texts get ids text-1, text-2 …"""
        numbered = enumerate(articles, 1)
        read = (a if isinstance(a, Article) else article_of(a, id=f"text-{n}") for n, a in numbered)
        for parse in self.language.parse(read):
            yield pipeline.run(parse, self.rules, self.tool, self.confidence)


def load(model: str | None = None, *rules: Path | Document) -> Tracker:
    """A tracker with the embedded model, or any spaCy English pipeline with a parser, and the
    shipped rules, over which ``rules`` are laid: folders, and what a configuration changes.

    Raises ClaimtrackError: CT31x for the model, RuleFileError with every problem of the rules.
    """
    shipped = shipped_rules()
    ruleset = load_rules(shipped, *rules)
    language = load_language(model)
    tool = Tool(VERSION, language.name, ruleset.hash, language.weights)
    return Tracker(language, ruleset, tool, confidences(shipped))


def confidences(folder: Path) -> Mapping[str, float]:
    """The measured precision of rules and frames that stands beside the rules."""
    path = folder / _CONFIDENCE
    if not path.is_file():
        return _UNMEASURED
    measured: Mapping[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return measured
