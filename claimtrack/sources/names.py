"""Proper names: runs of capitalised words, taken apart into title, name and what they name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimtrack.language.parse import Parse, Token
from claimtrack.records import Span
from claimtrack.sources.lexicon import Gender, Lexicon, Type, fold

_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december jan feb mar apr jun jul aug sep sept oct nov dec q a".split()
)
_PARTICLES = frozenset("al bin ibn bint de da di do dos del der den van von la le el ul ur y -".split()) | {"-", "–"}
_LINKS = frozenset({"of", "for"})
_NOUN_TAGS = ("NNP", "NNPS", "NN", "NNS", "FW", "JJ")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "kc", "qc", "phd", "md", "mp", "mep", "esq"})
_LEGAL = frozenset("inc ltd plc corp co llc gmbh ag sa nv company corporation limited group holdings".split())


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


def find_names(parse: Parse, lexicon: Lexicon) -> list[Name]:
    """All names in the order of the text."""
    found = [_name(parse, lexicon, run) for run in _runs(parse, lexicon)]
    return _with_acronyms(parse, found)


def _runs(parse: Parse, lexicon: Lexicon) -> Iterator[range]:
    """Stretches of name words, with what joins them: *Directorate of Military Communication*."""
    for sentence in parse.sentences:
        start = sentence.first
        while start < sentence.last:
            if not _is_name_word(parse, lexicon, start):
                start += 1
                continue
            end = _run_end(parse, lexicon, start, sentence.last)
            yield range(_with_role_before(parse, lexicon, start, sentence.first), end)
            start = end


def _run_end(parse: Parse, lexicon: Lexicon, start: int, limit: int) -> int:
    end = start + 1
    while end < limit:
        step = _step(parse, lexicon, start, end, limit)
        if not step:
            break
        end += step
    return end


def _step(parse: Parse, lexicon: Lexicon, start: int, at: int, limit: int) -> int:
    """How many tokens at ``at`` go on with the run that began at ``start``: none, a word, or a link and a word."""
    if _is_name_word(parse, lexicon, at):
        return 1
    word = parse.tokens[at]
    ahead = next((k for k in (1, 2) if at + k < limit and _is_name_word(parse, lexicon, at + k)), 0)
    close = word.start == parse.tokens[at - 1].end and word.end == parse.tokens[at + ahead].start
    if ahead == 1 and (word.lower in _PARTICLES or close and word.text in ("'", "’", "/")):
        return close or word.text.isalpha()
    if ahead == 1 and word.text == "&":
        return 1
    between = [parse.tokens[i].lower for i in range(at, at + ahead)]
    inside = ahead and all(parse.tokens[i].entity == "ORG" for i in range(at, at + ahead + 1))
    inside = inside and parse.tokens[start].entity == "ORG"
    if ahead and between[0] in _LINKS and between[1:] in ([], ["the"]):
        return ahead if inside or _takes_of(parse.tokens[start:at], lexicon) else 0
    return ahead if inside and between == ["and"] else 0


def _takes_of(words: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether an office or body is named by these words, so that *of* goes on with its name."""
    last = fold(words[-1].text)
    return last in lexicon.bodies or last in ("directorate", "house", "institute", "organisation") or (
        len(words) == 1 and last in lexicon.titles
    )


def _is_name_word(parse: Parse, lexicon: Lexicon, index: int) -> bool:
    token = parse.tokens[index]
    capital = token.text[:1].isupper() or any(c.isupper() for c in token.text[1:])
    if not capital or token.lower in _CALENDAR:
        return False
    if token.tag in ("NNP", "NNPS"):
        return True
    if token.tag not in _NOUN_TAGS or token.entity in ("PER", "ORG", "LOC"):
        return token.tag in _NOUN_TAGS
    goes_on = _goes_on_with_name(parse, index)
    if _begins(parse, index):
        return goes_on and bool(lexicon.gender_of_name(token.lower) or parse.tokens[index + 1].text == "-")
    return token.tag != "JJ" or goes_on


def _goes_on_with_name(parse: Parse, index: int) -> bool:
    """Whether a proper noun follows at once or after a hyphen."""
    following = [t for t in parse.tokens[index + 1 : index + 3] if t.text != "-"]
    return bool(following) and following[0].tag in ("NNP", "NNPS") and following[0].text[:1].isupper()


