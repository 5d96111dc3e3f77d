"""Explanations as one page for a browser that needs no network: each parse drawn, then each rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from claimtrack.render.htmlmarks import shown_plain

_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem}"
    "figure{margin:1rem 0;overflow-x:auto}svg{max-width:none}"
    "table{border-collapse:collapse}th,td{padding:.2rem .8rem .2rem 0;text-align:left;"
    "vertical-align:top}tr{border-top:1px solid #ccc}.won td{font-weight:600}.failed td{color:#555}"
)
_PAGE = Markup(
    '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width">'
    "<title>{title} · claimtrack</title><style>{style}</style></head><body>\n{sections}</body></html>\n"
)
_SECTION = Markup("<section><h1>{sentence}</h1>\n<figure>{drawing}</figure>\n{rules}</section>\n")
_TABLE = Markup("<table><thead>{head}</thead>\n<tbody>{rows}</tbody></table>")
_HEAD = Markup("<tr>{}</tr>").format(
    Markup("").join(
        Markup("<th>{}</th>").format(name)
        for name in ("", "rule", "frame", "source", "cue", "claim", "stance", "why")
    )
)
_NOTHING = Markup("<p>No rule has a word for anything in it.</p>")


@dataclass(frozen=True, slots=True)
class TriedRule:
    """A rule that was tried, in the words of its sentence; what there is none of is empty."""

    outcome: str
    rule: str
    frame: str
    source: str
    cue: str
    claim: str
    stance: str
    why: str

    def cells(self) -> tuple[str, ...]:
        return (
            self.outcome, self.rule, self.frame, self.source, self.cue, self.claim, self.stance,
            self.why,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Explained:
    """A sentence, its parse as an SVG element, and what became of each rule."""

    sentence: str
    drawing: str
    rules: tuple[TriedRule, ...]


def page(sentences: Sequence[Explained]) -> str:
    """The whole page, in one file."""
    sections = Markup("").join(map(_section, sentences))
    title = shown_plain(sentences[0].sentence) if sentences else "claimtrack"
    return str(_PAGE.format(title=title, style=Markup(_STYLE), sections=sections))


def _section(explained: Explained) -> Markup:
    rows = Markup("\n").join(map(_row, explained.rules))
    rules = _TABLE.format(head=_HEAD, rows=rows) if explained.rules else _NOTHING
    drawing = Markup(shown_plain(explained.drawing))
    sentence = shown_plain(explained.sentence)
    return _SECTION.format(sentence=sentence, drawing=drawing, rules=rules)


def _row(tried: TriedRule) -> Markup:
    cells = (Markup("<td>{}</td>").format(shown_plain(cell)) for cell in tried.cells())
    return Markup('<tr class="{}">{}</tr>').format(tried.outcome, Markup("").join(cells))
