"""Dialects: two sets of dependency labels read as one.

Universal Dependencies (the embedded model) are taken as they are; the ClearNLP labels
(``en_core_web_*``) are rehung, so that prepositions and copulas hang from the words that they
introduce.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import ClassVar, Protocol

from spacy.tokens import Doc
from spacy.tokens import Token as SpacyToken

Arc = tuple[int, str]
"""The number of a token's head in its Doc (its own for a root), and its role."""


class Dialect(Protocol):
    """Reads a parsed Doc's labels into the house's roles."""

    def arcs(self, doc: Doc) -> list[Arc]:
        """The head and role of every token."""
        ...


class Universal:
    """Universal Dependencies, as treebanks have them."""

    def arcs(self, doc: Doc) -> list[Arc]:
        return [(token.head.i, token.dep_ if token.dep_ != "ROOT" else "root") for token in doc]


class ClearNlp:
    """The labels of ``en_core_web_*``, rehung into the shapes of Universal Dependencies."""

    _ROLES: ClassVar[dict[str, str]] = {
        "ROOT": "root", "dobj": "obj", "dative": "iobj", "nsubjpass": "nsubj:pass", "csubjpass": "csubj",
        "auxpass": "aux:pass", "neg": "advmod", "relcl": "acl:relcl", "poss": "nmod:poss", "prt": "compound:prt",
        "oprd": "xcomp", "acomp": "xcomp", "attr": "xcomp", "npadvmod": "obl", "predet": "det", "intj": "discourse",
        "meta": "discourse", "quantmod": "advmod", "preconj": "cc",
    }  # fmt: skip

    def arcs(self, doc: Doc) -> list[Arc]:
        arcs = [(token.head.i, self._role(token)) for token in doc]
        for token in doc:
            if (
                token.dep_ in ("prep", "agent", "dative") and token.pos_ != "PRON"
            ) or self._ends_preposition(token):
                self._hang_preposition(token, arcs)
            elif token.dep_ == "ccomp":
                self._raise_subject(token, arcs)
            elif token.dep_ in ("conj", "relcl", "appos"):
                self._hang_marks(token, arcs)
        for token in doc:
            if token.lemma_ == "be":
                self._hang_copula(token, arcs)
        return arcs

    def _role(self, token: SpacyToken) -> str:
        if token.dep_ == "aux" and token.tag_ == "TO":
            return "mark"
        return self._ROLES.get(token.dep_, token.dep_)

    @staticmethod
    def _ends_preposition(word: SpacyToken) -> bool:
        """Whether a word is the second half of a preposition: because *of*."""
        return word.dep_ == "pcomp" and word.pos_ == "ADP" and word.head.dep_ == "prep"

    @staticmethod
    def _raise_subject(clause: SpacyToken, arcs: list[Arc]) -> None:
        """wants ← pay ← bank, and consider ← unfair ← plan: the subject of an infinitive, or of a predicate
        without a verb, becomes the object of the verb above."""
        subject = next((c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if (
            subject is None
            or subject.i < clause.head.i
            or any(c.dep_ == "mark" for c in clause.children)
        ):
            return
        infinitive = any(c.tag_ == "TO" for c in clause.children)
        if infinitive or clause.pos_ not in ("VERB", "AUX"):
            arcs[subject.i] = (clause.head.i, "obj")
            arcs[clause.i] = (clause.head.i, "xcomp")

    @staticmethod
    def _hang_marks(word: SpacyToken, arcs: list[Arc]) -> None:
        """The commas around a relative clause or apposition, and the *and* before a conjunct, hang from it."""
        for other in word.head.children:
            beside = other.i in (word.left_edge.i - 1, word.right_edge.i + 1)
            if (other.dep_ == "punct" and beside) or (
                other.dep_ == "cc" and word.dep_ == "conj" and other.i < word.i
            ):
                arcs[other.i] = (word.i, other.dep_)

    @staticmethod
    def _hang_preposition(word: SpacyToken, arcs: list[Arc]) -> None:
        """preposition ← object becomes object ← preposition (role ``case``, ``mark`` before a verb)."""
        governed = next((c for c in word.children if c.dep_ in ("pobj", "pcomp")), None)
        if governed is None or ClearNlp._ends_preposition(governed):
            return
        outer, words = word, [word]
        while ClearNlp._ends_preposition(outer) or (
            outer.dep_ == "prep"
            and outer.head.dep_ == "prep"
            and outer.head.lower_ in ("according", "because", "out")
        ):
            outer = outer.head
            words.append(outer)
        host = outer.head
        verbal = host.pos_ in ("VERB", "AUX", "ADJ", "ADV")
        if governed.dep_ == "pcomp":
            arcs[governed.i] = (host.i, "advcl" if verbal else "acl")
        elif word.dep_ == "agent":
            arcs[governed.i] = (host.i, "obl:agent")
        else:
            arcs[governed.i] = (host.i, "obl" if verbal else "nmod")
        for marker in words:
            arcs[marker.i] = (governed.i, "mark" if governed.dep_ == "pcomp" else "case")

    @staticmethod
    def _hang_copula(verb: SpacyToken, arcs: list[Arc]) -> None:
        """be → complement becomes complement → be (role ``cop``), with all that hung from the verb."""
        complement = next((c for c in verb.children if c.dep_ in ("attr", "acomp")), None)
        if complement is None:
            return
        if any(c.dep_ == "expl" for c in verb.children):
            arcs[complement.i] = (verb.i, "nsubj")
            return
        head, role = arcs[verb.i]
        for index, (old, label) in enumerate(arcs):
            if old == verb.i and index not in (verb.i, complement.i):
                arcs[index] = (complement.i, label)
        arcs[complement.i] = (complement.i if head == verb.i else head, role)
        arcs[verb.i] = (complement.i, "cop")


def dialect_of(labels: Collection[str]) -> Dialect:
    """The dialect that a parser speaks, told by its labels."""
    return ClearNlp() if "dobj" in labels else Universal()
