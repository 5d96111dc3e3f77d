"""Sources: which words are one source, and what the source is. All parses are built by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimtrack.language.parse import Parse, SentenceSpan, Token
from claimtrack.language.quotations import find_quotations
from claimtrack.records import Article, Attribution, Block, Source, SourceRef, Spans
from claimtrack.rules.model import Place, Word, WordList
from claimtrack.sources import gather
from claimtrack.sources.anonymity import reason_in
from claimtrack.sources.short_forms import is_acronym, is_short_for
from tests import handmade

LISTS = {
    "courtesy_titles": "mr, ms",
    "academic_titles": "dr, professor",
    "office_titles": "minister, prime minister, judge, president, us attorney, mayor",
    "military_titles": "general, captain, lieutenant general",
    "official": "official, minister, general, commander, spokesman, spokeswoman, spokesperson, judge, diplomat, police, mayor",
    "expert": "analyst, doctor, author, nurse",
    "witness": "resident, witness, clerk, person familiar",
    "participant": "lawyer, developer, manager, director, operator",
    "document": "report, study, letter",
    "evidence": "footage",
    "news": "newspaper",
    "group": "bank, ministry, company, firm, army, family, activist, side, government",
    "person": "man, woman, source",
    "government_bodies": "ministry, army, government, council, command",
    "company_words": "bank, company, firm, operator",
    "group_words": "party, group, association",
    "learned_bodies": "institute, university",
    "press_wing": "media wing, public relations, press office, spokesman, spokesperson",
    "news_agencies": "Reuters",
    "newspapers": "Guardian",
    "paper_words": "times, post",
    "agencies": "CIA",
    "metonyms": "Washington, Islamabad, Kremlin, Downing Street",
    "countries": "Pakistan, US, Ghana",
    "peoples": "Norwegian",
    "masculine_words": "mr",
    "feminine_words": "ms",
    "masculine_names": "gerald, hollis",
    "feminine_names": "renata, nadia",
    "collectives": "family, side",
    "masculine_pronouns": "he, him, his",
    "feminine_pronouns": "she, her",
    "neuter_pronouns": "it, its",
    "plural_pronouns": "they, their, them",
    "first_singular_pronouns": "i, my",
    "first_plural_pronouns": "we, our",
    "indefinite_pronouns": "others",
}
CLOSE = {",", ".", "’s", "'s", ")", "”", ":"}
OPEN = {"(", "“"}


def _word_list(name: str, words: str) -> WordList:
    return WordList(
        name, "word", tuple(Word(tuple(w.split())) for w in words.split(", ")), Place("test", 1, 1)
    )


RULES = replace(
    handmade.RULES, rules=(), lists={name: _word_list(name, words) for name, words in LISTS.items()}
)


def parse_of(*sentences: str) -> Parse:
    """Sentences of ``text/TAG/role/head[/ENTITY]``, heads counted from 1 in the sentence, 0 for the root."""
    text = ""
    tokens: list[Token] = []
    spans: list[SentenceSpan] = []
    for number, sentence in enumerate(sentences):
        base, began = len(tokens), -1
        for word in sentence.split():
            form, tag, role, head, *entity = word.split("/")
            if text and form not in CLOSE and text[-1] not in OPEN and text[-1] != "-":
                text += " "
            if form == "-":
                text = text.rstrip()
            start = len(text)
            began = start if began < 0 else began
            text += form
            at = len(tokens)
            upper = base + int(head) - 1 if int(head) else at
            tokens.append(
                Token(
                    at, start, len(text), form, form.lower(), _lemma(form, tag), _pos(tag), tag, role, upper,
                    entity[0] if entity else "", number,
                )
            )  # fmt: skip
        spans.append(SentenceSpan(began, len(text), base, len(tokens), number))
    article = Article("t", text, blocks=(Block("paragraph", 0, len(text)),))
    return Parse(article, tuple(tokens), tuple(spans), find_quotations(text, [(0, len(text))]))


def _lemma(form: str, tag: str) -> str:
    return form.lower().removesuffix("s") if tag == "NNS" else form.lower()


def _pos(tag: str) -> str:
    if tag.startswith("NNP"):
        return "PROPN"
    return {"N": "NOUN", "V": "VERB", "P": "PRON", "D": "DET", "C": "NUM", "J": "ADJ"}.get(
        tag[0], "X"
    )


def says(parse: Parse, *sources: str, sentence: int, **other: object) -> Attribution:
    """An attribution whose source is the given words of a sentence."""
    where = parse.sentences[sentence]
    spans: Spans = ()
    for words in sources:
        at = parse.article.text.index(words, where.start, where.end)
        spans += ((at, at + len(words)),)
    number = f"{sentence}.{spans[0][0] if spans else 0}"
    plain = Attribution(
        number, sentence, SourceRef(None, spans), (), (), "asserts", "indirect", "r", "f", 1.0
    )
    return replace(plain, **other)  # type: ignore[arg-type]


def ids(parse: Parse, *attributions: Attribution) -> list[str | None]:
    found, _ = gather(parse, attributions, RULES)
    return [a.source.id for a in found]


def sources(parse: Parse, *attributions: Attribution) -> list[Source]:
    return list(gather(parse, attributions, RULES)[1])


# Sentences that several tests use.
ISPR = (
    "Pakistan/NNP/compound/2/LOC Army/NNP/nmod:poss/7/ORG ’s/POS/case/2 Inter/NNP/compound/7 -/HYPH/punct/4 "
    "Services/NNPS/compound/7 Relations/NNP/nsubj/11 (/-LRB-/punct/9 ISR/NNP/appos/7/ORG )/-RRB-/punct/9 said/VBD/root/0"
)
HE_SAID = "He/PRP/nsubj/2 said/VBD/root/0 so/RB/advmod/2"
SHE_SAID = "She/PRP/nsubj/2 said/VBD/root/0 so/RB/advmod/2"
KURILLA = "General/NNP/compound/4 Michael/NNP/compound/4/PER Erik/NNP/compound/4/PER Kurilla/NNP/nsubj/5/PER spoke/VBD/root/0"
KURILLA_SAID = "Kurilla/NNP/nsubj/2/PER said/VBD/root/0 so/RB/advmod/2"


# --- names -------------------------------------------------------------------------------------


def test_full_name_acronym_and_article_are_one_source() -> None:
    parse = parse_of(ISPR, "The/DT/det/2 ISR/NNP/nsubj/3/ORG said/VBD/root/0 so/RB/advmod/3")
    one = says(parse, "Pakistan Army’s Inter-Services Relations (ISR)", sentence=0)
    two = says(parse, "The ISR", sentence=1)
    assert ids(parse, one, two) == ["s1", "s1"]
    (source,) = sources(parse, one, two)
    assert (source.name, source.aliases, source.named) == (
        "Inter-Services Relations",
        ("ISR",),
        True,
    )


def test_acronym_first_then_the_name_in_brackets() -> None:
    parse = parse_of(
        "The/DT/det/2 FBS/NNP/nsubj/8/ORG (/-LRB-/punct/6 Fund/NNP/appos/2/ORG Banking/NNP/compound/6/ORG "
        "Service/NNP/appos/2/ORG )/-RRB-/punct/6 said/VBD/root/0",
        "Fund/NNP/compound/3/ORG Banking/NNP/compound/3/ORG Service/NNP/nsubj/4/ORG said/VBD/root/0",
    )
    found = ids(
        parse, says(parse, "The FBS", sentence=0), says(parse, "Fund Banking Service", sentence=1)
    )
    assert found == ["s1", "s1"]


def test_acronym_without_brackets_is_read_off_the_name() -> None:
    parse = parse_of(
        "The/DT/det/4 World/NNP/compound/4/ORG Trade/NNP/compound/4/ORG Association/NNP/nsubj/5/ORG said/VBD/root/0",
        "The/DT/det/2 WTA/NNP/nsubj/3/ORG said/VBD/root/0",
    )
    found = ids(
        parse,
        says(parse, "The World Trade Association", sentence=0),
        says(parse, "The WTA", sentence=1),
    )
    assert found == ["s1", "s1"]


def test_surname_and_title_find_the_full_name() -> None:
    parse = parse_of(
        KURILLA,
        KURILLA_SAID,
        "The/DT/det/2 general/NN/nsubj/3 said/VBD/root/0 more/JJR/obj/3",
    )
    spoken = [
        says(parse, "General Michael Erik Kurilla", sentence=0),
        says(parse, "Kurilla", sentence=1),
        says(parse, "The general", sentence=2),
    ]
    assert ids(parse, *spoken) == ["s1", "s1", "s1"]
    (source,) = sources(parse, *spoken)
    assert (source.name, source.role, source.kind) == (
        "Michael Erik Kurilla",
        "General",
        "official",
    )
    assert source.aliases == ("Kurilla", "The general")


def test_a_surname_that_two_people_share_is_left_open() -> None:
    parse = parse_of(
        "Imran/NNP/compound/2/PER Khan/NNP/nsubj/3/PER met/VBD/root/0 Asad/NNP/compound/5/PER Khan/NNP/obj/3/PER",
        "Khan/NNP/nsubj/2/PER said/VBD/root/0 so/RB/advmod/2",
        "Asad/NNP/compound/2/PER Khan/NNP/nsubj/3/PER said/VBD/root/0 so/RB/advmod/3",
    )
    found = ids(parse, says(parse, "Khan", sentence=1), says(parse, "Asad Khan", sentence=2))
    assert found[0] != found[1]


def test_a_middle_name_alone_is_whose_full_name_holds_it() -> None:
    parse = parse_of(
        "Renata/NNP/compound/3/PER Gafur/NNP/compound/3/PER Morol/NNP/nsubj/4/PER spoke/VBD/root/0",
        "Gafur/NNP/nsubj/2/PER said/VBD/root/0 so/RB/advmod/2",
        "Renat/NNP/nsubj/2/PER said/VBD/root/0 so/RB/advmod/2",
    )
    spoken = [
        says(parse, "Renata Gafur Morol", sentence=0),
        says(parse, "Gafur", sentence=1),
        says(parse, "Renat", sentence=2),
    ]
    assert ids(parse, *spoken) == ["s1", "s1", "s2"]


def test_a_surname_that_is_a_place_finds_its_bearer() -> None:
    parse = parse_of(
        "Renata/NNP/compound/2/PER Ghana/NNP/nsubj/3/PER spoke/VBD/root/0",
        "Ghana/NNP/nsubj/2/LOC said/VBD/root/0 so/RB/advmod/2",
    )
    assert ids(
        parse, says(parse, "Renata Ghana", sentence=0), says(parse, "Ghana", sentence=1)
    ) == ["s1", "s1"]


def test_a_short_title_is_the_role_in_full() -> None:
    parse = parse_of(
        "Ohio/NNP/compound/4 Gen/NNP/compound/4 John/NNP/compound/4/PER Kasich/NNP/nsubj/5/PER spoke/VBD/root/0",
        "The/DT/det/3 Ohio/NNP/compound/3 general/NN/nsubj/4 said/VBD/root/0",
    )
    rules = replace(
        RULES,
        lists={
            **RULES.lists,
            "military_titles": _word_list("military_titles", "general, gen"),
            "short_titles": _word_list("short_titles", "gen general"),
        },
    )
    spoken = (
        says(parse, "Ohio Gen John Kasich", sentence=0),
        says(parse, "The Ohio general", sentence=1),
    )
    assert [a.source.id for a in gather(parse, spoken, rules)[0]] == ["s1", "s1"]


@pytest.mark.parametrize(
    ("full", "short", "same"),
    [
        ("Meridian Salt Firm", "Meridian", True),
        ("Meridian Salt Firm", "Meridian Salt", True),
        ("Ghana Army", "Ghana", False),
        ("Rasta Party", "Party", False),
        ("Solent Group", "Solent", True),
    ],
)
def test_short_names_of_bodies(full: str, short: str, same: bool) -> None:
    words = full.split()
    name = " ".join(f"{word}/NNP/compound/{len(words)}/ORG" for word in words[:-1])
    parse = parse_of(
        f"{name} {words[-1]}/NNP/nsubj/{len(words) + 1}/ORG grew/VBD/root/0",
        f"{' '.join(f'{w}/NNP/compound/{len(short.split())}' for w in short.split()[:-1])} "
        f"{short.split()[-1]}/NNP/nsubj/{len(short.split()) + 1} said/VBD/root/0",
    )
    found = ids(parse, says(parse, full, sentence=0), says(parse, short, sentence=1))
    assert (found[0] == found[1]) is same


def test_a_family_name_alone_does_not_make_its_bearers_one() -> None:
    parse = parse_of(
        "Bush/NNP/nsubj/2/PER spoke/VBD/root/0",
        "Jeb/NNP/compound/2/PER Bush/NNP/nsubj/3/PER spoke/VBD/root/0",
        "George/NNP/compound/2/PER Bush/NNP/nsubj/3/PER spoke/VBD/root/0",
    )
    spoken = [
        says(parse, words, sentence=n)
        for n, words in enumerate(("Bush", "Jeb Bush", "George Bush"))
    ]
    assert ids(parse, *spoken) == ["s1", "s1", "s2"]


def test_a_person_is_not_the_institution_that_bears_the_name() -> None:
    parse = parse_of(
        "Zielke/NNP/nsubj/2/PER spoke/VBD/root/0",
        "Zielke/NNP/compound/2/ORG University/NNP/nsubj/3/ORG spoke/VBD/root/0",
    )
    assert ids(
        parse, says(parse, "Zielke", sentence=0), says(parse, "Zielke University", sentence=1)
    ) == ["s1", "s2"]


def test_a_company_cut_short_is_the_company_even_where_the_model_takes_it_for_a_person() -> None:
    parse = parse_of(
        "Kestrel/NNP/compound/2/ORG Dynamics/NNP/nsubj/3/ORG spoke/VBD/root/0",
        "Kestrel/NNP/nsubj/2/PER spoke/VBD/root/0",
    )
    assert ids(
        parse, says(parse, "Kestrel Dynamics", sentence=0), says(parse, "Kestrel", sentence=1)
    ) == ["s1", "s1"]


def test_a_job_title_before_a_full_name_is_a_person() -> None:
    parse = parse_of(
        "Crane/NN/compound/2 operator/NN/compound/3 Milena/NNP/nsubj/5/PER Dusek/NNP/flat/3/PER spoke/VBD/root/0",
        "She/PRP/nsubj/2 spoke/VBD/root/0",
    )
    assert ids(
        parse,
        says(parse, "Crane operator Milena Dusek", sentence=0),
        says(parse, "She", sentence=1),
    ) == ["s1", "s1"]


def test_a_speaker_in_capitals_is_who_bears_the_name() -> None:
    parse = parse_of(
        "Anton/NNP/compound/2/PER Zielke/NNP/nsubj/3/PER spoke/VBD/root/0",
        "ZIELKE/NNP/nsubj/2 said/VBD/root/0 so/RB/advmod/2",
    )
    assert ids(
        parse, says(parse, "Anton Zielke", sentence=0), says(parse, "ZIELKE", sentence=1)
    ) == ["s1", "s1"]


def test_the_times_is_the_paper_named_before() -> None:
    parse = parse_of(
        "The/DT/det/4 New/NNP/compound/4/ORG York/NNP/compound/4/ORG Times/NNP/nsubj/5/ORG said/VBD/root/0",
        "The/DT/det/2 Times/NNP/nsubj/3/ORG said/VBD/root/0 so/RB/advmod/3",
    )
    spoken = [says(parse, "The New York Times", sentence=0), says(parse, "The Times", sentence=1)]
    assert ids(parse, *spoken) == ["s1", "s1"]
    assert sources(parse, *spoken)[0].kind == "news"


def test_a_country_and_its_army_are_two_sources() -> None:
    parse = parse_of(
        "Pakistan/NNP/compound/2/LOC Army/NNP/nsubj/3/ORG said/VBD/root/0 so/RB/advmod/3",
        "Pakistan/NNP/nsubj/2/LOC denied/VBD/root/0 it/PRP/obj/2",
    )
    found = ids(
        parse, says(parse, "Pakistan Army", sentence=0), says(parse, "Pakistan", sentence=1)
    )
    assert found == ["s1", "s2"]


def test_metonyms_are_sources_of_their_own() -> None:
    parse = parse_of(
        "Washington/NNP/nsubj/2/LOC denied/VBD/root/0 it/PRP/obj/2",
        "Islamabad/NNP/nsubj/2/LOC denied/VBD/root/0 it/PRP/obj/2",
    )
    spoken = [says(parse, "Washington", sentence=0), says(parse, "Islamabad", sentence=1)]
    assert ids(parse, *spoken) == ["s1", "s2"]
    assert [s.kind for s in sources(parse, *spoken)] == ["official", "official"]


def test_mentions_hold_names_that_do_not_speak() -> None:
    parse = parse_of(KURILLA_SAID, "They/PRP/nsubj/2 met/VBD/root/0 Kurilla/NNP/obj/2/PER")
    (source,) = sources(parse, says(parse, "Kurilla", sentence=0))
    assert source.mentions == (
        (0, 7),
        (parse.article.text.rindex("Kurilla"), len(parse.article.text)),
    )


# --- appositions -------------------------------------------------------------------------------


def test_an_apposition_gives_role_kind_and_name() -> None:
    parse = parse_of(
        "General/NNP/compound/3 Michael/NNP/compound/3/PER Kurilla/NNP/nsubj/11/PER ,/,/punct/6 the/DT/det/6 "
        "commander/NN/appos/3 of/IN/case/9 the/DT/det/9 Command/NNP/nmod/6/ORG ,/,/punct/6 spoke/VBD/root/0",
        "The/DT/det/2 commander/NN/nsubj/3 said/VBD/root/0 so/RB/advmod/3",
    )
    spoken = [
        says(parse, "General Michael Kurilla, the commander of the Command", sentence=0),
        says(parse, "The commander", sentence=1),
    ]
    assert ids(parse, *spoken) == ["s1", "s1"]
    (source,) = sources(parse, *spoken)
    assert (source.name, source.role) == ("Michael Kurilla", "commander of the Command")


def test_a_role_before_the_name_between_commas_whatever_the_parser_says() -> None:
    parse = parse_of(
        "The/DT/det/2 developer/NN/nsubj/7 ,/,/punct/2 Anton/NNP/dep/7/PER Zielke/NNP/flat/4/PER ,/,/punct/7 "
        "spoke/VBD/root/0",
        "Zielke/NNP/nsubj/2/PER said/VBD/root/0 so/RB/advmod/2",
    )
    spoken = [
        says(parse, "The developer, Anton Zielke", sentence=0),
        says(parse, "Zielke", sentence=1),
    ]
    assert ids(parse, *spoken) == ["s1", "s1"]
    assert sources(parse, *spoken)[0].role == "developer"


CLERK_SAID = "A/DT/det/2 clerk/NN/nsubj/3 said/VBD/root/0 so/RB/advmod/3"
CLERK_NAMED = (
    "The/DT/det/2 clerk/NN/nsubj/7 ,/,/punct/2 Anton/NNP/appos/2/PER Zielke/NNP/flat/4/PER ,/,/punct/4 "
    "spoke/VBD/root/0"
)


def test_who_is_named_with_the_role_is_who_had_it_before() -> None:
    parse = parse_of(CLERK_SAID, CLERK_NAMED)
    spoken = [
        says(parse, "A clerk", sentence=0),
        says(parse, "The clerk, Anton Zielke", sentence=1),
    ]
    assert ids(parse, *spoken) == ["s1", "s1"]
    assert sources(parse, *spoken)[0].name == "Anton Zielke"


def test_of_two_who_had_the_role_none_is_who_is_named_with_it() -> None:
    parse = parse_of(CLERK_SAID, CLERK_SAID, CLERK_NAMED)
    found = ids(
        parse,
        says(parse, "A clerk", sentence=0),
        says(parse, "A clerk", sentence=1),
        says(parse, "The clerk, Anton Zielke", sentence=2),
    )
    assert len(set(found)) == 3


def test_a_title_behind_an_article_names_the_role_before_the_comma() -> None:
    parse = parse_of(
        "The/DT/det/2 developer/NN/nsubj/10 ,/,/punct/6 the/DT/det/6 old/JJ/amod/6 mayor/NN/nmod/7 "
        "Anton/NNP/nsubj/10/PER Zielke/NNP/flat/7/PER ,/,/punct/7 spoke/VBD/root/0",
        "Zielke/NNP/nsubj/2/PER said/VBD/root/0 so/RB/advmod/2",
    )
    spoken = [says(parse, "The developer", sentence=0), says(parse, "Zielke", sentence=1)]
    assert ids(parse, *spoken) == ["s1", "s1"]


def test_an_office_that_somebody_runs_for_is_nobody() -> None:
    parse = parse_of(
        "A/DT/det/2 mayor/NN/nsubj/3 spoke/VBD/root/0",
        "Two/CD/nsubj/2 ran/VBD/root/0 for/IN/case/4 mayor/NN/obl/2",
        "The/DT/det/2 mayor/NN/nsubj/3 said/VBD/root/0 so/RB/advmod/3",
    )
    spoken = [says(parse, "A mayor", sentence=0), says(parse, "The mayor", sentence=2)]
    (source,) = sources(parse, *spoken)
    assert len(source.mentions) == 2


@pytest.mark.parametrize(
    "aside",
    [
        "a/DT/det/5 Lee/NNP/compound/5 lawyer/NN/appos/2",
        "the/DT/det/5 chief/JJ/amod/5 lawyer/NN/dep/2",
        "her/PRP$/nmod:poss/5 old/JJ/amod/5 lawyer/NN/conj/2",
    ],
)
def test_a_role_after_the_name_is_his_and_the_lawyer_is_he(aside: str) -> None:
    parse = parse_of(
        f"Anton/NNP/compound/2/PER Zielke/NNP/nsubj/8/PER ,/,/punct/2 {_shifted(aside)} ,/,/punct/2 spoke/VBD/root/0",
        "The/DT/det/2 lawyer/NN/nsubj/3 said/VBD/root/0 so/RB/advmod/3",
    )
    found = ids(
        parse, says(parse, "Anton Zielke", sentence=0), says(parse, "The lawyer", sentence=1)
    )
    assert found == ["s1", "s1"]


def _shifted(words: str) -> str:
    """Words whose inner heads count from the aside's third word, moved to where it stands."""
    return words.replace("/5", "/6")


