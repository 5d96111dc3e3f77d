"""Quotations by their marks. Lines in these tests are paragraphs; ``+`` before quoted words: they continue."""

from __future__ import annotations

import time

import pytest

from claimtrack.language.quotations import Quotation, find_quotations


def found(text: str) -> tuple[Quotation, ...]:
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append((at, at + len(line)))
        at += len(line) + 1
    return find_quotations(text, spans)


def quoted(text: str) -> list[str]:
    return ["+" * q.continues + text[q.start : q.end] for q in found(text)]


def with_marks(text: str) -> list[str]:
    return [text[slice(*q.outer)] for q in found(text)]


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ('"Rain is due," she said.', "Rain is due,", '"Rain is due,"'),
        ("“Rain is due,” she said.", "Rain is due,", "“Rain is due,”"),
        ("‘Rain is due,’ she said.", "Rain is due,", "‘Rain is due,’"),
        ("'Rain is due,' she said.", "Rain is due,", "'Rain is due,'"),
        ("«Rain is due», she said.", "Rain is due", "«Rain is due»"),
        ("« Rain is due », she said.", "Rain is due", "« Rain is due »"),
        ("»Rain is due«, she said.", "Rain is due", "»Rain is due«"),
        ("»Rain is due», she said.", "Rain is due", "»Rain is due»"),
        ("‹Rain is due›, she said.", "Rain is due", "‹Rain is due›"),
        ("„Rain is due“, she said.", "Rain is due", "„Rain is due“"),
        ("„Rain is due”, she said.", "Rain is due", "„Rain is due”"),
        ("``Rain is due,'' she said.", "Rain is due,", "``Rain is due,''"),
        ("''Rain is due,'' she said.", "Rain is due,", "''Rain is due,''"),
    ],
)
def test_marks_of_every_kind(text: str, words: str, marked: str) -> None:
    assert quoted(text) == [words]
    assert with_marks(text) == [marked]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“Stay,” he said, “or go.”", ["Stay,", "or go."]),
        ('He said—"no"—and left ("for good").', ["no", "for good"]),
        ('A "yes"-man and a "no"-man', ["yes", "no"]),
        ('"Go," "Stay," "Wait," they cried.', ["Go,", "Stay,", "Wait,"]),
        ("“Is it?” he asked. “It is!”", ["Is it?", "It is!"]),
        ("“Go” and ‘stay’ and «wait».", ["Go", "stay", "wait"]),
        ('\u200b"Go," she said.', ["Go,"]),
        ('Nothing: "" and “”.', []),
        ("No marks at all.", []),
        ("", []),
    ],
)
def test_several_in_a_paragraph(text: str, words: list[str]) -> None:
    assert quoted(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("'It's the players' fault,' he said.", ["It's the players' fault,"]),
        ("‘It’s the players’ fault,’ he said.", ["It’s the players’ fault,"]),
        ("She said ‘it’s the boys’ turn’ again.", ["it’s the boys’ turn"]),
        ("The drivers’ union said ‘no deal’ on Monday.", ["no deal"]),
        ("The drivers' union said 'no deal' on Monday.", ["no deal"]),
        ("It was James's 'finest hour', O'Hara said.", ["finest hour"]),
        ("‘I’m goin’ home,’ he said. ‘Now.’", ["I’m goin’ home,", "Now."]),
        ("He said ‘yes’ and then ‘no.’", ["yes", "no."]),
        ("The boys' club and the girls' team.", []),
        ("The boys’ club and the girls’ team.", []),
        ("the ‘old boys’ and the others’ debts", ["old boys"]),
    ],
)
def test_apostrophes_are_no_quotation_marks(text: str, words: list[str]) -> None:
    assert quoted(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Music of the '90s and the ’80s was loud.", []),
        ("In '68, '69 and '70 it rained.", []),
        ("The class of '68 said 'never again'.", ["never again"]),
        ("'It was the '90s,' he said.", ["It was the '90s,"]),
        ("'20 dead' in blast", ["20 dead"]),
        ("Rock 'n' roll 'is dead', he said.", ["is dead"]),
        ("'Tis late, 'twas dark, get 'em.", []),
        ("’Twas late; he said ‘go’.", ["go"]),
        ('The 6\' 2" guard has a 12" record and a 7" one.', []),
        ('He is 6\'2" tall and "angry".', ["angry"]),
        ("“He is 6'2\" tall,” she said.", ["He is 6'2\" tall,"]),
    ],
)
def test_decades_clipped_words_and_inches(text: str, words: list[str]) -> None:
    assert quoted(text) == words


