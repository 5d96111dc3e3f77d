"""Proper names: runs of capitalised words, taken apart into title, name and what they name."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from claimtrack.language.parse import Parse, Token
from claimtrack.sources.lexicon import Gender, Lexicon, Type, fold
from claimtrack.sources.runs import Finder, known_words, places_of_dateline
from claimtrack.sources.short_forms import LEGAL, is_acronym, parts_of

_LINKS = frozenset({"of", "for"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "kc", "qc", "phd", "md", "mp", "mep", "esq"})


@dataclass(frozen=True, slots=True)
class Name:
    """A run of name words, tokens ``first`` to ``last`` (exclusive).

    ``title`` and ``words`` are folded; ``words`` is empty where the run is all title (*General*,
    *Chief of Defence Staff*). ``bare`` are the folded words of the whole run. ``at`` is where
    ``words`` begin. ``acronym`` is the one in brackets after it, ``last`` then lies behind them.
    """

    first: int
    at: int
    end: int
    last: int
    bare: tuple[str, ...]
    title: tuple[str, ...]
    words: tuple[str, ...]
    acronym: str
    types: frozenset[Type]
    gender: Gender
    guess: Type | None = None
    """What it most likely names, where the words leave it open."""

    @property
    def tokens(self) -> range:
        return range(self.first, self.last)

    @property
    def letters(self) -> frozenset[str]:
        """With which its one word, where it may be a body's acronym, or an acronym of a body's
        words may begin."""
        if len(self.words) < 2:
            return frozenset(w[:1] for w in self.words if self.types == {"body"})
        if self.acronym or "body" not in self.types:
            return frozenset()
        return frozenset(part[0] for part in parts_of(self.words)[:2])


def find_names(parse: Parse, lexicon: Lexicon, spoken: Collection[int] = ()) -> list[Name]:
    """All names in the order of the text. ``spoken`` are tokens that are all the words of a source."""
    words = replace(lexicon, places=lexicon.places | places_of_dateline(parse))
    runs = Finder(parse, words, known_words(parse), spoken).runs()
    found = [_name(parse, words, first, run) for first, run in runs]
    return _with_acronyms(parse, _without_shouting(parse, found))


def _without_shouting(parse: Parse, names: Sequence[Name]) -> list[Name]:
    """The names, of which a lone one in capitals is no acronym where the article also writes it small: *TAPPER:*."""
    plain = {token.lower for token in parse.tokens if token.text.istitle()}
    plain |= {name.words[-1] for name in names if len(name.words) > 1}
    both: frozenset[Type] = frozenset({"person", "body"})
    loud = [
        len(n.words) == 1 and parse.tokens[n.at].text.isupper() and n.words[0] in plain
        for n in names
    ]
    return [
        replace(n, types=both, guess=None) if is_loud else n
        for n, is_loud in zip(names, loud, strict=True)
    ]


# --- taking a run apart ------------------------------------------------------------------------


def _name(parse: Parse, lexicon: Lexicon, first: int, run: range) -> Name:
    tokens = [parse.tokens[i] for i in run]
    bare = tuple(fold(token.text) for token in tokens)
    cut = _title_length(tokens, bare, lexicon)
    before = tuple(fold(parse.tokens[i].text) for i in range(first, run.start))
    title, words = before + bare[:cut], tuple(w for w in bare[cut:] if w not in ("-", "–"))
    if words and words[0] in _LINKS:
        cut = _after_office(tokens, bare, cut, lexicon)
        title, words = before + bare[:cut], tuple(w for w in bare[cut:] if w not in ("-", "–"))
    end = run.stop - (len(words) - len(_without_suffixes(words)))
    words = _without_suffixes(words)
    types = _types(tokens[cut:], title, words, lexicon)
    gender = _gender(title, words, types, lexicon)
    guess = next(iter(types)) if len(types) == 1 else _LABELS.get(_label(tokens[cut:]))
    return Name(
        first, run.start + cut, end, run.stop, before + bare, title, words, "", types, gender, guess
    )


def _after_office(
    tokens: Sequence[Token], bare: tuple[str, ...], cut: int, lexicon: Lexicon
) -> int:
    """Where a person's name begins after an office's *of* or *for*, or the end: *Minister of Finance* Ishaq Dar."""
    for at in range(cut + 2, len(bare) - 1):
        person = tokens[at].entity == "PER" and tokens[at - 1].entity != "PER"
        if person or lexicon.gender_of_name(bare[at]):
            return at
    return len(bare)


def _without_suffixes(words: tuple[str, ...]) -> tuple[str, ...]:
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words = words[:-1]
    return words


def _title_length(tokens: Sequence[Token], bare: tuple[str, ...], lexicon: Lexicon) -> int:
    """How many words at the start are title: *Lieutenant General*, *Assistant U.S. Attorney*; none in *General Motors*,
    which is labelled an organisation as a whole.
    """
    if len(bare) > 1 and (bare[-1] in lexicon.bodies or " ".join(bare) in lexicon.media):
        return 0
    cut = 0
    for start in range(len(bare)):
        for end in range(len(bare), start, -1):
            whole = start == 0 and all(token.entity == "ORG" for token in tokens)
            title = not whole and _is_title(bare[start:end], bare[end : end + 1], lexicon)
            if title and _may_precede(tokens, bare, cut, start, end, lexicon):
                cut = max(cut, end)
                break
    peopled = len(bare) - cut > 2 and bare[cut] in lexicon.peoples
    return cut + 1 if peopled and lexicon.gender_of_name(bare[cut + 1]) else cut


def _is_title(words: Sequence[str], after: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether words are a title, or a role before a given name: *Adviser* Sidney Blumenthal."""
    phrase = " ".join(words)
    role = lexicon.is_personal(words[-1]) and any(lexicon.gender_of_name(word) for word in after)
    return phrase in lexicon.titles or phrase in lexicon.courtesy or role