def test_according_to_somebody_comma_somebody_else_are_two() -> None:
    parse = parse_of(
        "According/VBG/case/3 to/IN/fixed/1 Lee/NNP/obl/7/PER ,/,/punct/3 the/DT/det/6 minister/NN/nsubj/7 "
        "lied/VBD/root/0"
    )
    found = ids(parse, says(parse, "Lee", sentence=0), says(parse, "the minister", sentence=0))
    assert found == ["s1", "s2"]


def test_a_list_of_people_is_no_apposition() -> None:
    parse = parse_of(
        "Anton/NNP/compound/2/PER Zielke/NNP/nsubj/9/PER ,/,/punct/5 a/DT/det/5 lawyer/NN/conj/2 and/CC/cc/8 "
        "a/DT/det/8 judge/NN/conj/2 spoke/VBD/root/0",
        "The/DT/det/2 lawyer/NN/nsubj/3 said/VBD/root/0 so/RB/advmod/3",
    )
    found = ids(
        parse, says(parse, "Anton Zielke", sentence=0), says(parse, "The lawyer", sentence=1)
    )
    assert found[0] != found[1]


def test_the_role_of_the_second_of_two_is_not_the_firsts() -> None:
    parse = parse_of(
        "Munir/NNP/nsubj/8/PER and/CC/cc/3 Kurilla/NNP/conj/1/PER ,/,/punct/6 the/DT/det/6 commander/NN/appos/1 "
        ",/,/punct/6 met/VBD/root/0",
        "The/DT/det/2 commander/NN/nsubj/3 said/VBD/root/0 so/RB/advmod/3",
        "Munir/NNP/nsubj/2/PER said/VBD/root/0 so/RB/advmod/2",
    )
    found = sources(
        parse, says(parse, "The commander", sentence=1), says(parse, "Munir", sentence=2)
    )
    assert [source.name for source in found] == ["Munir", "Kurilla"]


