"""Tables of the rule lemmatizer: those of spacy-lookups-data, corrected by what the treebanks say
of function words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc

from training.treebank import Sentence

_IDENTITY = ["", ""]
_CORRECTED = frozenset(
    ["AUX", "PRON", "DET", "PART", "ADP", "CCONJ", "SCONJ", "VERB", "NOUN", "ADV"]
)
_ATTESTED = 3
"""How often a form must have a lemma before it may overrule the tables."""


def correct(nlp: Language, sentences: Iterable[Sentence]) -> int:
    """Teach the pipeline's lemmatizer the lemmas that it gets wrong, as exceptions; return how
    many.

    Function words have no rules of their own (*was*, *them*, *an*), so that each becomes an
    exception. Rules later in a list win over earlier ones: the one that changes nothing comes first
    (it only lower-cases what no other rule knows, *Claim* as a headline's verb), and those that
    restore an *e* last (*staged* is from *stage*, not *stag*).
    """
    lemmatizer = _lemmatizer(nlp)
    tables = lemmatizer.lookups
    rules, exceptions = tables.get_table("lemma_rules"), tables.get_table("lemma_exc")
    for pos in map(str.lower, _CORRECTED):
        rules[pos] = [_IDENTITY, *sorted(rules.get(pos, []), key=lambda rule: rule[1] == "e")]
        exceptions.setdefault(pos, {})
    changed = 0
    for (form, pos), (feats, lemma) in _attested(sentences).items():
        if _lemma(nlp, form, pos, feats) != lemma:
            exceptions[pos.lower()][form] = [lemma]
            changed += 1
    lemmatizer.cache.clear()
    return changed


def _attested(sentences: Iterable[Sentence]) -> dict[tuple[str, str], tuple[str, str]]:
    """The usual features and lemma of each lower-case form and part of speech that is frequent
    enough.
    """
    readings: dict[tuple[str, str], Counter[tuple[str, str]]] = defaultdict(Counter)
    for sentence in sentences:
        for word in sentence.words:
            if word.upos in _CORRECTED and word.lemma:
                readings[word.form.lower(), word.upos][word.feats, word.lemma] += 1
    usual = {key: counts.most_common(1)[0] for key, counts in readings.items()}
    return {key: reading for key, (reading, count) in usual.items() if count >= _ATTESTED}


def _lemmatizer(nlp: Language) -> Lemmatizer:
    pipe = nlp.get_pipe("lemmatizer")
    assert isinstance(pipe, Lemmatizer)
    return pipe


def _lemma(nlp: Language, form: str, pos: str, feats: str) -> str:
    doc = Doc(nlp.vocab, words=[form], pos=[pos], morphs=[feats])
    return str(_lemmatizer(nlp).rule_lemmatize(doc[0])[0])
