"""What a source is: its name, kind and role."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.language import grammar
from claimtrack.language.calendar import MONTHS, WEEKDAYS
from claimtrack.language.parse import Parse
from claimtrack.language.spans import Cover
from claimtrack.records import Kind, Source, Span, Spans
from claimtrack.sources.anonymity import anonymity_reason
from claimtrack.sources.lexicon import Lexicon
from claimtrack.sources.linking import is_press_office
from claimtrack.sources.making import types_by_ending
from claimtrack.sources.mention import Mention, Role, text_of
from claimtrack.sources.names import Name, is_paper
from claimtrack.sources.scene import Entity
from claimtrack.sources.short_forms import LEGAL


def describe(
    parse: Parse,
    entity: Entity,
    members: Sequence[Entity],
    spoken: Sequence[Span],
    lexicon: Lexicon,
) -> Source:
    """The record of an entity that speaks, its id still empty. ``members`` are those whom *and* joins in it,
    ``spoken`` the spans of its attributions.
    """
    named = [name for name in entity.names if name.words]
    kinds = {kind_of(one, lexicon) for one in members or (entity,)}
    wordings = _wordings(parse, entity)
    name = next(filter(None, [_best_name(parse, named), *wordings]), None) or parse.text(
        tuple(spoken)[:1]
    )
    return Source(
        id="",
        name=name,
        mentions=_spans(entity, spoken),
        aliases=tuple(
            dict.fromkeys(w for w in wordings if w != name and not _is_pronoun(w, lexicon))
        ),
        kind=kinds.pop() if len(kinds) == 1 else "unknown",
        named=all(_is_named(parse, one, lexicon) for one in members or (entity,)),
        plural=entity.plural,
        role=_role(parse, entity, lexicon) if named else None,
        anonymity_reason=None if named else anonymity_reason(parse, entity),
    )


def _is_named(parse: Parse, entity: Entity, lexicon: Lexicon) -> bool:
    """A name, or a body or a text told by one: *the Velm council*, *Velm police*, *Mirov's letter*, *Velm
    Bank data*, *data compiled by Velm Bank*, but no *Velm official*.
    """
    if any(name.words for name in entity.names):
        return True
    impersonal = [role for role in entity.roles if _is_impersonal(role, lexicon)]
    makers = [i for m in entity.mentions if "text" in m.types for i in _makers(parse, m.head)]
    told_by = [i for role in impersonal for i in role.tokens]
    return any(_is_name(parse, i) for i in (*told_by, *makers))


def _is_name(parse: Parse, word: int) -> bool:
    """A proper noun or a noun with a capital letter inside a sentence, no day or month."""
    token = parse.tokens[word]
    capital = token.text[:1].isupper() and word != grammar.sentence_start(parse, word)
    noun = token.pos == "PROPN" or (token.pos == "NOUN" and capital)
    return noun and token.lower not in MONTHS | WEEKDAYS


def _is_impersonal(role: Role, lexicon: Lexicon) -> bool:
    """Whether a role is a body's or a text's and nobody's own: *newspaper*, *police*, *report*."""
    types = lexicon.types(role.head)
    return bool(types) and ("person" not in types or role.head in lexicon.collectives)


def _makers(parse: Parse, text: int) -> Iterator[int]:
    """Who made a text: a *Velm Bank* report, one *by* Velm Bank, figures *from* it or *compiled by* it."""
    yield from (i for i in parse.children[text] if i < text and parse.tokens[i].role == "compound")
    made = [i for i in parse.children[text] if parse.tokens[i].lemma in _MAKING]
    for top in (text, *made):
        for words, noun in grammar.prepositional(parse, top):
            if parse.tokens[words[0]].lower in ("by", "from"):
                yield noun


_MAKING = frozenset(
    "collect commission compile conduct gather issue make prepare produce publish release write".split()
)


def _spans(entity: Entity, spoken: Sequence[Span]) -> Spans:
    """The spans of what speaks, and of the names elsewhere that lie in none of these."""
    named = {s for m in entity.mentions if m.names and not m.speaks for s in m.spans}
    own = Cover(spoken)
    return tuple(sorted({*spoken, *(span for span in named if not own.holds(span))}))


# --- name --------------------------------------------------------------------------------------


def _best_name(parse: Parse, names: Sequence[Name]) -> str:
    """The longest proper name, without title; of two as long the first."""
    best = max(names, key=lambda n: len(n.words), default=None)
    return text_of(parse, range(best.at, best.end)) if best else ""


def _wordings(parse: Parse, entity: Entity) -> list[str]:
    """The distinct words for the source, in text order: names in full, acronyms, descriptions."""
    found: list[str] = []
    for mention in entity.mentions:
        for name in mention.names:
            found.append(text_of(parse, range(name.at, name.end)))
            if name.acronym:
                found += [
                    parse.tokens[i].text
                    for i in name.tokens
                    if i >= name.end and parse.tokens[i].text.isalnum()
                ]
                found += _short_first(parse, name)
        if not mention.names:
            found.append(_head_phrase(parse, mention))
    return list(dict.fromkeys(filter(None, found)))


def _short_first(parse: Parse, name: Name) -> list[str]:
    """The acronym where it stands before the name that explains it."""
    return (
        [parse.tokens[name.first].text]
        if name.at > name.first + 1 and parse.tokens[name.at - 1].text == "("
        else []
    )


def _head_phrase(parse: Parse, mention: Mention) -> str:
    """The words of a description as far as they stand together, without what follows a comma."""
    own = parse.tokens_of(mention.spans)
    if mention.roles and not mention.members:
        clipped = (
            [i for i in mention.roles[0].tokens if i in own]
            if mention.speaks
            else mention.roles[0].tokens
        )
        return text_of(parse, clipped or mention.roles[0].tokens)
    words = [i for i in own if i == mention.head or parse.tokens[i].tag != "CC" or mention.members]
    return text_of(parse, words)


