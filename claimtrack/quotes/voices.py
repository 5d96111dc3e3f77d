"""Whose voice an attitude is: a source's, or that of the writer, of the reader or of nobody."""

from __future__ import annotations

from claimtrack.language.parse import Parse
from claimtrack.stance import Judged

_I = frozenset({"i", "we", "i'm", "we're"})
_MY = frozenset({"mine", "my", "our", "ours"})
_ONE = frozenset({"one", "oneself"})
_ANYBODY = frozenset({"anybody", "anyone", "whoever"})
_SOMEBODY = frozenset({"everybody", "everyone", "folks", "people", "somebody", "someone"})
_ATTITUDES = frozenset({"believes", "doubts", "demands", "supports"})
_PREDICATES = frozenset({"speaker-adjective-clause", "speaker-verb-infinitive"})
_ASKS_ONESELF = frozenset({"ponder", "puzzle", "wonder"})


def is_of_no_source(parse: Parse, judged: Judged) -> bool:
    """*I think*, *in my view*, *if anyone wants*: an opinion of the writer's, or of whoever speaks in his
    own quotation, or of nobody in particular."""
    return _is_attitude(parse, judged) and (_is_own(parse, judged) or _is_nobodys(parse, judged))


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
    """*anyone who wants*, *if people want*."""
    first = min(judged.match.source, default=None)
    if first is None:
        return False
    word = parse.tokens[first].lower
    return word in _ANYBODY or (judged.hypothetical and word in _SOMEBODY)