def test_what_a_fronted_phrase_holds_is_no_apposition() -> None:
    parse = parse_of(
        "In/IN/case/3 the/DT/det/3 group/NN/obl/6 ,/,/punct/3 Zielke/NNP/nsubj/7/PER ,/,/punct/5 spoke/VBD/root/0",
        "The/DT/det/2 group/NN/nsubj/3 said/VBD/root/0 so/RB/advmod/3",
    )
    found = ids(parse, says(parse, "Zielke", sentence=0), says(parse, "The group", sentence=1))
    assert found[0] != found[1]


def test_an_office_with_its_portfolio_ends_where_the_name_begins() -> None:
    parse = parse_of(
        "Prime/NNP/compound/7 Minister/NNP/compound/7 of/IN/case/4 Ghana/NNP/nmod/2/LOC Nadia/NNP/compound/7/PER "
        "Asante/NNP/compound/7/PER Boateng/NNP/nsubj/8/PER spoke/VBD/root/0"
    )
    (source,) = sources(
        parse, says(parse, "Prime Minister of Ghana Nadia Asante Boateng", sentence=0)
    )
    assert (source.name, source.role) == ("Nadia Asante Boateng", "Prime Minister of Ghana")


# --- descriptions ------------------------------------------------------------------------------

A_RESIDENT = "A/DT/det/2 resident/NN/nsubj/3 said/VBD/root/0 so/RB/advmod/3"
ANOTHER = "Another/DT/det/2 resident/NN/nsubj/3 said/VBD/root/0 no/RB/advmod/3"
THE_RESIDENT = "The/DT/det/2 resident/NN/nsubj/3 said/VBD/root/0 more/RB/advmod/3"