@pytest.mark.parametrize(
    "inner",
    [
        "He said ‘go’ and I went,",
        "‘Go,’ he said,",
        "We said ‘go.’",
        "He said 'go' and I went,",
        "He called it “a joke” and left,",
        'He called it "a joke" and left,',
        "It’s the boys’ turn,",
    ],
)
def test_of_nested_quotations_the_outermost_counts(inner: str) -> None:
    assert quoted(f"“{inner}” she said.") == [inner]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"He called it "a joke" and left," she said.', ['He called it "a joke" and left,']),
        ('"He called it “a joke” and left," she said.', ["He called it “a joke” and left,"]),
        ("‘He called it “a joke” and left,’ she said.", ["He called it “a joke” and left,"]),
        ("„He called it “a joke” and left“, she said.", ["He called it “a joke” and left"]),
        ("«He called it “a joke”», she said.", ["He called it “a joke”"]),
    ],
)
def test_nested_in_other_marks(text: str, words: list[str]) -> None:
    assert quoted(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('the word “yes" here', ["yes"]),
        ('the word "yes” here', ["yes"]),
        ('the word "yes“ here', ["yes"]),
        ("the word “yes“ here", ["yes"]),
        ('“Go," he said. "Stay,” she said. “Wait.”', ["Go,", "Stay,", "Wait."]),
    ],
)
def test_marks_that_do_not_match_still_close(text: str, words: list[str]) -> None:
    assert quoted(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He left. “We won. They lost, he said.", ["We won."]),
        ('"Mrs. Lund went to the U.S. Senate. They lost.', ["Mrs. Lund went to the U.S. Senate."]),
        ("“We won and they lost", ["We won and they lost"]),
        ("“We won. “They lost,” he said.", ["We won.", "They lost,"]),
        ('"We won. "They lost," he said.', ["We won.", "They lost,"]),
        ("We won,” he said.", []),
        ("“We won.\nHe slept. “No,” she said.", ["We won.", "No,"]),
        ("“We won.\nNothing more.", ["We won."]),
        ("“We won. They lost.\nNothing more.", ["We won."]),
        ("“We won,” he said. “ They lost.” He left.", ["We won,", "They lost."]),
        ("We won. “ and they lost.", []),
        ("She said:\n“We won. They lost.\nNothing more.", ["We won. They lost."]),
    ],
)
def test_unbalanced(text: str, words: list[str]) -> None:
    assert quoted(text) == words


def test_what_was_left_open_ends_before_what_opens_anew() -> None:
    assert with_marks("“We won. “They lost,” he said.") == ["“We won.", "“They lost,”"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We won.\n“They lost,” he said.", ["We won.", "+They lost,"]),
        ('"We won.\n"They lost," he said.', ["We won.", "+They lost,"]),
        ("‘We won.\n‘They lost,’ he said.", ["We won.", "+They lost,"]),
        ("''We won.\n''They lost,'' he said.", ["We won.", "+They lost,"]),
        ("“A.\n“B.\n“C,” he said.", ["A.", "+B.", "+C,"]),
        ("“A,” he said. “B.\n“C. D.\n“E.”\n“F,” she said.", ["A,", "B.", "+C. D.", "+E.", "F,"]),
        ("“We won.\nThey lost,” he said.", ["We won.", "+They lost,"]),
        ('"We won.\nThey lost," he said.', ["We won.", "+They lost,"]),
        ("``We won.\nThey lost,'' he said.", ["We won.", "+They lost,"]),
    ],
)
def test_open_over_paragraphs(text: str, words: list[str]) -> None:
    assert quoted(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("''She asked, 'Is it over?''' he said. ''It is.''", ["She asked, 'Is it over?'", "It is."]),
        ("''Ask the 'old guard' first,'' he said. ''Then go.''", ["Ask the 'old guard' first,", "Then go."]),
        ("''Say 'no' to it,'' he said, ''and go.''", ["Say 'no' to it,", "and go."]),
        ("''It is the farmers' road,'' he said.", ["It is the farmers' road,"]),
        ("He said she told them ''to say, 'Will you come?'.''", ["to say, 'Will you come?'."]),
    ],
)  # fmt: skip
def test_single_marks_within_typewriter_pairs(text: str, words: list[str]) -> None:
    assert quoted(text) == words


def test_the_marks_of_a_quotation_over_paragraphs() -> None:
    assert with_marks("“We won.\nThey lost,” he said.") == ["“We won.", "They lost,”"]
    assert with_marks("“We won.\n“They lost,” he said.") == ["“We won.", "“They lost,”"]


@pytest.mark.parametrize("piece", ["“", "“a ", "“We. ", ' "a', "‘s’ a", "‘don’t ", " 'a", " ''a"])
def test_endless_marks_take_no_endless_time(piece: str) -> None:
    text = piece * 4000
    begun = time.process_time()
    find_quotations(text, [(0, len(text))])
    assert time.process_time() - begun < 2
