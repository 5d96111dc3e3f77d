"""Dependency trees built by hand, which carry their Universal Dependencies annotation by
construction.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from training.lexicon import DOUBLED, IRREGULAR
from training.treebank import Sentence, Word

NO_SPACE_BEFORE = frozenset([".", ",", ":", ";", "?", "'s", "n't", "''"])


@dataclass
class Node:
    """A word with what depends on it, left and right, in the order of the text. `name` is the kind
    of name it is part of.
    """

    word: Word
    left: list[Node] = field(default_factory=list)
    right: list[Node] = field(default_factory=list)
    name: str = ""
    plural: bool = False

    def as_(self, role: str) -> Node:
        """The node in that grammatical role."""
        self.word = replace(self.word, deprel=role)
        return self

    def before(self, *nodes: Node) -> Node:
        """With these in front of all that it has."""
        self.left[:0] = nodes
        return self

    def after(self, *nodes: Node) -> Node:
        """With these behind all that it has."""
        self.right.extend(nodes)
        return self

    def walk(self) -> Iterator[Node]:
        for node in self.left:
            yield from node.walk()
        yield self
        for node in self.right:
            yield from node.walk()


def node(
    form: str,
    pos: str,
    tag: str,
    feats: str = "",
    *,
    lemma: str = "",
    role: str = "",
    name: str = "",
) -> Node:
    return Node(
        Word(form, lemma=lemma or form, upos=pos, xpos=tag, feats=feats, deprel=role), name=name
    )


def flatten(root: Node, entities: bool = True) -> Sentence:
    """The sentence of a tree, its first letter a capital; neighbouring words of one kind of name
    are one name.
    """
    nodes = list(root.walk())
    index = {id(each): number for number, each in enumerate(nodes)}
    heads = {id(child): index[id(each)] for each in nodes for child in (*each.left, *each.right)}
    words, tags, before = [], [], ""
    for number, each in enumerate(nodes):
        head = heads.get(id(each), number)
        following = nodes[number + 1].word if number + 1 < len(nodes) else None
        words.append(
            replace(
                each.word,
                head=head,
                deprel=each.word.deprel if head != number else "ROOT",
                space=_space(each.word, following),
            )
        )
        tags.append("O" if not each.name else f"{'I' if each.name == before else 'B'}-{each.name}")
        before = each.name
    return Sentence(tuple(_capitalised(words)), tuple(tags) if entities else None)


def _capitalised(words: list[Word]) -> Iterator[Word]:
    """A capital for the first word and for that behind a colon, a dash or the first opening
    quotation mark.
    """
    waiting, quoted = True, False
    for word in words:
        if word.upos != "PUNCT" and waiting:
            word = replace(word, form=word.form[0].upper() + word.form[1:])
            waiting = False
        waiting = waiting or word.form in (":", "-") or (word.xpos == "``" and not quoted)
        quoted = quoted or word.xpos == "``"
        yield word


def _space(word: Word, following: Word | None) -> bool:
    opening = word.xpos == "``"
    return not opening and not (
        following and (following.form in NO_SPACE_BEFORE or following.xpos == "''")
    )


# --- words in their forms ----------------------------------------------------------------------


def inflect(lemma: str, tag: str) -> str:
    """The form of a verb for a Penn tag (VB, VBP, VBZ, VBD, VBN, VBG)."""
    past, participle = IRREGULAR[lemma].split() if lemma in IRREGULAR else ("", "")
    stem = DOUBLED.get(lemma, lemma[:-1] if lemma.endswith("e") else lemma)
    if tag in ("VB", "VBP"):
        return lemma
    if tag == "VBZ":
        return plural(lemma)
    if tag == "VBG":
        return f"{stem}ing"
    regular = f"{lemma[:-1]}ied" if lemma[-1] == "y" and lemma[-2] not in "aeiou" else f"{stem}ed"
    return (past if tag == "VBD" else participle) or regular


def plural(noun: str) -> str:
    """The form in *-s* of a noun or verb."""
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "sh", "ch", "x", "z")) else f"{noun}s"


_FEATS = {
    "VB": "VerbForm=Inf",
    "VBN": "Tense=Past|VerbForm=Part",
    "VBG": "Tense=Pres|VerbForm=Part",
    "VBZ": "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
    "VBP": "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin",
}


def verb(
    lemma: str, tag: str, subject: Node | None = None, role: str = "", passive: bool = False
) -> Node:
    """A verb form; VBZ becomes VBP with a plural subject."""
    many = subject is not None and subject.plural
    tag = "VBP" if tag == "VBZ" and many else tag
    number = "Plur" if many else "Sing"
    feats = _FEATS.get(tag, f"Mood=Ind|Number={number}|Person=3|Tense=Past|VerbForm=Fin")
    return node(
        inflect(lemma, tag),
        "VERB",
        tag,
        feats + ("|Voice=Pass" if passive else ""),
        lemma=lemma,
        role=role,
    )


_AUXILIARIES = {
    ("have", "VBZ"): "has have",
    ("have", "VBD"): "had had",
    ("be", "VBZ"): "is are",
    ("be", "VBD"): "was were",
    ("do", "VBZ"): "does do",
    ("do", "VBD"): "did did",
}


def auxiliary(lemma: str, tag: str, subject: Node | None = None, role: str = "aux") -> Node:
    """A form of *be*, *have* or *do*: finite by the number of its subject, or *been*, *be*,
    *being*.
    """
    if (lemma, tag) in _AUXILIARIES:
        many = subject is not None and subject.plural
        form = _AUXILIARIES[lemma, tag].split()[many]
        tag = "VBP" if many and tag == "VBZ" else tag
        tense, number = ("Past" if tag == "VBD" else "Pres"), ("Plur" if many else "Sing")
        return node(
            form,
            "AUX",
            tag,
            f"Mood=Ind|Number={number}|Person=3|Tense={tense}|VerbForm=Fin",
            lemma=lemma,
            role=role,
        )
    form = {"VB": lemma, "VBN": {"be": "been", "have": "had"}.get(lemma, lemma), "VBG": "being"}[
        tag
    ]
    return node(form, "AUX", tag, _FEATS[tag], lemma=lemma, role=role)


def modal(form: str) -> Node:
    return node(form, "AUX", "MD", "VerbForm=Fin", role="aux")


def determiner(form: str) -> Node:
    feats = {
        "the": "Definite=Def|PronType=Art",
        "a": "Definite=Ind|PronType=Art",
        "an": "Definite=Ind|PronType=Art",
        "this": "Number=Sing|PronType=Dem",
        "that": "Number=Sing|PronType=Dem",
        "these": "Number=Plur|PronType=Dem",
        "any": "PronType=Ind",
        "no": "PronType=Neg",
    }[form]
    return node(
        form, "DET", "DT", feats, lemma={"an": "a", "these": "this"}.get(form, form), role="det"
    )


def preposition(form: str) -> Node:
    return node(form, "ADP", "IN", role="case")


def to() -> Node:
    return node("to", "PART", "TO", role="mark")


def that() -> Node:
    return node("that", "SCONJ", "IN", role="mark")


def negation(form: str = "not") -> Node:
    return node(form, "PART", "RB", "Polarity=Neg", lemma="not", role="advmod")


def adverb(form: str) -> Node:
    if form in ("yesterday", "today"):
        return node(form, "NOUN", "NN", "Number=Sing", role="obl:unmarked")
    if form == "later":
        return node(form, "ADV", "RBR", "Degree=Cmp", lemma="late", role="advmod")
    return node(form, "ADV", "RB", role="advmod")


def mark(form: str) -> Node:
    tags = {
        "``": ('"', "``"),
        "''": ('"', "''"),
        ".": (".", "."),
        ",": (",", ","),
        ":": (":", ":"),
        ";": (";", ":"),
        "-": ("-", ":"),
    }
    shown, tag = tags[form]
    return node(shown, "PUNCT", tag, role="punct")
