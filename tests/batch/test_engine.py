"""The engine and the language model's memory."""

from __future__ import annotations

from claimtrack.batch import engine
from tests.batch.fakes import Fake


class Zone:
    """Notes who comes and goes."""

    def __init__(self, log: list[str]) -> None:
        self.log = log

    def __enter__(self) -> None:
        self.log.append("in")

    def __exit__(self, *_: object) -> None:
        self.log.append("out")


class Lemmatizer:
    def __init__(self, entries: int) -> None:
        self.cache = dict.fromkeys(range(entries), "")


class Nlp:
    def __init__(self) -> None:
        self.log: list[str] = []
        self.small, self.large = Lemmatizer(3), Lemmatizer(engine._CACHED + 1)
        self.pipeline = [("small", self.small), ("large", self.large), ("function", len)]

    def memory_zone(self) -> Zone:
        return Zone(self.log)


class Language:
    def __init__(self) -> None:
        self.nlp = Nlp()


def test_the_model_forgets_what_it_met() -> None:
    fake = Fake()
    language = Language()
    fake.language = language  # type: ignore[attr-defined]
    with engine._zone(fake):
        assert language.nlp.log == ["in"]
    assert language.nlp.log == ["in", "out"]
    assert (len(language.nlp.small.cache), len(language.nlp.large.cache)) == (3, 0)