def test_a_resident_and_another_are_two_and_the_resident_is_neither() -> None:
    parse = parse_of(A_RESIDENT, ANOTHER, THE_RESIDENT)
    spoken = [
        says(parse, "A resident", sentence=0),
        says(parse, "Another resident", sentence=1),
        says(parse, "The resident", sentence=2),
    ]
    assert ids(parse, *spoken) == ["s1", "s2", "s3"]


def test_the_resident_joins_a_lone_one() -> None:
    parse = parse_of(A_RESIDENT, THE_RESIDENT)
    found = ids(
        parse, says(parse, "A resident", sentence=0), says(parse, "The resident", sentence=1)
    )
    assert found == ["s1", "s1"]


def test_a_role_qualified_otherwise_is_another_source() -> None:
    parse = parse_of(
        "The/DT/det/3 interior/JJ/amod/3 minister/NN/nsubj/4 spoke/VBD/root/0",
        "The/DT/det/3 defence/NN/compound/3 minister/NN/nsubj/4 spoke/VBD/root/0",
        "The/DT/det/2 minister/NN/nsubj/3 spoke/VBD/root/0",
    )
    spoken = [
        says(parse, "The interior minister", sentence=0),
        says(parse, "The defence minister", sentence=1),
        says(parse, "The minister", sentence=2),
    ]
    assert ids(parse, *spoken) == ["s1", "s2", "s2"]


