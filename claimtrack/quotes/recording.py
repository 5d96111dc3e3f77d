"""Recording: drafts become attributions with spans in the text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from claimtrack.language import grammar
from claimtrack.language.parse import Parse
from claimtrack.quotes.drafts import SCARE_WORDS, Draft, places_by
from claimtrack.records import Attribution, SourceRef, Spans, Stance, Style

CONTINUATION = "quotation.continued"


def records(
    parse: Parse, drafts: Sequence[Draft], confidence: Mapping[str, float]
) -> tuple[Attribution, ...]:
    """The attributions that the drafts become, numbered in the order of the text."""
    order = sorted(range(len(drafts)), key=lambda n: _place(drafts, n))
    names = {number: f"a{place}" for place, number in enumerate(order, 1)}
    beside = places_by(draft.sentence for draft in drafts)
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


def _place(drafts: Sequence[Draft], number: int) -> tuple[int, bool, int]:
    """Sorts a draft by its place in the text, what continues it right behind it."""
    draft = drafts[number]
    first = draft if draft.follows is None else drafts[draft.follows]
    return (first.anchor, draft.follows is not None, draft.anchor)


def _record(
    parse: Parse,
    draft: Draft,
    id: str,
    names: Mapping[int, str],
    parent: int | None,
    confidence: Mapping[str, float],
    transcript: bool,
) -> Attribution:
    match, goes_on = draft.judged.match, draft.follows is not None
    return Attribution(
        id=id,
        sentence=draft.sentence,
        source=SourceRef(None, parse.spans(match.source)),
        cue=_cue(parse, draft),
        claim=parse.spans(draft.claim),
        stance=_stance(draft),
        style=_style(parse, draft, transcript),
        rule=CONTINUATION if goes_on else match.entry.rule,
        frame=draft.frame,
        confidence=_confidence(draft, confidence),
        parent=names[parent] if parent is not None else None,
        continues=names[draft.follows] if draft.follows is not None else None,
        recipient=() if goes_on else parse.spans(match.recipient),
        hypothetical=draft.judged.hypothetical,
    )


def _cue(parse: Parse, draft: Draft) -> Spans:
    """The cue's words in the text; of a label the colon, which is no word."""
    if draft.judged.match.entry.kind == "label" and len(draft.cue) == 1:
        return tuple((parse.tokens[i].start, parse.tokens[i].end) for i in sorted(draft.cue))
    return parse.spans(draft.cue)


def _stance(draft: Draft) -> Stance:
    """What goes on after a report keeps its stance; after *praised the crew* it is simply said."""
    told = draft.judged.match.entry.frame in ("label", "quotation", "speaker-verb-clause")
    goes_on = told and draft.judged.stance != "declines"
    return draft.judged.stance if draft.follows is None or goes_on else "asserts"


def _confidence(draft: Draft, confidence: Mapping[str, float]) -> float:
    keys = (f"{draft.judged.match.entry.rule}/{draft.frame}", draft.frame, "")
    return next(confidence[key] for key in keys if key in confidence)


def _parent(number: int, drafts: Sequence[Draft], beside: Iterable[int]) -> int | None:
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


def _style(parse: Parse, draft: Draft, transcript: bool) -> Style:
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
    return "mixed" if quoted and not _is_scare_quote(parse, quoted, words) else "indirect"


def _is_scare_quote(parse: Parse, quoted: Sequence[int], words: Sequence[int]) -> bool:
    """*its fight against “terrorism”*: one or two terms inside a longer phrase, which a preposition governs."""
    head = grammar.head_of(parse, quoted)
    few = len(quoted) <= SCARE_WORDS and 3 * len(quoted) < len(words)
    return (
        few
        and head is not None
        and grammar.is_noun(parse, head)
        and bool(grammar.markers(parse, head))
    )


def _is_transcript(parse: Parse) -> bool:
    """Whether several paragraphs open with a speaker's label."""
    starts = {sentence.paragraph: sentence for sentence in reversed(parse.sentences)}
    labelled = [
        s
        for s in starts.values()
        if any(t.text == ":" for t in parse.tokens[s.first : min(s.first + 5, s.last)])
    ]
    return len(labelled) > 2
