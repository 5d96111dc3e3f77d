"""Continuing: quotations, labelled turns and lists that go on without a cue of their own."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from claimtrack.language import grammar
from claimtrack.language.parse import Parse
from claimtrack.quotes.drafts import SCARE_WORDS, Draft, inside_of, places_by

_SPEAKING = frozenset(
    {
        "naming",
        "quotation",
        "speaker-adjective-clause",
        "speaker-verb-clause",
        "speaker-verb-infinitive",
        "speaker-verb-object",
        "speaker-verb-preposition",
    }
)
"""Frames whose source may go on in a quotation without a cue: *She praised the crew. “They were calm.”*"""


def continued(parse: Parse, drafts: Sequence[Draft], owners: Sequence[int | None]) -> list[Draft]:
    """A draft for each sentence that a quotation runs through without a cue of its own."""
    found: list[Draft] = []
    speaker: int | None = None
    covered: set[int] = set()
    speakers = _speakers(parse, drafts, owners)
    for number, quotation in enumerate(parse.quotations):
        inside = _from_first_word(parse, inside_of(parse, quotation))
        if not inside:
            continue
        owner = owners[number]
        if owner is None and _stands_alone(parse, inside):
            owner = speakers.near(number, inside[0], _paragraph(parse, inside[0]), speaker)
        elif owner is None and _is_mostly_quoted(parse, inside, drafts):
            owner = speakers.quoted_before(number, _paragraph(parse, inside[0]))
            inside = _whole_sentences(parse, inside)
        if owner is None or inside[0] in covered:
            continue
        covered |= {*inside}
        found += _per_sentence(parse, inside, owner, drafts)
        speaker = owner
    return found


def _from_first_word(parse: Parse, inside: range) -> range:
    """A quotation without the dots that it opens with, which may end the sentence before: *". . . We left."*"""
    words = (i for i in inside if any(c.isalnum() for c in parse.tokens[i].text))
    return range(next(words, inside.stop), inside.stop)


def _stands_alone(parse: Parse, inside: range) -> bool:
    """Whether a quotation fills its sentence, so that no word outside of it could be its cue."""
    sentence = grammar.sentence_of(parse, inside[0])
    outside = [
        i
        for i in range(sentence.first, min(sentence.last, inside[0]))
        if parse.tokens[i].text.isalnum()
    ]
    last = grammar.sentence_end(parse, inside[-1])
    outside += [
        i
        for i in range(inside[-1] + 1, last)
        if parse.tokens[i].text.isalnum() and parse.quoted[i] < 0
    ]
    return not outside and len(inside) > SCARE_WORDS


def _is_mostly_quoted(parse: Parse, inside: range, drafts: Sequence[Draft]) -> bool:
    """Whether a sentence without a cue of its own is quoted for the better part: *Now, “nobody comes.”*"""
    whole = _whole_sentences(parse, inside)
    words = [i for i in whole if any(c.isalnum() for c in parse.tokens[i].text)]
    outside = [i for i in words if parse.quoted[i] < 0]
    told = any(draft.cue & frozenset(outside) for draft in drafts)
    told = told or any(parse.tokens[i].text == ":" for i in range(whole[0], inside[0]))
    closing = [parse.tokens[i] for i in outside if i > inside[-1]]
    own = takewhile(lambda t: t.tag not in ("WDT", "WP", "WRB") and t.lower != "that", closing)
    goes_on_without = any(t.tag in grammar.FINITE_TAGS for t in own)
    long = len(inside) > SCARE_WORDS and 2 * len(outside) <= len(words)
    return long and not told and not goes_on_without


def _whole_sentences(parse: Parse, inside: range) -> range:
    """The tokens of the sentences that a quotation begins and ends in."""
    return range(grammar.sentence_start(parse, inside[0]), grammar.sentence_end(parse, inside[-1]))


@dataclass(frozen=True, slots=True)
class _Speakers:
    """Who may go on in which paragraph: its quotations that have an owner, its drafts that speak."""

    owners: Sequence[int | None]
    anchors: Sequence[int]
    owned: Mapping[int, Sequence[int]]
    speaking: Mapping[int, Sequence[int]]

    def near(self, number: int, first: int, paragraph: int, speaker: int | None) -> int | None:
        """Who goes on in a quotation: the speaker before in the paragraph, else after in it, else
        the quoted one before."""
        owned = self.owned.get(paragraph, ())
        before, after = bisect_left(owned, number), bisect_right(owned, number)
        if before or after < len(owned):
            return self.owners[owned[before - 1 if before else after]]
        said = reversed(self.speaking.get(paragraph, ()))
        return next((draft for draft in said if self.anchors[draft] < first), speaker)

    def quoted_before(self, number: int, paragraph: int) -> int | None:
        """Who is quoted before in the same paragraph."""
        owned = self.owned.get(paragraph, ())
        before = bisect_left(owned, number)
        return self.owners[owned[before - 1]] if before else None


def _speakers(parse: Parse, drafts: Sequence[Draft], owners: Sequence[int | None]) -> _Speakers:
    anchors = [draft.anchor for draft in drafts]
    at = [_paragraph(parse, anchor) for anchor in anchors]
    return _Speakers(
        owners,
        anchors,
        places_by(None if owner is None else at[owner] for owner in owners),
        places_by(at[n] if _speaks(draft) else None for n, draft in enumerate(drafts)),
    )


def _speaks(draft: Draft) -> bool:
    return (
        bool(draft.judged.match.source)
        and not draft.judged.hypothetical
        and draft.judged.match.entry.frame in _SPEAKING
    )


def _paragraph(parse: Parse, token: int) -> int:
    return grammar.sentence_of(parse, token).paragraph


def _per_sentence(parse: Parse, inside: range, owner: int, drafts: Sequence[Draft]) -> list[Draft]:
    by_sentence: dict[int, set[int]] = {}
    for index in inside:
        by_sentence.setdefault(parse.tokens[index].sentence, set()).add(index)
    return [
        replace(drafts[owner], sentence=sentence, claim=frozenset(claim), follows=owner)
        for sentence, claim in by_sentence.items()
        if sentence != drafts[owner].sentence and any(parse.tokens[i].text.isalnum() for i in claim)
    ]


def turns(parse: Parse, drafts: Sequence[Draft]) -> list[Draft]:
    """The further sentences of a labelled turn: all of its paragraph."""
    found = []
    covered = {draft.sentence for draft in drafts if draft.follows is not None}
    for number, draft in enumerate(drafts):
        if draft.judged.match.entry.frame != "label" or draft.follows is not None:
            continue
        for index in range(draft.sentence + 1, len(parse.sentences)):
            sentence = parse.sentences[index]
            if sentence.paragraph != parse.sentences[draft.sentence].paragraph:
                break
            if index not in covered:
                claim = frozenset(range(sentence.first, sentence.last))
                found.append(replace(draft, sentence=index, claim=claim, follows=number))
    return found


def items(parse: Parse, drafts: Sequence[Draft]) -> list[Draft]:
    """The further sentences of a list that a colon leads up to, each told by whoever tells the first."""
    found = []
    for number, draft in enumerate(drafts):
        colon = grammar.sentence_end(parse, draft.judged.match.head) - 1
        listed = grammar.list_below(parse, colon) if draft.anchor <= colon else []
        own = [words for words in listed if words[0] > max(draft.claim, default=words[0])]
        if draft.follows is None and len(own) + 1 == len(listed):
            found += [
                replace(
                    draft,
                    sentence=parse.tokens[words[0]].sentence,
                    claim=frozenset(words),
                    follows=number,
                )
                for words in own
            ]
    return found
