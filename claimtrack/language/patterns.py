"""Token patterns of rules: textacy's pattern strings, tried on the words of one sentence.

*LEMMA:take POS:DET:? LEMMA:issue LEMMA:with* names for each token an attribute and its value,
and perhaps how often (``? * + !``).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc
from spacy.vocab import Vocab

from claimtrack.language.parse import Parse

_VOCAB = Vocab()
_LONGEST = 200


def check_pattern(pattern: str) -> str | None:
    """What is wrong with a pattern string, or None."""
    if len(pattern) > _LONGEST:
        return f"longer than {_LONGEST} characters"
    from textacy.extract.matches import token_matches

    words = Doc(_VOCAB, ["word"], lemmas=["word"], pos=["NOUN"], tags=["NN"])
    try:
        list(token_matches(words, pattern))
    except (ValueError, TypeError, KeyError, SyntaxError) as error:
        return str(error).splitlines()[0]
    return None


def find_pattern(parse: Parse, sentence: int, pattern: str) -> Iterator[range]:
    """Where a pattern matches in a sentence, as ranges of token numbers, the longest first."""
    from textacy.extract.matches import token_matches

    first = parse.sentences[sentence].first
    spans = sorted(token_matches(_doc(parse, sentence), pattern), key=len, reverse=True)
    yield from (range(first + span.start, first + span.end) for span in spans)


def _doc(parse: Parse, sentence: int) -> Doc:
    """The sentence as a spaCy Doc, which textacy's matcher needs."""
    span = parse.sentences[sentence]
    tokens = parse.tokens[span.first : span.last]
    return Doc(
        _VOCAB,
        [token.text for token in tokens],
        lemmas=[token.lemma for token in tokens],
        pos=[token.pos for token in tokens],
        tags=[token.tag for token in tokens],
    )
