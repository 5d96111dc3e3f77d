"""Quotations: whose words they are; from matches to attributions with spans in the text.

A quotation belongs to the cue whose claim reaches into it, from whole sentence to whole
sentence; one without a cue of its own goes on with the speaker before it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from claimtrack.language.parse import Parse
from claimtrack.language.quotations import Quotation
from claimtrack.language.spans import Cover
from claimtrack.records import Attribution, SourceRef, Spans, Stance, Style
from claimtrack.stance import Judged

_SCARE_WORDS = 2
_FIRST_PERSON = frozenset({"i", "we", "i'm", "we're", "one"})
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
CONTINUATION = "quotation.continued"


@dataclass(frozen=True, slots=True)
class _Draft:
    """An attribution under construction, in token numbers; ``follows`` is the draft that it continues."""

    judged: Judged
    sentence: int
    claim: frozenset[int]
    follows: int | None = None

    @property
    def cue(self) -> frozenset[int]:
        return frozenset() if self.follows is not None else self.judged.match.cue

    @property
    def anchor(self) -> int:
        return min(self.cue or self.claim)


def attribute(
    parse: Parse, judged: Sequence[Judged], confidence: Mapping[str, float]
) -> tuple[tuple[Attribution, ...], Spans]:
    """The attributions in the order of the text, and the scare quotes.

    ``confidence`` holds the measured precision by "rule/frame", "frame" or "" (all).
    """
    kept = [one for one in judged if not _own_opinion(parse, one)]
    drafts = [_first_draft(parse, one) for one in kept]
    owners = _owners(parse, drafts)
    owned = _by(owners)
    drafts = [
        _widened(parse, draft, owned.get(number, ()), owners) for number, draft in enumerate(drafts)
    ]
    drafts += _continued(parse, drafts, owners)
    drafts += _turns(parse, drafts)
    attributions = _records(parse, drafts, confidence)
    return attributions, _scare_quotes(parse, owners, attributions)


def _own_opinion(parse: Parse, judged: Judged) -> bool:
    """*I think* inside a quotation is its speaker's voice, and outside of one the writer's."""
    words = {parse.tokens[i].lower for i in judged.match.source}
    return (
        bool(words & _FIRST_PERSON)
        and len(words) <= 2
        and judged.stance in ("believes", "doubts", "demands", "supports")
    )


def _first_draft(parse: Parse, judged: Judged) -> _Draft:
    sentence = parse.tokens[judged.match.head].sentence
    here = parse.sentences[sentence]
    claim = frozenset(i for i in judged.match.claim if here.first <= i < here.last)
    return _Draft(judged, sentence, claim)


def _inside(parse: Parse, quotation: Quotation) -> range:
    return parse.tokens_in((quotation.start, quotation.end))


def _owners(parse: Parse, drafts: Sequence[_Draft]) -> list[int | None]:
    """For each quotation the draft whose claim reaches into it from outside: the closest around it."""
    reaching: list[set[int]] = [set() for _ in parse.quotations]
    for number, draft in enumerate(drafts):
        if draft.judged.match.entry.kind != "adverb":
            for quotation in _reached(parse, draft):
                reaching[quotation].add(number)
    return [min(found, key=lambda n: (len(drafts[n].claim), n), default=None) for found in reaching]


def _reached(parse: Parse, draft: _Draft) -> set[int]:
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


def _by(keys: Iterable[int | None]) -> dict[int, list[int]]:
    """The places in a list by what stands there."""
    places: dict[int, list[int]] = {}
    for place, key in enumerate(keys):
        if key is not None:
            places.setdefault(key, []).append(place)
    return places


def _widened(
    parse: Parse, draft: _Draft, own: Iterable[int], owners: Sequence[int | None]
) -> _Draft:
    """The draft with its own quotations whole in its claim, and nothing else where they are all of it."""
    sentence = parse.sentences[draft.sentence]
    quoted = {
        i
        for q in own
        for i in _inside(parse, parse.quotations[q])
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


def _carried_on(parse: Parse, draft: _Draft, last_quoted: int) -> set[int]:
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


def _own_cue_behind(draft: _Draft, start: int) -> bool:
    return any(i >= start for i in draft.judged.match.source | draft.cue)


def _is_all(parse: Parse, draft: _Draft, quoted: set[int]) -> bool:
    """Whether the quotation is the claim: it begins it, and closes beside the cue or is most of it."""
    words = {i for i in draft.claim if any(c.isalnum() for c in parse.tokens[i].text)}
    first = min(draft.claim) >= min(quoted) - 1
    outside = words - quoted
    before_cue = max(quoted) < draft.anchor
    behind_cue = before_cue and all(i > draft.anchor for i in outside)
    return first and (
        not outside
        or behind_cue
        or (before_cue and len(outside) <= len(quoted))
        or len(outside) <= 0.3 * len(words)
    )


def _interrupted(parse: Parse, draft: _Draft, owners: Sequence[int | None]) -> set[int]:
    """The second half of a quotation that its cue interrupts: *“It is over,” she said, “and we won.”*"""
    sentence = parse.sentences[draft.sentence]
    found: set[int] = set()
    for number in _quotations_at(parse, range(sentence.first, sentence.last)):
        inside = _inside(parse, parse.quotations[number])
        if owners[number] is None and sentence.first <= inside[0]:
            found |= {i for i in inside if i < sentence.last}
    return found


def _continued(
    parse: Parse, drafts: Sequence[_Draft], owners: Sequence[int | None]
) -> list[_Draft]:
    """A draft for each sentence that a quotation runs through without a cue of its own."""
    found: list[_Draft] = []
    speaker: int | None = None
    speakers = _speakers(parse, drafts, owners)
    for number, quotation in enumerate(parse.quotations):
        inside = _inside(parse, quotation)
        if not inside:
            continue
        owner = owners[number]
        if owner is None and _stands_alone(parse, inside):
            owner = speakers.near(number, inside[0], _paragraph(parse, inside[0]), speaker)
        if owner is None:
            continue
        found += _per_sentence(parse, inside, owner, drafts)
        speaker = owner
    return found


def _stands_alone(parse: Parse, inside: range) -> bool:
    """Whether a quotation fills its sentence, so that no word outside of it could be its cue."""
    sentence = parse.sentences[parse.tokens[inside[0]].sentence]
    outside = [
        i
        for i in range(sentence.first, min(sentence.last, inside[0]))
        if parse.tokens[i].text.isalnum()
    ]
    last = parse.sentences[parse.tokens[inside[-1]].sentence].last
    outside += [
        i
        for i in range(inside[-1] + 1, last)
        if parse.tokens[i].text.isalnum() and parse.quoted[i] < 0
    ]
    return not outside and len(inside) > _SCARE_WORDS


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


def _speakers(parse: Parse, drafts: Sequence[_Draft], owners: Sequence[int | None]) -> _Speakers:
    anchors = [draft.anchor for draft in drafts]
    at = [_paragraph(parse, anchor) for anchor in anchors]
    return _Speakers(
        owners,
        anchors,
        _by(None if owner is None else at[owner] for owner in owners),
        _by(at[n] if _speaks(draft) else None for n, draft in enumerate(drafts)),
    )


def _speaks(draft: _Draft) -> bool:
    return (
        bool(draft.judged.match.source)
        and not draft.judged.hypothetical
        and draft.judged.match.entry.frame in _SPEAKING
    )


def _paragraph(parse: Parse, token: int) -> int:
    return parse.sentences[parse.tokens[token].sentence].paragraph


def _per_sentence(
    parse: Parse, inside: range, owner: int, drafts: Sequence[_Draft]
) -> list[_Draft]:
    by_sentence: dict[int, set[int]] = {}
    for index in inside:
        by_sentence.setdefault(parse.tokens[index].sentence, set()).add(index)
    return [
        replace(drafts[owner], sentence=sentence, claim=frozenset(claim), follows=owner)
        for sentence, claim in by_sentence.items()
        if sentence != drafts[owner].sentence and any(parse.tokens[i].text.isalnum() for i in claim)
    ]


def _turns(parse: Parse, drafts: Sequence[_Draft]) -> list[_Draft]:
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


def _records(
    parse: Parse, drafts: Sequence[_Draft], confidence: Mapping[str, float]
) -> tuple[Attribution, ...]:
    order = sorted(range(len(drafts)), key=lambda n: _place(drafts, n))
    names = {number: f"a{place}" for place, number in enumerate(order, 1)}
    beside = _by(draft.sentence for draft in drafts)
    parents = {
        number: _parent(number, drafts, beside[draft.sentence])
        for number, draft in enumerate(drafts)
        if draft.follows is None
    }
    labelled = any(draft.judged.match.entry.frame == "label" for draft in drafts)
    transcript = labelled and _is_transcript(parse)
    return tuple(
        _record(parse, drafts[n], names[n], names, parents.get(n), confidence, transcript)
        for n in order
    )


def _place(drafts: Sequence[_Draft], number: int) -> tuple[int, bool, int]:
    """Sorts a draft by its place in the text, what continues it right behind it."""
    draft = drafts[number]
    first = draft if draft.follows is None else drafts[draft.follows]
    return (first.anchor, draft.follows is not None, draft.anchor)


def _record(
    parse: Parse,
    draft: _Draft,
    id: str,
    names: Mapping[int, str],
    parent: int | None,
    confidence: Mapping[str, float],
    transcript: bool,
) -> Attribution:
    match, entry = draft.judged.match, draft.judged.match.entry
    return Attribution(
        id=id,
        sentence=draft.sentence,
        source=SourceRef(None, parse.spans(match.source)),
        cue=tuple((parse.tokens[i].start, parse.tokens[i].end) for i in sorted(draft.cue))
        if entry.frame == "label"
        else parse.spans(draft.cue),
        claim=parse.spans(draft.claim),
        stance=_stance(draft),
        style=_style(parse, draft, transcript),
        rule=CONTINUATION if draft.follows is not None else entry.rule,
        frame="continuation" if draft.follows is not None else entry.frame,
        confidence=_confidence(draft, confidence),
        parent=names[parent] if parent is not None else None,
        continues=names[draft.follows] if draft.follows is not None else None,
        recipient=() if draft.follows is not None else parse.spans(match.recipient),
        hypothetical=draft.judged.hypothetical,
    )


def _stance(draft: _Draft) -> Stance:
    """What goes on after a report keeps its stance; after *praised the crew* it is simply said."""
    told = draft.judged.match.entry.frame in ("label", "quotation", "speaker-verb-clause")
    goes_on = told and draft.judged.stance != "declines"
    return draft.judged.stance if draft.follows is None or goes_on else "asserts"


def _confidence(draft: _Draft, confidence: Mapping[str, float]) -> float:
    entry = draft.judged.match.entry
    frame = "continuation" if draft.follows is not None else entry.frame
    keys = (f"{entry.rule}/{frame}", frame, "")
    return next(confidence[key] for key in keys if key in confidence)


def _parent(number: int, drafts: Sequence[_Draft], beside: Iterable[int]) -> int | None:
    """Of the drafts in its sentence the one with the smallest claim around this one's cue."""
    draft = drafts[number]
    around = [
        (len(drafts[other].claim), other)
        for other in beside
        if other != number
        and draft.cue <= drafts[other].claim
        and not drafts[other].cue & draft.claim
    ]
    return min(around)[1] if around else None


