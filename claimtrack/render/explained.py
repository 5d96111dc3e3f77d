"""Explanations as one page for a browser that needs no network: each parse drawn, then each rule."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from claimtrack.render.htmlmarks import shown_plain
from claimtrack.render.pages import environment, policy_hash, resource

_STYLED = re.compile(r' style="[^"]*"')
_SIZED = re.compile(r' width="([\d.]+)" height="[\d.]+"')
_ARC = re.compile(r'class="displacy-arc"[^>]* d="M[\d.]+,[\d.]+ [\d.]+,([\d.]+)')
_WORD_LINE = re.compile(r'class="displacy-token"[^>]* y="([\d.]+)"')
_ABOVE, _BELOW = 20.0, 45.0


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


@dataclass(frozen=True, slots=True)
class Explained:
    """A sentence, its parse as an SVG element, and what became of each rule."""

    sentence: str
    drawing: str
    rules: tuple[TriedRule, ...]

    @property
    def fitting(self) -> list[TriedRule]:
        """Those whose frame holds: they won, or lost to another."""
        return [tried for tried in self.rules if tried.outcome != "failed"]

    @property
    def failed(self) -> list[TriedRule]:
        return [tried for tried in self.rules if tried.outcome == "failed"]

    @property
    def drawn(self) -> Markup:
        return Markup(shown_plain(_fitted(self.drawing)))


def page(sentences: Sequence[Explained]) -> str:
    """The whole page, in one file."""
    style = resource("style.css") + "\n" + resource("explained.css")
    return (
        environment()
        .get_template("explained.html")
        .render(
            sentences=sentences,
            title=sentences[0].sentence if sentences else "Nothing to explain",
            style=Markup(style),
            style_hash=policy_hash(style),
        )
        + "\n"
    )


def _fitted(drawing: str) -> str:
    """The drawing without inline styles, which the page's policy forbids, cut to what is drawn."""
    heights = [float(y) for y in _ARC.findall(drawing)]
    lines = [float(y) for y in _WORD_LINE.findall(drawing)]
    bottom = max(lines, default=0.0) + _BELOW
    top = min([*heights, bottom - 2 * _BELOW]) - _ABOVE
    size = rf' width="\1" height="{bottom - top}" viewBox="0 {top} \1 {bottom - top}"'
    return _SIZED.sub(size, _STYLED.sub("", drawing), count=1)
