"""ClearNLP labels, as ``en_core_web_*`` gives them, rehung into the roles of Universal Dependencies."""

from __future__ import annotations

import pytest

from claimtrack.language.grammar import ClearNlp, Universal, dialect_of
from tests.rules.shapes import doc_of


def rehung(words: str, arcs: str) -> str:
    """Roles and heads after rehanging, in the notation of ``shapes``."""
    found = ClearNlp().arcs(doc_of(words, arcs))
    return " ".join(
        role if head == index else f"{role}>{head + 1}" for index, (head, role) in enumerate(found)
    )


@pytest.mark.parametrize(
    ("words", "arcs", "expected"),
    [
        (
            "Fears/fear|NNS of|IN war|NN grew/grow|VBD in|IN May|NNP",
            "nsubj>4 prep>1 pobj>2 ROOT prep>4 pobj>5",
            "nsubj>4 case>3 nmod>1 root case>6 obl>4",
        ),
        (
            "It|PRP was/be|VBD denied/deny|VBN by|IN Lund|NNP",
            "nsubjpass>3 auxpass>3 ROOT agent>3 pobj>4",
            "nsubj:pass>3 aux:pass>3 root case>5 obl:agent>3",
        ),
        (
            "She|PRP gave/give|VBD proof|NN to|IN Lund|NNP",
            "nsubj>2 ROOT dobj>2 dative>2 pobj>4",
            "nsubj>2 root obj>2 case>5 obl>2",
        ),
        (
            "She|PRP gave/give|VBD Lund|NNP proof|NN",
            "nsubj>2 ROOT dative>2 dobj>2",
            "nsubj>2 root iobj>2 obj>2",
        ),
        (
            "critical|JJ of|IN him/he|PRP",
            "ROOT prep>1 pobj>2",
            "root case>3 obl>1",
        ),
        (
            "It|PRP fell/fall|VBD ,|, according/accord|VBG to|IN Lund|NNP",
            "nsubj>2 ROOT punct>2 prep>2 prep>4 pobj>5",
            "nsubj>2 root punct>2 case>6 case>6 obl>2",
        ),
        (
            "It|PRP fell/fall|VBD because|IN of|IN rain|NN",
            "nsubj>2 ROOT prep>2 pcomp>3 pobj>4",
            "nsubj>2 root case>5 case>5 obl>2",
        ),
        (
            "It|PRP came/come|VBD out|IN of|IN Lima|NNP",
            "nsubj>2 ROOT prep>2 prep>3 pobj>4",
            "nsubj>2 root case>5 case>5 obl>2",
        ),
    ],
)
def test_prepositions_hang_from_what_they_govern(words: str, arcs: str, expected: str) -> None:
    assert rehung(words, arcs) == expected


@pytest.mark.parametrize(
    ("words", "arcs", "expected"),
    [
        (
            "He|PRP warned/warn|VBD against|IN leaving/leave|VBG",
            "nsubj>2 ROOT prep>2 pcomp>3",
            "nsubj>2 root mark>4 advcl>2",
        ),
        (
            "the|DT cost|NN of|IN leaving/leave|VBG",
            "det>2 ROOT prep>2 pcomp>3",
            "det>2 root mark>4 acl>2",
        ),
    ],
)
def test_verbs_behind_prepositions_are_clauses(words: str, arcs: str, expected: str) -> None:
    assert rehung(words, arcs) == expected


@pytest.mark.parametrize(
    ("words", "arcs", "expected"),
    [
        (
            "The|DT plan|NN is/be|VBZ not|RB dead|JJ yet|RB .|.",
            "det>2 nsubj>3 ROOT neg>3 acomp>3 advmod>3 punct>3",
            "det>2 nsubj>5 cop>5 advmod>5 root advmod>5 punct>5",
        ),
        (
            "He|PRP said/say|VBD it|PRP was/be|VBD a|DT gift|NN",
            "nsubj>2 ROOT nsubj>4 ccomp>2 det>6 attr>4",
            "nsubj>2 root nsubj>6 cop>6 det>6 ccomp>2",
        ),
        (
            "He|PRP claims/claim|VBZ to|TO be|VB ill|JJ",
            "nsubj>2 ROOT aux>4 xcomp>2 acomp>4",
            "nsubj>2 root mark>5 cop>5 xcomp>2",
        ),
        (
            "There|EX is/be|VBZ a|DT plan|NN",
            "expl>2 ROOT det>4 attr>2",
            "expl>2 root det>4 nsubj>2",
        ),
        (
            "He|PRP is/be|VBZ in|IN Lima|NNP",
            "nsubj>2 ROOT prep>2 pobj>3",
            "nsubj>2 root case>4 obl>2",
        ),
        (
            "She|PRP became/become|VBD mayor|NN",
            "nsubj>2 ROOT attr>2",
            "nsubj>2 root xcomp>2",
        ),
    ],
)
def test_copulas_hang_from_their_complement(words: str, arcs: str, expected: str) -> None:
    assert rehung(words, arcs) == expected


