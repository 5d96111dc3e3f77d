"""The stages in their order: from a parse to a report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from claimtrack import attributing, disputes, sentences
from claimtrack.language.parse import Parse
from claimtrack.questions.replies import replies
from claimtrack.records import Report, Tool
from claimtrack.rules.model import RuleSet


def run(parse: Parse, rules: RuleSet, tool: Tool, confidence: Mapping[str, float]) -> Report:
    """The report of one parsed article."""
    found = attributing.attribute(parse, rules, confidence)
    attributions, disputed = disputes.settle(parse, found.attributions, found.sources, rules)
    report = Report(
        article=parse.article,
        tool=tool,
        sentences=sentences.judge(parse, attributions, disputed, rules),
        attributions=sentences.contested(attributions, disputed),
        sources=found.sources,
        disputes=disputed,
        scare_quotes=found.scare_quotes,
    )
    return replace(report, replies=replies(report))
