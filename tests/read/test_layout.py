"""Blocks, paragraphs and datelines of plain texts, span by span."""

from __future__ import annotations

import pytest

from claimtrack.read import article_of, body_start, lay_out

Parts = list[tuple[str, str]]


def parts(text: str, title: str | None = None) -> Parts:
    blocks, _ = lay_out(text, title)
    return [(block.kind, text[block.start : block.end]) for block in blocks]


def datelines(text: str) -> list[str]:
    _, spans = lay_out(text)
    return [text[start:end] for start, end in spans]


def test_a_single_block_is_a_paragraph_and_its_dateline_has_no_colon() -> None:
    text = "ISLAMABAD: Trade rose, the bank said."
    blocks, spans = lay_out(text)
    assert [(b.kind, b.start, b.end) for b in blocks] == [("paragraph", 0, 37)]
    assert spans == ((0, 9),)
    assert text[body_start(text, 0, spans) :] == "Trade rose, the bank said."


def test_a_whole_story_is_told_apart() -> None:
    text = (
        "Bank cuts its forecast\n\n"
        "By Jane Roe and Omar Khan, City Desk\n"
        "Published 3 March 2024\n\n"
        "KARACHI, March 3: Trade fell, the bank said.\n"
        "It will meet again.\n\n"
        "A long road ahead\n\n"
        "Nobody expects a quick end.\n\n"
        "Photo: the bank's hall on Monday\n\n"
        "Reporting by Jane Roe; editing by Omar Khan\n"
    )
    assert parts(text) == [
        ("headline", "Bank cuts its forecast"),
        ("byline", "By Jane Roe and Omar Khan, City Desk"),
        ("byline", "Published 3 March 2024"),
        ("paragraph", "KARACHI, March 3: Trade fell, the bank said."),
        ("paragraph", "It will meet again."),
        ("headline", "A long road ahead"),
        ("paragraph", "Nobody expects a quick end."),
        ("caption", "Photo: the bank's hall on Monday"),
        ("credit", "Reporting by Jane Roe; editing by Omar Khan"),
    ]
    assert datelines(text) == ["KARACHI, March 3"]


@pytest.mark.parametrize(
    "first",
    [
        "Is the bank broke?",
        "“We will not pay”",
        "Minister: taxes will fall",
        "Harbour Toll Doubles Overnight as Hauliers Protest.",
        "EXPOSED: Harbour Toll Doubles Overnight.",
        "Haddad denies she took the money",
    ],
)
def test_headlines(first: str) -> None:
    assert parts(f"{first}\n\nThe story begins here.")[0] == ("headline", first)


@pytest.mark.parametrize(
    "first",
    [
        "The harbour board doubled the toll overnight.",
        "“We will not pay,” the hauliers said.",
        "“We will not pay.”",
        "The minister said:",
        "PORT ELLIS: The harbour board doubled the toll.",
    ],
)
def test_first_blocks_that_are_text(first: str) -> None:
    assert parts(f"{first}\n\nThe story goes on here.")[0] == ("paragraph", first)


def test_a_plain_sentence_over_a_dateline_is_the_headline() -> None:
    text = "Harbour board doubles the toll.\n\nPORT ELLIS (Wire) — The toll rose on Monday."
    assert parts(text)[0] == ("headline", "Harbour board doubles the toll.")


def test_the_title_of_a_row_is_the_headline_whatever_it_looks_like() -> None:
    text = "The toll has doubled.\n\nHauliers were not warned."
    assert parts(text)[0][0] == "paragraph"
    assert parts(text, "The toll  has doubled.")[0] == ("headline", "The toll has doubled.")


def test_a_line_below_the_headline() -> None:
    text = "Toll doubles\n\nHauliers say that nobody warned them\n\nThe board met on Monday."
    assert [kind for kind, _ in parts(text)] == ["headline", "headline", "paragraph"]