@pytest.mark.parametrize(
    ("words", "arcs", "expected"),
    [
        (
            "He|PRP wants/want|VBZ Lund|NNP to|TO pay|VB",
            "nsubj>2 ROOT nsubj>5 aux>5 ccomp>2",
            "nsubj>2 root obj>2 mark>5 xcomp>2",
        ),
        (
            "He|PRP wants/want|VBZ it|PRP to|TO be|VB fair|JJ",
            "nsubj>2 ROOT nsubj>5 aux>5 ccomp>2 acomp>5",
            "nsubj>2 root obj>2 mark>6 cop>6 xcomp>2",
        ),
        (
            "They|PRP think|VBP it|PRP unfair|JJ",
            "nsubj>2 ROOT nsubj>4 ccomp>2",
            "nsubj>2 root obj>2 xcomp>2",
        ),
        (
            "He|PRP asks/ask|VBZ that|IN Lund|NNP pay|VB",
            "nsubj>2 ROOT mark>5 nsubj>5 ccomp>2",
            "nsubj>2 root mark>5 nsubj>5 ccomp>2",
        ),
        (
            "It|PRP fell/fall|VBD ,|, he|PRP said/say|VBD",
            "nsubj>2 ccomp>5 punct>5 nsubj>5 ROOT",
            "nsubj>2 ccomp>5 punct>5 nsubj>5 root",
        ),
    ],
)
def test_subjects_of_infinitives_are_objects(words: str, arcs: str, expected: str) -> None:
    assert rehung(words, arcs) == expected


@pytest.mark.parametrize(
    ("words", "arcs", "expected"),
    [
        (
            "Lund|NNP ,|, who|WP won/win|VBD ,|, left/leave|VBD",
            "nsubj>6 punct>1 nsubj>4 relcl>1 punct>1 ROOT",
            "nsubj>6 punct>4 nsubj>4 acl:relcl>1 punct>4 root",
        ),
        (
            "Lund|NNP ,|, the|DT mayor|NN ,|, left/leave|VBD",
            "nsubj>6 punct>1 det>4 appos>1 punct>1 ROOT",
            "nsubj>6 punct>4 det>4 appos>1 punct>4 root",
        ),
        (
            "He|PRP came/come|VBD and|CC she|PRP left/leave|VBD",
            "nsubj>2 ROOT cc>2 nsubj>5 conj>2",
            "nsubj>2 root cc>5 nsubj>5 conj>2",
        ),
    ],
)
def test_marks_and_joining_words_hang_from_what_they_introduce(
    words: str, arcs: str, expected: str
) -> None:
    assert rehung(words, arcs) == expected


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("dobj", "obj"), ("nsubjpass", "nsubj:pass"), ("auxpass", "aux:pass"), ("neg", "advmod"), ("prt", "compound:prt"),
        ("poss", "nmod:poss"), ("relcl", "acl:relcl"), ("oprd", "xcomp"), ("npadvmod", "obl"), ("intj", "discourse"),
        ("nsubj", "nsubj"), ("ccomp", "ccomp"), ("appos", "appos"), ("mark", "mark"),
    ],
)  # fmt: skip
def test_labels_by_their_roles(label: str, role: str) -> None:
    assert rehung("a|UH b|UH", f"ROOT {label}>1") == f"root {role}>1"


def test_universal_labels_stay_as_they_are() -> None:
    doc = doc_of("Trade|NN rose/rise|VBD", "nsubj>2 ROOT")
    assert Universal().arcs(doc) == [(1, "nsubj"), (1, "root")]


def test_a_parser_tells_its_dialect_by_its_labels() -> None:
    assert isinstance(dialect_of(("nsubj", "dobj", "ROOT")), ClearNlp)
    assert isinstance(dialect_of(("nsubj", "obj", "ROOT")), Universal)
