"""The report for a terminal: as wide as it is, in colour where ``paint`` gives any."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest
from typing import TextIO

from tabulate import DataRow, Line, TableFormat, tabulate

from claimtrack.records import Failure, Report
from claimtrack.render.printable import cut, printable, width_of, wrapped
from claimtrack.render.sections import (
    Exchange,
    Quarrel,
    Row,
    Saying,
    Sections,
    Standing,
    Voice,
    counted,
    sections_of,
)
from claimtrack.render.tone import Paint, Tone, unpainted

NARROWEST = 40
MARKS: dict[Standing, str] = {
    "attributed": "●",
    "to nobody": "◌",
    "unattributed": "○",
    "no claim": "·",
}
DISPUTED = "✗"
_TONES: dict[str, Tone] = {
    "attributed": "good",
    "to nobody": "warning",
    "unattributed": "warning",
    "no claim": "faint",
    "for": "good",
    "open": "warning",
    "against": "bad",
}
_BETWEEN = "  "
_NUMBERS = 3 + len(_BETWEEN) + 2 + len(_BETWEEN)
"""What the columns of a sentence's number and mark take."""
_NESTED = "└ "
_FORMAT = TableFormat(
    lineabove=None,
    linebelowheader=Line("", "─", _BETWEEN, ""),
    linebetweenrows=None,
    linebelow=None,
    headerrow=DataRow("", _BETWEEN, ""),
    datarow=DataRow("", _BETWEEN, ""),
    padding=0,
    with_header_hide=None,
)


def write_table(
    items: Iterable[Report | Failure], out: TextIO, width: int = 80, paint: Paint = unpainted
) -> None:
    """A report an article, with a blank line between; failures are left to standard error."""
    gap = ""
    for item in items:
        if isinstance(item, Report):
            page = _Page(sections_of(item), max(width, NARROWEST), paint)
            out.write(gap + page.text())
            out.flush()
            gap = "\n\n"


@dataclass(frozen=True, slots=True)
class _Columns:
    """Widths of the sentence table's columns; 0 leaves one out. ``lines`` limits a sentence."""

    who: int
    stance: int
    cue: int
    contested: int
    rule: int
    text: int
    lines: int


_HEADS = ("Source", "Stance", "Cue", "Contested", "Rule")