def test_lines_alone_are_not_all_headlines() -> None:
    text = "Toll doubles\nHauliers protest\nThe board meets"
    assert [kind for kind, _ in parts(text)] == ["headline", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Roe",
        "By JANE ROE, Associated Wire",
        "By Jane Roe and Omar al-Khan, City Desk",
        "Jane Roe | City Desk",
        "Jane Roe, Staff Writer",
        "Omar Khan",
        "Updated 3 hours ago",
        "Last updated: March 3, 2024 at 10:15",
        "3 March 2024",
        "Monday, March 4, 2024",
        "2024-03-03",
        "jane.roe@example.org",
        "Interview by Jane Roe",
    ],
)
def test_bylines(line: str) -> None:
    text = f"Toll doubles\n\n{line}\n\nThe board met on Monday. It will meet again."
    assert parts(text)[1] == ("byline", line)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Reporting by Jane Roe; editing by Omar Khan", "credit"),
        ("(Additional reporting by Jane Roe in Oslo; Editing by Omar Khan)", "credit"),
        ("With input from agencies", "credit"),
        ("© 2024 The Harbour Post", "credit"),
        ("Advertisement", "credit"),
        ("ALSO READ: Toll doubles again", "credit"),
        ("— Reuters", "credit"),
        ("(AFP)", "credit"),
        ("###", "credit"),
        ("Photo: the harbour at dawn", "caption"),
        ("Hauliers wait at the gate. (AP Photo/Jane Roe)", "caption"),
        ("Jane Roe/Getty Images", "caption"),
        ("Cars wait at the terminal. Photo: Jo Park", "caption"),
        ("FILE PHOTO: The gate of the harbour is shut, March 2024.", "caption"),
    ],
)
def test_lines_around_the_text(line: str, kind: str) -> None:
    text = f"The board met on Monday.\n\nIt will meet again.\n\n{line}"
    assert parts(text)[-1] == (kind, line)


@pytest.mark.parametrize(
    "line",
    [
        "By Monday, the board had paid everyone.",
        "By Friday the toll was back to normal, said Haddad.",
        "Updated figures show a fall.",
        "Photos show the gate shut.",
        "Reporting restrictions were lifted on Monday.",
        "Haddad: we will not sign",
        "- the gate stays shut",
        "2. The gate stays shut",
        "Nobody was warned, Haddad said",
    ],
)
def test_lines_that_are_text(line: str) -> None:
    text = f"The board met on Monday.\n\n{line}\n\nIt will meet again."
    assert parts(text)[1] == ("paragraph", line)


def test_a_line_a_paragraph_without_blank_lines() -> None:
    text = "The board met on Monday.\r\nIt doubled the toll.\r\nHauliers protested.\r\n"
    assert parts(text) == [
        ("paragraph", "The board met on Monday."),
        ("paragraph", "It doubled the toll."),
        ("paragraph", "Hauliers protested."),
    ]


def test_lines_broken_to_a_width_are_one_paragraph() -> None:
    text = (
        "The board of the harbour met on Monday in the hall of the old customs\n"
        "house and doubled the toll for every lorry, its chairwoman Mira Haddad\n"
        "said in a statement that nobody had expected from her or the board of\n"
        "Port Ellis.\n"
        "Hauliers protested at the gate until the police asked them to go home.\n"
        "\n"
        "The board will meet again in a week, and the hauliers will be asked to\n"
        "Port Ellis, too.\n"
    )
    spans = [(text[b.start : b.end][:12], b.end) for b in lay_out(text)[0]]
    assert spans == [
        ("The board of", text.index("Hauliers") - 1),
        ("Hauliers pro", text.index("\n\nThe board will")),
        ("The board wi", len(text) - 1),
    ]


def test_a_line_that_goes_on_in_the_middle_of_a_sentence_is_joined() -> None:
    text = "The board met\nand doubled the toll.\nHauliers protested."
    assert parts(text) == [
        ("paragraph", "The board met\nand doubled the toll."),
        ("paragraph", "Hauliers protested."),
    ]


def test_a_transcript_is_a_paragraph_a_line() -> None:
    text = "Q: Did you sign?\nA: Never.\nQ: Who did then, if it was not you?\nA: Ask Haddad."
    assert parts(text) == [("paragraph", line) for line in text.split("\n")]
    assert datelines(text) == []


def test_a_list_is_a_paragraph_an_item_without_bullets() -> None:
    text = (
        "The board decided three things:\n• the toll doubles\n* the gate is shut\n- nobody is paid"
    )
    assert [words for _, words in parts(text)] == [
        "The board decided three things:",
        "the toll doubles",
        "the gate is shut",
        "- nobody is paid",
    ]


