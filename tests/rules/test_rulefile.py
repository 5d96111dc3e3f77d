"""Rule files: every way of breaking one is told at its place, and folders are laid over each other.

``golden/`` holds broken files, and beside each the lines that are expected of it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from claimtrack.rules.model import Rule, RuleSet
from claimtrack.rules.rulefile import RuleFileError, load_rules

GOLDEN = Path(__file__).parent / "golden"
BROKEN = sorted(path.name for path in GOLDEN.iterdir() if path.suffix != ".txt")


def told(*folders: Path) -> list[str]:
    """The lines of problems that folders give."""
    with pytest.raises(RuleFileError) as caught:
        load_rules(*folders)
    return str(caught.value).split("\n")


def expected(name: str) -> list[str]:
    return (GOLDEN / name).with_suffix(".txt").read_text(encoding="utf-8").splitlines()


def folder(root: Path, name: str, text: str) -> Path:
    """A folder of one rule file."""
    made = root / name
    made.mkdir()
    (made / "rules.yaml").write_text(text, encoding="utf-8")
    return made


def rule(rules: RuleSet, id: str) -> Rule:
    return next(rule for rule in rules.rules if rule.id == id)


def ids(rules: RuleSet) -> list[str]:
    return [rule.id for rule in rules.rules]


def words(rules: RuleSet, name: str) -> list[str]:
    return [" ".join(word.lemmas) for word in rules.lists[name].words]


# --- problems ----------------------------------------------------------------------------------


@pytest.fixture
def in_golden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(GOLDEN)


@pytest.mark.usefixtures("in_golden")
@pytest.mark.parametrize("name", BROKEN)
def test_problems_of_a_file(name: str) -> None:
    assert [line for line in told(Path()) if line.startswith(name + ":")] == expected(name)


@pytest.mark.usefixtures("in_golden")
def test_all_problems_of_all_files_in_order() -> None:
    assert told(Path()) == [line for name in BROKEN for line in expected(name)]


def test_every_file_has_its_lines() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == {Path(name).stem for name in BROKEN}


def test_a_missing_folder_does_not_hide_problems_of_another(tmp_path: Path) -> None:
    broken = folder(tmp_path, "broken", "ruels: []\n")
    assert told(tmp_path / "absent", broken) == [
        f"{tmp_path}/absent:1:1: CT201 there is no such rules folder: check the name",
        f"{broken}/rules.yaml:1:1: CT213 a rule file has no key ruels: did you mean rules?",
    ]


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    large = folder(tmp_path, "large", "#" * 2_000_001)
    assert told(large) == [
        f"{large}/rules.yaml:1:1: CT202 the file is larger than 2,000,000 bytes: split it"
    ]


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "gone.yaml").symlink_to(tmp_path / "nowhere")
    assert told(tmp_path) == [
        f"{tmp_path}/folder.yaml:1:1: CT203 this is no file: rename it or move it away",
        f"{tmp_path}/gone.yaml:1:1: CT203 cannot be read: No such file or directory",
    ]


def test_after_many_problems_the_nearest_name_is_not_looked_for(tmp_path: Path) -> None:
    many = folder(tmp_path, "many", "".join(f"rule{n}: []\n" for n in range(201)))
    lines = told(many)
    assert lines[199].endswith("a rule file has no key rule199: did you mean rules?")
    assert lines[200].endswith("a rule file has no key rule200: look up its name")


@pytest.mark.parametrize("text", ["[" * 1_000_000, "- " * 500_000, "{a: " * 300_000])
def test_deep_nesting_is_told_without_a_crash(tmp_path: Path, text: str) -> None:
    (line,) = told(folder(tmp_path, "deep", text))
    assert line.endswith("CT208 this is nested too deeply for a rule file")


# --- folders over folders ----------------------------------------------------------------------

BASE = """
lists:
  sayings: {class: verb, stance: asserts, words: [say, tell, {word: deny, stance: denies}]}
rules:
  - {id: a.say, frame: quotation, words: {verb: sayings}}
  - {id: a.ask, frame: quotation, words: {verb: [ask]}}
  - {id: b.warn, frame: quotation, words: {verb: [warn]}}
