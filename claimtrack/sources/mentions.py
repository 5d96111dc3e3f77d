"""Mentions: what may be, or stand for, a source, where it stands and what its words say of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from claimtrack.language import grammar
from claimtrack.language.parse import Parse, Token, trim
from claimtrack.records import Attribution, Spans
from claimtrack.sources.lexicon import Gender, Lexicon, Type, fold
from claimtrack.sources.names import Name, find_names

Form = Literal["name", "description", "pronoun"]
Article = Literal["definite", "indefinite", "bare"]

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_INDEFINITE = frozenset(
    "a an one two three four five six seven eight nine ten some another other others several many most no any each "
    "every few dozens hundreds thousands both either neither all half nobody none more multiple various numerous".split()
)
_RELATIVE_TAGS = ("WP", "WDT", "WP$")
_PLURAL_TAGS = ("NNS", "NNPS")
_PLURAL_WORDS = frozenset("police people both many several others few some all most two three four five six".split())


@dataclass(frozen=True, slots=True)
class Role:
    """A role or kind of thing that words give somebody: its head noun, what qualifies it, whose it is."""

    head: str
    modifiers: frozenset[str]
    possessor: int | None
    tokens: tuple[int, ...]
    indefinite: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that may stand for a source. ``head`` is their grammatical head, by which they are known.

    ``pronoun`` is a pronoun's class or "". ``spans`` are an attribution's where the mention speaks.
    """

    head: int
    tokens: frozenset[int]
    form: Form
    spans: Spans
    speaks: bool
    names: tuple[Name, ...] = ()
    roles: tuple[Role, ...] = ()
    pronoun: str = ""
    types: frozenset[Type] = frozenset()
    gender: Gender = ""
    plural: bool = False
    article: Article = "bare"
    heads: tuple[int, ...] = ()
    """All tokens by which it is known, those of its appositions included."""
    label: str = ""
    """The label of an interview's turn that it is: *Q*, *A*."""
    members: tuple[int, ...] = ()
    """Heads of the mentions that *and* joins in this one, whose own head then is the *and*."""


@dataclass(frozen=True, slots=True)
class Found:
    """The mentions of an article in the order of the text, and the head of each attribution's source by its spans."""

    mentions: tuple[Mention, ...]
    heads: Mapping[Spans, int]


def find_mentions(parse: Parse, attributions: Sequence[Attribution], lexicon: Lexicon) -> Found:
    """All mentions, one a head; a name with its apposition is one mention."""
    names = {name_head(parse, name): name for name in find_names(parse, lexicon)}
    inside = {index: head for head, name in names.items() for index in name.tokens}
    said = {a.source.spans for a in attributions if a.source.spans}
    speakers = {spans: _speaker_head(parse, spans, names, inside) for spans in said}
    speaking = {speakers[spans]: spans for spans in sorted(said, reverse=True)}
    spoken = {parse.tokens[head].lemma for head in speaking if parse.tokens[head].pos == "NOUN"}
    heads = set(names) | set(speaking)
    heads |= {i for i in range(len(parse.tokens)) if i not in inside and _may_refer(parse, i, lexicon, spoken)}
    maker = _Maker(parse, lexicon, names, speaking)
    made = {head: maker.mention(head) for head in sorted(heads)}
    groups = [_group(parse, made, inside, head) for head in made]
    single = _without_appositions(parse, made)
    mentions = sorted([*single, *filter(None, groups)], key=lambda m: m.head)
    return Found(tuple(mentions), speakers)


def _speaker_head(parse: Parse, spans: Spans, names: Mapping[int, Name], inside: Mapping[int, int]) -> int:
    """The head of a source's words; where they begin with a name before a comma, the name's."""
    tokens = parse.tokens_of(spans)
    first = inside.get(tokens[0]) if tokens else None
    if first is not None and parse.tokens[names[first].last : names[first].last + 1]:
        after = parse.tokens[names[first].last]
        if names[first].words and after.text == "," and after.index in tokens:
            return first
    head = head_of(parse, spans)
    return inside.get(head, head)