def _is_pronoun(words: str, lexicon: Lexicon) -> bool:
    return words.lower() in lexicon.pronouns


# --- kind --------------------------------------------------------------------------------------


def kind_of(entity: Entity, lexicon: Lexicon) -> Kind:
    """The kind of source by its name, else by its roles, titles and body words, else by its type."""
    if any(_is_news(entity, name, lexicon) for name in entity.names):
        return "news"
    if is_press_office(entity, lexicon):
        return "official"
    roles = [kind for role in _described(entity) if (kind := _role_kind(role, lexicon))]
    one = entity.types == {"person"} and not entity.plural
    strong = [kind for kind in roles if kind != "person" and not (one and kind == "group")]
    if strong:
        return strong[0]
    bodies = [kind for name in entity.names if (kind := _body_kind(name, lexicon))]
    if bodies:
        return bodies[0]
    titles = [kind for n in entity.names if (kind := _title_kind(n, lexicon)) and kind != "person"]
    return titles[0] if titles else _by_type(entity, roles)


def _is_news(entity: Entity, name: Name, lexicon: Lexicon) -> bool:
    """Whether a name is a news organisation's: listed, or ending like one (*the Times*), and no person's."""
    if " ".join(name.words) in lexicon.media:
        return True
    the = any(m.article == "definite" for m in entity.mentions if name in m.names)
    return is_paper(name.words, lexicon) and "body" in name.types and (the or len(name.words) > 1)


def _described(entity: Entity) -> list[Role]:
    """The roles that descriptions and appositions give; a title before the name comes after these."""
    titles = {tuple(range(n.first, n.at)) for n in entity.names}
    return sorted(entity.roles, key=lambda r: r.tokens in titles)


def _role_kind(role: Role, lexicon: Lexicon) -> Kind | None:
    compounds = [f"{word} {role.head}" for word in sorted(role.modifiers)]
    followed = [f"{role.head} {word}" for word in sorted(role.complement)]
    for phrase in (*compounds, *followed):
        if (found := lexicon.roles.get(phrase)) is not None:
            return found
    if role.head == "people":
        return "person"
    kind = (
        lexicon.roles.get(role.head)
        or lexicon.bodies.get(role.head)
        or lexicon.titles.get(role.head)
    )
    learned = any(lexicon.bodies.get(noun) == "expert" for noun in role.complement)
    return "expert" if kind == "participant" and learned else kind


def _title_kind(name: Name, lexicon: Lexicon) -> Kind | None:
    phrases = (" ".join(name.title[i:]) for i in range(len(name.title)))
    return next((lexicon.titles[p] for p in phrases if p in lexicon.titles), None)


def _body_kind(name: Name, lexicon: Lexicon) -> Kind | None:
    if "person" in name.types and len(name.types) == 1:
        return None
    phrase = " ".join(name.words)
    if (
        phrase in lexicon.metonyms
        or phrase in lexicon.places
        or lexicon.agencies & {phrase, name.acronym}
    ):
        return "official"
    links = [i for i, w in enumerate(name.words) if w in ("of", "for")]
    head = name.words[: links[0]] if links else name.words
    tries = [phrase, *(" ".join(head[i:]) for i in range(len(head)))]
    company = len(head) > 1 and (head[-1] in LEGAL or head[-1] in lexicon.company_endings)
    return next(
        (lexicon.bodies[t] for t in tries if t in lexicon.bodies),
        "participant" if company else None,
    )


def _by_type(entity: Entity, roles: Sequence[Kind]) -> Kind:
    if "group" in roles or any(role.head in ("percent", "cent", "%") for role in entity.roles):
        return "group"
    if entity.types == {"person"} or "person" in roles:
        return "participant" if entity.names and not entity.plural else "person"
    if entity.names and (entity.types == {"body"} or entity.plural):
        return "group"
    guesses = [name.guess for name in entity.names if name.guess]
    guess = max(guesses, key=guesses.count, default=None)
    if guess is None:
        return (
            "person"
            if any(len(n.words) > 1 and "person" in n.types for n in entity.names)
            else "unknown"
        )
    if guess == "place":
        return (
            "official"
            if entity.types == {"place"} or any(len(n.words) > 1 for n in entity.names)
            else "unknown"
        )
    return "person" if guess == "person" else "group"


# --- role --------------------------------------------------------------------------------------


def _role(parse: Parse, entity: Entity, lexicon: Lexicon) -> str | None:
    """The role that the text states, in its words: by apposition first, else the title."""
    titles = {tuple(range(n.first, n.at)) for n in entity.names}
    stated = [r for m in entity.mentions if m.names for r in m.roles if r.tokens not in titles]
    for role in stated:
        listed = (lexicon.titles, lexicon.roles, lexicon.bodies)
        known = any(role.head in words for words in listed) or types_by_ending(role.head) == {
            "person"
        }
        if known and (text := _without_article(parse, role.tokens)):
            return text
    spoken = [n for n in entity.names if n.title and " ".join(n.title) not in lexicon.courtesy]
    return text_of(parse, range(spoken[0].first, spoken[0].at)) if spoken else None


def _without_article(parse: Parse, tokens: Sequence[int]) -> str:
    first = parse.tokens[tokens[0]].lower if tokens else ""
    possessed = any(parse.tokens[i].tag == "POS" for i in tokens[:4])
    return text_of(parse, tokens[1:] if first in ("the", "a", "an") and not possessed else tokens)
