"""Whose voice an attitude is: a source's, or that of the writer, of the reader or of nobody."""

from __future__ import annotations

from claimtrack.language import grammar, inflection
from claimtrack.language.parse import Parse
from claimtrack.stance import Judged

_I = frozenset({"i", "we"})
_MY = frozenset({"mine", "my", "our", "ours"})
_ONE = frozenset({"one", "oneself"})
_ANYBODY = frozenset({"anybody", "anyone", "whoever"})
_CAN = frozenset({"ca", "can"})
_SOMEBODY = frozenset({"everybody", "everyone", "folks", "people", "somebody", "someone"})
_ATTITUDES = frozenset({"believes", "doubts", "demands", "supports"})
_PREDICATES = frozenset({"speaker-adjective-clause", "speaker-verb-infinitive"})
_ASKS_ONESELF = frozenset({"ponder", "puzzle", "wonder"})


def is_of_no_source(parse: Parse, judged: Judged) -> bool:
    """*I think*, *in my view*, *if anyone wants*, *can be seen as*: an opinion of the writer's, or of whoever
    speaks in his own quotation, a word to the reader, or what nobody in particular thinks."""
    if not _is_attitude(parse, judged):
        return False
    if judged.match.entry.frame == "passive":
        return not judged.match.source and _is_said_here(parse, judged)
    return _is_own(parse, judged) or _is_nobodys(parse, judged)


def _is_said_here(parse: Parse, judged: Judged) -> bool:
    """*The pond can be seen as a danger*: the writer's reasoning; *you are invited to come*: the reader."""
    match = judged.match
    told = inflection.tense(parse, match.head, match.cue) == "past"
    addressed = grammar.first_word(parse, match.claim) == "you" and not told
    return addressed or bool(_CAN.intersection(grammar.modals(parse, match.head)))


def _is_attitude(parse: Parse, judged: Judged) -> bool:
    """What somebody thinks, wants or feels, which need not be said: *cannot recommend*, *am willing to*."""
    entry = judged.match.entry
    felt = entry.kind == "adjective" and entry.frame in _PREDICATES
    asked = parse.tokens[judged.match.head].lemma in _ASKS_ONESELF
    return felt or asked or bool({judged.stance, entry.stance} & _ATTITUDES)


def _is_own(parse: Parse, judged: Judged) -> bool:
    words = {parse.tokens[i].lower for i in judged.match.source}
    thought = judged.stance in ("believes", "doubts")
    mine = thought and words <= _MY
    return (bool(words & _I) and len(words) <= 2) or (bool(words) and (mine or words <= _ONE))


def _is_nobodys(parse: Parse, judged: Judged) -> bool:
    """*anyone who wants*, *one who believes*, *if people want*."""
    words = [parse.tokens[i].lower for i in sorted(judged.match.source)[:2]]
    if not words:
        return False
    anybody = words[0] in _ANYBODY or (words[0] == "one" and words[-1] in ("that", "who"))
    return anybody or (judged.hypothetical and words[0] in _SOMEBODY)
