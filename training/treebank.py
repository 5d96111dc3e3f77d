"""Annotated sentences: read from CoNLL-U files, joined, and turned into spaCy documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab


@dataclass(frozen=True)
class Word:
    """One syntactic word. `head` is the index of its head in the sentence (its own for the root);
    None: not annotated.
    """

    form: str
    space: bool = True
    lemma: str = ""
    upos: str = ""
    xpos: str = ""
    feats: str = ""
    head: int | None = None
    deprel: str = ""
    mention: str = ""


@dataclass(frozen=True)
class Sentence:
    """Words with, where known, one IOB entity tag each (`entities` is None where nothing was
    annotated).
    """

    words: tuple[Word, ...]
    entities: tuple[str, ...] | None = None
    identifier: str = ""
    document: str = ""

    @property
    def text(self) -> str:
        return "".join(word.form + " " * word.space for word in self.words).strip()

    def with_words(self, words: Sequence[Word]) -> Sentence:
        return replace(self, words=tuple(words))


@dataclass
class _Block:
    """The lines of one sentence while it is read."""

    rows: list[list[str]] = field(default_factory=list)
    surface: dict[int, list[str]] = field(default_factory=dict)

    def add(self, line: str) -> None:
        columns = line.split("\t")
        if columns[0].isdigit():
            self.rows.append(columns)
        elif "-" in columns[0]:
            first, last = map(int, columns[0].split("-"))
            self.surface[first] = [columns[1], columns[9], str(last)]

    def words(self) -> tuple[Word, ...]:
        """The words; those of a multi-word token ("don't") are written together, as in the text."""
        inside, last_space = 0, "_"
        words = []
        for row in self.rows:
            number = int(row[0])
            if number in self.surface:
                _, last_space, last = self.surface[number]
                inside = int(last)
            misc = row[9]
            if number < inside:
                misc = "SpaceAfter=No"
            elif number == inside:
                misc = f"{row[9]}|{last_space}"
            words.append(_word(row, "SpaceAfter=No" not in misc))
        return tuple(words)


def _word(row: list[str], space: bool) -> Word:
    number, head = int(row[0]), int(row[6])
    mention = next((part[7:] for part in row[9].split("|") if part.startswith("Entity=")), "")
    return Word(
        form=row[1],
        space=space,
        lemma=row[2],
        upos=row[3],
        xpos=row[4],
        feats="" if row[5] == "_" else row[5],
        head=head - 1 if head else number - 1,
        deprel="ROOT" if head == 0 else row[7],
        mention=mention,
    )


def read_conllu(path: Path) -> Iterator[Sentence]:
    """The sentences of a file in order, with their identifiers and that of their document."""
    document, identifier, block = "", "", _Block()
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("# newdoc"):
            document = line.partition("=")[2].strip()
        elif line.startswith("# sent_id"):
            identifier = line.partition("=")[2].strip()
        elif line and not line.startswith("#"):
            block.add(line)
        elif not line and block.rows:
            yield Sentence(block.words(), identifier=identifier, document=document)
            block = _Block()


def to_doc(vocab: Vocab, sentences: Sequence[Sentence]) -> Doc:
    """One document of the sentences, in one line. What was not annotated stays missing, so that no
    component learns it.

    Sentences of one document must all have entities or none, all have trees or none.
    """
    words = [word for sentence in sentences for word in sentence.words]
    spaces = [word.space for word in words]
    for end in _ends(sentences)[:-1]:
        spaces[end - 1] = True
    if words[0].head is None:
        return Doc(
            vocab, words=[word.form for word in words], spaces=spaces, ents=_entities(sentences)
        )
    return Doc(
        vocab,
        words=[word.form for word in words],
        spaces=spaces,
        ents=_entities(sentences),
        tags=[word.xpos for word in words],
        pos=[word.upos for word in words],
        morphs=[word.feats for word in words],
        lemmas=[word.lemma for word in words],
        heads=_heads(sentences),
        deps=[word.deprel for word in words],
    )


def _ends(sentences: Sequence[Sentence]) -> list[int]:
    ends, total = [], 0
    for sentence in sentences:
        total += len(sentence.words)
        ends.append(total)
    return ends


def _heads(sentences: Sequence[Sentence]) -> list[int]:
    starts = [0, *_ends(sentences)]
    return [
        start + (word.head or 0)
        for start, sentence in zip(starts, sentences, strict=False)
        for word in sentence.words
    ]


def _entities(sentences: Sequence[Sentence]) -> list[str] | None:
    if any(sentence.entities is None for sentence in sentences):
        return None
    return [tag for sentence in sentences for tag in sentence.entities or ()]
