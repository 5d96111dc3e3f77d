"""Texts in, attributions out: the whole way through the house, line by line."""

from __future__ import annotations

import pytest

from claimtrack.read import article_of
from claimtrack.records import Report, Spans
from claimtrack.tracker import Tracker


def lines(report: Report) -> list[str]:
    """Each attribution as ``source | cue | claim | stance | style``, with what it hangs from."""

    def words(spans: Spans) -> str:
        return " … ".join(report.article.text[start:end] for start, end in spans)

    found = []
    for a in report.attributions:
        line = (
            f"{words(a.source.spans)} | {words(a.cue)} | {words(a.claim)} | {a.stance} | {a.style}"
        )
        line += f" | in {a.parent}" if a.parent else ""
        line += f" | continues {a.continues}" if a.continues else ""
        found.append(line + (" | hypothetical" if a.hypothetical else ""))
    return found


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "Trade rose in May, the bank said.",
            ["the bank | said | Trade rose in May | asserts | indirect"],
        ),
        ("The bank said that trade rose.", ["The bank | said | trade rose | asserts | indirect"]),
        (
            "Trade, the bank said, will rise.",
            ["the bank | said | Trade … will rise | asserts | indirect"],
        ),
        (
            "According to the ministry, two ships sank.",
            ["the ministry | According to | two ships sank | asserts | indirect"],
        ),
        ("“We won,” said Lund.", ["Lund | said | We won | asserts | direct"]),
        (
            "“It is over,” said Lund, “and we won.”",
            ["Lund | said | It is over … and we won | asserts | direct"],
        ),
        (
            'The mayor called the plan "bold".',
            ['The mayor | called | the plan "bold" | asserts | mixed'],
        ),
        (
            "The bank did not deny the leak.",
            ["The bank | did not deny | the leak | acknowledges | indirect"],
        ),
        (
            "The bank has never said that it would close.",
            ["The bank | has never said | it would close | denies | indirect"],
        ),
        (
            "Neither side confirmed the deal.",
            ["Neither side | confirmed | the deal | declines | indirect"],
        ),
        (
            "The firm did not return calls.",
            ["The firm | did not return | calls | declines | indirect"],
        ),
        (
            "The council urged the bank to pay.",
            ["The council | urged | the bank to pay | demands | indirect"],
        ),
        (
            "The ministry said the envoy had admitted that talks failed.",
            [
                "The ministry | said | the envoy had admitted that talks failed | asserts | indirect",
                "the envoy | had admitted | talks failed | acknowledges | indirect | in a1",
            ],
        ),
        (
            "A: She told me I would get 20 goals.",
            [
                "A | : | She told me I would get 20 goals | asserts | indirect",
                "She | told | I would get 20 goals | asserts | indirect | in a1",
            ],
        ),
        (
            "The ship has reportedly sunk.",
            [" | reportedly | The ship has … sunk | asserts | indirect"],
        ),
        (
            "The plan, said the mayor, would cost too much.",
            ["the mayor | said | The plan … would cost too much | asserts | indirect"],
        ),
        (
            "The envoy was blunt: “The treaty is dead.”",
            ["The envoy | was blunt | The treaty is dead | asserts | direct"],
        ),
        (
            "The union, citing a survey, insists that the channel is deep.",
            [
                "a survey | citing | the channel is deep | asserts | indirect",
                "The union | insists | the channel is deep | asserts | indirect",
            ],
        ),
        (
            "“I will not comment on that,” the minister said.",
            ["the minister | said | I will not comment on that | declines | direct"],
        ),
        (
            "The clerk accused the mayor of having burned the files.",
            ["The clerk | accused | the mayor of having burned the files | alleges | indirect"],
        ),
        (
            "The firm admitted that it had lied and would pay.",
            ["The firm | admitted | it had lied and would pay | acknowledges | indirect"],
        ),
        ("When the rain stopped, the crew cheered", []),
        ("As the mayor spoke, nobody objected", []),
        ("I think the plan is good.", []),
        ("The train was late.", []),
    ],
)
def test_attributions(tracker: Tracker, text: str, expected: list[str]) -> None:
    assert lines(tracker.report(text)) == expected


def test_a_quotation_over_sentences_is_one_attribution_each(tracker: Tracker) -> None:
    text = '"The dam is safe. It has stood for ninety years," the engineer said. "It will stand for ninety more."'
    assert lines(tracker.report(text)) == [
        "the engineer | said | It has stood for ninety years | asserts | direct",
        "the engineer |  | The dam is safe | asserts | direct | continues a1",
        "the engineer |  | It will stand for ninety more | asserts | direct | continues a1",
    ]


def test_a_quotation_goes_on_in_the_next_paragraph(tracker: Tracker) -> None:
    text = "“We saw it,” the guard said.\n\n“Then it left."
    report = tracker.report(text)
    assert lines(report)[1] == "the guard |  | Then it left | asserts | direct | continues a1"
    assert report.attributions[1].source.id == report.attributions[0].source.id


def test_quoted_words_that_nobody_is_cited_for_are_scare_quotes(tracker: Tracker) -> None:
    report = tracker.report("The “experts” went home early.")
    assert [report.article.text[a:b] for a, b in report.scare_quotes] == ["experts"]
    assert lines(report) == []


def test_a_denial_is_tied_to_what_it_denies(tracker: Tracker) -> None:
    report = tracker.report("The union accused the port of fraud. The port denied the accusation.")
    assert [(d.denial, d.claim, d.sentence) for d in report.disputes] == [("a2", "a1", 0)]
    assert [s.contested for s in report.sentences] == [True, True]


def test_the_dateline_is_no_part_of_the_claim(tracker: Tracker) -> None:
    report = tracker.report("NAIROBI: Trade rose in May, the bank said.")
    assert (report.sentences[0].start, report.article.dateline) == (0, ((0, 7),))
    assert lines(report) == ["the bank | said | Trade rose in May | asserts | indirect"]


def test_reports_come_in_the_order_of_the_texts(tracker: Tracker) -> None:
    reports = list(tracker.pipe(["Trade rose.", article_of("Trade fell.", id="mine"), ""]))
    assert [(r.article.id, len(r.sentences)) for r in reports] == [
        ("text-1", 1),
        ("mine", 1),
        ("text-3", 0),
    ]


def test_the_same_text_gives_the_same_report_whatever_went_before(tracker: Tracker) -> None:
    text = "The bank said trade rose. The minister denied it."
    first = tracker.report(text)
    list(tracker.pipe(["Other words, Lund said.", "More words."]))
    assert tracker.report(text) == first


def test_every_report_names_what_made_it(tracker: Tracker) -> None:
    tool = tracker.report("Trade rose.").tool
    assert tool == tracker.tool
    assert (tool.model.split()[0], len(tool.rules)) == ("en_claimtrack", 16)


def test_an_alleged_support_is_no_support(tracker: Tracker) -> None:
    report = tracker.report("The minister spoke of Chad's alleged support of the rebels.")
    assert [line for line in lines(report) if "supports" in line] == []
    assert " | alleged | support of the rebels | alleges | indirect" in lines(report)