def _group(parse: Parse, made: Mapping[int, Mention], inside: Mapping[int, int], head: int) -> Mention | None:
    """The mention of several joined by *and*: *Kurilla and Munir*."""
    joined = [inside.get(c, c) for c in grammar.conjuncts(parse, head)]
    members = (head, *(c for c in joined if c in made))
    parts = [made[c] for c in members]
    types = frozenset.intersection(*(p.types for p in parts))
    if len(parts) < 2 or not types or any(p.form == "pronoun" and not p.gender for p in parts):
        return None
    tokens = frozenset(range(min(min(p.tokens) for p in parts), max(parts[-1].tokens) + 1))
    links = [i for i in range(head, members[-1]) if parse.tokens[i].lower in ("and", "or", "nor", "&")]
    if not links or links[-1] in made:
        return None
    said = parts[0].spans if parts[0].speaks and members[-1] in parse.tokens_of(parts[0].spans) else ()
    return Mention(
        links[-1], tokens, "description", said or parse.spans(tokens), bool(said), types=types, plural=True,
        article="definite", heads=(links[-1],), members=members,
    )  # fmt: skip


def head_of(parse: Parse, spans: Spans) -> int:
    """The token that the words hang from; of a relative pronoun and its antecedent, the antecedent's."""
    tokens = parse.tokens_of(spans) or [parse.token_at(spans[0][0])]
    words = [i for i in tokens if parse.tokens[i].text[:1].isalnum()] or tokens
    kept = [i for i in words if parse.tokens[i].tag not in _RELATIVE_TAGS] or words
    if len(spans) > 1 and parse.tokens[kept[-1]].lower == "that" and len(kept) > 1:
        kept.pop()
    own = set(kept)
    tops = [i for i in kept if parse.tokens[i].head not in own or parse.tokens[i].head == i]
    nominal = [i for i in tops if _is_nominal(parse, i)]
    if nominal:
        return nominal[0]
    subject = grammar.own_subject(parse, tops[0]) if tops else None
    inside = [i for i in (subject, *kept) if i in own and _is_nominal(parse, i) and not is_modifier(parse, i)]
    if not inside or tops == kept[-1:]:
        return (tops or kept)[0]
    return inside[0]


def _is_nominal(parse: Parse, index: int) -> bool:
    return parse.tokens[index].pos in ("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ")


def name_head(parse: Parse, name: Name) -> int:
    """The token of a name that hangs from outside of it."""
    tokens = range(name.first, name.last)
    outside = (i for i in tokens if parse.tokens[i].head not in tokens or parse.tokens[i].head == i)
    return next((i for i in outside if parse.tokens[i].text[:1].isalnum()), name.last - 1)


def _may_refer(parse: Parse, index: int, lexicon: Lexicon, spoken: Collection[str]) -> bool:
    """Whether a word outside of names may stand for a source: a personal pronoun, or a noun that heads its
    phrase and is a role or speaks elsewhere."""
    token = parse.tokens[index]
    kind = lexicon.pronouns.get(token.lower)
    if kind is not None:
        return kind in ("masculine", "feminine") and token.tag in ("PRP", "PRP$")
    if token.tag not in ("NN", "NNS") and token.pos not in ("NOUN", "PROPN"):
        return False
    return bool(lexicon.types(token.lemma) or token.lemma in spoken) and not is_modifier(parse, index)


