"""The stages in their order: from a parse to a report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from claimtrack import disputes, match, quotes, sentences, sources, stance
from claimtrack.language.parse import Parse
from claimtrack.questions.replies import replies
from claimtrack.records import Report, Tool
from claimtrack.rules.model import RuleSet


def run(parse: Parse, rules: RuleSet, tool: Tool, confidence: Mapping[str, float]) -> Report:
    """The report of one parsed article."""
    matches = match.match(parse, rules)
    judged = stance.judge(parse, matches)
    attributions, scare_quotes = quotes.attribute(parse, judged, confidence)
    attributions, gathered = sources.gather(parse, attributions, rules)
    attributions, disputed = disputes.settle(parse, attributions, gathered, rules)
    report = Report(
        article=parse.article,
        tool=tool,
        sentences=sentences.judge(parse, attributions, disputed, rules),
        attributions=sentences.contested(attributions, disputed),
        sources=gathered,
        disputes=disputed,
        scare_quotes=scare_quotes,
    )
    return replace(report, replies=replies(report))
