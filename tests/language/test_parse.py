"""Offsets lead into the article's own text, whatever its white space; spans and trimming."""

from __future__ import annotations

import pytest
import spacy

from claimtrack.language.grammar import Universal
from claimtrack.language.load import assemble, paragraphs_of
from claimtrack.language.parse import Parse, SentenceSpan, Token, trim
from claimtrack.read import article_of
from claimtrack.records import Article, Block, Span

ENGLISH = spacy.blank("en")


def article(text: str, *blocks: Span, dateline: tuple[Span, ...] = ()) -> Article:
    spans = blocks or ((0, len(text)),)
    return Article(
        "a", text, blocks=tuple(Block("paragraph", *s) for s in spans), dateline=dateline
    )


def parsed(read: Article) -> Parse:
    """The parse of an article with spaCy's tokens and each paragraph one sentence."""
    parts = []
    for paragraph in paragraphs_of(read):
        doc = ENGLISH(paragraph.text)
        for token in doc:
            token.is_sent_start = token.i == 0
        parts.append((paragraph, doc))
    return assemble(read, parts, Universal())


def pieces(parse: Parse) -> list[str]:
    """What stands in the article where the tokens are said to stand."""
    return [parse.article.text[token.start : token.end] for token in parse.tokens]


def words(parse: Parse) -> list[str]:
    return [token.text for token in parse.tokens]


@pytest.mark.parametrize(
    "gap",
    [
        " ",
        "  ",
        "\n",
        "\r\n",
        "\t",
        "\u00a0",
        "\u2003",
        "\u202f",
        "\u2028",
        " \u200b ",
        "\u00ad\n",
        "\ufeff ",
    ],
)
def test_odd_white_space_between_words(gap: str) -> None:
    parse = parsed(article(f"Prices{gap}rose{gap}again."))
    assert words(parse) == pieces(parse) == ["Prices", "rose", "again", "."]
    last = parse.tokens[-1]
    assert (last.start, last.end) == (len(parse.article.text) - 1, len(parse.article.text))


@pytest.mark.parametrize("inside", ["\u00ad", "\u200b", "\ufeff", "\u200b\u00ad"])
def test_invisible_characters_inside_words(inside: str) -> None:
    parse = parsed(article(f"The eco{inside}nomy grew."))
    assert words(parse) == ["The", "economy", "grew", "."]
    assert pieces(parse) == ["The", f"eco{inside}nomy", "grew", "."]


@pytest.mark.parametrize("lead", ["\ufeff", "\u200b", "\u00ad", "  ", "\n\t"])
def test_invisible_characters_before_the_first_word(lead: str) -> None:
    parse = parsed(article(f"{lead}It grew."))
    assert words(parse) == pieces(parse) == ["It", "grew", "."]
    assert parse.tokens[0].start == len(lead)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fire 🔥 spread.", ["Fire", "🔥", "spread", "."]),
        ("The 👩‍🚒 left.", ["The", "👩", "\u200d", "🚒", "left", "."]),
        ("Cafe\u0301 Zoe\u0308 shut.", ["Cafe\u0301", "Zoe\u0308", "shut", "."]),
        ("𝐁old 𝐰ords.", ["𝐁old", "𝐰ords", "."]),
        ("北京 grew.", ["北京", "grew", "."]),
    ],
)
def test_offsets_count_code_points(text: str, expected: list[str]) -> None:
    assert pieces(parsed(article(text))) == expected


def test_paragraphs_are_numbered_and_tokens_run_on() -> None:
    text = "It  rained.\n\nShe left."
    parse = parsed(article(text, (0, 11), (13, 22)))
    assert pieces(parse) == ["It", "rained", ".", "She", "left", "."]
    assert [token.number for token in parse.tokens] == [0, 1, 2, 3, 4, 5]
    assert parse.sentences == (SentenceSpan(0, 11, 0, 3, 0), SentenceSpan(13, 22, 3, 6, 1))


