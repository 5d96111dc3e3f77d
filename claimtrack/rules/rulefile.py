"""Reading rule files: the only place that reads YAML.

Every file is read to its end and every problem is told with its line and column; nothing is
loaded where there is a problem.
"""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import yaml

from claimtrack.errors import ClaimtrackError, error_line
from claimtrack.records import POSITIONS
from claimtrack.rules.frames import FRAMES
from claimtrack.rules.model import Example, Place, Rule, RuleSet, Word, WordList
from claimtrack.rules.speakers import KINDS, speakers

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LARGEST = 2_000_000

_FILE_KEYS = ("rules", "lists")
_RULE_KEYS = ("id", "frame", "words", "stance", "negated", "joins", "grounds", "source_kind", "examples", "counterexamples")
_LIST_KEYS = ("class", "stance", "negated", "words", "kind", "extends")
_WORD_KEYS = ("word", "stance", "negated", "negation", "passive")
_FEATURE_KEYS = ("for", "number", "person", "gender", "negates", "kind")
_CHOICE_KEYS = ("lists", "add", "remove")
_EXAMPLE_KEYS = ("text", "source", "cue", "claim", "stance", "why", "todo")
CLASSES = ("verb", "noun", "adjective", "adverb", "phrase", "possessed", "silence", "label")
"""Classes of words that rules may use; lists may have others (titles, organisations)."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a rule file, and where."""

    place: Place
    code: str
    message: str

    def __str__(self) -> str:
        return error_line(
            self.code, self.message, self.place.path, self.place.line, self.place.column
        )