"""


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return folder(tmp_path, "base", BASE)


def test_a_rule_replaces_an_earlier_one_of_its_id(base: Path, tmp_path: Path) -> None:
    own = "rules:\n  - {id: a.ask, frame: quotation, words: {verb: [beg]}}\n"
    rules = load_rules(base, folder(tmp_path, "own", own))
    assert [word.lemmas for word in rule(rules, "a.ask").words] == [("beg",)]
    assert sorted(ids(rules)) == ["a.ask", "a.say", "b.warn"]


@pytest.mark.parametrize(
    ("off", "left"),
    [
        ("[a.ask]", ["a.say", "b.warn"]),
        ("a.*", ["b.warn"]),
        ('["*.say", "b.?arn"]', ["a.ask"]),
    ],
)
def test_rules_are_switched_off(base: Path, tmp_path: Path, off: str, left: list[str]) -> None:
    assert ids(load_rules(base, folder(tmp_path, "own", f"off: {off}\n"))) == left


def test_rules_of_the_same_folder_stay_on(base: Path, tmp_path: Path) -> None:
    own = 'off: ["*"]\nrules:\n  - {id: a.own, frame: quotation, words: {verb: [beg]}}\n'
    assert ids(load_rules(base, folder(tmp_path, "own", own))) == ["a.own"]


def test_switching_off_what_is_not_there_is_a_problem(base: Path, tmp_path: Path) -> None:
    own = folder(tmp_path, "own", "off: [a.asks]\n")
    assert told(base, own) == [
        f"{own}/rules.yaml:1:7: CT248 there is no rule of an earlier folder called a.asks: "
        "did you mean a.ask?"
    ]


def test_a_list_is_changed(base: Path, tmp_path: Path) -> None:
    own = folder(tmp_path, "own", "lists:\n  sayings: {add: [add], remove: [tell]}\n")
    rules = load_rules(base, own)
    assert words(rules, "sayings") == ["say", "deny", "add"]
    assert [word.stance for word in rules.lists["sayings"].words] == [
        "asserts",
        "denies",
        "asserts",
    ]
    assert [word.lemmas for word in rule(rules, "a.say").words] == [("say",), ("deny",), ("add",)]


def test_removing_what_is_not_there_is_a_problem(base: Path, tmp_path: Path) -> None:
    own = folder(tmp_path, "own", "lists:\n  sayings: {remove: [tells]}\n")
    assert told(base, own) == [
        f"{own}/rules.yaml:2:22: CT246 there is no word to remove tells: did you mean tell?"
    ]


def test_a_list_is_replaced(base: Path, tmp_path: Path) -> None:
    own = folder(tmp_path, "own", "lists:\n  sayings: {class: verb, words: [add]}\n")
    rules = load_rules(base, own)
    assert [(word.lemmas, word.stance) for word in rule(rules, "a.say").words] == [(("add",), None)]


def test_a_list_extends_another(base: Path, tmp_path: Path) -> None:
    own = "lists:\n  more: {extends: sayings, stance: confirms, words: [vouch, {word: tell}]}\n"
    rules = load_rules(base, folder(tmp_path, "own", own))
    assert rules.lists["more"].kind == "verb"
    assert [(word.lemmas, word.stance) for word in rules.lists["more"].words] == [
        (("say",), "asserts"),
        (("tell",), "confirms"),
        (("deny",), "denies"),
        (("vouch",), "confirms"),
    ]


def test_an_extended_list_shows_later_changes(base: Path, tmp_path: Path) -> None:
    more = folder(tmp_path, "more", "lists:\n  more: {extends: sayings, words: [vouch]}\n")
    own = folder(tmp_path, "own", "lists:\n  sayings: {remove: [say]}\n")
    assert words(load_rules(base, more, own), "more") == ["tell", "deny", "vouch"]


def test_a_rule_adds_words_to_its_lists_and_removes_some(tmp_path: Path) -> None:
    chosen = "{verb: {lists: sayings, add: [beg], remove: [tell]}}"
    text = BASE.replace("{verb: sayings}", chosen)
    rules = load_rules(folder(tmp_path, "base", text))
    assert [word.lemmas for word in rule(rules, "a.say").words] == [("say",), ("deny",), ("beg",)]


def test_the_hash_depends_on_the_files_and_not_on_their_folder(base: Path, tmp_path: Path) -> None:
    same, other = folder(tmp_path, "same", BASE), folder(tmp_path, "other", BASE + "# more\n")
    assert load_rules(base).hash == load_rules(same).hash != load_rules(other).hash


def test_words_of_rules_are_cut_and_written_as_tokens_are(tmp_path: Path) -> None:
    text = "rules:\n  - {id: a.turn, frame: quotation, words: {verb: [do a U-turn on, Say]}}\n"
    (turn,) = load_rules(folder(tmp_path, "own", text)).rules
    assert [word.lemmas for word in turn.words] == [("do", "a", "u", "-", "turn", "on"), ("say",)]