def is_modifier(parse: Parse, index: int) -> bool:
    """Whether a noun only describes the noun after it: *police* officer."""
    head = parse.tokens[index].head
    return head > index and index in grammar.compounds(parse, head)


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes a mention of each head."""

    parse: Parse
    lexicon: Lexicon
    names: Mapping[int, Name]
    speaking: Mapping[int, Spans]

    def mention(self, head: int) -> Mention:
        if head in self.names:
            found = self._of_name(head, self.names[head])
        elif self.parse.tokens[head].tag in _RELATIVE_TAGS:
            found = replace(self._of_noun(head), form="pronoun", pronoun="relative", roles=())
        elif self.parse.tokens[head].lower in self.lexicon.pronouns:
            found = self._of_pronoun(head)
        else:
            found = self._of_noun(head)
        spans = self.speaking.get(head) or self.parse.spans(found.tokens)
        return replace(found, spans=spans, speaks=head in self.speaking, heads=(head,), label=self._label(head))

    def _label(self, head: int) -> str:
        """The label of a turn in an interview: *Q:*, *Dr Osei:*."""
        parse = self.parse
        begins = parse.sentences[parse.tokens[head].sentence].first == head
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
        names = (name,) if name.words else ()
        return Mention(
            head, frozenset(name.tokens), form, (), False, names, roles, types=types, gender=name.gender,
            plural=plural, article=self._article(head),
        )  # fmt: skip

    def _is_people(self, head: int, name: Name) -> bool:
        """Whether a name is of many: *Republicans*, *Hispanic Americans*, *the Khans*."""
        last = name.words[-1] if name.words else ""
        many = self.parse.tokens[name.last - 1].tag == "NNPS" and last.endswith("s")
        known = last[:-1] in self.lexicon.peoples or last[:-1] in self.lexicon.roles
        return many and (known or len(name.words) == 1 and self._article(head) == "definite")

    def _title(self, name: Name) -> Role:
        return Role(name.title[-1], frozenset(name.title[:-1]), None, tuple(range(name.first, name.at)))

    def _of_pronoun(self, head: int) -> Mention:
        kind = self.lexicon.pronouns[self.parse.tokens[head].lower]
        types: frozenset[Type] = frozenset({"person"})
        if kind == "neuter":
            types = frozenset({"body", "place", "text"})
        elif kind == "plural":
            types = frozenset({"person", "body"})
        gender: Gender = "masculine" if kind == "masculine" else "feminine" if kind == "feminine" else ""
        return Mention(
            head, frozenset({head}), "pronoun", (), False, pronoun=kind, types=types, gender=gender,
            plural=kind == "plural", article="definite",
        )  # fmt: skip

    def _of_noun(self, head: int) -> Mention:
        token = self.parse.tokens[head]
        role = self._role(head, None)
        types = self.lexicon.types(" ".join([*_last(role), role.head])) or self.lexicon.types(role.head)
        if not types:
            counts = token.tag in ("CD", "DT", "PDT") or token.lower in self.lexicon.indefinite
            types = frozenset({"person", "body"}) if counts else _types_by_ending(role.head)
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
        around = [c for c in grammar.compounds(parse, head) if parse.tokens[c].tag not in ("DT", "CD", "PDT")]
        words = {fold(parse.tokens[i].text) for c in around for i in parse.subtree(c) if c not in own}
        words |= set(name.title[:-1]) if name else set()
        modifiers = frozenset(word for word in words if word[:1].isalnum())
        indefinite = self._article(head) == "indefinite"
        return Role(noun, modifiers, grammar.possessor(parse, head), tuple(_phrase(parse, head)), indefinite)

    def _singular(self, noun: str) -> str:
        """A listed word for one that the lemmatiser left in the plural."""
        known = noun in self.lexicon.roles or noun in self.lexicon.bodies
        less = noun.removesuffix("s")
        return less if not known and (less in self.lexicon.roles or less in self.lexicon.bodies) else noun

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


def _types_by_ending(noun: str) -> frozenset[Type]:
    """What an unlisted noun may stand for: *-er*, *-ist* and their kin are people, others anything."""
    if noun.endswith(("er", "or", "ist", "ian", "ee", "man", "men", "woman", "women", "person", "mate")):
        return frozenset({"person", "body"} if noun.endswith(("er", "or")) else {"person"})
    return frozenset({"body", "place", "text"})


def _last(role: Role) -> Sequence[str]:
    return list(role.modifiers) if len(role.modifiers) == 1 else []


def _phrase(parse: Parse, head: int) -> list[int]:
    """A noun with the words just before it and its *of* phrase: *the commander of the US Central Command*."""
    whole = grammar.noun_phrase(parse, head)
    start = head
    while start - 1 in whole and parse.tokens[start - 1].tag != "CC" and _is_within(parse.tokens[start - 1]):
        start -= 1
    end = head + 1
    while end in whole and parse.tokens[end].tag not in (*_RELATIVE_TAGS, "VBG", "VBN", "VBZ", "VBD"):
        if not _is_within(parse.tokens[end]):
            break
        end += 1
    while end - 1 > head and parse.tokens[end - 1].tag in ("IN", "DT", "CC"):
        end -= 1
    return list(range(start, end))


def _is_within(token: Token) -> bool:
    """Whether a token may stand inside of a description: no comma, no quotation mark."""
    return token.text[:1].isalnum() or token.text in ("-", "/", "'s", "’s", "&", "’", "'", "%", "$", "£", "€")


# --- apposition --------------------------------------------------------------------------------


def _without_appositions(parse: Parse, made: Mapping[int, Mention]) -> list[Mention]:
    """The mentions with their appositions taken in: *the commander, General Kurilla* is one."""
    kept = dict(made)
    for head, other in sorted({*_by_grammar(parse, made), *_by_commas(parse, made)}):
        if head in kept and other in kept and _explains(kept[head], kept[other]):
            kept[head] = _together(kept[head], kept.pop(other))
    return [kept[head] for head in sorted(kept)]


def _by_grammar(parse: Parse, made: Mapping[int, Mention]) -> Iterator[tuple[int, int]]:
    known = {token: head for head, m in made.items() for name in m.names for token in name.tokens}
    for head in made:
        for token in grammar.appositions(parse, head):
            other = known.get(token, token)
            if other in made and other != head:
                yield head, other


def _by_commas(parse: Parse, made: Mapping[int, Mention]) -> Iterator[tuple[int, int]]:
    """Neighbours between commas, whatever the parser made of them: *the chair, Ann Lee, said*; an age may stand between."""
    begins = {min(m.tokens): m for m in made.values() if m.form != "pronoun"}
    for mention in made.values():
        at = _after_comma(parse, max(mention.tokens) + 1)
        other = begins.get(at) if at else None
        if other is None or other is mention or {mention.form, other.form} != {"name", "description"}:
            continue
        free = mention.form == "name" and not grammar.markers(parse, mention.head)
        if _closed(parse, max(other.tokens) + 1, before_verb=free) and (mention.article != "bare" or mention.form == "name"):
            yield mention.head, other.head


def _closed(parse: Parse, at: int, before_verb: bool) -> bool:
    """Whether an aside ends here: at a comma or full stop, or at the verb, if it may."""
    if at < len(parse.tokens) and parse.tokens[at].text == "(":
        at = next((i + 1 for i in range(at, min(at + 4, len(parse.tokens))) if parse.tokens[i].text == ")"), at)
    following = parse.tokens[at : at + 1]
    tags = ("VBD", "VBZ", "VBP", "MD") if before_verb else ()
    return any(t.text in (",", ";", ".", "—", "–") or t.tag in tags for t in following)


def _after_comma(parse: Parse, at: int) -> int | None:
    """Where words go on after a comma, or after an age between two: *Pruett, 61, a former director*."""
    words = [t.text for t in parse.tokens[at : at + 3]]
    if words[:1] != [","]:
        return None
    aged = len(words) == 3 and words[1].isdigit() and len(words[1]) < 4 and words[2] == ","
    return at + 3 if aged else at + 1


def _explains(one: Mention, other: Mention) -> bool:
    """Whether an apposition says who somebody is: a role beside a name or role, of one type and number."""
    if one.form == "pronoun" or one.plural != other.plural:
        return False
    if one.form == other.form == "name":
        return False
    if one.form == other.form == "description" and not (one.speaks or other.speaks):
        return False
    return bool(one.types & other.types) and not {one.gender, other.gender} == {"masculine", "feminine"}


def _together(one: Mention, other: Mention) -> Mention:
    tokens = one.tokens | other.tokens
    named = bool(one.names or other.names)
    return replace(
        one,
        tokens=tokens,
        heads=one.heads + other.heads,
        form="name" if named else "description",
        names=one.names + other.names,
        roles=one.roles + other.roles,
        types=one.types & other.types,
        gender=one.gender or other.gender,
        spans=one.spans if one.speaks else other.spans if other.speaks else tuple(sorted(one.spans + other.spans)),
        speaks=one.speaks or other.speaks,
        article="definite" if named else one.article,
    )


def is_subject(parse: Parse, mention: Mention) -> bool:
    own = mention.members[0] if mention.members else mention.head
    head = parse.tokens[own].head
    return head != own and grammar.own_subject(parse, head) == own


def text_of(parse: Parse, tokens: Iterable[int]) -> str:
    """The article's words from the first token to the last, white space made plain."""
    ordered = [token.index for token in trim([parse.tokens[i] for i in sorted(tokens)])]
    if not ordered:
        return ""
    text = parse.article.text[parse.tokens[ordered[0]].start : parse.tokens[ordered[-1]].end]
    return " ".join(text.split())