def _style(parse: Parse, draft: _Draft, transcript: bool) -> Style:
    words = [i for i in draft.claim if any(c.isalnum() for c in parse.tokens[i].text)]
    quoted = [
        i
        for i in words
        if parse.quoted[i] >= 0 and parse.quoted[i] != parse.quoted[draft.judged.match.head]
    ]
    if draft.judged.match.entry.frame == "label" and not quoted:
        return "direct" if transcript else "indirect"
    if words and len(quoted) == len(words):
        return "direct"
    telling = len(quoted) > _SCARE_WORDS or (quoted and 3 * len(quoted) >= len(words))
    return "mixed" if telling else "indirect"


def _is_transcript(parse: Parse) -> bool:
    """Whether several paragraphs open with a speaker's label."""
    starts = {sentence.paragraph: sentence for sentence in reversed(parse.sentences)}
    labelled = [
        s
        for s in starts.values()
        if any(t.text == ":" for t in parse.tokens[s.first : min(s.first + 5, s.last)])
    ]
    return len(labelled) > 2


def _scare_quotes(
    parse: Parse, owners: Sequence[int | None], attributions: Iterable[Attribution]
) -> Spans:
    """Quoted words of one or two terms that nobody is cited for."""
    claims = Cover(span for a in attributions if a.source.spans for span in a.claim)
    found = []
    for number, quotation in enumerate(parse.quotations):
        cited = claims.holds((quotation.start, quotation.end))
        words = [i for i in _inside(parse, quotation) if parse.tokens[i].text.isalnum()]
        if owners[number] is None and not cited and 0 < len(words) <= _SCARE_WORDS:
            found.append((quotation.start, quotation.end))
    return tuple(found)
