"""Where a source, a cue and a claim border on each other and on the writer's words, read by the embedded
model: each sentence with its attributions, ``source | cue | claim``."""

from __future__ import annotations

import pytest

import claimtrack
from claimtrack.records import Report, Spans

BORDERS = {
    # what opens the sentence is no claim where more is told behind the verb
    "In the coming weeks, rivals beyond Roth are expected to quit the race, leaving three boats.": [
        " | are expected | "
        "In the coming weeks, rivals beyond Roth … to quit the race, leaving three boats"
    ],
    # a quotation with which a claim ends, and what runs on behind one up to its verb
    "Roth said the yearly fairs, which began in a barn, remained ''one of the best ways to sell wool.''": [
        "Roth | said | the yearly fairs, which began in a barn, remained ''one of the best ways to sell wool"
    ],
    "“The beams held,” since most of them are oak, said Anna Lund, who teaches carpentry.": [
        "Anna Lund, who teaches carpentry | said | The beams held,” since most of them are oak"
    ],
    "“The beams held,” Lund, the carpenter, said.": ["Lund, the carpenter | said | The beams held"],
    # who accuses, and of what
    "He was accused by the council of hiding the keys.": [
        "the council | was accused | He … of hiding the keys"
    ],
    "He was accused by the council of Graz.": ["the council of Graz | was accused | He"],
    # what else a speaker told is no name of his; what he is belongs to it
    "“The water is low,” said Anna Lund, a broker, who notes that the dam leaks.": [
        "Anna Lund, a broker | said | The water is low",
        "a broker … who | notes | the dam leaks",
    ],
    "Anna Lund, who runs the dairy, said the milk was sour.": [
        "Anna Lund, who runs the dairy | said | the milk was sour"
    ],
    "“It is late,” said Eva Lund, whose family moved to Graz in 2009 after losing a farm.": [
        "Eva Lund, whose family moved to Graz in 2009 after losing a farm | said | It is late"
    ],
    "“It is late,” said Eva Lund, who runs the dairy, on Monday.": [
        "Eva Lund, who runs the dairy | said | It is late"
    ],
    "“It is late,” said Eva Lund, managing director of the dairy.": [
        "Eva Lund, managing director of the dairy | said | It is late"
    ],
    "“It is late,” said Eva Lund, managing to smile.": ["Eva Lund | said | It is late"],
    # a joined participle of telling is the speaker's
    "He was blunt, acknowledging that Roth had won a vote but warning that the fair would shrink.": [
        "He | acknowledging | Roth had won a vote",
        "He | warning | the fair would shrink",
    ],
    "Most bakers have said they would cut prices, while stressing it was no promise.": [
        "Most bakers | have said | they would cut prices",
        "Most bakers | stressing | it was no promise",
    ],
    # what is set off before the clause
    "Roth argued calmly - naming nobody in the hall - that the choir had been late.": [
        "Roth | argued | the choir had been late"
    ],
    # when something was said
    "In February, as a singer was being led off the stage, Roth said, “We must leave.”": [
        "Roth | said | We must leave"
    ],
    "In the north, where the snow lies, he said, “the wolves come down.”": [
        "he | said | In the north, where the snow lies … the wolves come down"
    ],
    "If it rains, she said, “We will go.”": ["she | said | If it rains … We will go"],
    # who issues a statement speaks in it
    "The choir issued a statement saying the hall was too cold.": [
        "The choir | issued a statement saying | the hall was too cold"
    ],
    "The club sent a letter this week urging the league to pass a rule.": [
        "The club | sent a letter … urging | the league to pass a rule"
    ],
    "Lund and Berg issued a statement describing their meeting as a “very good step.”": [
        "Lund and Berg | issued a statement describing | their meeting as a “very good step.”"
    ],
    "The city council approved a resolution condemning the owner's greed.": [
        "The city council | approved a resolution condemning | the owner's greed"
    ],
    "The guild released an online ad asking for ideas.": [
        "The guild | released an online ad asking for | ideas"
    ],
    "The letter urging him to stay was lost.": ["The letter | urging | him to stay"],
    "She read a statement saying that the road was shut.": [
        "a statement | saying | the road was shut"
    ],
    # what the writer tells of a name at the end of a told clause, and what is told within one
    "Lund said she would back a rise like the one in Graz, which will come in three steps.": [
        "Lund | said | she would back a rise like the one in Graz",
        "she | would back | a rise like the one in Graz",
    ],
    "Lund said the club, which opened in May, was closed.": [
        "Lund | said | the club, which opened in May, was closed"
    ],
    "“We met Roth, who sings,” she said.": ["she | said | We met Roth, who sings"],
    # a phrase with which the sentence ends, and a clause of the writer's
    "The bank praised Lund for his work in the north, and for the reforms at the mill.": [
        "The bank | praised | Lund for his work in the north, and for the reforms at the mill"
    ],
    "Lund condemned the raid, and the mayor resigned.": ["Lund | condemned | the raid"],
    # the writer's own words
    "Northern Jury: Ada Lund, Ben Roth, Eva Kranz.": [],
    "It remains to be seen whether a new coach can mend the team.": [],
    "That said, a loss to Graz - which she won in 2008 - would end her season.": [],
    "She is a self-described shy baker who has spent ten years on the road.": [
        " | self-described | shy baker"
    ],
}


@pytest.fixture(scope="module")
def found() -> dict[str, Report]:
    texts = list(BORDERS)
    return dict(zip(texts, claimtrack.load().pipe(texts), strict=True))


@pytest.mark.parametrize("sentence", BORDERS)
def test_borders(sentence: str, found: dict[str, Report]) -> None:
    rows = [
        " | ".join(_text(sentence, spans) for spans in (a.source.spans, a.cue, a.claim))
        for a in found[sentence].attributions
    ]
    assert rows == BORDERS[sentence]


def _text(sentence: str, spans: Spans) -> str:
    return " … ".join(sentence[start:end] for start, end in spans)
