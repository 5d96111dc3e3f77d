"""Who is one over articles, and who is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimtrack.ledger import reading
from claimtrack.paths import shipped_rules
from claimtrack.questions.aliases import Alias, Aliases, read_aliases
from claimtrack.questions.cited import Cited, cited
from claimtrack.questions.wording import Lexicon
from claimtrack.records import Report
from claimtrack.rules.rulefile import RuleFileError, load_rules
from tests.ledger.examples import written
from tests.questions.told import Told, article


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon(load_rules(shipped_rules()))


def says(name: str, role: str | None = None, about: str = "The pier is safe") -> Told:
    return Told(f"{about}, {name} said.", about, name, role=role)


def people(
    lexicon: Lexicon, folder: Path, *told: Told, aliases: Aliases | None = None
) -> list[Cited]:
    """The sources of articles a, b, c … of a sentence each."""
    return of(
        lexicon, folder, *(article(chr(97 + n), one) for n, one in enumerate(told)), aliases=aliases
    )


def of(
    lexicon: Lexicon, folder: Path, *reports: Report, aliases: Aliases | None = None
) -> list[Cited]:
    with reading(written(folder / "l.db", *reports)) as ledger:
        return cited(ledger, lexicon, aliases)


def test_a_full_name_and_titles_with_the_surname_are_one(lexicon: Lexicon, tmp_path: Path) -> None:
    names = ("Ms Ruiz", "Mayor Ruiz", "Ana Ruiz", "Mayor Ana Ruiz", "Ms. Ana M. Ruiz")
    (found,) = people(lexicon, tmp_path, *map(says, names))
    assert (found.name, found.articles, found.cited) == ("Ms. Ana M. Ruiz", 5, 5)
    assert found.also == ("Mayor Ana Ruiz", "Ana Ruiz", "Mayor Ruiz", "Ms Ruiz")
    assert found.stances == {"asserts": 5}


@pytest.mark.parametrize(
    "names",
    [
        ("Ms Ruiz", "Carlos Ruiz"),
        ("Mr Vance", "Ms Vance"),
        ("Ana Ruiz", "Eva Ruiz"),
        ("Mayor Ruiz", "Mayor Vance"),
        ("Harrow Shipping", "Ana Harrow"),
    ],
)
def test_others_are_not(lexicon: Lexicon, tmp_path: Path, names: tuple[str, str]) -> None:
    found = people(lexicon, tmp_path, *map(says, names))
    assert sorted(each.name for each in found) == sorted(names)


def test_a_surname_of_two_stays_open(lexicon: Lexicon, tmp_path: Path) -> None:
    found = people(lexicon, tmp_path, *map(says, ("Ana Ruiz", "Eva Ruiz", "Ms Ruiz")))
    assert {each.name for each in found} == {"Ana Ruiz", "Eva Ruiz", "Ms Ruiz"}


def test_one_name_in_different_roles_is_two_people(lexicon: Lexicon, tmp_path: Path) -> None:
    roles = ("mayor of Delton", "Rovers' goalkeeper", "the mayor")
    found = people(lexicon, tmp_path, *(says("Tom Vance", role) for role in roles))
    assert [(each.name, each.role, each.articles) for each in found] == [
        ("Tom Vance", "mayor of Delton", 2),
        ("Tom Vance", "Rovers' goalkeeper", 1),
    ]


def test_unless_the_articles_share_names(lexicon: Lexicon, tmp_path: Path) -> None:
    about = "The quarrel of Harrow Shipping with Delton and Arden is over"
    roles = ("mayor", "candidate")
    (found,) = people(lexicon, tmp_path, *(says("Tom Vance", role, about) for role in roles))
    assert (found.articles, found.role) == (2, "candidate")


def test_a_role_is_no_condition(lexicon: Lexicon, tmp_path: Path) -> None:
    (found,) = people(lexicon, tmp_path, says("Tom Vance", "mayor"), says("Tom Vance"))
    assert (found.articles, found.role) == (2, "mayor")


def test_an_alias_joins(lexicon: Lexicon, tmp_path: Path) -> None:
    aliases = Aliases(join=((Alias("Ana Ruiz"), Alias("ana pell")),))
    (found,) = people(lexicon, tmp_path, says("Ana Ruiz"), says("Ana Pell"), aliases=aliases)
    assert (found.name, found.also) == ("Ana Pell", ("Ana Ruiz",))


def test_an_alias_parts(lexicon: Lexicon, tmp_path: Path) -> None:
    aliases = Aliases(part=((Alias("Tom Vance"), Alias("Tom Vance", "b")),))
    told = says("Tom Vance"), says("Tom Vance"), says("Mr Vance"), says("Tom Vance")
    found = people(lexicon, tmp_path, *told, aliases=aliases)
    assert [(each.name, each.articles) for each in found] == [("Tom Vance", 3), ("Tom Vance", 1)]


def test_an_alias_file(tmp_path: Path) -> None:
    path = tmp_path / "who.yaml"
    path.write_text(
        "join:\n  - [Ana Ruiz, the mayor of Delton]\npart:\n  - [Tom Vance, Tom Vance @ sport-3]\n",
        encoding="utf-8",
    )
    assert read_aliases(path) == Aliases(
        join=((Alias("Ana Ruiz"), Alias("the mayor of Delton")),),
        part=((Alias("Tom Vance"), Alias("Tom Vance", "sport-3")),),
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("joins:\n  - [A, B]\n", "1:1: CT213 an alias file has no key joins: did you mean join?"),
        ("join:\n  - [Ana]\n", "2:5: CT517 one name is nobody else's: write at least two, [A, B]"),
        ("join:\n  - Ana\n", "2:5: CT214 the names must be a list"),
        ("join:\n  - [Ana, 12]\n", "2:11: CT217 YAML reads 12 as a number: put it in quotes"),
        ("join: [\n", "2:1: CT206 no valid YAML"),
    ],
)
def test_what_is_wrong_in_it_is_told_with_its_place(
    tmp_path: Path, text: str, problem: str
) -> None:
    path = tmp_path / "who.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RuleFileError) as raised:
        read_aliases(path)
    assert str(raised.value).startswith(f"{path}:{problem}")


def test_pronouns_that_led_back_to_nobody_are_one_line_at_the_end(
    lexicon: Lexicon, tmp_path: Path
) -> None:
    told = [says(name) for name in ("He", "Ana Ruiz", "she", "he", "A", "Nobody")]
    ruiz, last = people(lexicon, tmp_path, *told)
    assert ruiz.name == "Ana Ruiz"
    assert last.name == "unresolved (A, he, nobody, she)"
    assert (last.also, last.kind, last.role, last.articles, last.cited) == (
        (),
        "unknown",
        None,
        5,
        5,
    )


def test_an_alias_tells_who_a_pronoun_is(lexicon: Lexicon, tmp_path: Path) -> None:
    alias = Aliases(join=((Alias("Ana Ruiz"), Alias("she", "b")),))
    told = [says("Ana Ruiz"), says("she"), says("she")]
    ruiz, last = people(lexicon, tmp_path, *told, aliases=alias)
    assert (ruiz.name, ruiz.articles) == ("Ana Ruiz", 2)
    assert (last.name, last.articles) == ("unresolved (she)", 1)