class RuleFileError(ClaimtrackError):
    """Rule files with problems; ``problems`` has all of them, ``str()`` a line for each."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        first = problems[0]
        super().__init__(
            first.code, first.message, first.place.path, first.place.line, first.place.column
        )
        self.problems = tuple(problems)

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


def load_rules(*folders: Path) -> RuleSet:
    """The rules of all ``*.yaml`` files under the folders; a later folder's rule or list replaces
    an earlier one of the same name.

    Raises RuleFileError with every problem of every file.
    """
    reader = _Reader()
    digest = hashlib.sha256()
    for folder in folders:
        if not folder.is_dir():
            place = Place(str(folder), 1, 1)
            raise RuleFileError(
                [Problem(place, "CT201", "there is no such rules folder: check the name")]
            )
        for path in sorted(folder.rglob("*.yaml")):
            data = _bytes(path, reader)
            digest.update(data)
            reader.read(path, data)
        reader.close_folder()
    rules = reader.resolve()
    if reader.problems:
        raise RuleFileError(
            sorted(reader.problems, key=lambda p: (p.place.path, p.place.line, p.place.column))
        )
    words = {name: [word.lemmas for word in found.words] for name, found in reader.lists.items()}
    return RuleSet(rules, reader.lists, digest.hexdigest()[:16], speakers(words))


def _bytes(path: Path, reader: _Reader) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            reader.problem_at(
                path, "CT202", f"the file is larger than {_LARGEST:,} bytes: split it"
            )
            return b""
        return path.read_bytes()
    except OSError as error:
        reader.problem_at(path, "CT203", f"cannot be read: {error.strerror}")
        return b""


@dataclass(slots=True)
class _Draft:
    """A rule before its lists are known."""

    rule: Rule
    words: yaml.Node | None


@dataclass(slots=True)
class _Reader:
    """Reads files one by one and keeps what it found, with every problem."""

    problems: list[Problem] = field(default_factory=list)
    lists: dict[str, WordList] = field(default_factory=dict)
    drafts: dict[str, _Draft] = field(default_factory=dict)
    in_folder: set[str] = field(default_factory=set)
    path: str = ""

    # -- files ------------------------------------------------------------------------------

    def read(self, path: Path, data: bytes) -> None:
        self.path = str(path)
        root = self._compose(path, data)
        if root is None:
            return
        parts = self.mapping(root, _FILE_KEYS, "a rule file")
        for name, node in self.named(parts.get("lists"), "lists"):
            self._list(name, node)
        for node in self.items(parts.get("rules"), "rules"):
            self._rule(node)

    def _compose(self, path: Path, data: bytes) -> yaml.Node | None:
        try:
            text = data.decode("utf-8-sig")
            if "\t" in text.split("#")[0] and any(
                line.lstrip(" ").startswith("\t") for line in text.splitlines()
            ):
                line = next(
                    i for i, l in enumerate(text.splitlines(), 1) if l.lstrip(" ").startswith("\t")
                )
                self.problem_at(path, "CT204", "a tab indents this line: use spaces", line)
                return None
            node: yaml.Node | None = yaml.compose(text, Loader=_Loader)
            return node
        except UnicodeDecodeError as error:
            line = data[: error.start].count(b"\n") + 1
            self.problem_at(path, "CT205", "the file is not UTF-8: save it as UTF-8", line)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            reason = error.problem or error.context or "no valid YAML"
            at = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            self.problem_at(path, "CT206", f"no valid YAML: {reason}", *at)
        except (yaml.YAMLError, RecursionError) as error:
            self.problem_at(path, "CT206", f"no valid YAML: {error}")
        return None

    def close_folder(self) -> None:
        self.in_folder.clear()

    def problem_at(
        self, path: Path, code: str, message: str, line: int = 1, column: int = 1
    ) -> None:
        self.problems.append(Problem(Place(str(path), line, column), code, message))

    def problem(self, node: yaml.Node, code: str, message: str) -> None:
        self.problems.append(Problem(self.place(node), code, message))

    def place(self, node: yaml.Node) -> Place:
        return Place(self.path, node.start_mark.line + 1, node.start_mark.column + 1)

    # -- nodes ------------------------------------------------------------------------------

    def named(self, node: yaml.Node | None, what: str) -> list[tuple[str, yaml.Node]]:
        """The key and value pairs of a mapping whose keys are names."""
        if node is None:
            return []
        if not isinstance(node, yaml.MappingNode):
            self.problem(node, "CT211", f"{what} must be a mapping")
            return []
        seen: dict[str, yaml.Node] = {}
        for key, value in node.value:
            name = self.text(key, "a key")
            if name is None:
                continue
            if name in seen:
                self.problem(key, "CT212", f"the key {name} stands here twice: remove one")
            seen[name] = value
        return list(seen.items())

    def mapping(self, node: yaml.Node, keys: Sequence[str], what: str) -> dict[str, yaml.Node]:
        """A mapping of a closed set of keys; an unknown one is a problem that names the nearest."""
        found = {}
        if isinstance(node, yaml.MappingNode):
            keynodes = {k.value: k for k, _ in node.value if isinstance(k, yaml.ScalarNode)}
        for name, value in self.named(node, what):
            if name in keys:
                found[name] = value
            else:
                self.problem(
                    keynodes[name], "CT213", f"{what} has no key {name}: {_nearest(name, keys)}"
                )
        return found

    def items(self, node: yaml.Node | None, what: str) -> list[yaml.Node]:
        if node is None:
            return []
        if not isinstance(node, yaml.SequenceNode):
            self.problem(node, "CT214", f"{what} must be a list")
            return []
        if not node.value:
            self.problem(node, "CT215", f"{what} is empty: give at least one, or leave the key out")
        return list(node.value)

    def text(self, node: yaml.Node | None, what: str) -> str | None:
        if node is None:
            return None
        if not isinstance(node, yaml.ScalarNode):
            self.problem(node, "CT216", f"{what} must be a word or text")
            return None
        if node.style is None and node.tag.endswith((":bool", ":null", ":int", ":float")):
            self.problem(
                node, "CT217", f"YAML reads {node.value!r} as no text here: put it in quotes"
            )
            return None
        return str(node.value)

    def flag(self, node: yaml.Node | None, what: str) -> bool:
        if node is None:
            return False
        if isinstance(node, yaml.ScalarNode) and node.value in ("true", "false"):
            return bool(node.value == "true")
        self.problem(node, "CT218", f"{what} is true or false")
        return False

    def texts(self, node: yaml.Node | None, what: str) -> tuple[str, ...]:
        """A list of texts, or one."""
        if isinstance(node, yaml.ScalarNode):
            one = self.text(node, what)
            return (one,) if one else ()
        found = (self.text(item, what) for item in self.items(node, what))
        return tuple(one for one in found if one)

    def choice(self, node: yaml.Node | None, what: str, choices: Iterable[str]) -> str | None:
        value = self.text(node, what)
        if node is None or value is None or value in choices:
            return value
        self.problem(node, "CT221", f"there is no {what} {value}: {_nearest(value, list(choices))}")
        return None

    # -- lists and rules --------------------------------------------------------------------

    def _list(self, name: str, node: yaml.Node) -> None:
        parts = self.mapping(node, _LIST_KEYS, "a word list")
        if name in self.in_folder:
            self.problem(node, "CT222", f"the list {name} stands in this folder twice: rename one")
        self.in_folder.add(name)
        kind = self.text(parts.get("class"), "class") or "word"
        words = tuple(
            filter(None, (self._word(item) for item in self.items(parts.get("words"), "words")))
        )
        stance = self.choice(parts.get("stance"), "stance", POSITIONS)
        negated = self.choice(parts.get("negated"), "stance", POSITIONS)
        named = [
            replace(word, stance=word.stance or stance, negated=word.negated or negated)
            for word in words
        ]
        self.lists[name] = WordList(name, kind, tuple(named), self.place(node), stance, negated)

    def _word(self, node: yaml.Node) -> Word | None:
        if isinstance(node, yaml.ScalarNode):
            text = self.text(node, "a word")
            return Word(tuple(text.split())) if text else None
        parts = self.mapping(node, _WORD_KEYS + _FEATURE_KEYS, "a word")
        text = self.text(parts.get("word"), "word")
        if text is None:
            self.problem(node, "CT223", "the entry has no word: add word: …")
            return None
        return Word(
            tuple(text.split()),
            self.choice(parts.get("stance"), "stance", POSITIONS),
            self.choice(parts.get("negated"), "stance", POSITIONS),
            self.flag(parts.get("negation"), "negation"),
            self.flag(parts.get("passive"), "passive"),
            self._features(parts),
        )

    def _features(self, parts: dict[str, yaml.Node]) -> Mapping[str, str]:
        """What else a list says of a word: the institution of a metonym, the number of a pronoun."""
        values = ((key, self.text(parts[key], key)) for key in _FEATURE_KEYS if key in parts)
        return {key: value for key, value in values if value is not None}

    def _rule(self, node: yaml.Node) -> None:
        parts = self.mapping(node, _RULE_KEYS, "a rule")
        identity = self.text(parts.get("id"), "id")
        if identity is None:
            self.problem(node, "CT231", "the rule has no id: add id: …")
            return
        if "rule " + identity in self.in_folder:
            self.problem(
                parts["id"], "CT232", f"the id {identity} is taken in this folder: choose another"
            )
        self.in_folder.add("rule " + identity)
        kind, words = self._kind(node, parts)
        rule = Rule(
            identity,
            self._frames(node, parts, kind),
            kind,
            (),
            self.place(node),
            self.choice(parts.get("stance"), "stance", POSITIONS),
            self.choice(parts.get("negated"), "stance", POSITIONS),
            self.texts(parts.get("joins"), "joins"),
            self.flag(parts.get("grounds"), "grounds"),
            self._kinds(parts.get("source_kind")),
            self._examples(parts.get("examples"), "examples"),
            self._examples(parts.get("counterexamples"), "counterexamples"),
        )
        self.drafts.pop(identity, None)
        self.drafts[identity] = _Draft(rule, words)

    def _kind(self, node: yaml.Node, parts: dict[str, yaml.Node]) -> tuple[str, yaml.Node | None]:
        if "words" not in parts:
            self.problem(node, "CT233", "the rule has no words: add words: {verb: […]}")
            return "verb", None
        classes = self.named(parts["words"], "words")
        if len(classes) != 1:
            self.problem(parts["words"], "CT234", "words names one class, such as verb")
            return "verb", None
        kind, words = classes[0]
        if kind not in CLASSES:
            self.problem(
                parts["words"], "CT235", f"there is no class {kind}: {_nearest(kind, CLASSES)}"
            )
            return "verb", None
        return kind, words

    def _frames(self, node: yaml.Node, parts: dict[str, yaml.Node], kind: str) -> tuple[str, ...]:
        names = self.texts(parts.get("frame"), "frame")
        if not names:
            self.problem(
                node, "CT236", "the rule has no frame: add frame: speaker-verb-clause, say"
            )
        for name in names:
            if name not in FRAMES:
                self.problem(
                    parts["frame"],
                    "CT237",
                    f"there is no frame {name}: {_nearest(name, list(FRAMES))}",
                )
            elif kind not in FRAMES[name].kinds:
                takes = " or ".join(FRAMES[name].kinds)
                self.problem(
                    parts["frame"],
                    "CT238",
                    f"the frame {name} takes words of the class {takes}, not {kind}",
                )
        return tuple(name for name in names if name in FRAMES)

    def _kinds(self, node: yaml.Node | None) -> tuple[str, ...]:
        names = self.texts(node, "source_kind")
        for name in names:
            if node is not None and name not in KINDS:
                self.problem(node, "CT239", f"there is no source_kind {name}: {_nearest(name, KINDS)}")
        return names

    def _examples(self, node: yaml.Node | None, what: str) -> tuple[Example, ...]:
        found = []
        for item in self.items(node, what):
            parts = self.mapping(item, _EXAMPLE_KEYS, "an example")
            text = self.text(parts.get("text"), "text")
            if text is None:
                self.problem(item, "CT241", "the example has no text: add text: …")
                continue
            spans = {
                key: self._span(parts.get(key), key, text) for key in ("source", "cue", "claim")
            }
            stance = self.choice(parts.get("stance"), "stance", POSITIONS)
            why, todo = self.text(parts.get("why"), "why"), self.flag(parts.get("todo"), "todo")
            found.append(
                Example(text, self.place(item), stance=stance, why=why, todo=todo, **spans)
            )
        return tuple(found)

    def _span(self, node: yaml.Node | None, what: str, text: str) -> str | None:
        value = self.text(node, what)
        if node is not None and value and any(piece not in text for piece in value.split(" … ")):
            self.problem(node, "CT242", f"the {what} {value!r} is not in the example's text")
        return value

    # -- words of rules ---------------------------------------------------------------------

    def resolve(self) -> tuple[Rule, ...]:
        """The rules with the words of their lists."""
        return tuple(
            replace(draft.rule, words=self._words(draft)) for draft in self.drafts.values()
        )

    def _words(self, draft: _Draft) -> tuple[Word, ...]:
        node = draft.words
        if node is None:
            return ()
        self.path = draft.rule.place.path
        if isinstance(node, yaml.ScalarNode):
            return self._of_list(node, draft.rule.kind)
        if isinstance(node, yaml.SequenceNode):
            return tuple(filter(None, map(self._word, self.items(node, "words"))))
        parts = self.mapping(node, _CHOICE_KEYS, "words")
        removed = set(self.texts(parts.get("remove"), "remove"))
        words = [
            word
            for item in self._list_names(parts)
            for word in self._of_list(item, draft.rule.kind)
        ]
        words += filter(None, map(self._word, self.items(parts.get("add"), "add")))
        return tuple(word for word in words if " ".join(word.lemmas) not in removed)

    def _list_names(self, parts: dict[str, yaml.Node]) -> list[yaml.Node]:
        node = parts.get("lists")
        return [node] if isinstance(node, yaml.ScalarNode) else self.items(node, "lists")

    def _of_list(self, node: yaml.Node, kind: str) -> tuple[Word, ...]:
        name = self.text(node, "the name of a list")
        if name is None:
            return ()
        if name not in self.lists:
            self.problem(
                node, "CT243", f"there is no word list {name}: {_nearest(name, list(self.lists))}"
            )
            return ()
        found = self.lists[name]
        if found.kind != kind:
            self.problem(
                node, "CT244", f"the list {name} holds words of the class {found.kind}, not {kind}"
            )
        return found.words


def _nearest(name: str, choices: Sequence[str]) -> str:
    near = difflib.get_close_matches(name, choices, n=1, cutoff=0.5)
    if near:
        return f"did you mean {near[0]}?"
    return "there are " + ", ".join(choices) if len(choices) <= 20 else "see the documentation"
