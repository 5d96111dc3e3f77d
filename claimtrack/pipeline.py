"""The stages in their order: from a parse to a report."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from claimtrack import disputes, match, quotes, sentences, sources, stance
from claimtrack.language.parse import Parse
from claimtrack.records import Attribution, Report, Tool
from claimtrack.rules.model import RuleSet


def run(parse: Parse, rules: RuleSet, tool: Tool, confidence: Mapping[str, float]) -> Report:
    """The report of one parsed article."""
    matches = match.match(parse, rules)
    judged = stance.judge(parse, matches)
    attributions, scare_quotes = quotes.attribute(parse, judged, confidence)
    attributions, gathered = sources.gather(parse, attributions, rules)
    attributions = _denying(attributions, disputes.opposing(parse, attributions, gathered, rules))
    disputed = disputes.link(parse, attributions, gathered, rules)
    return Report(
        article=parse.article,
        tool=tool,
        sentences=sentences.judge(parse, attributions, disputed, rules),
        attributions=sentences.contested(attributions, disputed),
        sources=gathered,
        disputes=disputed,
        scare_quotes=scare_quotes,
    )


def _denying(attributions: tuple[Attribution, ...], opposing: Collection[str]) -> tuple[Attribution, ...]:
    """Plain statements that negate an earlier claim deny it."""
    return tuple(replace(a, stance="denies") if a.id in opposing else a for a in attributions)
