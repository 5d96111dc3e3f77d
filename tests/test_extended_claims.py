"""Claims that go on behind what the parser gives them, read by the embedded model: each sentence with
its attributions, ``source | cue | claim``."""

from __future__ import annotations

import pytest

import claimtrack
from claimtrack.records import Report, Spans

GOES_ON = {
    # the verb behind what describes the subject of what is told
    "The auditor acknowledged that Keller, who had left in May, would likely be asked again.": [
        "The auditor | acknowledged | Keller, who had left in May, would likely be asked again"
    ],
    "She added that the interview -- in which he laughed twice -- raised new doubts.": [
        "She | added | the interview -- in which he laughed twice -- raised new doubts"
    ],
    "The survey suggested that older farmers – who once ran the market – turned out in small numbers.": [
        "The survey | suggested | "
        "older farmers – who once ran the market – turned out in small numbers"
    ],
    "The figures suggest that Lind, who has raised the most and leads in the north, still "
    "faces a hard year.": [
        "The figures | suggest | "
        "Lind, who has raised the most and leads in the north, still faces a hard year"
    ],
    "Moen agreed that the price, though it rose, was not the problem.": [
        "Moen | agreed | the price, though it rose, was not the problem"
    ],
    # the verb of what is told
    "Moreno said that renting out the upper rooms gives the inn an edge.": [
        "Moreno | said | renting out the upper rooms gives the inn an edge"
    ],
    # another verb of the form that the claim has
    "The mayor was in Ostby, promising to build a bridge and get the town out of the treaty.": [
        "The mayor | promising | to build a bridge and get the town out of the treaty"
    ],
    "Lind urged the club to drop its logo, replace the board, open the books, and sell the bar.": [
        "Lind | urged | the club to drop its logo, replace the board, open the books, and sell the bar"
    ],
    # what else a speaker wants, feels or is
    "The baker said she was ill that year and wanted a quiet year.": [
        "The baker | said | she was ill that year and wanted a quiet year",
        "The baker | wanted | a quiet year",
    ],
    "Lind said he wanted change, but found the mayor too rude to support.": [
        "Lind | said | he wanted change, but found the mayor too rude to support",
        "he | wanted | change",
    ],
    # a reason behind a comma
    "Lind noted that the well matters to any farm, since it never dries.": [
        "Lind | noted | the well matters to any farm, since it never dries"
    ],
    "The clerk argued that the two forms are alike, in that both are short.": [
        "The clerk | argued | the two forms are alike, in that both are short"
    ],
    "Lind said he hopes to hire nine cooks, so he will have enough for the fair.": [
        "Lind | said | he hopes to hire nine cooks, so he will have enough for the fair",
        "he | hopes | to hire nine cooks",
    ],
    # what is set against it, or follows from it
    "The firm contended that it was not hiding anything but rather chose to wait for the inquest.": [
        "The firm | contended | it was not hiding anything but rather chose to wait for the inquest"
    ],
    "Roe said they are part of the problem and therefore will not solve it.": [
        "Roe | said | they are part of the problem and therefore will not solve it"
    ],
    "Moen says the fund pays for the whole valley and not just the mills.": [
        "Moen | says | the fund pays for the whole valley and not just the mills"
    ],
    # another clause without a comma, and what is granted
    "The warden claimed that thefts had gone down and the cells were half empty.": [
        "The warden | claimed | thefts had gone down and the cells were half empty"
    ],
    "Moen says she lists herself as a tailor, although she has no shop.": [
        "Moen | says | she lists herself as a tailor, although she has no shop"
    ],
    # a verb that only what is told agrees with, in number, time or mood
    "Divers say the wreck leaks and needs a fence.": [
        "Divers | say | the wreck leaks and needs a fence"
    ],
    "The bakery says it looked at Bergen but chose not to go because of the rent.": [
        "The bakery | says | it looked at Bergen but chose not to go because of the rent"
    ],
    "Moen said he was rowing for Bergen but would now row for Voss.": [
        "Moen | said | he was rowing for Bergen but would now row for Voss"
    ],
    # who comes next, and as what something is pointed to
    "The survey showed Ada Moen leading with 31 percent of growers, followed by the vet Kai Roe.": [
        "The survey | showed | "
        "Ada Moen leading with 31 percent of growers, followed by the vet Kai Roe"
    ],
    "The vets pointed to the farms of two widows, Moen of Voss and Roe of Bergen, as examples of "
    "good care.": [
        "The vets | pointed to | the farms of two widows, Moen of Voss and Roe of Bergen, "
        "as examples of good care"
    ],
    # another question, another clause with that
    "The form asks where each child was born and whether the parents are married.": [
        "The form | asks | where each child was born and whether the parents are married"
    ],
    "Doctors urged the senate to pass a bill that would cost little and that would save lives.": [
        "Doctors | urged | the senate to pass a bill that would cost little and that would save lives"
    ],
    # a relative clause without a pronoun, a comparison, a condition
    "Ann Hale insists she is the same stubborn girl she has always been.": [
        "Ann Hale | insists | she is the same stubborn girl she has always been"
    ],
    "Roe acknowledged that the plan was not as popular with farmers as it once was.": [
        "Roe | acknowledged | the plan was not as popular with farmers as it once was"
    ],
    "Reed suggested boycotting the dairy if it did not pay its drivers.": [
        "Reed | suggested | boycotting the dairy if it did not pay its drivers"
    ],
    "Falk insists that the clerk joined the trip, even though he was warned.": [
        "Falk | insists | the clerk joined the trip, even though he was warned"
    ],
    # what goes on behind quoted words, and into them
    "Lind said he was “not ready yet” for the climb.": [
        "Lind | said | he was “not ready yet” for the climb"
    ],
    "Oltmann said Freddy had “walked out before the soup.”": [
        "Oltmann | said | Freddy had “walked out before the soup.”"
    ],
    # what is complained of, and not what stands in front
    "Spirits have sunk, employees complain of his long silence.": [
        "employees | complain of | his long silence"
    ],
    "An avid reader of poetry, Hartmann complained of the cold rooms in the library.": [
        "Hartmann | complained of | the cold rooms in the library"
    ],
    # what is singled out, explained or set right
    "Norway accused the firm of copying its maps, including a chart of the northern coast.": [
        "Norway | accused | the firm of copying its maps, including a chart of the northern coast"
    ],
    "His lawyer argued that the singer was not to be feared: His threats were part of the act.": [
        "His lawyer | argued | the singer was not to be feared: His threats were part of the act"
    ],
    "The judges said the problem was not the fee; the problem was the queue.": [
        "The judges | said | the problem was not the fee; the problem was the queue"
    ],
    # the clause that one in front leads up to
    "Ostby has argued that as growers learned more about the dam, Lind will begin to lose support.": [
        "Ostby | has argued | as growers learned more about the dam, Lind will begin to lose support"
    ],
    "Lind said that whatever choice they make, “they should not make it in the dark.”": [
        "Lind | said | whatever choice they make, “they should not make it in the dark"
    ],
    # the rest of a list
    "Four of the growers said they had written to ministers; met in May; and put up posters.": [
        "Four of the growers | said | they had written to ministers; met in May; and put up posters"
    ],
    # what is set against what is told
    "The State Board has indicated that it has not asked whether the tank was shut when it was sold, "
    "only whether it is shut now.": [
        "The State Board | has indicated | it has not asked whether the tank was shut when it was sold, "
        "only whether it is shut now",
        "it | has not asked | whether the tank was shut when it was sold",
    ],
    # what is joined to quoted words
    "The mayor called the plan “pathetic” and “dangerous.”": [
        "The mayor | called | the plan “pathetic” and “dangerous"
    ],
    "Lind says he’s going to “work hard for the fair” and await the rain.": [
        "Lind | says | he’s going to “work hard for the fair” and await the rain"
    ],
    # words with a hyphen are whole
    "Critics called the bill anti-dairy.": ["Critics | called | the bill anti-dairy"],
    # the front of what is told
    "The rector says in a note that the school's steps to widen the checks to more pupils are certain to fail.": [
        "The rector | says | the school's steps to widen the checks to more pupils are certain to fail"
    ],
    "Lind argued that the distance between the mill and then-Mayor Moen was wider than before.": [
        "Lind | argued | the distance between the mill and then-Mayor Moen was wider than before"
    ],
    "While the crop is at its best in years, he said, “this has done nothing for the pickers.”": [
        "he | said | While the crop is at its best in years … this has done nothing for the pickers"
    ],
    "In the three years since the frost, Lind says, far too many hives have been lost.": [
        "Lind | says | In the three years since the frost … far too many hives have been lost"
    ],
    # the verb behind what is set off
    "Critics argue that growers will cut the wage, so that the whole pay, including tips, will stay the same.": [
        "Critics | argue | growers will cut the wage, so that the whole pay, including tips, will stay the same"
    ],
    # what is so instead, what follows, and what is told of somebody else
    "He said they had left not for what they earned, but because of who they are.": [
        "He | said | they had left not for what they earned, but because of who they are"
    ],
    "She said there are already 22 goats in the barn, so reaching the goal seems easy.": [
        "She | said | there are already 22 goats in the barn, so reaching the goal seems easy"
    ],
    "One vet said some of the tests may have begun by luck, but the lab wound up holding every sample.": [
        "One vet | said | some of the tests may have begun by luck, but the lab wound up holding every sample"
    ],
    # a phrase behind quoted words
    "“We are awake, unlike the owners” at the harbour meeting, he said.": [
        "he | said | We are awake, unlike the owners” at the harbour meeting"
    ],
    "He said “there has never been a boat more seaworthy than this one” to sail the lake.": [
        "He | said | there has never been a boat more seaworthy than this one” to sail the lake"
    ],
    # what is explained, and the aim of what is announced
    "The mayor explained why the bridge had to close.": [
        "The mayor | explained | why the bridge had to close"
    ],
    "He recalled what it was like to be a boy when the army took the town.": [
        "He | recalled | what it was like to be a boy when the army took the town"
    ],
    "The ministry announced plans Tuesday to expand schemes that allow growers to sell abroad.": [
        "The ministry | announced | plans … to expand schemes that allow growers to sell abroad"
    ],
    # what somebody says by doing something
    "He used the lecture to argue that the dam was weak.": ["He | argue | the dam was weak"],
    "The editor interrupted me to announce, “There goes the roof.”": [
        "The editor | announce | There goes the roof"
    ],
    "Older growers are slightly more likely to say that the rector stands for them.": [
        "Older growers | say | the rector stands for them"
    ],
    "He is correct to note that the dam was built in a hurry.": [
        "He | note | the dam was built in a hurry"
    ],
}
ENDS = {
    "She jabbed her finger at a farmer as she angrily said, “I am so sick of this.”": [
        "I am so sick of this"
    ],
    "The storm, which helps explain why the road was shut, has passed.": [],
    "If the rain stops, Lind said he would leave.": ["he would leave"],
    "He used the money to claim the land.": [],
    "It is wrong to say that the harvest failed.": [],
    "Lind is likely to say that the dam leaks.": [],
    "She said the dam leaked, but the rector denied it.": ["the dam leaked", "it"],
    "Her book boasts of her gifts to the poor; Lind, who sings; and Moen, who dances.": [
        "her gifts to the poor"
    ],
    "She said the plan was “weak” and left the hall.": ["the plan was “weak”"],
    "Zielke did not respond to shouted questions as he left the court.": ["shouted questions"],
    "Hale, who left in May, said the bridge was safe.": ["the bridge was safe"],
    "The judge said the road was shut; the mayor did not laugh.": ["the road was shut"],
    "The court ordered the firm to pay, and the firm appealed.": ["the firm to pay"],
    "Lind promised to pay the farmers but also went to court.": ["to pay the farmers"],
    "The vicar condemned the raid, and what came next surprised him.": ["the raid"],
    "Lind said the plan was “a joke” and called for calm.": ["the plan was “a joke”", "calm"],
    "To suggest that the dam leaked is wrong.": [],
    "Lind said the gate was slow, but passed the guards.": ["the gate was slow"],
    "The guard said the gate was shut, and was fired the next day.": ["the gate was shut"],
    "The guide said the cave was closed, and the bus left.": ["the cave was closed"],
    "He said the roof leaked and he praised the roofers.": ["the roof leaked", "the roofers"],
    "She said the calf would live and she is very proud.": ["the calf would live"],
    "He says the dam leaks and wants it gone.": ["the dam leaks", "it gone"],
    "When he said the roof leaked and the walls bulged, the tenants left.": ["the roof leaked"],
    "The board announced the closure, although it was late.": ["the closure"],
    "Lind, who said the inn was full and wanted a tent, left.": ["the inn was full", "a tent"],
}


@pytest.fixture(scope="module")
def found() -> dict[str, Report]:
    texts = [*GOES_ON, *ENDS]
    return dict(zip(texts, claimtrack.load().pipe(texts), strict=True))


@pytest.mark.parametrize("sentence", GOES_ON)
def test_a_claim_goes_on(sentence: str, found: dict[str, Report]) -> None:
    rows = [
        " | ".join(_text(sentence, spans) for spans in (a.source.spans, a.cue, a.claim))
        for a in found[sentence].attributions
    ]
    assert rows == GOES_ON[sentence]


@pytest.mark.parametrize("sentence", ENDS)
def test_a_claim_ends(sentence: str, found: dict[str, Report]) -> None:
    claims = [_text(sentence, a.claim) for a in found[sentence].attributions]
    assert claims == ENDS[sentence]


def _text(sentence: str, spans: Spans) -> str:
    return " … ".join(sentence[start:end] for start, end in spans)