def test_a_dateline_is_part_of_the_first_sentence_but_not_parsed() -> None:
    parse = parsed(article("LIMA, May 3 (Wire) — It rained.", dateline=((0, 18),)))
    assert pieces(parse) == ["It", "rained", "."]
    assert parse.sentences[0].start == 0


def test_an_article_without_words_has_an_empty_parse() -> None:
    parse = parsed(article("", (0, 0)))
    assert (parse.tokens, parse.sentences, parse.quotations) == ((), (), ())


def test_plain_text_is_read_and_parsed_with_its_own_offsets() -> None:
    text = "\ufeff“The mar\u00adket\u00a0fell,”\r\nsaid Lund.\r\n\r\nIt rained.\r\n"
    parse = parsed(article_of(text))
    assert pieces(parse)[:8] == ["“", "The", "mar\u00adket", "fell", ",", "”", "said", "Lund"]
    quotation = parse.quotations[0]
    assert text[quotation.start : quotation.end] == "The mar\u00adket\u00a0fell,"


# --- questions of place ------------------------------------------------------------------------

MARKET = parsed(article("“It (the market) fell,” she said.\n\nIt rained.", (0, 33), (35, 45)))


def test_tokens_by_offset() -> None:
    assert pieces(MARKET)[:9] == ["“", "It", "(", "the", "market", ")", "fell", ",", "”"]
    assert MARKET.tokens_in((1, 9)) == range(1, 4)
    assert MARKET.tokens_of(((1, 3), (17, 21))) == [1, 6]
    assert [MARKET.token_at(at) for at in (0, 1, 2, 3, 17, 999)] == [0, 1, 1, 1, 6, 14]


def test_tokens_know_the_quotation_that_they_lie_in() -> None:
    assert MARKET.quoted == (0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, -1, -1, -1, -1)


def test_words_and_text() -> None:
    assert MARKET.words({4, 3, 1}) == "It the market"
    assert MARKET.text(((1, 3), (17, 21))) == "It … fell"


@pytest.mark.parametrize(
    ("tokens", "expected"),
    [
        (range(9), ["It (the market) fell"]),
        (range(6), ["It (the market)"]),
        ([1, 2, 3, 4], ["It (the market"]),
        ([3, 4, 5], ["the market"]),
        ([1, 6, 7], ["It", "fell"]),
        ([0, 7, 8], []),
        ([10, 11, 12, 13], ["said", "It rained"]),
        ([], []),
    ],
)
def test_spans_are_runs_of_tokens_without_marks_at_their_edges(
    tokens: list[int], expected: list[str]
) -> None:
    text = MARKET.article.text
    assert [text[slice(*span)] for span in MARKET.spans(tokens)] == expected


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("“ It fell , ”", "It fell"),
        ("( It fell )", "It fell"),
        ("It ( the firm )", "It ( the firm )"),
        ("It [ sic ] .", "It [ sic ]"),
        ("$ 5 %", "$ 5 %"),
        ("— £ 5 —", "£ 5"),
        ("… , .", ""),
    ],
)
def test_trim(text: str, kept: str) -> None:
    tokens = [
        Token(n, 0, 0, word, word, word, "X", "X", "dep", 0, "", 0)
        for n, word in enumerate(text.split())
    ]
    assert " ".join(token.text for token in trim(tokens)) == kept


def test_subtrees() -> None:
    heads = [2, 0, 2, 2, 3]
    tokens = tuple(
        Token(n, 2 * n, 2 * n + 1, "x", "x", "x", "X", "X", "dep", head, "", 0)
        for n, head in enumerate(heads)
    )
    parse = Parse(article("x x x x x"), tokens, (SentenceSpan(0, 9, 0, 5, 0),))
    assert parse.children == ((1,), (), (0, 3), (4,), ())
    assert parse.subtree(2) == {0, 1, 2, 3, 4}
    assert parse.subtree(2, without=[3]) == {0, 1, 2}
    assert parse.subtree(0) == {0, 1}
