"""The texts of which places were judged, and tables of such places (`training/judged/`).

Tables of places hold no text: only where it stands in FactAppeal's training part or in a document of
the treebanks EWT and GUM, and a letter.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from claimtrack.records import Spans


def texts(data: Path) -> Mapping[tuple[str, str], str]:
    """The texts of which places were judged, by corpus and name."""
    lines = (data / "gold" / "factappeal-train.jsonl").read_text(encoding="utf-8").splitlines()
    rows = map(json.loads, lines)
    found = {("factappeal", str(row["id"])): row["text"] for row in rows}
    for corpus in ("ewt", "gum"):
        path = data / "treebanks" / f"{corpus}-train.conllu"
        found |= {(corpus, name): text for name, text in documents(path)}
    return found


def documents(path: Path) -> Iterator[tuple[str, str]]:
    """A treebank's documents by name: sentences joined by a space, paragraphs by an empty line."""
    name = ""
    paragraphs: list[list[str]] = [[]]
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, value = line.partition("=")
        if line.startswith("# newdoc"):
            yield from _document(name, paragraphs)
            name, paragraphs = value.strip(), [[]]
        elif line.startswith("# newpar"):
            paragraphs.append([])
        elif key == "# text ":
            paragraphs[-1].append(value.strip())
    yield from _document(name, paragraphs)


def _document(name: str, paragraphs: Iterable[list[str]]) -> Iterator[tuple[str, str]]:
    if name:
        yield name, "\n\n".join(" ".join(sentences) for sentences in paragraphs if sentences)


def rows(path: Path) -> Iterator[Mapping[str, str]]:
    """The lines of a table, by the names of its columns."""
    with path.open(encoding="utf-8") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def places(written: str) -> Spans:
    """Offsets as a table has them: *44-61 70-74*."""
    pairs = (place.split("-") for place in written.split())
    return tuple((int(start), int(end)) for start, end in pairs)
