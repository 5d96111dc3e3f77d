"""Deeds: infinitives that tell of something said: *took the floor to argue that …*, *had to admit it*."""

from __future__ import annotations

from claimtrack.language.grammar.roles import with_role
from claimtrack.language.parse import Parse, Token

_STATING = frozenset(
    "admit allege announce argue assert boast claim complain concede declare denounce deny explain insist lament "
    "note observe predict proclaim say state warn".split()
)
_DOING = frozenset(
    "appear break call chime go interrupt issue join release return rise rush speak stand step take travel turn use "
    "visit write".split()
)
"""What somebody does in order to say something, and says it."""
_MAKING = frozenset({"compel", "force", "oblige"})
_MINDED = frozenset({"careful", "correct", "right", "wrong"})
_COMPARING = frozenset({"equally", "least", "less", "more", "most"})
_NOBODY = frozenset({"it", "one", "there", "that", "this", "you"})


def is_said_by_doing(parse: Parse, verb: int) -> bool:
    """Whether an infinitive of stating tells what its outer verb's or adjective's subject did say."""
    token = parse.tokens[verb]
    outer = parse.tokens[token.head]
    helpers = [parse.tokens[i] for i in with_role(parse, outer.number, ("aux", "aux:pass", "cop"))]
    open_yet = any(t.tag in ("MD", "TO", "VB") or t.lower in ("n't", "n’t") for t in helpers)
    negated = any(
        parse.tokens[c].lower in ("not", "n't", "n’t", "never")
        for c in parse.children[outer.number]
    )
    if token.lemma not in _STATING or open_yet or negated or _is_nobodys(parse, outer):
        return False
    return (
        _did_it_to(token, outer)
        or (outer.lemma == "have" and outer.tag == "VBD" and token.role == "xcomp")
        or (outer.lemma in _MAKING and outer.tag == "VBN" and bool(helpers))
        or (outer.lower in _MINDED and bool(helpers))
        or (outer.lower == "likely" and _is_compared(parse, outer))
    )


def _did_it_to(token: Token, outer: Token) -> bool:
    """*used the speech to argue*, *rushes in to say*."""
    return (
        outer.lemma in _DOING and outer.tag in ("VBD", "VBZ") and token.role in ("advcl", "xcomp")
    )


def _is_compared(parse: Parse, outer: Token) -> bool:
    """*are more likely to say*: what people do say who are asked; not *is likely to say*."""
    return any(parse.tokens[c].lower in _COMPARING for c in parse.children[outer.number])


def _is_nobodys(parse: Parse, outer: Token) -> bool:
    """*It is right to say that …*, *You are right to say so*."""
    subjects = with_role(parse, outer.number, ("nsubj", "expl", "nsubj:pass"))
    return any(parse.tokens[s].lower in _NOBODY for s in subjects)
