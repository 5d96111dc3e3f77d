"""Named entities of persons, organisations and places, as IOB tags, from three differently
annotated corpora.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from training.treebank import Sentence, Word

LABELS = ("PER", "ORG", "LOC")
_GUM_TYPES = {"person": "PER", "organization": "ORG", "place": "LOC"}
_BRACKET = re.compile(
    r"\((?P<open>\d+(?:\[\d+/\d+\])?)-(?P<type>[a-z]+)[^()]*(?P<single>\))?"
    r"|(?P<close>\d+(?:\[\d+/\d+\])?)\)"
)
_TITLES = frozenset(
    "president minister premier chancellor senator governor mayor secretary general judge justice "
    "king queen prince princess pope bishop archbishop sheriff captain colonel doctor professor "
    "madam sir mr. mrs. ms. dr. director chairman ambassador congressman mom dad mother father god "
    "lord".split()
)
_NO_SPACE_BEFORE = frozenset([".", ",", ";", ":", "?", "!", ")", "]", "%", "'s", "'", "n't", "-"])
_NO_SPACE_AFTER = frozenset(["(", "[", "$", "-"])


def read_wikigold(path: Path) -> Iterator[Sentence]:
    """The sentences of wikigold (tags I-PER …, tokens apart by spaces), with the spaces of running
    text; MISC is dropped.
    """
    rows: list[tuple[str, str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        form, _, tag = line.rpartition(" ")
        if form and form != "-DOCSTART-":
            rows.append((form, tag))
        elif rows and not form:
            yield _wikigold_sentence(rows)
            rows = []


def _wikigold_sentence(rows: Sequence[tuple[str, str]]) -> Sentence:
    forms, tags, before, quoted = [form for form, _ in rows], [], "O", False
    spaces = [True] * len(forms)
    for index, (form, tag) in enumerate(rows):
        tag = tag if tag[2:] in LABELS else "O"
        tags.append("B" + tag[1:] if tag != "O" and tag != before else tag)
        before = tag
        if index and (form in _NO_SPACE_BEFORE or (form == '"' and quoted)):
            spaces[index - 1] = False
        if form in _NO_SPACE_AFTER or (form == '"' and not quoted):
            spaces[index] = False
        quoted ^= form == '"'
    words = tuple(Word(form, space) for form, space in zip(forms, spaces, strict=False))
    return Sentence(words, tuple(tags))


def read_iob2(path: Path) -> dict[str, tuple[str, ...]]:
    """The tags of every sentence of an IOB2 file of five columns (number, form, tag, …), by the
    sentence's identifier.
    """
    sentences: dict[str, tuple[str, ...]] = {}
    identifier, tags = "", []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("# sent_id"):
            identifier = line.partition("=")[2].strip()
        elif line[:1].isdigit():
            number, _, tag = line.split("\t")[:3]
            if number.isdigit():
                tags.append(tag if tag[2:] in LABELS else "O")
        elif not line and tags:
            sentences[identifier] = tuple(tags)
            tags = []
    return sentences


def with_gum_entities(sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """The sentences with IOB tags for GUM's mentions that are proper names, cut to the name (no
    article, title, apposition).
    """
    for sentence in sentences:
        tags = ["O"] * len(sentence.words)
        for first, last, label in sorted(
            _mentions(sentence.words), key=lambda mention: mention[0] - mention[1]
        ):
            span = _name(sentence.words, first, last, label)
            if span and all(tag == "O" for tag in tags[span[0] : span[1]]):
                tags[span[0] : span[1]] = [f"B-{label}"] + [f"I-{label}"] * (span[1] - span[0] - 1)
        yield replace(sentence, entities=tuple(tags))


def _mentions(words: Sequence[Word]) -> Iterator[tuple[int, int, str]]:
    """First and last word and label of each mention of a kept type that begins and ends in the
    sentence.
    """
    opened: dict[str, tuple[int, str]] = {}
    for index, word in enumerate(words):
        for match in _BRACKET.finditer(word.mention):
            if match["single"]:
                start, kind = index, match["type"]
            elif match["open"]:
                opened[match["open"]] = (index, match["type"])
                continue
            else:
                start, kind = opened.pop(match["close"], (index, ""))
            if kind in _GUM_TYPES:
                yield start, index, _GUM_TYPES[kind]


def _name(words: Sequence[Word], first: int, last: int, label: str) -> tuple[int, int] | None:
    """The words of the proper name that heads a mention, as a half-open range; None where no name
    does.
    """
    inside = range(first, last + 1)
    heads = [
        index for index in inside if words[index].head == index or words[index].head not in inside
    ]
    if len(heads) != 1 or words[heads[0]].upos != "PROPN":
        return None
    parts = [heads[0]]
    for part in parts:
        parts.extend(
            i
            for i in inside
            if i not in parts and words[i].head == part and _belongs(words, i, label)
        )
    name = words[min(parts) : max(parts) + 1]
    if label == "PER" and (
        words[heads[0]].xpos == "NNPS" or (len(name) == 1 and name[0].form.lower() in _TITLES)
    ):
        return None
    return min(parts), max(parts) + 1


def _belongs(words: Sequence[Word], index: int, label: str) -> bool:
    """Whether a dependent of a word in a name is in the name too: *Portsmouth* in *University of
    Portsmouth*.
    """
    word = words[index]
    if not word.xpos.startswith("NNP") and not (
        word.deprel in ("flat", "compound") and word.form[:1].isupper()
    ):
        return False
    if word.deprel in ("flat", "compound", "amod", "nmod:unmarked"):
        return True
    linked = any(
        other.head == index and other.form.lower() in ("of", "for", "and", "&") for other in words
    )
    return label != "PER" and word.deprel in ("nmod", "conj") and linked
