"""What rules and lists say of each other: lists with those that they extend, rules with their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

import yaml

from claimtrack.rules.keys import CHOICE_KEYS
from claimtrack.rules.model import Rule, Word, WordList
from claimtrack.rules.reading.lists import WrittenList
from claimtrack.rules.reading.nodes import Named, Nodes
from claimtrack.rules.reading.problems import shown
from claimtrack.rules.reading.rule import WrittenRule
from claimtrack.rules.reading.words import read_words

Lists = Mapping[str, WordList]


def resolve_lists(nodes: Nodes, written: Mapping[str, WrittenList]) -> Lists:
    """The lists with the words of those that they extend."""
    lists = _Lists(nodes, written)
    for name in written:
        lists.resolve(name)
    return lists.resolved


def resolve_rules(nodes: Nodes, written: Iterable[WrittenRule], lists: Lists) -> tuple[Rule, ...]:
    """The rules with the words of their lists."""
    return tuple(
        replace(each.rule, words=tuple(map(_as_tokens, _words(nodes, each, lists))))
        for each in written
    )


@dataclass(slots=True)
class _Lists:
    """Lists as they are written, and those of them that are resolved."""

    nodes: Nodes
    written: Mapping[str, WrittenList]
    resolved: dict[str, WordList] = field(default_factory=dict)

    def resolve(self, name: str) -> None:
        """Resolves a list after those that it extends."""
        chain = [name]
        while chain[-1] not in self.resolved:
            extends = self.written[chain[-1]].extends
            if extends is None or extends.text in chain or extends.text not in self.written:
                break
            chain.append(extends.text)
        for each in reversed(chain):
            if each not in self.resolved:
                self.resolved[each] = self._resolved(self.written[each])

    def _resolved(self, written: WrittenList) -> WordList:
        base = self._base(written)
        stance = written.stance or (base.stance if base else None)
        negated = written.negated or (base.negated if base else None)
        own = [_judged(word, stance, negated) for word in written.words]
        words = {word.lemmas: word for word in base.words} if base else {}
        if base or written.removed:
            words |= {word.lemmas: word for word in own}
            _remove(self.nodes, words, written.removed)
            own = list(words.values())
        kind = written.kind or (base.kind if base else "word")
        return WordList(written.name, kind, tuple(own), written.place, stance, negated)

    def _base(self, written: WrittenList) -> WordList | None:
        """The list that a list extends, already resolved."""
        extends = written.extends
        if extends is None:
            return None
        if extends.text not in self.written:
            self.nodes.unknown_name(extends, "CT243", "there is no word list", self.written)
            return None
        self.nodes.path = extends.path
        base = self.resolved.get(extends.text)
        if base is None:
            told = f"the list {shown(written.name)} extends itself by way of {shown(extends.text)}"
            self.nodes.problem(extends.node, "CT247", told)
        elif written.kind not in (None, base.kind):
            _other_class(self.nodes, extends.node, base, written.kind or "")
        return base


def _words(nodes: Nodes, written: WrittenRule, lists: Lists) -> Iterable[Word]:
    """The words of a list, words that are written out, or lists with words added and removed."""
    node, kind = written.words, written.rule.kind
    nodes.path = written.rule.place.path
    if node is None:
        return ()
    if isinstance(node, yaml.ScalarNode):
        return tuple(_of_list(nodes, node, kind, lists))
    if isinstance(node, yaml.SequenceNode):
        return read_words(nodes, node, "words")
    parts = nodes.mapping(node, CHOICE_KEYS, "words")
    names = [item for item, _ in nodes.each(parts.get("lists"), "lists")]
    words = {word.lemmas: word for name in names for word in _of_list(nodes, name, kind, lists)}
    words |= {word.lemmas: word for word in read_words(nodes, parts.get("add"), "add")}
    _remove(nodes, words, nodes.named(parts.get("remove"), "remove"))
    return words.values()


def _of_list(nodes: Nodes, node: yaml.Node, kind: str, lists: Lists) -> Iterator[Word]:
    name = nodes.text(node, "the name of a list")
    if name is None:
        return
    if name not in lists:
        nodes.unknown(node, "CT243", "there is no word list", name, lists)
        return
    found = lists[name]
    if found.kind != kind:
        _other_class(nodes, node, found, kind)
    yield from found.words


def _other_class(nodes: Nodes, node: yaml.Node, found: WordList, kind: str) -> None:
    told = f"the list {found.name} holds words of the class {found.kind}, not {kind}"
    nodes.problem(node, "CT244", told)


def _remove(nodes: Nodes, words: dict[tuple[str, ...], Word], removed: Iterable[Named]) -> None:
    for each in removed:
        if words.pop(tuple(each.text.split()), None) is None:
            known = [" ".join(lemmas) for lemmas in words]
            nodes.unknown_name(each, "CT246", "there is no word to remove", known)


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