def test_bare_plurals_with_the_same_words_are_one() -> None:
    parse = parse_of(
        "Officials/NNS/nsubj/2 spoke/VBD/root/0",
        "Two/CD/nummod/2 officials/NNS/nsubj/3 spoke/VBD/root/0",
        "Officials/NNS/nsubj/2 spoke/VBD/root/0",
    )
    spoken = [
        says(parse, "Officials", sentence=0),
        says(parse, "Two officials", sentence=1),
        says(parse, "Officials", sentence=2),
    ]
    assert ids(parse, *spoken) == ["s1", "s2", "s1"]
    assert all(source.plural for source in sources(parse, *spoken))


def test_the_company_is_the_only_one() -> None:
    named = "Meridian/NNP/compound/2/ORG Bank/NNP/nsubj/3/ORG grew/VBD/root/0"
    company = "The/DT/det/3 Norwegian/JJ/amod/3 company/NN/nsubj/4 said/VBD/root/0"
    parse = parse_of(named, company)
    assert (
        sources(parse, says(parse, "The Norwegian company", sentence=1))[0].name == "Meridian Bank"
    )
    rival = "Solent/NNP/compound/2/ORG Firm/NNP/nsubj/3/ORG fell/VBD/root/0"
    parse = parse_of(named, rival, company)
    assert not sources(parse, says(parse, "The Norwegian company", sentence=2))[0].named


def test_a_company_told_apart_by_a_clause_is_not_the_one_named() -> None:
    parse = parse_of(
        "Meridian/NNP/compound/2/ORG Bank/NNP/nsubj/3/ORG grew/VBD/root/0",
        "The/DT/det/2 company/NN/nsubj/5 that/WDT/nsubj/4 builds/VBZ/acl:relcl/2 said/VBD/root/0",
    )
    assert not sources(parse, says(parse, "The company", sentence=1))[0].named


