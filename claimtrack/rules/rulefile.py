"""Rule files to checked rules.

Every file is read to its end and every problem is told with its line and column; nothing is
loaded where there is a problem. A later folder is laid over an earlier one: its rules and lists
replace those of the same name, ``off`` switches rules off, and a list with ``add`` or ``remove``
changes the earlier one, and ``stances`` judges rules otherwise. What a configuration says of rules is
laid over them like one more folder.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import Path

import yaml

from claimtrack.errors import ClaimtrackError
from claimtrack.language.inflection import PERSONS, TENSES
from claimtrack.language.patterns import check_pattern
from claimtrack.records import POSITIONS
from claimtrack.rules.frames import FRAMES
from claimtrack.rules.model import Conditions, Example, Place, Rule, RuleSet, Word, WordList
from claimtrack.rules.nodes import Nodes, Problem, shown
from claimtrack.rules.speakers import ANY_KIND, KINDS, speakers
from claimtrack.toml import Document

_SUFFIXES = (".yaml", ".yml")
_FILE_KEYS = ("rules", "lists", "off", "stances")
_RULE_KEYS = (
    "id", "frame", "words", "stance", "negated", "joins", "grounds", "claim_begins", "claim_is",
    "claim_contains", "claim_lacks", "source_kind", "source_named", "person", "tense", "not_before",
    "in_quotes", "section", "examples", "counterexamples",
)  # fmt: skip
_LIST_KEYS = ("class", "stance", "negated", "words", "kind", "extends")
_CHANGE_KEYS = ("add", "remove")
_WORD_KEYS = ("word", "stance", "negated", "negation", "passive", "tokens")
_FEATURE_KEYS = ("for", "number", "person", "gender", "negates", "kind")
_CHOICE_KEYS = ("lists", "add", "remove")
_EXAMPLE_KEYS = ("text", "source", "cue", "claim", "stance", "why", "todo")
_NO_FEATURES: Mapping[str, str] = {}
CLASSES = ("verb", "noun", "adjective", "adverb", "phrase", "possessed", "silence", "label")
"""Classes of words that rules may use; lists may have others (titles, organisations)."""
CLAIMS = ("infinitive", "clause")
SECTIONS = ("headline", "body")


class RuleFileError(ClaimtrackError):
    """Rule files with problems: ``problems`` has all, in order, ``str()`` a line for each."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        first = problems[0]
        place = first.place
        super().__init__(first.code, first.message, place.path, place.line, place.column)
        self.problems = tuple(problems)

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


def load_rules(*layers: Path | Document) -> RuleSet:
    """The rules of all YAML files under the folders, each folder laid over those before, as are
    ``off``, ``lists`` and ``stances`` of a document.

    Raises RuleFileError with every problem of every file.
    """
    reader = _Reader()
    digest = hashlib.sha256()
    for layer in layers:
        if isinstance(layer, Document):
            digest.update(layer.bytes())
            reader.read(reader.nodes.of_document(layer))
        for path in [] if isinstance(layer, Document) else reader.files(layer):
            data = reader.nodes.load(path)
            digest.update(data)
            reader.read(reader.nodes.compose(data))
        reader.close_layer()
    rules, lists = reader.resolve()
    if reader.nodes.problems:
        raise RuleFileError(sorted(reader.nodes.problems, key=_by_place))
    words = {name: [word.lemmas for word in found.words] for name, found in lists.items()}
    return RuleSet(rules, lists, digest.hexdigest()[:16], speakers(words))


def _by_place(problem: Problem) -> tuple[str, int, int, str, str]:
    place = problem.place
    return place.path, place.line, place.column, problem.code, problem.message


@dataclass(frozen=True, slots=True)
class _Named:
    """A text in a file with its place, kept until it can be checked."""

    path: str
    node: yaml.Node
    text: str


@dataclass(slots=True)
class _RuleDraft:
    """A rule before its lists are known."""

    rule: Rule
    words: yaml.Node | None


