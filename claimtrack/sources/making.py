"""Making a mention of each head: its phrase, article, role, type, gender and number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from claimtrack.language import grammar
from claimtrack.language.parse import Parse, Token
from claimtrack.records import Spans
from claimtrack.sources.lexicon import Gender, Lexicon, Type, fold
from claimtrack.sources.mention import RELATIVE_TAGS, Article, Form, Mention, Role
from claimtrack.sources.names import Name, is_paper

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_INDEFINITE = frozenset(
    "a an one two three four five six seven eight nine ten some another other others several many most no any each "
    "every few dozens hundreds thousands both either neither all half nobody none more multiple various".split()
)
_PLURAL_TAGS = ("NNS", "NNPS")
_PLURAL_WORDS = frozenset(
    "police people both many several others few some all most two three four five six".split()
)


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes a mention of each head."""

    parse: Parse
    lexicon: Lexicon
    names: Mapping[int, Name]
    speaking: Mapping[int, Spans]

    def mention(self, head: int) -> Mention:
        if head in self.names:
            found = self._of_name(head, self.names[head])
        elif self.parse.tokens[head].tag in RELATIVE_TAGS:
            found = replace(self._of_noun(head), form="pronoun", pronoun="relative", roles=())
        elif self.parse.tokens[head].lower in self.lexicon.pronouns:
            found = self._of_pronoun(head)
        else:
            found = self._of_noun(head)
        spans = self.speaking.get(head) or self.parse.spans(found.tokens)
        return replace(
            found, spans=spans, speaks=head in self.speaking, heads=(head,), label=self._label(head)
        )

    def _label(self, head: int) -> str:
        """The label of a turn in an interview: *Q:*, *Dr Osei:*."""
        parse = self.parse
        begins = grammar.opens_sentence(parse, head)
        colon = head + 1 < len(parse.tokens) and parse.tokens[head + 1].text == ":"
        return parse.tokens[head].text if begins and colon else ""

    def _of_name(self, head: int, name: Name) -> Mention:
        roles = (self._title(name),) if name.title else ()
        form: Form = "name" if name.words else "description"
        types = name.types
        if form == "description":
            types = self.lexicon.types(name.title[-1]) or types
            roles = (self._role(head, name),)
        plural = "person" in types and self._is_people(head, name)
        if {"person", "body"} <= types and not plural and self._acts_as_body(head, name):
            types, name = (
                frozenset({"body"}),
                replace(name, types=frozenset({"body"}), guess="body"),
            )
        names = (name,) if name.words else ()
        return Mention(
            head, frozenset(name.tokens), form, (), False, names, roles, types=types, gender=name.gender,
            plural=plural, article=self._article(head),
        )  # fmt: skip

    def _acts_as_body(self, head: int, name: Name) -> bool:
        """Whether the sentence takes a name for a body's: *Arvenna Bio, which …*, *Castel have signed him*."""
        parse, after = self.parse, [t.lower for t in self.parse.tokens[name.last : name.last + 2]]
        if after == [",", "which"]:
            return True
        verb = grammar.governor(parse, head)
        plural = after[:1] in (["have"], ["are"], ["were"])
        first = grammar.opens_sentence(parse, name.first)
        return (
            plural
            and first
            and grammar.own_subject(parse, verb) == head
            and not grammar.conjuncts(parse, head)
        )

    def _is_people(self, head: int, name: Name) -> bool:
        """Whether a name is of many: *Republicans*, *Hispanic Americans*, *the Khans*."""
        last = name.words[-1] if name.words else ""
        if not last.endswith("s") or is_paper(name.words, self.lexicon):
            return False
        many = self.parse.tokens[name.last - 1].tag == "NNPS"
        known = last[:-1] in self.lexicon.peoples or (many and last[:-1] in self.lexicon.roles)
        return known or (many and len(name.words) == 1 and self._article(head) == "definite")

    def _title(self, name: Name) -> Role:
        head = self.lexicon.in_full.get(name.title[-1], name.title[-1])
        return Role(head, frozenset(name.title[:-1]), None, tuple(range(name.first, name.at)))

    def _of_pronoun(self, head: int) -> Mention:
        kind = self.lexicon.pronouns[self.parse.tokens[head].lower]
        types: frozenset[Type] = frozenset({"person"})
        if kind == "neuter":
            types = frozenset({"body", "place", "text"})
        elif kind == "plural":
            types = frozenset({"person", "body"})
        gender: Gender = (
            "masculine" if kind == "masculine" else "feminine" if kind == "feminine" else ""
        )
        return Mention(
            head, frozenset({head}), "pronoun", (), False, pronoun=kind, types=types, gender=gender,
            plural=kind == "plural", article="definite",
        )  # fmt: skip

    def _of_noun(self, head: int) -> Mention:
        token = self.parse.tokens[head]
        role = self._role(head, None)
        types = self.lexicon.types(" ".join([*_last(role), role.head])) or self.lexicon.types(
            role.head
        )
        if not types:
            counts = token.tag in ("CD", "DT", "PDT") or token.lower in self.lexicon.indefinite
            types = frozenset({"person", "body"}) if counts else types_by_ending(role.head)
        gender = self.lexicon.gender(role.head)
        plural = token.tag in _PLURAL_TAGS or token.lower in _PLURAL_WORDS
        tokens = frozenset(_phrase(self.parse, head))
        return Mention(
            head, tokens, "description", (), False, roles=(role,), types=types, gender=gender,
            plural=plural, article=self._article(head),
        )  # fmt: skip

    def _role(self, head: int, name: Name | None) -> Role:
        """The role that a noun phrase gives, with the words that qualify it."""
        parse = self.parse
        own = list(name.tokens) if name else [head]
        noun = name.title[-1] if name else self._singular(fold(parse.tokens[head].lemma))
        around = [c for c in grammar.compounds(parse, head) if _qualifies(parse.tokens[c])]
        words = {
            fold(parse.tokens[i].text) for c in around for i in parse.subtree(c) if c not in own
        }
        words |= set(name.title[:-1]) if name else set()
        modifiers = frozenset(word for word in words if word[:1].isalnum())
        indefinite = self._article(head) == "indefinite"
        tokens = tuple(_phrase(parse, head))
        after = (parse.tokens[i] for i in tokens if i > head and i not in own)
        complement = frozenset(fold(t.lemma) for t in after if t.tag.startswith(("JJ", "NN")))
        return Role(noun, modifiers, grammar.possessor(parse, head), tokens, indefinite, complement)

    def _singular(self, noun: str) -> str:
        """A listed word for one that the lemmatiser left in the plural."""
        known = noun in self.lexicon.roles or noun in self.lexicon.bodies
        less = noun.removesuffix("s")
        return (
            less
            if not known and (less in self.lexicon.roles or less in self.lexicon.bodies)
            else noun
        )

    def _article(self, head: int) -> Article:
        """Whether the words point at something known, bring in something new, or leave it open."""
        parse = self.parse
        first = fold(parse.tokens[head].text)
        words = [fold(parse.tokens[c].text) for c in grammar.compounds(parse, head) if c < head]
        if any(word in _INDEFINITE for word in (first, *words)) and not _DEFINITE & set(words[:1]):
            return "indefinite"
        if _DEFINITE & set(words) or grammar.possessor(parse, head) is not None:
            return "definite"
        return "bare"


