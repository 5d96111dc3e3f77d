"""The report as a page for a browser that needs no network: the article with everything marked.

One file holds all articles, with an index where there are several; a folder gets a page an
article and an index.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any, TextIO

from markupsafe import Markup

from claimtrack.records import Failure, Report
from claimtrack.render.filenames import Opening, file_name
from claimtrack.render.htmlplots import Cell
from claimtrack.render.htmlview import View, view_of
from claimtrack.render.pages import environment, policy_hash, resource
from claimtrack.render.sections import Counts, counted

INDEX = "index.html"
STRIPS = 500
"""How many articles of an index have a plot, so that a large one stays fast."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the index: where the article is (None: it failed), and what was counted in it."""

    href: str | None
    heading: str
    path: str
    counts: Counts | None = None
    strip: tuple[Cell, ...] = ()
    failure: str = ""


def write_html(items: Iterable[Report | Failure], out: TextIO) -> None:
    """All articles in one file; an index stands before them, unless there is just one."""
    remaining = iter(items)
    first = list(islice(remaining, 2))
    alone = len(first) == 1 and isinstance(first[0], Report)
    entries: list[Entry] = []
    chapters: list[str] = []
    for nth, item in enumerate(chain(first, remaining), 1):
        if isinstance(item, Failure):
            entries.append(_failed(item))
            continue
        view, prefix = view_of(item), "" if alone else f"r{nth}-"
        entries.append(_entry(view, f"#{prefix}top", len(entries)))
        chapters.append(_chapter(view, prefix, None if alone else "#index"))
    parts = chapters if alone else [_index(entries), *chapters]
    _write_page(out, entries[0].heading if alone else _title(entries), parts)


def write_html_folder(items: Iterable[Report | Failure], opening: Opening) -> None:
    """A page an article, named by its id, as soon as it is done; ``index.html`` at the end."""
    entries: list[Entry] = []
    taken = {INDEX}
    for item in items:
        if isinstance(item, Failure):
            entries.append(_failed(item))
            continue
        view = view_of(item)
        entry = _entry(view, file_name(item.article.id, ".html", taken), len(entries))
        entries.append(entry)
        with opening(entry.href or INDEX) as out:
            _write_page(out, entry.heading, [_chapter(view, "", INDEX)])
    with opening(INDEX) as out:
        _write_page(out, _title(entries), [_index(entries)])


def _entry(view: View, href: str, before: int) -> Entry:
    sections = view.sections
    strip = view.strip if before < STRIPS else ()
    return Entry(href, sections.heading, view.report.article.path, sections.counts, strip)


def _failed(failure: Failure) -> Entry:
    return Entry(None, failure.id, failure.path, failure=f"{failure.code} {failure.message}")


def _title(entries: Iterable[Entry]) -> str:
    return counted(sum(entry.href is not None for entry in entries), "article")


def _chapter(view: View, prefix: str, index: str | None) -> str:
    return environment().get_template("report.html").render(view=view, p=prefix, index=index)


def _index(entries: Iterable[Entry]) -> str:
    lines = tuple(entries)
    totals = [entry.counts for entry in lines if entry.counts]
    fields = ("sentences", "attributed", "to_nobody", "unattributed", "no_claim", "contested")
    sums = {field: sum(getattr(each, field) for each in totals) for field in fields}
    template = environment().get_template("index.html")
    return template.render(entries=lines, totals=sums, title=_title(lines))


def _write_page(out: TextIO, title: str, parts: Iterable[str]) -> None:
    style, script = resource("style.css"), resource("script.js")
    page = environment().get_template("page.html")
    values: dict[str, Any] = {"title": title, "style": Markup(style), "script": Markup(script)}
    values |= {"style_hash": policy_hash(style), "script_hash": policy_hash(script)}
    for piece in page.generate(parts=map(Markup, parts), **values):
        out.write(piece)
    out.write("\n")
