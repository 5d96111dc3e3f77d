"""Resuming: what is told goes on with its verb behind words that are set off.

*said the boats, old and cracked, | would sink*: told by the marks and tags, since parsers lose such verbs.
"""

from __future__ import annotations

from claimtrack.language import grammar
from claimtrack.language.reaching import DASHES, FINITE, Claim, clause_end

_DESCRIBED = frozenset({"CD", "DT", "NN", "NNP", "NNPS", "NNS", "PRP"})
_TELLING = frozenset({"VBD", "VBP", "VBZ"})


def verb_behind_description(claim: Claim) -> int:
    """*said the boats, old and cracked | , would sink*, *the gate – there were two – | was open*: the verb
    behind what is set off between its subject and it, or 0."""
    verb = claim.behind(3) if claim.behind(2).tag == "RB" else claim.behind(2)
    told = claim.told and claim.parse.tokens[claim.cue].tag in _TELLING
    within = grammar.heads_relative_clause(claim.parse, claim.cue)
    if not told or within or verb.tag not in FINITE or not _closes_description(claim):
        return 0
    return clause_end(claim, verb.number)


def _closes_description(claim: Claim) -> bool:
    """Whether the mark behind a claim closes what another one opened behind a noun: between commas without a
    finite verb."""
    tokens, mark = claim.parse.tokens, claim.behind(1).text
    marks = DASHES if mark in DASHES else {mark} & {","}
    opened = [i for i in range(claim.first + 1, claim.last) if tokens[i].text in marks]
    if not opened or tokens[opened[-1] - 1].tag not in _DESCRIBED:
        return False
    acts = any(t.tag in FINITE for t in tokens[opened[-1] : claim.last + 1])
    return mark != "," or not acts
