"""The treebank's coreference as `benchmarks.gum` reads it, and what it makes of the tool's links."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from benchmarks.gum import Case, cases_of, entities_of, parse_of, read_documents, table
from claimtrack.paths import shipped_rules
from claimtrack.rules.rulefile import load_rules

_TREES = """\
# newdoc id = harbour
# newpar
# sent_id = harbour-1
1 Ana Ana PROPN NNP _ 3 nsubj _ Entity=(1-person-new-nnnnn-cf1-1-coref
2 Ruiz Ruiz PROPN NNP _ 1 flat _ Entity=1)
3 met meet VERB VBD _ 0 root _ _
4 two two NUM CD _ 5 nummod _ Entity=(2-person-new-nnnnn-cf2-2-coref
5 divers diver NOUN NNS _ 3 obj _ Entity=2)|SpaceAfter=No
6 . . PUNCT . _ 3 punct _ _

# newpar
# sent_id = harbour-2
1 She she PRON PRP _ 2 nsubj _ Entity=(1-person-giv:act-nnnnn-cf1-1-ana)
2 said say VERB VBD _ 0 root _ _
3 the the DET DT _ 4 det _ Entity=(3-object-new-nnnnn-cf2-2-sgl
4 pier pier NOUN NN _ 6 nsubj _ Entity=3)
5 was be AUX VBD _ 6 cop _ _
6 safe safe ADJ JJ _ 2 ccomp _ SpaceAfter=No
7 . . PUNCT . _ 2 punct _ _

# sent_id = harbour-3
1 The the DET DT _ 2 det _ Entity=(2-person-giv:act-nnnnn-cf1-2-coref
2 divers diver NOUN NNS _ 3 nsubj _ Entity=2)
3 denied deny VERB VBD _ 0 root _ _
4 it it PRON PRP _ 3 obj _ Entity=(4-event-new-nnnnn-cf2-1-sgl)|SpaceAfter=No
5 . . PUNCT . _ 3 punct _ _
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    rows = (
        line if line.startswith("#") else "\t".join(_columns(line)) for line in _TREES.splitlines()
    )
    found = tmp_path / "harbour.conllu"
    found.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return found


def _columns(line: str) -> list[str]:
    return line.split(" ")


def test_a_document_keeps_its_paragraphs_and_words(path: Path) -> None:
    (document,) = read_documents(path)
    parse = parse_of(document, spacy.blank("en").vocab)
    assert document.name == "harbour"
    assert [len(sentences) for sentences in document.paragraphs] == [1, 2]
    assert parse.article.text == (
        "Ana Ruiz met two divers.\n\nShe said the pier was safe. The divers denied it.\n\n"
    )
    assert [(t.text, t.entity) for t in parse.tokens[:3]] == [
        ("Ana", "PER"), ("Ruiz", "PER"), ("met", ""),
    ]  # fmt: skip


def test_each_mention_is_known_by_its_head(path: Path) -> None:
    (document,) = read_documents(path)
    parse = parse_of(document, spacy.blank("en").vocab)
    found = {f"{head} {parse.tokens[head].text}": n for head, n in entities_of(document).items()}
    assert found == {
        "0 Ana": 1, "4 divers": 2, "6 She": 1, "9 pier": 3, "14 divers": 2, "16 it": 4,
    }  # fmt: skip


def test_pronouns_and_definite_descriptions_that_are_sources_are_cases(path: Path) -> None:
    (document,) = read_documents(path)
    found = list(cases_of(document, load_rules(shipped_rules()), spacy.blank("en").vocab))
    assert [(c.kind, c.words, c.gold, c.meant, c.right) for c in found] == [
        ("pronoun", "She", 1, ("Ana Ruiz", 1), True),
        ("description", "The divers", 2, ("two divers", 2), True),
    ]


def test_what_is_new_and_yet_linked_is_answered_wrongly() -> None:
    def case(known: bool, meant: tuple[str, int | None] | None) -> Case:
        return Case("harbour", "pronoun", "she", "She said so.", 1, meant, known)

    cases = [
        case(True, ("Ana", 1)),
        case(True, ("Eva", 2)),
        case(True, None),
        case(False, ("Ana", 1)),
    ]
    assert [c.right for c in cases] == [True, False, False, False]
    assert table(cases).splitlines()[2].split() == ["pronouns", "4", "3", "1", "75.0", "33.3"]