def _columns(width: int, rows: Sequence[Row]) -> _Columns:
    """As wide as their words, up to what the width has room for; the sentence gets the rest.

    What has no column stands under the sentence or, the stance, under the source.
    """
    if width >= 160:
        most, lines = (28, 14, 18, 28, 28), 99
    elif width >= 110:
        most, lines = (22, 14, 14, 22, 0), 99
    elif width >= 76:
        most, lines = (18, 14, 0, 0, 0), 4
    else:
        most, lines = (max(12, width // 4), 0, 0, 0, 0), 4
    wanted = zip(_HEADS, _words_in_columns(rows), most, strict=True)
    who, stance, cue, contested, rule = (_fitted(*each) for each in wanted)
    used = sum(each + len(_BETWEEN) for each in (who, stance, cue, contested, rule) if each)
    text = max(width - _NUMBERS - used, 12)
    return _Columns(who, stance, cue, contested, rule, text, lines)


def _words_in_columns(rows: Sequence[Row]) -> Iterator[list[str]]:
    sayings = [saying for row in rows for saying in row.sayings]
    yield [_NESTED + _who(saying) for saying in sayings]
    yield [_stance(saying) for saying in sayings]
    yield [printable(saying.cue) for saying in sayings]
    yield [f"{DISPUTED} {printable(reason)}" for row in rows for reason in row.contested]
    yield [_rule(saying) for saying in sayings]


def _fitted(head: str, words: Sequence[str], limit: int) -> int:
    """0 without words, save for the source; tabulate keeps a heading two columns of its own."""
    if not limit or (not words and head != _HEADS[0]):
        return 0
    widest = max(map(width_of, words), default=0)
    return min(limit, max(widest, len(head) + 2))


class _Page:
    """The report of one article."""

    def __init__(self, sections: Sections, width: int, paint: Paint) -> None:
        self.sections = sections
        self.width = width
        self.paint = paint
        self.columns = _columns(width, sections.rows)

    def text(self) -> str:
        sections = self.sections
        parts = [
            self._header(sections),
            self._sentences(sections.rows),
            self._section("What each source says", map(self._voice, sections.voices)),
            self._section("Disputes", self._quarrels(sections.quarrels)),
            self._section("Allegations and answers", map(self._exchange, sections.exchanges)),
            self._section("Nobody stands behind", map(self._loose, sections.unattributed)),
            self._section("Only unnamed sources", map(self._unnamed, sections.only_unnamed)),
        ]
        return "\n\n".join(parts) + "\n"

    def _header(self, sections: Sections) -> str:
        heading = wrapped(printable(sections.heading), self.width)
        facts = " · ".join(map(printable, sections.facts))
        lines = [self.paint(line, "title") for line in heading]
        lines += [self.paint(cut(facts, self.width), "faint")] if facts else []
        return "\n".join([*lines, "", *self._figures(sections)])

    def _figures(self, sections: Sections) -> list[str]:
        counts = sections.counts
        figures: list[tuple[str, Tone]] = [
            (counted(counts.sentences, "sentence"), "title"),
            (f"{MARKS['attributed']} {counts.attributed} attributed", "good"),
            (f"{MARKS['to nobody']} {counts.to_nobody} attributed to nobody", "warning"),
            (f"{MARKS['unattributed']} {counts.unattributed} unattributed", "warning"),
            (f"{MARKS['no claim']} {counts.no_claim} without a claim", "faint"),
            (f"{DISPUTED} {counts.contested} contested", "bad"),
            (f"{counted(counts.sources, 'source')}, {counts.named} named", "title"),
        ]
        lines: list[list[tuple[str, Tone]]] = [[]]
        for figure in figures:
            taken = sum(width_of(text) + 3 for text, _ in lines[-1])
            if lines[-1] and taken + width_of(figure[0]) > self.width:
                lines.append([])
            lines[-1].append(figure)
        return ["   ".join(self.paint(*figure) for figure in line) for line in lines]

    def _sentences(self, rows: Sequence[Row]) -> str:
        if not rows:
            return self.paint("No sentences.", "faint")
        columns = self.columns
        named = [
            ("#", True),
            ("", True),
            (_HEADS[0], True),
            (_HEADS[1], columns.stance),
            (_HEADS[2], columns.cue),
            ("Sentence", True),
            (_HEADS[3], columns.contested),
            (_HEADS[4], columns.rule),
        ]
        headers = [self.paint(name, "title") if name else "" for name, shown in named if shown]
        cells = [line for row in rows for line in self._row(row, last=row is rows[-1])]
        aligned = ["right"] + ["left"] * (len(headers) - 1)
        table = tabulate(cells, headers, tablefmt=_FORMAT, disable_numparse=True, colalign=aligned)
        return "\n".join(line.rstrip() for line in table.split("\n"))

    def _row(self, row: Row, last: bool) -> list[tuple[str, ...]]:
        """The row's lines; a row of several is set off from the next by a blank one."""
        columns = self.columns
        who, stance, cue, rule = self._sayings(row)
        text = self._text(row)
        contested = [
            self.paint(line, "bad")
            for reason in row.contested
            for line in wrapped(
                f"{DISPUTED} {printable(reason)}", columns.contested or columns.text
            )
        ]
        cells = [[str(row.number)], [self.paint(MARKS[row.standing], _TONES[row.standing])], who]
        cells += [stance] if columns.stance else []
        cells += [cue] if columns.cue else []
        cells += [text] if columns.contested else [text + contested]
        cells += [contested] if columns.contested else []
        cells += [rule] if columns.rule else []
        lines = list(zip_longest(*cells, fillvalue=""))
        return lines if last or len(lines) == 1 else [*lines, ("",) * len(cells)]

    def _text(self, row: Row) -> list[str]:
        lines = wrapped(printable(row.text), self.columns.text)
        if len(lines) > self.columns.lines:
            kept = lines[: self.columns.lines]
            kept[-1] = cut(kept[-1] + " " + lines[self.columns.lines], self.columns.text)
            lines = kept
        tone = _TONES[row.standing]
        return [self.paint(line, tone) if tone == "faint" else line for line in lines]

    def _sayings(self, row: Row) -> tuple[list[str], list[str], list[str], list[str]]:
        """Each attribution in each column, from the same line on; source and stance share a
        column where it is narrow."""
        columns = self.columns
        who: list[str] = []
        stance: list[str] = []
        cue: list[str] = []
        rule: list[str] = []
        for saying in row.sayings:
            lines = self._name(saying)
            judged = self.paint(cut(_stance(saying), columns.stance or columns.who), _tone(saying))
            lines += [] if columns.stance else [judged]
            filler = [""] * (len(lines) - 1)
            who += lines
            stance += [judged, *filler]
            cue += [cut(printable(saying.cue), columns.cue or 1), *filler]
            rule += [cut(_rule(saying), columns.rule or 1), *filler]
        if not row.sayings:
            who.append(self.paint(cut(_standing(row), columns.who), _TONES[row.standing]))
        return who, stance, cue, rule

    def _name(self, saying: Saying) -> list[str]:
        """Who it is, in no more than two lines; what is nested hangs from what it is nested in."""
        start, indent = (_NESTED, "  ") if saying.depth else ("", "")
        room = self.columns.who - len(start)
        first, *rest = wrapped(_who(saying), room)
        second = [indent + cut(" ".join(rest), room)] if rest else []
        return [start + first, *second]

    def _section(self, title: str, entries: Iterable[str]) -> str:
        line = self.paint("─" * width_of(title), "faint")
        body = list(entries) or [self.paint("None found.", "faint")]
        return "\n".join([self.paint(title, "title"), line, *body])

    def _voice(self, voice: Voice) -> str:
        source = voice.source
        facts = [counted(voice.said, "statement"), source.kind]
        facts += ["named" if source.named else "unnamed"]
        facts += [printable(source.role)] if source.role else []
        facts += (
            [f"because {printable(source.anonymity_reason)}"] if source.anonymity_reason else []
        )
        facts += ["also " + ", ".join(map(printable, source.aliases))] if source.aliases else []
        head, *more = wrapped(f"{printable(source.name)} ({'; '.join(facts)})", self.width - 4)
        lines = [head, *(f"    {line}" for line in more)]
        lines += [self._said(saying) for saying in voice.sayings]
        return "\n".join(lines)

    def _said(self, saying: Saying) -> str:
        flag = DISPUTED if saying.contested else " "
        claim = printable(saying.claim) or f"({printable(saying.cue)})"
        return self._hanging(
            f"{saying.number:>4} {flag} {_stance(saying):<12} ", claim, _tone(saying)
        )

    def _quarrels(self, quarrels: Sequence[Quarrel]) -> Iterator[str]:
        """What is disputed, and under it who denies it and how."""
        for disputed, denials in groupby(quarrels, lambda each: (each.number, each.claim)):
            for nth, quarrel in enumerate(denials):
                if nth == 0:
                    claimant = f"{printable(quarrel.claimant)}: " if quarrel.claimant else ""
                    words = claimant + printable(quarrel.claim)
                    yield self._hanging(f"{disputed[0]:>4}   ", words, None)
                if quarrel.denial is not None:
                    yield self._denial(quarrel.denial, quarrel)

    def _denial(self, denial: Saying, quarrel: Quarrel) -> str:
        evidence = f" (“{printable(quarrel.evidence)}”, {quarrel.link})" if quarrel.evidence else ""
        claim = f": {printable(denial.claim)}" if denial.claim else ""
        words = f"{_who(denial)} {_stance(denial)}{claim}{evidence}"
        return self._hanging(f"{denial.number:>4} {DISPUTED} ", words, "bad")

    def _exchange(self, exchange: Exchange) -> str:
        """The allegation, and under it what the article has them answer."""
        said, answer = exchange.allegation, exchange.answer
        about = f" (about {printable(exchange.target)})" if exchange.target else ""
        words = f"{_who(said)} {_stance(said)}{about}: {_told(said)}"
        lines = [self._hanging(f"{said.number:>4}   ", words, None)]
        if answer is None:
            lines.append("       No answer in the article.")
        else:
            words = f"{_who(answer)} {_stance(answer)}: {_told(answer)}"
            lines.append(self._hanging(f"{answer.number:>4}   ", words, None))
        return "\n".join(lines)

    def _loose(self, row: Row) -> str:
        cues = ", ".join(printable(saying.cue) for saying in row.sayings if saying.cue)
        mark = f"[{cues}] " if row.standing == "to nobody" and cues else ""
        start = f"{row.number:>4} {MARKS[row.standing]} "
        return self._hanging(start, mark + printable(row.text), None)

    def _unnamed(self, row: Row) -> str:
        who = ", ".join(dict.fromkeys(_who(saying) for saying in row.sayings if not saying.depth))
        return self._hanging(f"{row.number:>4}   ", f"{who}: {printable(row.text)}", None)

    def _hanging(self, start: str, words: str, tone: Tone | None) -> str:
        """``words`` wrapped beside ``start``, which alone is in colour."""
        room = max(self.width - width_of(start), 12)
        lines = wrapped(words, room)
        head = self.paint(start, tone) if tone else start
        indent = " " * width_of(start)
        return "\n".join([head + lines[0], *(indent + line for line in lines[1:])])


def _who(saying: Saying) -> str:
    return printable(saying.who) if saying.who else "nobody"


def _told(saying: Saying) -> str:
    return printable(saying.claim or saying.cue)


def _stance(saying: Saying) -> str:
    return f"({saying.stance})" if saying.hypothetical else saying.stance


def _rule(saying: Saying) -> str:
    return f"{saying.rule} {saying.confidence:.2f}"


def _tone(saying: Saying) -> Tone:
    return "faint" if saying.hypothetical else _TONES[saying.position]


def _standing(row: Row) -> str:
    return "—" if row.standing == "unattributed" else row.standing
