"""Owners: whose words a quotation holds, and the claims that take their quotations in whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimtrack.language import grammar
from claimtrack.language.parse import Parse
from claimtrack.quotes.drafts import Draft, inside_of


def owners_of(parse: Parse, drafts: Sequence[Draft]) -> list[int | None]:
    """For each quotation the draft whose claim reaches into it from outside: the closest around it."""
    reaching: list[set[int]] = [set() for _ in parse.quotations]
    for number, draft in enumerate(drafts):
        if draft.judged.match.entry.kind != "adverb":
            for quotation in _reached(parse, draft):
                reaching[quotation].add(number)
    return [min(found, key=lambda n: (len(drafts[n].claim), n), default=None) for found in reaching]


def _reached(parse: Parse, draft: Draft) -> set[int]:
    """The quotations whose words the claim holds, without those that hold the cue."""
    return _quotations_at(parse, draft.claim) - _quotations_at(parse, draft.cue)


def _quotations_at(parse: Parse, tokens: Iterable[int]) -> set[int]:
    """The quotations whose words, not only their marks, are among these."""
    return {
        number
        for index in tokens
        if (number := parse.quoted[index]) >= 0
        and parse.quotations[number].start
        <= parse.tokens[index].start
        < parse.quotations[number].end
    }


def widened(parse: Parse, draft: Draft, own: Iterable[int], owners: Sequence[int | None]) -> Draft:
    """The draft with its own quotations whole in its claim, and nothing else where they are all of it."""
    sentence = parse.sentences[draft.sentence]
    quoted = {
        i
        for q in own
        for i in inside_of(parse, parse.quotations[q])
        if sentence.first <= i < sentence.last
    }
    if not quoted:
        return draft
    if _is_all(parse, draft, quoted):
        quoted |= _interrupted(parse, draft, owners)
        return replace(draft, claim=frozenset(quoted))
    quoted |= _carried_on(parse, draft, max(quoted))
    return replace(
        draft, claim=frozenset((draft.claim | quoted) - draft.judged.match.source - draft.cue)
    )


def _carried_on(parse: Parse, draft: Draft, last_quoted: int) -> set[int]:
    """What runs on behind a quotation without a comma: *may “assist, but not replace” the police*."""
    stop = parse.sentences[draft.sentence].last
    if parse.tokens[last_quoted].pos == "PUNCT":
        return set()
    behind = last_quoted + 1
    while behind < stop and parse.quoted[behind] >= 0:
        behind += 1
    if (
        behind >= stop
        or behind < draft.anchor
        or parse.tokens[behind].pos in ("PUNCT", "CCONJ", "SCONJ")
    ):
        return set()
    joint = next((i for i in range(behind, stop) if parse.tokens[i].pos == "CCONJ"), stop)
    return set(range(behind, joint)) if not _own_cue_behind(draft, behind) else set()


def _own_cue_behind(draft: Draft, start: int) -> bool:
    return any(i >= start for i in draft.judged.match.source | draft.cue)


def _is_all(parse: Parse, draft: Draft, quoted: set[int]) -> bool:
    """Whether the quotation is the claim: it begins it, and closes beside the cue or is most of it."""
    words = {i for i in draft.claim if any(c.isalnum() for c in parse.tokens[i].text)}
    first = min(draft.claim) >= min(quoted) - 1
    outside = words - quoted
    before_cue = max(quoted) < draft.anchor
    behind_cue = before_cue and all(i > draft.anchor for i in outside)
    if _goes_on_behind(parse, draft, max(quoted)):
        return False
    return first and (
        not outside
        or behind_cue
        or (before_cue and len(outside) <= len(quoted) and not _runs_on(parse, draft, max(quoted)))
        or len(outside) <= 0.3 * len(words)
    )


def _goes_on_behind(parse: Parse, draft: Draft, last_quoted: int) -> bool:
    """*“We are awake, unlike the owners” | at the harbour, | he said*: a phrase of what is told, which no
    mark parts from the quotation."""
    behind = last_quoted + 2
    if parse.tokens[last_quoted].pos == "PUNCT" or behind not in draft.claim:
        return False
    near = range(behind + 1, min(behind + 4, parse.sentences[draft.sentence].last))
    if any(grammar.is_day(parse, i) for i in near):
        return False
    joined = parse.tokens[behind].tag == "CC" and behind < draft.anchor
    return joined or parse.tokens[behind].tag in ("IN", "TO")


def _runs_on(parse: Parse, draft: Draft, last_quoted: int) -> bool:
    """*“It held,” | since the beams are oak, | said Lund*: up to the verb whose speaker stands behind it."""
    verb = draft.anchor
    between = [i for i in range(last_quoted + 1, verb) if parse.tokens[i].pos != "PUNCT"]
    inverted = min(draft.judged.match.source, default=verb) > verb
    whole = bool(between) and all(i in draft.claim for i in between)
    return inverted and whole and parse.tokens[between[0]].tag == "IN"


def _interrupted(parse: Parse, draft: Draft, owners: Sequence[int | None]) -> set[int]:
    """The second half of a quotation that its cue interrupts: *“It is over,” she said, “and we won.”*"""
    sentence = parse.sentences[draft.sentence]
    found: set[int] = set()
    for number in _quotations_at(parse, range(sentence.first, sentence.last)):
        inside = inside_of(parse, parse.quotations[number])
        if owners[number] is None and sentence.first <= inside[0]:
            found |= {i for i in inside if i < sentence.last}
    return found