def test_a_board_with_a_complement_is_not_another_board() -> None:
    parse = parse_of(
        "The/DT/det/2 council/NN/nsubj/5 of/IN/case/4 elders/NNS/nmod/2 spoke/VBD/root/0",
        "The/DT/det/2 council/NN/nsubj/5 of/IN/case/4 youths/NNS/nmod/2 spoke/VBD/root/0",
    )
    spoken = [
        says(parse, "The council of elders", sentence=0),
        says(parse, "The council of youths", sentence=1),
    ]
    assert ids(parse, *spoken) == ["s1", "s2"]


WING = "The/DT/det/2 army/NN/nmod:poss/5 ’s/POS/case/2 media/NN/compound/5 wing/NN/nsubj/6 spoke/VBD/root/0"
OFFICE = "Army/NNP/nmod:poss/4/ORG ’s/POS/case/1 Public/NNP/compound/4/ORG Relations/NNP/nsubj/5/ORG spoke/VBD/root/0"


def test_the_armys_media_wing_is_its_public_relations() -> None:
    parse = parse_of(WING, OFFICE)
    spoken = [
        says(parse, "The army’s media wing", sentence=0),
        says(parse, "Army’s Public Relations", sentence=1),
    ]
    assert ids(parse, *spoken) == ["s1", "s1"]
    assert sources(parse, *spoken)[0].kind == "official"


def test_a_media_wing_with_two_rivals_is_its_own() -> None:
    rival = "Navy/NNP/nmod:poss/4/ORG ’s/POS/case/1 Press/NNP/compound/4/ORG Office/NNP/nsubj/5/ORG spoke/VBD/root/0"
    parse = parse_of(WING, OFFICE, rival)
    spoken = [
        says(parse, "The army’s media wing", sentence=0),
        says(parse, "Army’s Public Relations", sentence=1),
        says(parse, "Navy’s Press Office", sentence=2),
    ]
    assert len(set(ids(parse, *spoken))) == 3


# --- pronouns ----------------------------------------------------------------------------------

COLVIN = "Renata/NNP/compound/2/PER Colvin/NNP/nsubj/3/PER spoke/VBD/root/0"
DRAYTON = "Hollis/NNP/compound/2/PER Drayton/NNP/nsubj/3/PER spoke/VBD/root/0"


def test_he_is_the_man_who_spoke_and_she_the_woman() -> None:
    parse = parse_of(DRAYTON, COLVIN, HE_SAID, SHE_SAID)
    spoken = [
        says(parse, "Hollis Drayton", sentence=0),
        says(parse, "Renata Colvin", sentence=1),
        says(parse, "He", sentence=2),
        says(parse, "She", sentence=3),
    ]
    assert ids(parse, *spoken) == ["s1", "s2", "s1", "s2"]


def test_he_is_not_the_man_whom_he_names() -> None:
    named = "He/PRP/nsubj/2 said/VBD/root/0 Drayton/NNP/nsubj/4/PER lied/VBD/ccomp/2"
    parse = parse_of(DRAYTON, named)
    at = parse.article.text.index("Drayton lied")
    spoken = [
        says(parse, "Hollis Drayton", sentence=0),
        says(parse, "He", claim=((at, at + len("Drayton lied")),), sentence=1),
    ]
    assert ids(parse, *spoken) == ["s1", "s2"]


def test_he_does_not_pass_over_an_unresolved_speaker() -> None:
    parse = parse_of(DRAYTON, A_RESIDENT, HE_SAID)
    spoken = [
        says(parse, "Hollis Drayton", sentence=0),
        says(parse, "A resident", sentence=1),
        says(parse, "He", sentence=2),
    ]
    assert ids(parse, *spoken) == ["s1", "s2", "s2"]


def test_it_is_a_body_and_not_a_man() -> None:
    bank = "The/DT/det/2 bank/NN/nsubj/3 grew/VBD/root/0"
    parse = parse_of(bank, DRAYTON, "It/PRP/nsubj/2 said/VBD/root/0 so/RB/advmod/2")
    found = ids(
        parse,
        says(parse, "The bank", sentence=0),
        says(parse, "Hollis Drayton", sentence=1),
        says(parse, "It", sentence=2),
    )
    assert found == ["s1", "s2", "s1"]


def test_a_relative_pronoun_speaks_for_its_antecedent() -> None:
    parse = parse_of(
        KURILLA_SAID,
        "They/PRP/nsubj/2 met/VBD/root/0 Kurilla/NNP/obj/2/PER ,/,/punct/6 who/WP/nsubj/6 said/VBD/acl:relcl/3",
    )
    assert ids(
        parse, says(parse, "Kurilla", sentence=0), says(parse, "Kurilla", "who", sentence=1)
    ) == ["s1", "s1"]


def test_i_in_a_quotation_is_whoever_is_quoted() -> None:
    parse = parse_of(
        "“/``/punct/3 I/PRP/nsubj/3 believe/VBP/root/0 it/PRP/obj/3 ”/''/punct/3 Kurilla/NNP/nsubj/7/PER said/VBD/parataxis/3"
    )
    outer = says(parse, "Kurilla", sentence=0, id="a1", style="direct")
    inner = says(parse, "I", sentence=0, id="a2", parent="a1")
    assert ids(parse, outer, inner) == ["s1", "s1"]


def test_a_quotation_that_goes_on_keeps_its_source() -> None:
    parse = parse_of(KURILLA_SAID, A_RESIDENT)
    first = says(parse, "Kurilla", sentence=0, id="a1")
    second = replace(first, id="a2", sentence=1, continues="a1")
    assert ids(parse, first, second) == ["s1", "s1"]


