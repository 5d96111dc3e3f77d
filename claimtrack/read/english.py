"""Whether a text is English, by its commonest small words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_ENGLISH = frozenset(
    """a about after all also an and any are as at be because been before being but by can could
    did do does for from had has have he her his how i if in into is it its just like may me more
    most my no not of on one only or other our out over she should so some such than that the
    their them then there these they this those through to under up was we were what when where
    which while who will with would you your""".split()
)
_OTHERS = {
    "German": """der die das den dem des ein eine einen einem einer und oder nicht ist sind war
    wurde wird hat haben mit von zu zum zur auf für im am bei nach aus sich auch als wie dass aber
    noch nur er sie es wir ich""",
    "French": """le la les des du de un une et ou est sont était ont dans pour par sur avec que qui
    ne pas au aux ce cette ces il elle ils nous vous se sa son ses leur plus mais comme été à""",
    "Spanish": """el la los las de del un una y o es son fue era han ha en por para con que no al lo
    se su sus como más pero este esta esto también ya muy sin sobre entre dijo""",
    "Portuguese": """o os as de do da dos das um uma e é são foi era em no na nos nas por para com
    que não ao se seu sua mais mas como também já sem sobre entre disse""",
    "Italian": """il lo gli le di del della dei delle un una e è sono era ha hanno in nel nella per
    con che non al alla si suo sua più ma come anche da dal dalla questo questa""",
    "Dutch": """de het een van en of is zijn was werd wordt heeft hebben met voor op aan in bij naar
    uit zich ook als dat die niet maar nog om te er hij zij wij""",
    "Swedish or another Scandinavian language": """och att det som en ett är på av för med den till
    inte har var om från de men sig han hon vi og at ikke er et av til fra men""",
    "Polish": """i w na z do że się nie jest to o od po za jak ale przez przy dla oraz był była są
    który która""",
    "Turkish": "ve bir bu için ile olarak da de ne çok daha olan gibi sonra kadar ise",
    "Indonesian or Malay": """yang dan di ke dari untuk dengan pada ini itu tidak adalah dalam akan
    oleh juga telah""",
}
_OTHER_WORDS = {name: frozenset(words.split()) - {"in"} for name, words in _OTHERS.items()}

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 6_000
"""Characters looked at: enough to tell, whatever the length of the article."""

_SURE = 0.25
"""Of so many small English words among its words, a text is English without another look."""

SHORT = 8
"""Texts of fewer words are taken for English as long as their letters are Latin."""


def other_language(text: str) -> str | None:
    """What to call the language of a text that is not English; None for English.

    Never guesses from little: a short text has to speak for another language.
    """
    words: list[str] = _WORD.findall(text[:_SAMPLE])
    if not words:
        return None
    if _foreign_letters("".join(words)) > 0.5:
        return "text in another script"
    if len(words) < SHORT:
        return None
    return _by_small_words(words)


def _by_small_words(words: list[str]) -> str | None:
    english = _count(Counter(map(str.lower, words)), _ENGLISH)
    if english >= _SURE * len(words):
        return None
    # Names are no evidence for another language: Kim Jong Un, Al Shabab, Los Angeles.
    plain = Counter(word.lower() for word in words if word.islower() or word.isupper())
    counts = {name: _count(plain, known) for name, known in _OTHER_WORDS.items()}
    name = max(counts, key=counts.__getitem__)
    if counts[name] >= max(3, 0.1 * len(words)) and counts[name] > english:
        return name
    enough = 0.1 if len(words) >= 30 else 0.02 if len(words) >= 20 else 0.0
    return "text in another language" if english < enough * len(words) else None


def _count(words: Counter[str], known: frozenset[str]) -> int:
    return sum(words[word] for word in words.keys() & known)


def _foreign_letters(letters: str) -> float:
    if letters.isascii():
        return 0.0
    foreign = sum(char > "\u024f" and not _latin(char) for char in letters)
    return foreign / len(letters)


def _latin(char: str) -> bool:
    return unicodedata.name(char, "").startswith("LATIN")
