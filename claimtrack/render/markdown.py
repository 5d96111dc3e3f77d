"""The report as Markdown, to paste into a document or a ticket."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TextIO

from claimtrack.records import Failure, Report
from claimtrack.render.printable import printable
from claimtrack.render.sections import (
    Counts,
    Exchange,
    Quarrel,
    Row,
    Saying,
    Sections,
    Voice,
    counted,
    sections_of,
)

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#~])")


def write_markdown(items: Iterable[Report | Failure], out: TextIO) -> None:
    """A chapter an item, in their order; an article that failed is a chapter of one line."""
    for nth, item in enumerate(items):
        lines = _failure(item) if isinstance(item, Failure) else _report(sections_of(item))
        out.write(("\n" if nth else "") + "\n".join(lines) + "\n")
        out.flush()


def escaped(words: str) -> str:
    """Words of an article that no Markdown reads as marks."""
    return _SPECIAL.sub(r"\\\1", printable(words))


def _failure(failure: Failure) -> list[str]:
    return [
        f"# {escaped(failure.id)}",
        "",
        f"Not reported: {failure.code} {escaped(failure.message)}",
    ]


def _report(sections: Sections) -> list[str]:
    return [
        f"# {escaped(sections.heading)}",
        "",
        " · ".join(map(escaped, sections.facts)),
        "",
        *_table(("Figure", "Number"), _figures(sections.counts)),
        "",
        "## Sentences",
        "",
        *_table(
            ("#", "Status", "Source", "Stance", "Cue", "Contested", "Sentence", "Rule"),
            map(_row, sections.rows),
        ),
        *_chapter("What each source says", map(_voice, sections.voices)),
        *_chapter("Disputes", [_quarrels(sections.quarrels)]),
        *_chapter("Allegations and answers", map(_exchange, sections.exchanges)),
        *_chapter("Nobody stands behind", map(_loose, sections.unattributed)),
        *_chapter("Only unnamed sources", map(_unnamed, sections.only_unnamed)),
    ]


def _figures(counts: Counts) -> Iterator[Sequence[str]]:
    yield "sentences", str(counts.sentences)
    yield "attributed", str(counts.attributed)
    yield "attributed to nobody", str(counts.to_nobody)
    yield "unattributed", str(counts.unattributed)
    yield "without a claim", str(counts.no_claim)
    yield "contested", str(counts.contested)
    yield "sources", f"{counts.sources}, {counts.named} named"


def _table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    return [_line(headers), _line(["---"] * len(headers)), *map(_line, rows)]


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _chapter(title: str, entries: Iterable[Iterable[str]]) -> list[str]:
    lines = [line for entry in entries for line in entry]
    return ["", f"## {title}", "", *(lines or ["None found."])]


def _row(row: Row) -> Sequence[str]:
    sayings = row.sayings
    return (
        str(row.number),
        row.standing,
        "<br>".join(("└ " if saying.depth else "") + _who(saying) for saying in sayings),
        "<br>".join(map(_stance, sayings)),
        "<br>".join(escaped(saying.cue) for saying in sayings),
        "<br>".join(map(escaped, row.contested)),
        escaped(row.text),
        "<br>".join(f"{escaped(saying.rule)} {saying.confidence:.2f}" for saying in sayings),
    )


def _voice(voice: Voice) -> Iterator[str]:
    source = voice.source
    facts = [counted(voice.said, "statement"), source.kind]
    facts += ["named" if source.named else "unnamed"]
    facts += [source.role] if source.role else []
    facts += [f"because {source.anonymity_reason}"] if source.anonymity_reason else []
    facts += ["also " + ", ".join(source.aliases)] if source.aliases else []
    yield f"- **{escaped(source.name)}** ({'; '.join(map(escaped, facts))})"
    for saying in voice.sayings:
        contested = ", contested" if saying.contested else ""
        claim = escaped(saying.claim or saying.cue)
        yield f"  - {saying.number}, {_stance(saying)}{contested}: {claim}"


def _quarrels(quarrels: Sequence[Quarrel]) -> Iterator[str]:
    for disputed, denials in groupby(quarrels, lambda each: (each.number, each.claim)):
        for nth, quarrel in enumerate(denials):
            if nth == 0:
                claimant = f"{escaped(quarrel.claimant)}: " if quarrel.claimant else ""
                yield f"- {disputed[0]}, {claimant}{escaped(quarrel.claim)}"
            if quarrel.denial is not None:
                yield _denial(quarrel.denial, quarrel)


def _denial(denial: Saying, quarrel: Quarrel) -> str:
    evidence = f" (“{escaped(quarrel.evidence)}”, {quarrel.link})" if quarrel.evidence else ""
    claim = f": {escaped(denial.claim)}" if denial.claim else ""
    return f"  - {denial.number}, {_who(denial)} {_stance(denial)}{claim}{evidence}"


def _exchange(exchange: Exchange) -> Iterator[str]:
    said, answer = exchange.allegation, exchange.answer
    about = f" (about {escaped(exchange.target)})" if exchange.target else ""
    yield f"- {said.number}, {_who(said)} {_stance(said)}{about}: {_told(said)}"
    if answer is None:
        yield "  - No answer in the article."
    else:
        yield f"  - {answer.number}, {_who(answer)} {_stance(answer)}: {_told(answer)}"


def _loose(row: Row) -> Iterator[str]:
    cues = ", ".join(escaped(saying.cue) for saying in row.sayings if saying.cue)
    nobody = f" (attributed to nobody: {cues})" if row.standing == "to nobody" else ""
    yield f"- {row.number}{nobody}: {escaped(row.text)}"


def _unnamed(row: Row) -> Iterator[str]:
    who = ", ".join(dict.fromkeys(_who(saying) for saying in row.sayings if not saying.depth))
    yield f"- {row.number}, {who}: {escaped(row.text)}"


def _who(saying: Saying) -> str:
    return escaped(saying.who) if saying.who else "nobody"


def _told(saying: Saying) -> str:
    return escaped(saying.claim or saying.cue)


def _stance(saying: Saying) -> str:
    return f"({saying.stance})" if saying.hypothetical else saying.stance
