"""Whom a source's pronoun or description means, on GUM.

`python -m benchmarks.gum [--data DIR] [--errors]`: the documents of GUM's train and dev parts with
their own parses and names; the tool finds attributions and links their sources, and each third-person
pronoun and definite description among these is compared by the treebank's coreference. A case is
a source of which the document told before; it is answered where the tool links it to anything before,
and right where that is the same in the treebank. What is new in the treebank, and yet linked, is a
case too, answered wrongly.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import spacy
from spacy.vocab import Vocab
from tabulate import tabulate

from claimtrack.attributing import attribute
from claimtrack.language.grammar.dialects import Universal
from claimtrack.language.load import Paragraph, assemble
from claimtrack.language.parse import Parse
from claimtrack.paths import shipped_rules
from claimtrack.records import Article, Block
from claimtrack.rules.model import RuleSet
from claimtrack.rules.rulefile import load_rules
from claimtrack.sources.lexicon import lexicon
from claimtrack.sources.linking import link
from claimtrack.sources.mention import Mention
from claimtrack.sources.mentions import find_mentions
from claimtrack.sources.scene import Scene
from training.entities import with_gum_entities
from training.treebank import Sentence, read_conllu, to_doc

_FILES = ("gum-train.conllu", "gum-dev.conllu")
_PRONOUNS = ("masculine", "feminine", "neuter", "plural")
_BRACKET = re.compile(
    r"\((?P<open>\d+)(?:\[\d+/\d+\])?-[^()]*(?P<single>\))?|(?P<close>\d+)(?:\[\d+/\d+\])?\)"
)


@dataclass(frozen=True, slots=True)
class Document:
    """A document's sentences, by paragraph."""

    name: str
    paragraphs: tuple[tuple[Sentence, ...], ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A source that stands for something told before, or is linked as if it did.

    ``gold`` is its entity's number in the treebank; ``meant`` the words and the number (None: none)
    of what the tool links it to, or None where it links it to nothing; ``known``: told of before.
    """

    document: str
    kind: str
    words: str
    sentence: str
    gold: int
    meant: tuple[str, int | None] | None
    known: bool

    @property
    def right(self) -> bool:
        return self.known and self.meant is not None and self.meant[1] == self.gold


# --- the treebank ---------------------------------------------------------------------------------


def read_documents(path: Path) -> Iterator[Document]:
    """The documents of a file, with the names that their mentions hold."""
    first = _first_of_paragraphs(path)
    sentences = with_gum_entities(list(read_conllu(path)))
    for name, group in groupby(sentences, key=lambda s: s.document):
        paragraphs: list[list[Sentence]] = []
        for sentence in group:
            if sentence.identifier in first or not paragraphs:
                paragraphs.append([])
            paragraphs[-1].append(sentence)
        yield Document(name, tuple(map(tuple, paragraphs)))


def _first_of_paragraphs(path: Path) -> frozenset[str]:
    """The identifiers of the sentences that begin a paragraph."""
    found, begins = set(), False
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newpar"):
            begins = True
        elif line.startswith("# sent_id") and begins:
            found.add(line.partition("=")[2].strip())
            begins = False
    return frozenset(found)


def parse_of(document: Document, vocab: Vocab) -> Parse:
    """The document as the tool sees it, with the treebank's parse; its words in their order are the tokens."""
    parts, blocks, text = [], [], ""
    for number, sentences in enumerate(document.paragraphs):
        doc = to_doc(vocab, sentences)
        words = doc.text.rstrip()
        start, end = len(text), len(text) + len(words)
        parts.append((Paragraph(number, start, words, range(start, end)), doc))
        blocks.append(Block("paragraph", start, end))
        text += f"{words}\n\n"
    return assemble(Article(document.name, text, blocks=tuple(blocks)), parts, Universal())


def entities_of(document: Document) -> dict[int, int]:
    """The entity of each token that heads a mention."""
    found: dict[int, int] = {}
    base = 0
    for sentence in (s for paragraph in document.paragraphs for s in paragraph):
        for first, last, entity in sorted(_mentions(sentence), key=lambda m: m[1] - m[0]):
            inside = range(first, last + 1)
            heads = (sentence.words[i].head for i in inside)
            tops = (i for i, h in zip(inside, heads, strict=True) if h == i or h not in inside)
            found.setdefault(base + next(tops), entity)
        base += len(sentence.words)
    return found


def _mentions(sentence: Sentence) -> Iterator[tuple[int, int, int]]:
    """First word, last word and entity of each mention that begins and ends in the sentence."""
    opened: dict[str, list[int]] = {}
    for index, word in enumerate(sentence.words):
        for bracket in _BRACKET.finditer(word.mention):
            if bracket["single"]:
                yield index, index, int(bracket["open"])
            elif bracket["open"]:
                opened.setdefault(bracket["open"], []).append(index)
            elif opened.get(bracket["close"]):
                yield opened[bracket["close"]].pop(), index, int(bracket["close"])


# --- the cases ------------------------------------------------------------------------------------


def cases_of(document: Document, rules: RuleSet, vocab: Vocab) -> Iterator[Case]:
    """Each pronoun and definite description that is a source."""
    parse, gold = parse_of(document, vocab), entities_of(document)
    attributions = attribute(parse, rules, {"": 0.5}).attributions
    words = lexicon(rules)
    found = find_mentions(parse, attributions, words)
    scene = link(parse, found, attributions, words)
    speaking = {found.heads[a.source.spans] for a in attributions if a.source.spans}
    for mention in found.mentions:
        kind = kind_of(mention)
        if kind and mention.head in speaking and mention.head in gold:
            case = _case(document, parse, gold, scene, mention)
            if case.known or case.meant is not None:
                yield case


def kind_of(mention: Mention) -> str:
    """What is measured: a third-person pronoun, a definite description, or "" for all else."""
    if mention.form == "pronoun" and mention.pronoun in _PRONOUNS:
        return "pronoun"
    definite = mention.form == "description" and mention.article == "definite"
    return "description" if definite and not mention.members else ""


def _case(
    document: Document, parse: Parse, gold: Mapping[int, int], scene: Scene, mention: Mention
) -> Case:
    sentence = parse.sentences[parse.tokens[mention.head].sentence]
    entity = gold[mention.head]
    return Case(
        document.name,
        kind_of(mention),
        parse.words(mention.tokens),
        parse.article.text[sentence.start : sentence.end],
        entity,
        _meant(parse, gold, scene, mention),
        any(gold[head] == entity for head in gold if head < min(mention.tokens)),
    )


def _meant(
    parse: Parse, gold: Mapping[int, int], scene: Scene, mention: Mention
) -> tuple[str, int | None] | None:
    """What the tool links a mention to: the nearest words before it that are no pronoun, else the
    nearest pronoun."""
    linked = scene.entities[scene.of[mention.head]].mentions
    before = [m for m in linked if m.head < min(mention.tokens)]
    if not before:
        return None
    nearest = max(before, key=lambda m: (m.form != "pronoun", m.head))
    heads = (nearest.head, *nearest.heads, *sorted(nearest.tokens, reverse=True))
    entity = next((gold[head] for head in heads if head in gold), None)
    return parse.words(nearest.tokens), entity


# --- the table ------------------------------------------------------------------------------------


def table(cases: Sequence[Case]) -> str:
    """How many cases are answered, and how many of these rightly."""
    groups = {
        "pronouns": [c for c in cases if c.kind == "pronoun"],
        "definite descriptions": [c for c in cases if c.kind == "description"],
        "all": cases,
    }
    rows = [[name, *_counts(group)] for name, group in groups.items()]
    headers = ["sources", "cases", "answered", "right", "answered %", "right of these %"]
    return tabulate(rows, headers, floatfmt=".1f")


def _counts(cases: Sequence[Case]) -> tuple[float, ...]:
    answered = sum(case.meant is not None for case in cases)
    right = sum(case.right for case in cases)
    return (
        len(cases),
        answered,
        right,
        100 * answered / max(1, len(cases)),
        100 * right / max(1, answered),
    )


def errors(cases: Iterable[Case]) -> str:
    """The cases that are not right: what the tool takes the source for, or nothing."""
    return "\n".join(
        f"{c.document} {c.kind} {c.words!r} = {c.meant[0] if c.meant else '?'!r}"
        f"{'' if c.known else ' (new)'}: {c.sentence}"
        for c in cases
        if not c.right
    )


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--errors", action="store_true", help="print what is not right")
    options = parser.parse_args(arguments)
    rules, vocab = load_rules(shipped_rules()), spacy.blank("en").vocab
    paths = [options.data / "treebanks" / name for name in _FILES]
    documents = [document for path in paths for document in read_documents(path)]
    cases = [case for document in documents for case in cases_of(document, rules, vocab)]
    if options.errors:
        print(errors(cases), end="\n\n")
    print(table(cases))


if __name__ == "__main__":
    main()
