"""The report for a terminal: as wide as it is, in colour where ``paint`` gives any."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TextIO

from tabulate import DataRow, Line, TableFormat, tabulate

from claimtrack.records import Failure, Report
from claimtrack.render.printable import cut, printable, width_of, wrapped
from claimtrack.render.sections import Quarrel, Row, Saying, Sections, Standing, Voice, sections_of
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
    table = _Table(max(width, NARROWEST), paint)
    first = True
    for item in items:
        if isinstance(item, Report):
            out.write(("" if first else "\n\n") + table.report(sections_of(item)))
            out.flush()
            first = False


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


def _columns(width: int) -> _Columns:
    """Columns that fill the width: what does not fit as a column goes under the sentence."""
    if width >= 160:
        widths, lines = (26, 12, 18, 26, 24), 99
    elif width >= 110:
        widths, lines = (20, 12, 14, 20, 0), 99
    elif width >= 76:
        widths, lines = (17, 12, 0, 0, 0), 4
    else:
        widths, lines = (max(12, width // 4), 0, 0, 0, 0), 4
    used = 3 + 2 + 2 * len(_BETWEEN) + sum(each + len(_BETWEEN) for each in widths if each)
    return _Columns(*widths, text=max(width - used, 12), lines=lines)


class _Table:
    def __init__(self, width: int, paint: Paint) -> None:
        self.width = width
        self.paint = paint
        self.columns = _columns(width)

    def report(self, sections: Sections) -> str:
        parts = [
            self._header(sections),
            self._sentences(sections.rows),
            self._section("What each source says", map(self._voice, sections.voices)),
            self._section("Disputes", map(self._quarrel, sections.quarrels)),
            self._section("Nobody stands behind", map(self._loose, sections.unattributed)),
            self._section("Only unnamed sources", map(self._unnamed, sections.only_unnamed)),
        ]
        return "\n\n".join(part for part in parts if part) + "\n"

    def _header(self, sections: Sections) -> str:
        heading = printable(sections.heading or sections.id)
        place = " · ".join(
            printable(fact) for fact in (sections.id, sections.path, *sections.facts) if fact
        )
        lines = [self.paint(line, "title") for line in wrapped(heading, self.width)]
        lines += [self.paint(cut(place, self.width), "faint"), ""]
        return "\n".join(lines + self._figures(sections))

    def _figures(self, sections: Sections) -> list[str]:
        counts = sections.counts
        figures: list[tuple[str, Tone]] = [
            (f"{counts.sentences} sentences", "title"),
            (f"{MARKS['attributed']} {counts.attributed} attributed", "good"),
            (f"{MARKS['to nobody']} {counts.to_nobody} attributed to nobody", "warning"),
            (f"{MARKS['unattributed']} {counts.unattributed} unattributed", "warning"),
            (f"{MARKS['no claim']} {counts.no_claim} without a claim", "faint"),
            (f"{DISPUTED} {counts.contested} contested", "bad"),
            (f"{counts.sources} sources, {counts.named} named", "title"),
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
            ("Source", True),
            ("Stance", columns.stance),
            ("Cue", columns.cue),
            ("Sentence", True),
            ("Contested", columns.contested),
            ("Rule", columns.rule),
        ]
        headers = [self.paint(name, "title") if name else "" for name, shown in named if shown]
        cells = [line for row in rows for line in self._row(row, last=row is rows[-1])]
        aligned = ["right"] + ["left"] * (len(headers) - 1)
        return tabulate(cells, headers, tablefmt=_FORMAT, disable_numparse=True, colalign=aligned)

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
        """A line an attribution in each column; source and stance share one where it is narrow."""
        columns = self.columns
        who: list[str] = []
        stance: list[str] = []
        cue: list[str] = []
        rule: list[str] = []
        for saying in row.sayings:
            nested = "└ " if saying.depth else ""
            who.append(cut(nested + _who(saying), columns.who))
            judged = self.paint(cut(_stance(saying), columns.stance or columns.who), _tone(saying))
            (stance if columns.stance else who).append(judged)
            cue.append(cut(printable(saying.cue), columns.cue or 1))
            rule.append(cut(f"{saying.rule} {saying.confidence:.2f}", columns.rule or 1))
        if not row.sayings:
            who.append(self.paint(cut(_standing(row), columns.who), _TONES[row.standing]))
        return who, stance, cue, rule

    def _section(self, title: str, entries: Iterable[str]) -> str:
        body = list(entries)
        if not body:
            return ""
        return "\n".join(
            [self.paint(title, "title"), self.paint("─" * width_of(title), "faint"), *body]
        )

    def _voice(self, voice: Voice) -> str:
        source = voice.source
        facts = [source.kind, "named" if source.named else "unnamed"]
        facts += [printable(source.role)] if source.role else []
        facts += (
            [f"because {printable(source.anonymity_reason)}"] if source.anonymity_reason else []
        )
        facts += ["also " + ", ".join(map(printable, source.aliases))] if source.aliases else []
        lines = [cut(f"{printable(source.name)} ({'; '.join(facts)})", self.width)]
        lines += [self._said(saying) for saying in voice.sayings]
        return "\n".join(lines)

    def _said(self, saying: Saying) -> str:
        flag = DISPUTED if saying.contested else " "
        claim = printable(saying.claim) or f"({printable(saying.cue)})"
        return self._hanging(
            f"{saying.number:>4} {flag} {_stance(saying):<12} ", claim, _tone(saying)
        )

    def _quarrel(self, quarrel: Quarrel) -> str:
        claimant = f"{printable(quarrel.claimant)}: " if quarrel.claimant else ""
        first = self._hanging(f"{quarrel.number:>4}   ", claimant + printable(quarrel.claim), None)
        if quarrel.denial is None:
            return first
        denial = quarrel.denial
        evidence = f" (“{printable(quarrel.evidence)}”, {quarrel.link})" if quarrel.evidence else ""
        words = f"{_who(denial)} {_stance(denial)}: {printable(denial.claim)}{evidence}"
        return first + "\n" + self._hanging(f"{denial.number:>4} {DISPUTED} ", words, "bad")

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


def _stance(saying: Saying) -> str:
    return f"({saying.stance})" if saying.hypothetical else saying.stance


def _tone(saying: Saying) -> Tone:
    return "faint" if saying.hypothetical else _TONES[saying.position]


def _standing(row: Row) -> str:
    return "—" if row.standing == "unattributed" else row.standing
