"""A token's role and class in plain words, as explanations print them."""

from __future__ import annotations

from claimtrack.language.parse import Token

_PLAIN_ROLES = {
    "nsubj": "subject", "nsubj:pass": "subject (passive)", "csubj": "subject clause", "obj": "object",
    "iobj": "to whom", "ccomp": "clause", "xcomp": "open clause", "advcl": "adverbial clause", "acl": "noun clause",
    "acl:relcl": "relative clause", "advcl:relcl": "relative clause", "parataxis": "aside", "obl": "phrase",
    "nmod": "phrase", "obl:agent": "by whom", "nmod:poss": "possessor", "amod": "adjective", "advmod": "adverb",
    "case": "preposition", "mark": "linking word", "aux": "auxiliary", "aux:pass": "auxiliary (passive)", "cop": "be",
    "det": "determiner", "conj": "joined", "cc": "joining word", "appos": "apposition", "punct": "mark",
    "compound": "part of a name", "flat": "part of a name", "root": "main word", "nummod": "number",
    "compound:prt": "particle", "expl": "placeholder",
}  # fmt: skip


def plain_role(token: Token) -> str:
    """A token's role in the sentence in plain words."""
    return _PLAIN_ROLES.get(token.role, _PLAIN_ROLES.get(token.role.split(":")[0], "other"))


def word_class(token: Token) -> str:
    """A token's word class in plain words: verb, noun, name …"""
    return "name" if token.tag in ("NNP", "NNPS") else token.pos.lower()