def _may_precede(
    tokens: Sequence[Token], bare: tuple[str, ...], cut: int, start: int, end: int, lexicon: Lexicon
) -> bool:
    """Whether the words between the title so far and the next one qualify it: a place, people, body, role."""
    between = range(cut, start)
    if not between:
        return True
    rest = len(bare) - end
    placing = lexicon.places | lexicon.peoples
    return rest >= 1 and not any(
        tokens[i].entity == "PER" and bare[i] not in lexicon.roles and bare[i] not in placing
        for i in between
    )


def _types(
    tokens: Sequence[Token], title: tuple[str, ...], words: tuple[str, ...], lexicon: Lexicon
) -> frozenset[Type]:
    """What is named; more than one where the words leave it open."""
    if title:
        body = title[-1] in lexicon.bodies and not lexicon.is_personal(title[-1])
        body = body and (len(words) < 2 or _label(tokens) != "PER")  # *crane operator Milena Dusek*
        return frozenset({"body"} if body and title[-1] not in lexicon.titles else {"person"})
    phrase = " ".join(words)
    if phrase in lexicon.metonyms or phrase in lexicon.places:
        return frozenset({"place"})
    if phrase in lexicon.media or phrase in lexicon.bodies or _is_body(words, lexicon):
        return frozenset({"body"})
    if len(words) > 1 and lexicon.gender_of_name(words[0]):
        return frozenset({"person"})
    if is_paper(words, lexicon) and len(words) > 1:
        return frozenset({"body"})
    if len(tokens) == 1 and tokens[0].text.isupper() and len(tokens[0].text) > 1:
        return frozenset({"body"})
    label = _label(tokens)
    if label == "LOC":
        return frozenset({"place", "body"} if len(words) > 1 else {"place", "body", "person"})
    return frozenset({"body"} if label == "ORG" and len(words) > 2 else {"body", "person"})


_LABELS: Mapping[str, Type] = {"PER": "person", "ORG": "body", "LOC": "place"}


def _label(tokens: Sequence[Token]) -> str:
    """The label that the language model gives most of a name's words; a small model's is a guess only."""
    labels = [token.entity for token in tokens if token.entity in _LABELS]
    return max(labels, key=labels.count) if labels else ""


def is_paper(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a name is, or ends like, that of a newspaper or station."""
    last = words[-1] if words else ""
    return (
        " ".join(words) in lexicon.media
        or last in lexicon.papers
        or (last.endswith("com") and len(last) > 5)
    )


def _is_body(words: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether an organisation's word heads the name: *Kessler Bank*, *Ministry of Finance*."""
    head = words[: next((i for i, w in enumerate(words) if w in _LINKS), len(words))]
    last = head[-1] if head else ""
    plural = last[:-1] if last.endswith("s") else last
    many = len(words) > 1
    heads = {last, plural, " ".join(head[-2:])}
    listed = any(one in lexicon.bodies for one in heads)
    return many and (listed or last in LEGAL or last in lexicon.company_endings)


def _gender(
    title: tuple[str, ...], words: tuple[str, ...], types: frozenset[Type], lexicon: Lexicon
) -> Gender:
    if "person" not in types:
        return ""
    shown: list[Gender] = [gender for word in title if (gender := lexicon.gender(word))]
    if shown:
        return shown[-1]
    return lexicon.gender_of_name(words[0]) if len(words) > 1 else ""


def body_head(name: Name) -> str:
    """The noun that heads a body's name: *bank* in *Bank of England*, *Kessler Bank*."""
    links = [i for i, word in enumerate(name.words) if word in _LINKS]
    head = name.words[: links[0]] if links else name.words
    return head[-1] if head else ""


# --- acronyms ----------------------------------------------------------------------------------


def _with_acronyms(parse: Parse, names: Sequence[Name]) -> list[Name]:
    """Joins a name and the acronym in brackets after it, in either order."""
    found: list[Name] = []
    for name in names:
        before = found[-1] if found else None
        if before is not None and _bracketed(parse, before, name) and _abbreviates(before, name):
            found[-1] = _joined(before, name)
        else:
            found.append(name)
    return found


def _bracketed(parse: Parse, before: Name, name: Name) -> bool:
    opened = name.first == before.last + 1 and parse.tokens[before.last].text == "("
    return opened and name.last < len(parse.tokens) and parse.tokens[name.last].text == ")"


def _abbreviates(before: Name, name: Name) -> bool:
    """Whether one of two neighbouring names is the other's acronym."""
    if len(name.bare) == 1 and len(before.words) > 1:
        return is_acronym(name.bare[0], before.words) or (
            "body" in before.types and len(name.bare[0]) > 2
        )
    return (
        len(before.words) == 1 and len(name.words) > 1 and is_acronym(before.words[0], name.words)
    )


def _joined(before: Name, name: Name) -> Name:
    short, long = (name, before) if len(before.words) > 1 else (before, name)
    last = name.last + 1
    return Name(
        before.first, long.at, long.end, last, long.bare, long.title, long.words, short.bare[0],
        frozenset({"body"}), "", "body",
    )  # fmt: skip