def _begins(parse: Parse, index: int) -> bool:
    """Whether a token begins a sentence or quotation, where anything has a capital."""
    sentence = parse.sentences[parse.tokens[index].sentence]
    before = [parse.tokens[i] for i in range(sentence.first, index)]
    return not before or before[-1].text in ("“", '"', "‘", "``", ":", "'", "«")


def _with_role_before(parse: Parse, lexicon: Lexicon, start: int, limit: int) -> int:
    """Takes in the role before a name: *former permit clerk* Yolanda Prince."""
    at = start
    if at > limit and _is_role(parse.tokens[at - 1], lexicon):
        at -= 1
        while at > limit and parse.tokens[at - 1].tag in ("NN", "JJ", "HYPH"):
            at -= 1
        at += parse.tokens[at].tag == "HYPH"
    return at


def _is_role(token: Token, lexicon: Lexicon) -> bool:
    known = token.lemma in lexicon.titles or lexicon.is_personal(token.lemma)
    return token.tag == "NN" and token.text.islower() and known and token.lemma not in lexicon.bodies


# --- taking a run apart ------------------------------------------------------------------------


def _name(parse: Parse, lexicon: Lexicon, run: range) -> Name:
    tokens = [parse.tokens[i] for i in run]
    bare = tuple(fold(token.text) for token in tokens)
    cut = _title_length(tokens, bare, lexicon)
    title, words = bare[:cut], tuple(w for w in bare[cut:] if w not in ("-", "–"))
    if words and words[0] in _LINKS:
        cut, title, words = len(bare), bare, ()
    words = _without_suffixes(words)
    types = _types(tokens[cut:], title, words, lexicon)
    gender = _gender(title, words, types, lexicon)
    guess = next(iter(types)) if len(types) == 1 else _LABELS.get(_label(tokens[cut:]))
    return Name(run.start, run.start + cut, run.stop, run.stop, bare, title, words, "", types, gender, guess)


def _without_suffixes(words: tuple[str, ...]) -> tuple[str, ...]:
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words = words[:-1]
    return words


def _title_length(tokens: Sequence[Token], bare: tuple[str, ...], lexicon: Lexicon) -> int:
    """How many words at the start are title: *Lieutenant General*, *Assistant U.S. Attorney*."""
    if len(bare) > 1 and (bare[-1] in lexicon.bodies or " ".join(bare) in lexicon.media):
        return 0
    cut = 0
    for start in range(len(bare)):
        for end in range(len(bare), start, -1):
            if _is_title(" ".join(bare[start:end]), tokens[start:end], lexicon) and _may_precede(
                tokens, bare, cut, start, end, lexicon
            ):
                cut = max(cut, end)
                break
    return cut