def test_i_again_in_the_same_quotation_is_one_source() -> None:
    parse = parse_of(
        "I/PRP/nsubj/2 think/VBP/root/0 so/RB/advmod/2 and/CC/cc/6 I/PRP/nsubj/6 hope/VBP/conj/2 so/RB/advmod/6"
    )
    start = parse.article.text.index("I hope")
    second = replace(
        says(parse, "I", sentence=0, id="b"), source=SourceRef(None, ((start, start + 1),))
    )
    assert ids(parse, says(parse, "I", sentence=0, id="a"), second) == ["s1", "s1"]


def test_they_are_the_officials_and_not_the_man() -> None:
    parse = parse_of(
        "Two/CD/nummod/2 officials/NNS/nsubj/3 spoke/VBD/root/0",
        "They/PRP/nsubj/2 said/VBD/root/0 so/RB/advmod/2",
    )
    assert ids(
        parse, says(parse, "Two officials", sentence=0), says(parse, "They", sentence=1)
    ) == ["s1", "s1"]


def test_two_men_who_fit_equally_leave_he_open() -> None:
    parse = parse_of(
        "Mr/NNP/compound/2 Lee/NNP/nsubj/3/PER met/VBD/root/0 Mr/NNP/compound/5 Khan/NNP/nsubj/3/PER",
        HE_SAID,
    )
    (source,) = sources(parse, says(parse, "He", sentence=1))
    assert (source.name, source.kind, source.named) == ("He", "person", False)


def test_he_in_a_quotation_is_not_who_is_quoted() -> None:
    parse = parse_of(
        DRAYTON,
        "Hollis/NNP/compound/2/PER Drayton/NNP/nsubj/3/PER said/VBD/root/0 :/:/punct/7 “/``/punct/7 "
        "He/PRP/nsubj/7 claims/VBZ/parataxis/3 so/RB/advmod/7 ”/''/punct/7",
    )
    where = parse.article.text.index("He claims")
    outer = says(
        parse, "Hollis Drayton", sentence=1, id="a", style="direct", claim=((where, where + 12),)
    )
    inner = says(parse, "He", sentence=1, id="b", parent="a")
    assert ids(parse, outer, inner) == ["s1", "s2"]


# --- turns -------------------------------------------------------------------------------------


def test_the_same_label_is_the_same_speaker() -> None:
    turn = "{}/NN/root/0 :/:/punct/1 So/RB/advmod/4 be/VB/parataxis/1 it/PRP/nsubj/4 ./././1"
    parse = parse_of(
        *(turn.format(label).replace("./././1", "././punct/1") for label in ("Q", "A", "Q", "A"))
    )
    spoken = [says(parse, label, sentence=n) for n, label in enumerate(("Q", "A", "Q", "A"))]
    assert ids(parse, *spoken) == ["s1", "s2", "s1", "s2"]


# --- what is returned --------------------------------------------------------------------------


def test_nobody_has_no_id_and_the_order_is_kept() -> None:
    parse = parse_of(KURILLA_SAID, A_RESIDENT)
    spoken = (
        says(parse, sentence=1, id="x"),
        says(parse, "A resident", sentence=1, id="y"),
        says(parse, "Kurilla", sentence=0, id="z"),
    )
    found, listed = gather(parse, spoken, RULES)
    assert [(a.id, a.source.id) for a in found] == [("x", None), ("y", "s2"), ("z", "s1")]
    assert [s.id for s in listed] == ["s1", "s2"]


def test_kurilla_and_a_resident_together_are_a_source_of_their_own() -> None:
    parse = parse_of(
        KURILLA_SAID,
        "Kurilla/NNP/nsubj/4/PER and/CC/cc/3 Munir/NNP/conj/1/PER said/VBD/root/0 so/RB/advmod/4",
        "Munir/NNP/nsubj/2/PER said/VBD/root/0 so/RB/advmod/2",
    )
    spoken = [
        says(parse, "Kurilla", sentence=0),
        says(parse, "Kurilla and Munir", sentence=1),
        says(parse, "Munir", sentence=2),
    ]
    assert ids(parse, *spoken) == ["s1", "s2", "s3"]
    both = sources(parse, *spoken)[1]
    assert (both.name, both.plural, both.named, both.kind) == (
        "Kurilla and Munir",
        True,
        True,
        "person",
    )