@dataclass(slots=True)
class _ListDraft:
    """A list before the one that it extends is known; ``kind`` None: that of the one extended."""

    name: str
    place: Place
    kind: str | None
    words: list[Word]
    stance: str | None
    negated: str | None
    extends: _Named | None
    removed: list[_Named] = field(default_factory=list)


@dataclass(slots=True)
class _Layer:
    """What the folder or document being read says of itself and of those before."""

    taken: set[str] = field(default_factory=set)
    off: list[_Named] = field(default_factory=list)
    stances: list[tuple[_Named, str | None, Mapping[str, str]]] = field(default_factory=list)
    changes: list[tuple[_Named, list[Word], list[_Named]]] = field(default_factory=list)


@dataclass(slots=True)
class _Reader:
    """Reads files one by one, then resolves what they say of each other."""

    nodes: Nodes = field(default_factory=Nodes)
    rules: dict[str, _RuleDraft] = field(default_factory=dict)
    nameless: list[_RuleDraft] = field(default_factory=list)
    """Rules without an id, kept for what else is wrong with them."""
    drafts: dict[str, _ListDraft] = field(default_factory=dict)
    lists: dict[str, WordList] = field(default_factory=dict)
    layer: _Layer = field(default_factory=_Layer)

    # -- files and folders ------------------------------------------------------------------

    def files(self, folder: Path) -> list[Path]:
        if folder.is_dir():
            return sorted(path for path in folder.rglob("*") if path.suffix in _SUFFIXES)
        self.nodes.path = str(folder)
        self.nodes.problem_at("CT201", "there is no such rules folder: check the name")
        return []

    def read(self, root: yaml.Node | None) -> None:
        """Reads a file's lists, rules and what it says of earlier rules."""
        if root is None:
            return
        parts = self.nodes.mapping(root, _FILE_KEYS, "a rule file")
        for key, name, node in self.nodes.pairs(parts.get("lists"), "lists"):
            self._list(key, name, node)
        for node in self.nodes.items(parts.get("rules"), "rules"):
            self._rule(node)
        self.layer.off += self._named(parts.get("off"), "off")
        for key, name, node in self.nodes.pairs(parts.get("stances"), "stances"):
            pattern = _Named(self.nodes.path, key, name)
            self.layer.stances.append((pattern, *self._stance(node)))

    def close_layer(self) -> None:
        """Applies what the layer says of those before it."""
        for name, added, removed in self.layer.changes:
            self._change(name, added, removed)
        earlier = [rule for rule in self.rules if "rule " + rule not in self.layer.taken]
        for pattern, stance, finer in self.layer.stances:
            for rule in self._matching(pattern, earlier):
                self._judge(self.rules[rule], pattern, stance, finer)
        for pattern in self.layer.off:
            for rule in self._matching(pattern, earlier):
                self.rules.pop(rule, None)
        self.layer = _Layer()

    def _matching(self, pattern: _Named, earlier: Sequence[str]) -> list[str]:
        """The earlier rules that an id or a pattern means; there has to be one."""
        matching = [rule for rule in earlier if fnmatchcase(rule, pattern.text)]
        if not matching:
            self.nodes.path = pattern.path
            what = "there is no rule of an earlier folder called"
            self.nodes.unknown(pattern.node, "CT248", what, pattern.text, earlier)
        return matching

    def _judge(
        self, draft: _RuleDraft, by: _Named, stance: str | None, finer: Mapping[str, str]
    ) -> None:
        self.nodes.path = by.path
        draft.rule = replace(
            draft.rule, stance=stance, finer=finer, judged=self.nodes.place(by.node)
        )

    def _change(self, name: _Named, added: list[Word], removed: list[_Named]) -> None:
        draft = self.drafts.get(name.text)
        if draft is None or "list " + name.text in self.layer.taken:
            self.nodes.path = name.path
            known = [each for each in self.drafts if "list " + each not in self.layer.taken]
            what = "there is no word list of an earlier folder called"
            self.nodes.unknown(name.node, "CT243", what, name.text, known)
            return
        self.drafts[name.text] = replace(
            draft, words=draft.words + added, removed=draft.removed + removed
        )

    def _named(self, node: yaml.Node | None, what: str) -> list[_Named]:
        return [_Named(self.nodes.path, item, text) for item, text in self.nodes.each(node, what)]

    # -- lists ------------------------------------------------------------------------------

    def _list(self, key: yaml.Node, name: str, node: yaml.Node) -> None:
        parts = self.nodes.mapping(node, _LIST_KEYS + _CHANGE_KEYS, "a word list")
        change = {part for part in _CHANGE_KEYS if part in parts}
        if change and len(parts) > len(change):
            self.nodes.problem(
                key, "CT249", f"the list {shown(name)} is changed by add and remove, or given anew "
                "by words: do one of both",
            )  # fmt: skip
        elif change:
            added, removed = self._words(parts, "add"), self._named(parts.get("remove"), "remove")
            self.layer.changes.append((_Named(self.nodes.path, key, name), added, removed))
        else:
            self._take("list", key, name, "CT222")
            self.drafts[name] = self._list_draft(key, name, parts)

    def _list_draft(self, key: yaml.Node, name: str, parts: Mapping[str, yaml.Node]) -> _ListDraft:
        nodes = self.nodes
        extends = nodes.text(parts.get("extends"), "extends")
        kind = nodes.text(parts.get("class"), "class")
        nodes.text(parts.get("kind"), "kind")
        return _ListDraft(
            name,
            nodes.place(key),
            kind or (None if extends else "word"),
            self._words(parts, "words"),
            nodes.choice(parts.get("stance"), "stance", POSITIONS),
            nodes.choice(parts.get("negated"), "stance", POSITIONS),
            _Named(nodes.path, parts["extends"], extends) if extends else None,
        )

    def _take(self, what: str, key: yaml.Node, name: str, code: str) -> None:
        """Notes a name of this folder; a second rule or list of the same name is a problem."""
        if f"{what} {name}" in self.layer.taken:
            told = f"another {what} of this folder is called {shown(name)}: choose another name"
            self.nodes.problem(key, code, told)
        self.layer.taken.add(f"{what} {name}")

    def _words(self, parts: Mapping[str, yaml.Node], key: str) -> list[Word]:
        items = self.nodes.items(parts.get(key), key)
        return [word for word in map(self._word, items) if word is not None]

    def _word(self, node: yaml.Node) -> Word | None:
        nodes = self.nodes
        if isinstance(node, yaml.ScalarNode):
            text = nodes.text(node, "a word")
            if text is None:
                return None
            return Word(self._lemmas(node, text), features=_NO_FEATURES)
        parts = nodes.mapping(node, _WORD_KEYS + _FEATURE_KEYS, "a word")
        text = nodes.text(parts.get("word"), "word")
        if text is None:
            if isinstance(node, yaml.MappingNode) and "word" not in parts:
                nodes.problem(node, "CT223", "the entry has no word: add word: …")
            return None
        return Word(
            self._lemmas(parts["word"], text),
            nodes.choice(parts.get("stance"), "stance", POSITIONS),
            nodes.choice(parts.get("negated"), "stance", POSITIONS),
            nodes.flag(parts.get("negation"), "negation"),
            nodes.flag(parts.get("passive"), "passive"),
            self._pattern(parts.get("tokens")),
            self._features(parts),
        )

    def _pattern(self, node: yaml.Node | None) -> str | None:
        """A token pattern, checked here because textacy itself complains only on use."""
        pattern = self.nodes.text(node, "tokens")
        wrong = check_pattern(pattern) if pattern is not None else None
        if node is not None and wrong is not None:
            self.nodes.problem(node, "CT245", f"the token pattern does not work: {wrong}")
        return pattern

    def _lemmas(self, node: yaml.Node, text: str) -> tuple[str, ...]:
        lemmas = tuple(text.split())
        if not lemmas:
            self.nodes.problem(node, "CT223", "the word is empty: write one, or remove the entry")
        return lemmas

    def _features(self, parts: Mapping[str, yaml.Node]) -> Mapping[str, str]:
        """What else a list says of a word: the kind of a metonym, the number of a pronoun."""
        texts = ((key, self.nodes.text(parts[key], key)) for key in _FEATURE_KEYS if key in parts)
        return {key: text for key, text in texts if text is not None}

    # -- rules ------------------------------------------------------------------------------

    def _rule(self, node: yaml.Node) -> None:
        nodes = self.nodes
        parts = nodes.mapping(node, _RULE_KEYS, "a rule")
        identity = nodes.text(parts.get("id"), "id")
        if identity is None:
            if isinstance(node, yaml.MappingNode) and "id" not in parts:
                nodes.problem(node, "CT231", "the rule has no id: add id: …")
        elif identity.split() != [identity]:
            nodes.problem(parts["id"], "CT231", "an id is one word: denial.deny, say")
            identity = None
        else:
            self._take("rule", parts["id"], identity, "CT232")
        kind, words = self._kind(node, parts)
        stance, finer = self._stance(parts.get("stance"))
        negated, finer_negated = self._stance(parts.get("negated"))
        rule = Rule(
            identity or "",
            self._frames(node, parts, kind),
            kind or "",
            (),
            nodes.place(node),
            stance,
            negated,
            self._texts(parts, "joins"),
            self._conditions(parts),
            {**finer_negated, **finer},
            self._examples(parts.get("examples"), "examples"),
            self._examples(parts.get("counterexamples"), "counterexamples"),
        )
        self._keep(identity, _RuleDraft(rule, words))

    def _keep(self, identity: str | None, draft: _RuleDraft) -> None:
        """Keeps a rule in the place of an earlier one of its name, but behind all others."""
        if identity is None:
            self.nameless.append(draft)
        else:
            self.rules.pop(identity, None)
            self.rules[identity] = draft

    def _kind(
        self, node: yaml.Node, parts: Mapping[str, yaml.Node]
    ) -> tuple[str | None, yaml.Node | None]:
        """The class of a rule's words, and the node that tells them; None where it is no class."""
        if "words" not in parts:
            if isinstance(node, yaml.MappingNode):
                self.nodes.problem(node, "CT233", "the rule has no words: add words: {verb: […]}")
            return None, None
        words = parts["words"]
        classes = self.nodes.pairs(words, "words")
        if len(classes) != 1:
            if isinstance(words, yaml.MappingNode):
                self.nodes.problem(words, "CT234", "words names one class, such as verb")
            return None, None
        key, kind, value = classes[0]
        if kind not in CLASSES:
            self.nodes.unknown(key, "CT235", "there is no class of words", kind, CLASSES)
            return None, None
        return kind, value

    def _frames(
        self, node: yaml.Node, parts: Mapping[str, yaml.Node], kind: str | None
    ) -> tuple[str, ...]:
        if "frame" not in parts and isinstance(node, yaml.MappingNode):
            told = "the rule has no frame: add frame: speaker-verb-clause, say"
            self.nodes.problem(node, "CT236", told)
        found = []
        for item, name in self.nodes.each(parts.get("frame"), "frame"):
            if name not in FRAMES:
                self.nodes.unknown(item, "CT237", "there is no frame", name, FRAMES)
            elif kind is not None and kind not in FRAMES[name].kinds:
                takes = " or ".join(FRAMES[name].kinds)
                told = f"the frame {name} takes words of the class {takes}, not {kind}"
                self.nodes.problem(item, "CT238", told)
            else:
                found.append(name)
        return tuple(found)

    def _stance(self, node: yaml.Node | None) -> tuple[str | None, Mapping[str, str]]:
        """A stance, or a finer word with the stance that it refines: ``{boasts: asserts}``."""
        if not isinstance(node, yaml.MappingNode):
            return self.nodes.choice(node, "stance", POSITIONS), {}
        pairs = self.nodes.pairs(node, "stance")
        if len(pairs) != 1:
            self.nodes.problem(node, "CT224", "a finer stance is one word: {boasts: asserts}")
            return None, {}
        key, word, refined = pairs[0]
        if word in POSITIONS:
            told = f"{word} is a stance itself: choose another word, or write stance: {word}"
            self.nodes.problem(key, "CT224", told)
        stance = self.nodes.choice(refined, "stance", POSITIONS)
        return stance, {stance: word} if stance else {}

    def _conditions(self, parts: Mapping[str, yaml.Node]) -> Conditions:
        nodes = self.nodes
        return Conditions(
            nodes.flag(parts.get("grounds"), "grounds"),
            self._texts(parts, "claim_begins"),
            nodes.choice(parts.get("claim_is"), "claim_is", CLAIMS),
            self._texts(parts, "claim_contains"),
            self._texts(parts, "claim_lacks"),
            self._choices(parts, "source_kind", (*KINDS, ANY_KIND), "CT239"),
            self._switch(parts, "source_named"),
            self._choices(parts, "tense", TENSES),
            self._choices(parts, "person", PERSONS),
            self._texts(parts, "not_before"),
            self._switch(parts, "in_quotes"),
            nodes.choice(parts.get("section"), "section", SECTIONS),
        )

    def _texts(self, parts: Mapping[str, yaml.Node], key: str) -> tuple[str, ...]:
        return tuple(text for _, text in self.nodes.each(parts.get(key), key))

    def _choices(
        self, parts: Mapping[str, yaml.Node], key: str, known: Sequence[str], code: str = "CT221"
    ) -> tuple[str, ...]:
        """One or several of the known names."""
        found = list(self.nodes.each(parts.get(key), key))
        for item, name in found:
            if name not in known:
                self.nodes.unknown(item, code, f"there is no {key}", name, known)
        return tuple(name for _, name in found)

    def _switch(self, parts: Mapping[str, yaml.Node], key: str) -> bool | None:
        """True or false, or None where the rule does not care."""
        return self.nodes.flag(parts[key], key) if key in parts else None

    def _examples(self, node: yaml.Node | None, what: str) -> tuple[Example, ...]:
        found = (self._example(item) for item in self.nodes.items(node, what))
        return tuple(example for example in found if example is not None)

    def _example(self, node: yaml.Node) -> Example | None:
        nodes = self.nodes
        parts = nodes.mapping(node, _EXAMPLE_KEYS, "an example")
        text = nodes.text(parts.get("text"), "text")
        if text is None:
            if isinstance(node, yaml.MappingNode) and "text" not in parts:
                nodes.problem(node, "CT241", "the example has no text: add text: …")
            return None
        return Example(
            text,
            nodes.place(node),
            source=self._span(parts.get("source"), "source", text),
            cue=self._span(parts.get("cue"), "cue", text),
            claim=self._span(parts.get("claim"), "claim", text),
            stance=nodes.choice(parts.get("stance"), "stance", POSITIONS),
            why=nodes.text(parts.get("why"), "why"),
            todo=nodes.flag(parts.get("todo"), "todo"),
        )

    def _span(self, node: yaml.Node | None, what: str, text: str) -> str | None:
        """The words of a part, whose pieces must stand in the text in their order."""
        value = self.nodes.text(node, what)
        at = 0
        for piece in (value or "").split(" … "):
            at = text.find(piece, at)
            if node is not None and at < 0:
                told = f"the {what} {shown(value)!r} is not in the example's text"
                self.nodes.problem(node, "CT242", told)
                break
            at += len(piece)
        return value

    # -- what rules and lists say of each other ---------------------------------------------

    def resolve(self) -> tuple[tuple[Rule, ...], Mapping[str, WordList]]:
        """The rules with the words of their lists, and the lists with those that they extend."""
        for name in self.drafts:
            self._resolve_list(name)
        drafts = (*self.rules.values(), *self.nameless)
        rules = tuple(
            replace(draft.rule, words=tuple(map(_as_tokens, self._rule_words(draft))))
            for draft in drafts
        )
        return rules, self.lists

    def _resolve_list(self, name: str) -> None:
        """Resolves a list after those that it extends."""
        chain = [name]
        while chain[-1] not in self.lists:
            extends = self.drafts[chain[-1]].extends
            if extends is None or extends.text in chain or extends.text not in self.drafts:
                break
            chain.append(extends.text)
        for each in reversed(chain):
            if each not in self.lists:
                self.lists[each] = self._resolved(self.drafts[each])

    def _resolved(self, draft: _ListDraft) -> WordList:
        base = self._base(draft)
        stance = draft.stance or (base.stance if base else None)
        negated = draft.negated or (base.negated if base else None)
        own = [_judged(word, stance, negated) for word in draft.words]
        words = {word.lemmas: word for word in base.words} if base else {}
        if base or draft.removed:
            words |= {word.lemmas: word for word in own}
            self._remove(words, draft.removed)
            own = list(words.values())
        kind = draft.kind or (base.kind if base else "word")
        return WordList(draft.name, kind, tuple(own), draft.place, stance, negated)

    def _base(self, draft: _ListDraft) -> WordList | None:
        """The list that a list extends, already resolved."""
        extends = draft.extends
        if extends is None:
            return None
        self.nodes.path = extends.path
        if extends.text not in self.drafts:
            self.nodes.unknown(
                extends.node, "CT243", "there is no word list", extends.text, self.drafts
            )
            return None
        base = self.lists.get(extends.text)
        if base is None:
            told = f"the list {shown(draft.name)} extends itself by way of {shown(extends.text)}"
            self.nodes.problem(extends.node, "CT247", told)
        elif draft.kind not in (None, base.kind):
            self._other_class(extends.node, base, draft.kind or "")
        return base

    def _other_class(self, node: yaml.Node, found: WordList, kind: str) -> None:
        told = f"the list {found.name} holds words of the class {found.kind}, not {kind}"
        self.nodes.problem(node, "CT244", told)

    def _remove(self, words: dict[tuple[str, ...], Word], removed: Iterable[_Named]) -> None:
        for each in removed:
            if words.pop(tuple(each.text.split()), None) is None:
                self.nodes.path = each.path
                known = [" ".join(lemmas) for lemmas in words]
                self.nodes.unknown(
                    each.node, "CT246", "there is no word to remove", each.text, known
                )

    def _rule_words(self, draft: _RuleDraft) -> tuple[Word, ...]:
        node, kind = draft.words, draft.rule.kind
        self.nodes.path = draft.rule.place.path
        if node is None:
            return ()
        if isinstance(node, yaml.ScalarNode):
            return tuple(self._of_list(node, kind))
        if isinstance(node, yaml.SequenceNode):
            return tuple(filter(None, map(self._word, self.nodes.items(node, "words"))))
        parts = self.nodes.mapping(node, _CHOICE_KEYS, "words")
        names = [item for item, _ in self.nodes.each(parts.get("lists"), "lists")]
        words = {word.lemmas: word for name in names for word in self._of_list(name, kind)}
        words |= {word.lemmas: word for word in self._words(parts, "add")}
        self._remove(words, self._named(parts.get("remove"), "remove"))
        return tuple(words.values())

    def _of_list(self, node: yaml.Node, kind: str) -> Iterator[Word]:
        name = self.nodes.text(node, "the name of a list")
        if name is None:
            return
        if name not in self.lists:
            self.nodes.unknown(node, "CT243", "there is no word list", name, self.lists)
            return
        found = self.lists[name]
        if found.kind != kind:
            self._other_class(node, found, kind)
        yield from found.words


def _as_tokens(word: Word) -> Word:
    """The word as texts are cut into tokens, in small letters: *do a u - turn on*."""
    written = " ".join(word.lemmas)
    if written.islower() and "-" not in written:
        return word
    return replace(word, lemmas=tuple(written.lower().replace("-", " - ").split()))


def _judged(word: Word, stance: str | None, negated: str | None) -> Word:
    """The word with the stances of its list where it has none of its own."""
    if (word.stance or not stance) and (word.negated or not negated):
        return word
    return Word(
        word.lemmas,
        word.stance or stance,
        word.negated or negated,
        word.negation,
        word.passive,
        word.tokens,
        word.features,
    )
