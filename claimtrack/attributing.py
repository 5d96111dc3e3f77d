"""From matches to attributions with their sources: the stages in the middle, which rules have a say in.

Whether a source is named is known only when an article's sources are gathered. Where a rule wants
it otherwise (``source_named``), its match is set aside and the article matched anew, so that the
next rule has its turn. Articles in which no such rule holds are matched once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimtrack import match, quotes, sources, stance
from claimtrack.language.parse import Parse
from claimtrack.match import SetAside
from claimtrack.records import Attribution, Source, Spans
from claimtrack.rules.conditions import name_unmet
from claimtrack.rules.model import RuleSet


@dataclass(frozen=True, slots=True)
class Attributed:
    """The attributions and sources of an article, and the matches that these have set aside."""

    attributions: tuple[Attribution, ...]
    sources: tuple[Source, ...]
    scare_quotes: Spans
    set_aside: SetAside


def attribute(
    parse: Parse, rules: RuleSet, confidence: Mapping[str, float], set_aside: SetAside = match.NONE
) -> Attributed:
    """``confidence`` holds the measured precision by "rule/frame", "frame" or "" (all)."""
    judged = stance.judge(parse, match.match(parse, rules, set_aside))
    attributions, scare_quotes = quotes.attribute(parse, judged, confidence)
    attributions, gathered = sources.gather(parse, attributions, rules)
    unmet = _names_unmet(parse, attributions, gathered, rules)
    if unmet.keys() <= set_aside.keys():
        return Attributed(attributions, gathered, scare_quotes, set_aside)
    return attribute(parse, rules, confidence, {**set_aside, **unmet})


def _names_unmet(
    parse: Parse,
    attributions: Iterable[Attribution],
    gathered: Iterable[Source],
    rules: RuleSet,
) -> SetAside:
    """Rules at the words of cues whose source is named, or is not, against what the rule wants."""
    wanted = rules.names_wanted
    named = {source.id: source.named for source in gathered}
    unmet = {}
    for each in attributions:
        if each.rule in wanted:
            missing = name_unmet(wanted[each.rule], named.get(each.source.id or "", False))
            if missing is not None:
                unmet.update({(each.rule, i): missing for i in parse.tokens_of(each.cue)})
    return unmet