def _is_title(words: str, tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    if words in lexicon.titles or words in lexicon.courtesy:
        return not (tokens[0].entity == "ORG" and len(tokens) == 1)
    lower = tokens[-1].text.islower()
    return lower and lexicon.is_personal(tokens[-1].lemma)


def _may_precede(
    tokens: Sequence[Token], bare: tuple[str, ...], cut: int, start: int, end: int, lexicon: Lexicon
) -> bool:
    """Whether the words between the title so far and the next one qualify it: a place, people, body, role."""
    between = range(cut, start)
    if not between:
        return True
    rest = len(bare) - end
    return rest >= 1 and not any(tokens[i].entity == "PER" and bare[i] not in lexicon.roles for i in between)


def _types(
    tokens: Sequence[Token], title: tuple[str, ...], words: tuple[str, ...], lexicon: Lexicon
) -> frozenset[Type]:
    """What is named; more than one where the words leave it open."""
    if title:
        return frozenset({"person"})
    phrase = " ".join(words)
    if phrase in lexicon.metonyms or phrase in lexicon.places:
        return frozenset({"place"})
    if phrase in lexicon.media or phrase in lexicon.bodies or _is_body(words, lexicon):
        return frozenset({"body"})
    if len(words) > 1 and lexicon.gender_of_name(words[0]):
        return frozenset({"person"})
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


def _is_body(words: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether an organisation's word heads the name: *Kessler Bank*, *Ministry of Finance*."""
    head = words[: next((i for i, w in enumerate(words) if w in _LINKS), len(words))]
    last = head[-1] if head else ""
    plural = last[:-1] if last.endswith("s") else last
    many = len(words) > 1
    return many and (last in lexicon.bodies or plural in lexicon.bodies or last in _LEGAL or " ".join(head[-2:]) in lexicon.bodies)


def _gender(title: tuple[str, ...], words: tuple[str, ...], types: frozenset[Type], lexicon: Lexicon) -> Gender:
    if "person" not in types:
        return ""
    shown: list[Gender] = [gender for word in title if (gender := lexicon.gender(word))]
    if shown:
        return shown[-1]
    return lexicon.gender_of_name(words[0]) if len(words) > 1 else ""


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
        return is_acronym(name.bare[0], before.words) or "body" in before.types and len(name.bare[0]) > 2
    return len(before.words) == 1 and len(name.words) > 1 and is_acronym(before.words[0], name.words)


def _joined(before: Name, name: Name) -> Name:
    short, long = (name, before) if len(before.words) > 1 else (before, name)
    last = name.last + 1
    return Name(
        before.first, long.at, long.end, last, long.bare, long.title, long.words, short.bare[0],
        frozenset({"body"}), "", "body",
    )  # fmt: skip


def is_acronym(short: str, words: Sequence[str]) -> bool:
    """Whether the letters of ``short`` can be read off ``words`` from the first on: *isi*, *centcom*."""
    parts = [part for word in words for part in word.split("-") if part and part not in ("of", "the", "for", "and", "&")]
    if len(parts) < 2 or len(short) < 2 or " " in short:
        return False
    initials = "".join(part[0] for part in parts)
    return short == initials or len(short) > 2 and _read_off(short, parts)


def _read_off(short: str, parts: Sequence[str]) -> bool:
    """Every letter comes from a part's beginning or goes on inside the part that gave the last one."""
    if not short:
        return True
    for skip, part in enumerate(parts[:2]):
        for taken in range(len(part), 0, -1):
            if short.startswith(part[:taken]) and _read_off(short[taken:], parts[skip + 1 :]):
                return True
    return False


# --- comparing ---------------------------------------------------------------------------------


def is_short_for(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether ``short`` is a person's name with parts left out: the surname, first and last."""
    if len(short) >= len(long) or not short:
        return False
    if len(short) == 1:
        return short[0] == long[-1] or _same_double(short[0], long[-1])
    at = 0
    for word in long:
        if at < len(short) and short[at] == word:
            at += 1
    return at == len(short) and short[-1] == long[-1]


def _same_double(short: str, long: str) -> bool:
    return "-" in long and short == long.split("-")[-1]


def is_short_body(short: Sequence[str], long: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether ``short`` is an organisation's name cut short: *Meridian* for *Meridian Salt*; never a place."""
    phrase = " ".join(short)
    if len(short) >= len(long) or phrase in lexicon.places or phrase in lexicon.peoples or phrase in lexicon.bodies:
        return False
    return tuple(long[: len(short)]) == tuple(short) or _without_legal(long) == tuple(short)


def _without_legal(words: Sequence[str]) -> tuple[str, ...]:
    kept = list(words)
    while len(kept) > 1 and kept[-1] in _LEGAL:
        kept.pop()
    return tuple(kept)


def same_body(one: Sequence[str], other: Sequence[str], lexicon: Lexicon) -> bool:
    """The same name but for *Inc* and its kin, or a place before it (*US Centcom*, *Centcom*)."""
    left, right = _without_legal(one), _without_legal(other)
    if left == right:
        return True
    longer, shorter = (left, right) if len(left) > len(right) else (right, left)
    placed = len(longer) == len(shorter) + 1 and longer[0] in lexicon.places and len(shorter[0]) > 2
    return placed and longer[1:] == shorter and shorter[-1] not in lexicon.bodies


def span_of(parse: Parse, first: int, last: int) -> Span:
    return parse.tokens[first].start, parse.tokens[last - 1].end