@pytest.mark.parametrize(
    ("opening", "dateline"),
    [
        ("ISLAMABAD: Trade rose.", "ISLAMABAD"),
        ("NEW DELHI: Trade rose.", "NEW DELHI"),
        ("KARACHI, March 3: Trade rose.", "KARACHI, March 3"),
        ("LONDON (Reuters) - Trade rose.", "LONDON (Reuters)"),
        ("LONDON (Wire) — Trade rose.", "LONDON (Wire)"),
        ("NAIROBI, March 3 (Xinhua) -- Trade rose.", "NAIROBI, March 3 (Xinhua)"),
        ("WASHINGTON — Trade rose.", "WASHINGTON"),
        ("WASHINGTON—Trade rose.", "WASHINGTON"),
        ("ST. LOUIS — Trade rose.", "ST. LOUIS"),
        ("TRENTON, N.J. (AP) — Trade rose.", "TRENTON, N.J. (AP)"),
        ("Cairo, Egypt (CNN) – Trade rose.", "Cairo, Egypt (CNN)"),
        (
            "DRESDEN, Germany, May 14 (Newsline) - Trade rose.",
            "DRESDEN, Germany, May 14 (Newsline)",
        ),
        ("MOSCOW/KYIV, 3 March – “Trade rose.”", "MOSCOW/KYIV, 3 March"),
        ("Karachi: Trade rose.", "Karachi"),
        ("Karachi – Trade rose.", "Karachi"),
        ("(Reuters) - Trade rose.", "(Reuters)"),
        ("(CNN) Trade rose.", "(CNN)"),
        ("LAHORE, (Web Desk): Trade rose.", "LAHORE, (Web Desk)"),
        ("MOSCOW. March 3 (Wire) - Trade rose.", "MOSCOW. March 3 (Wire)"),
        ("ROME, 3 MARCH — Trade rose.", "ROME, 3 MARCH"),
        ("PORT ELLIS: Trade rose.", "PORT ELLIS"),
        ("8.40am – Trade rose.", "8.40am"),
        ("10:05 GMT: Trade rose.", "10:05 GMT"),
        ("9 p.m. - “Trade rose.”", "9 p.m."),
    ],
)
def test_datelines(opening: str, dateline: str) -> None:
    _, spans = lay_out(opening)
    assert spans == ((0, len(dateline)),)
    words = opening[body_start(opening, 0, spans) :]
    assert words.lstrip("“").startswith("Trade rose.")


@pytest.mark.parametrize(
    "opening",
    [
        "Haddad: we will not sign.",
        "Minister: Taxes will fall.",
        "MODERATOR: Who signed?",
        "EXCLUSIVE — The board met.",
        "Sen. Mira Haddad (R-Ohio) — Now a judge — signed.",
        "John Roe — a teacher — signed.",
        "The board — It had met — signed.",
        "Mira Haddad — The chairwoman signed.",
        "HADDAD—the chairwoman—signed.",
        "(The board had met.) It signed.",
        "Trade rose: the bank was pleased.",
        "5.30 per cent of homes are dark.",
        "4.10 – 5.20 is the rush hour.",
        "3:1 – that was the score.",
    ],
)
def test_openings_that_are_no_datelines(opening: str) -> None:
    assert datelines(opening) == []


def test_an_unknown_place_before_a_colon_is_one_only_in_the_first_paragraph() -> None:
    assert datelines("The board met. It paid.\n\nPORT ELLIS: The gate is shut.") == []
    assert datelines("HADDAD: We met.\n\nKHAN: We did not.") == []


def test_a_round_up_has_several_datelines() -> None:
    text = "LONDON (Wire) — The mayor quit.\n\nPARIS (Wire) — The mayor stayed."
    blocks, spans = lay_out(text)
    assert spans == ((0, 13), (33, 45))
    assert body_start(text, blocks[1].start, spans) == text.index("The mayor stayed")


def test_body_start_is_the_start_without_a_dateline() -> None:
    assert body_start("The board met.", 0, ()) == 0


def test_article_of_lays_a_text_out() -> None:
    article = article_of("Toll doubles\n\nThe board met.", id="toll")
    assert article.id == "toll"
    assert [(b.kind, b.start, b.end) for b in article.blocks] == [
        ("headline", 0, 12),
        ("paragraph", 14, 28),
    ]


@pytest.mark.parametrize("text", ["", "  \n\n ", "\ufeff"])
def test_next_to_nothing(text: str) -> None:
    blocks, spans = lay_out(text)
    assert spans == ()
    assert all(text[b.start : b.end].strip() for b in blocks)