def _qualifies(token: Token) -> bool:
    """Whether a word before a noun tells one from another: no article, no number but a year."""
    return token.tag not in ("DT", "PDT") and (
        token.tag != "CD" or (len(token.text) == 4 and token.text.isdigit())
    )


def types_by_ending(noun: str) -> frozenset[Type]:
    """What an unlisted noun may stand for: *-er*, *-ist* and their kin are people, others anything."""
    if noun.endswith(
        ("er", "or", "ist", "ian", "ee", "man", "men", "woman", "women", "person", "mate")
    ):
        return frozenset({"person", "body"} if noun.endswith(("er", "or")) else {"person"})
    return frozenset({"body", "place", "text"})


def _last(role: Role) -> Sequence[str]:
    return list(role.modifiers) if len(role.modifiers) == 1 else []


def _phrase(parse: Parse, head: int) -> list[int]:
    """A noun with the words just before it and its *of* phrase: *the commander of the US Central Command*."""
    whole = grammar.noun_phrase(parse, head)
    start = head
    while (
        start - 1 in whole
        and parse.tokens[start - 1].tag != "CC"
        and _is_within(parse.tokens[start - 1])
    ):
        start -= 1
    while start < head and parse.tokens[start].tag in ("WRB", "IN", *RELATIVE_TAGS):
        start += 1
    end = head + 1
    while end in whole and parse.tokens[end].tag not in (
        *RELATIVE_TAGS,
        "VBG",
        "VBN",
        "VBZ",
        "VBD",
        "VBP",
        "MD",
    ):
        if not _is_within(parse.tokens[end]) or parse.tokens[end].lower == "about":
            break
        end += 1
    while end - 1 > head and parse.tokens[end - 1].tag in ("IN", "DT", "CC"):
        end -= 1
    return list(range(start, end))


def _is_within(token: Token) -> bool:
    """Whether a token may stand inside of a description: no comma, no quotation mark."""
    return token.text[:1].isalnum() or token.text in (
        "-",
        "/",
        "'s",
        "’s",
        "&",
        "’",
        "'",
        "%",
        "$",
        "£",
        "€",
    )
