"""Reports made by hand for questions: sentences, who says what in them, with which stance."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimtrack.read import article_of
from claimtrack.records import Attribution, Report, Sentence, Source, SourceRef, Span, Tool

TOOL = Tool(version="0.1.0", model="claimtrack-en 1.0", rules="abc123")


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence, and who takes which stance to which of its words; without a claim, nobody does."""

    text: str
    claim: str = ""
    source: str | None = None
    stance: str = "asserts"
    role: str | None = None


def article(id: str, *told: Told, date: str | None = None) -> Report:
    """A report of an article with these sentences in a line."""
    text = " ".join(each.text for each in told)
    made = replace(article_of(text, id=id), path=f"{id}.txt", date=date)
    sentences, attributions, sources, at = [], [], {}, 0
    for number, each in enumerate(told):
        start, at = at, at + len(each.text) + 1
        ids = (f"a{number}",) if each.claim else ()
        status = "attributed" if each.claim else "unattributed"
        sentences.append(Sentence(number, start, at - 1, status, ids))
        if each.claim:
            name = each.source
            if name is not None and name not in sources:
                mention = _span(each.text, name.split()[-1], start)
                id_ = f"s{len(sources)}"
                sources[name] = Source(
                    id_, name, (mention,), kind="person", named=True, role=each.role
                )
            attributions.append(_attribution(number, each, start, sources))
    return Report(made, TOOL, tuple(sentences), tuple(attributions), tuple(sources.values()))


def _attribution(number: int, told: Told, start: int, sources: dict[str, Source]) -> Attribution:
    source = sources.get(told.source or "")
    reference = SourceRef(source.id, source.mentions[:1]) if source else SourceRef()
    return Attribution(
        id=f"a{number}",
        sentence=number,
        source=reference,
        cue=(),
        claim=(_span(told.text, told.claim, start),),
        stance=told.stance,
        style="indirect",
        rule="reporting.say",
        frame="speaker-verb-clause",
        confidence=0.9,
    )


def _span(text: str, words: str, start: int) -> Span:
    at = start + text.index(words)
    return at, at + len(words)