def test_a_lone_capital_that_speaks_is_a_name_unless_it_is_a_role() -> None:
    parse = parse_of("Musk/NN/nsubj/2 said/VBD/root/0", "Police/NN/nsubj/2 said/VBD/root/0")
    found = sources(parse, says(parse, "Musk", sentence=0), says(parse, "Police", sentence=1))
    assert [source.named for source in found] == [True, False]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The/DT/det/3 Velm/NNP/compound/3 council/NN/nsubj/4 said/VBD/root/0", True),
        ("Mirov/NNP/nmod:poss/3 's/POS/case/1 letter/NN/nsubj/4 said/VBD/root/0", True),
        ("The/DT/det/2 council/NN/nsubj/3 said/VBD/root/0", False),
        ("A/DT/det/3 Velm/NNP/compound/3 official/NN/nsubj/4 said/VBD/root/0", False),
    ],
)
def test_a_body_or_text_told_by_a_name_is_named_a_person_is_not(text: str, named: bool) -> None:
    parse = parse_of(text)
    words = parse.article.text.rsplit(" ", 1)[0]
    assert sources(parse, says(parse, words, sentence=0))[0].named is named


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The/DT/det/2 report/NN/nsubj/3 said/VBD/root/0", "document"),
        ("The/DT/det/2 footage/NN/nsubj/3 showed/VBD/root/0", "evidence"),
        ("Reuters/NNP/nsubj/2/ORG said/VBD/root/0", "news"),
        ("A/DT/det/2 resident/NN/nsubj/3 said/VBD/root/0", "witness"),
        ("Dr/NNP/compound/2 Osei/NNP/nsubj/3/PER said/VBD/root/0", "expert"),
        ("Ms/NNP/compound/2 Langrial/NNP/nsubj/3/PER said/VBD/root/0", "participant"),
        ("A/DT/det/2 man/NN/nsubj/3 said/VBD/root/0", "person"),
        (
            "Persons/NNS/nsubj/6 familiar/JJ/amod/1 with/IN/case/5 the/DT/det/5 sale/NN/obl/2 said/VBD/root/0",
            "witness",
        ),
        (
            "The/DT/det/2 director/NN/nsubj/6 of/IN/case/5 a/DT/det/5 university/NN/nmod/2 said/VBD/root/0",
            "expert",
        ),
        ("The/DT/det/2 letter/NN/nsubj/3 said/VBD/root/0", "document"),
        ("The/DT/det/2 footage/NN/nsubj/3 said/VBD/root/0", "evidence"),
        ("The/DT/det/3 Rasta/NNP/compound/3 Party/NNP/nsubj/4 said/VBD/root/0", "group"),
        ("The/DT/det/2 Times/NNP/nsubj/3 said/VBD/root/0", "news"),
        ("The/DT/det/2 CIA/NNP/nsubj/3 said/VBD/root/0", "official"),
        ("Ten/CD/nummod/2 percent/NN/nsubj/3 said/VBD/root/0", "group"),
        ("Washington/NNP/nsubj/2 said/VBD/root/0", "official"),
        ("Others/NNS/nsubj/2 said/VBD/root/0", "unknown"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    parse = parse_of(text)
    words = parse.article.text.rsplit(" ", 1)[0]
    assert sources(parse, says(parse, words, sentence=0))[0].kind == kind


def test_the_reason_may_follow_in_the_next_sentence() -> None:
    parse = parse_of(
        "Two/CD/nummod/2 officials/NNS/nsubj/3 spoke/VBD/root/0 ././punct/3",
        "They/PRP/nsubj/2 asked/VBD/root/0 not/RB/advmod/6 to/TO/mark/6 be/VB/aux:pass/6 named/VBN/xcomp/2 "
        "because/IN/mark/10 plans/NNS/nsubj/10 are/VBP/cop/10 private/JJ/advcl/6 ././punct/2",
        "A/DT/det/2 diplomat/NN/nsubj/3 spoke/VBD/root/0 ././punct/3",
    )
    found = sources(
        parse, says(parse, "Two officials", sentence=0), says(parse, "A diplomat", sentence=2)
    )
    assert [source.anonymity_reason for source in found] == ["plans are private", None]


def test_some_of_somebodys_people_are_not_somebody() -> None:
    parse = parse_of(
        "Kurilla/NNP/nsubj/2/PER spoke/VBD/root/0",
        "Some/DT/nsubj/6 of/IN/case/5 Kurilla/NNP/nmod:poss/5/PER ’s/POS/case/3 allies/NNS/nmod/1 said/VBD/root/0",
    )
    spoken = [
        says(parse, "Kurilla", sentence=0),
        says(parse, "Some of Kurilla’s allies", sentence=1),
    ]
    assert ids(parse, *spoken) == ["s1", "s2"]


# --- anonymity and comparing names -------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "official, who spoke on condition of anonymity because he was not authorised to talk to the press, said",
            "he was not authorised to talk to the press",
        ),
        ("official said, speaking on condition of anonymity.", None),
        (
            "workers, who asked not to be named for fear of losing their jobs, said so.",
            "for fear of losing their jobs",
        ),
        ("They asked not to be identified because the plans are private.", "the plans are private"),
        (
            "An observer, who requested anonymity as her group has yet to report, said",
            "her group has yet to report",
        ),
        (
            "diplomats said on condition of anonymity to discuss private talks.",
            "to discuss private talks",
        ),
        (
            "officials, who were not authorised to speak publicly and asked not to be named, said",
            "were not authorised to speak publicly",
        ),
        ("aide, who asked not to be identified, citing company policy.", "company policy"),
        ("The man said he left because he was tired.", None),
        ("aides, granted anonymity, said prices rose, which is bad because people are poor.", None),
    ],
)
def test_the_reason_for_anonymity(text: str, reason: str | None) -> None:
    assert reason_in(text) == reason


def test_acronyms_and_short_names() -> None:
    assert is_acronym("ispr", ["inter", "services", "public", "relations"])
    assert is_acronym("centcom", ["us", "central", "command"])
    assert not is_acronym("party", ["rasta", "party"])
    assert not is_acronym("fbi", ["inter", "services", "public", "relations"])
    assert is_short_for(["michael", "kurilla"], ["michael", "erik", "kurilla"])
    assert not is_short_for(["erik"], ["michael", "erik", "kurilla"])


def test_the_company_is_the_one_named_behind_its_kind() -> None:
    named = "The/DT/det/3 firm/NN/compound/3 Corvane/NNP/nsubj/4 grew/VBD/root/0"
    parse = parse_of(named, "The/DT/det/2 company/NN/nsubj/3 said/VBD/root/0")
    (source,) = sources(parse, says(parse, "The company", sentence=1))
    assert (source.name, source.kind, source.named, source.role) == (
        "Corvane", "group", True, "firm",
    )  # fmt: skip


def test_she_of_whom_somebody_tells_is_the_teller_and_speaks_next() -> None:
    """Not the surgeon, whose gender is known and who was named since."""
    surgeon = "Ms/NNP/compound/2 Tavener/NNP/nsubj/3/PER waited/VBD/root/0"
    told = "Pia/NNP/nsubj/3/PER Holm/NNP/flat/1/PER said/VBD/root/0 she/PRP/nsubj/5 helped/VBD/ccomp/3 Ms/NNP/compound/7 Tavener/NNP/obj/5/PER"
    parse = parse_of(surgeon, told, SHE_SAID)
    at = parse.article.text.index("she helped")
    claim = ((at, at + len("she helped Ms Tavener")),)
    holm = says(parse, "Pia Holm", sentence=1, claim=claim)
    found = sources(parse, holm, says(parse, "She", sentence=2))
    assert [(source.name, len(source.mentions)) for source in found] == [("Pia Holm", 2)]
