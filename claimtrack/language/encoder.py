"""The contextual layer of the embedded model: a transformer of word pieces, in NumPy.

Four layers of MiniLM (Wang et al. 2020) as `training.transformer` trains and packs them. Matrices are
kept in eight bits with one scale a row (Jacob et al. 2018) and spread out once, on loading. Only
prediction is here; a model with this layer cannot be trained further.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from io import BytesIO
from typing import Any, NamedTuple, cast

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import Model
from thinc.shims import Shim

Array = NDArray[np.float32]
WIDTH, HEADS = 384, 12
LONGEST_WORD = 12
"""Pieces of a word that are read; the rest of it tells nothing more."""
WINDOW = 250
"""Pieces read at once. A longer paragraph is cut where a sentence seems to end."""
_TOGETHER = 2048
_KNOWN_WORDS = 50_000
_CLOSES = re.compile(r"[.!?][\"'”’)]*$")
_FAR = np.float32(-1e4)
_TINY = np.float32(1e-12)


class Text(NamedTuple):
    """A window as numbers: its pieces, the case of each, and where each word begins."""

    pieces: tuple[int, ...]
    cases: tuple[int, ...]
    firsts: tuple[int, ...]


class Lexicon:
    """Words as numbers of known pieces: the longest known prefix, again and again."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(pieces)}
        self.first = self._numbers["[CLS]"]
        self._unknown = (self._numbers["[UNK]"],)
        self.read = lru_cache(_KNOWN_WORDS)(self._read)

    def __len__(self) -> int:
        return len(self._numbers)

    def _read(self, word: str) -> tuple[tuple[int, ...], int]:
        """The pieces of the word without accents and capitals, and its case."""
        plain = "".join(
            mark
            for mark in unicodedata.normalize("NFD", word.lower())
            if unicodedata.category(mark) != "Mn"
        )
        return (self._pieces(plain) or self._unknown)[:LONGEST_WORD], case_of(word)

    def _pieces(self, plain: str) -> tuple[int, ...]:
        found: list[int] = []
        start = 0
        while start < len(plain) and len(found) < LONGEST_WORD:
            prefix = "##" if start else ""
            ends = range(min(len(plain), start + 30), start, -1)
            end = next((end for end in ends if prefix + plain[start:end] in self._numbers), None)
            if end is None:
                return self._unknown
            found.append(self._numbers[prefix + plain[start:end]])
            start = end
        return tuple(found)


def case_of(word: str) -> int:
    """1 all small, 2 all capitals, 3 a capital first, 4 none of these: the pieces know no case."""
    if word.islower():
        return 1
    if word.isupper():
        return 2
    return 3 if word[:1].isupper() else 4


def windows(words: Sequence[str], lexicon: Lexicon) -> Iterator[Text]:
    """The words in windows of at most `WINDOW` pieces, each cut after a word that closes a sentence
    where there is one in its second half.
    """
    read = [lexicon.read(word) for word in words]
    start = 0
    while start < len(words):
        end, size = start, 1
        while end < len(words) and size + len(read[end][0]) <= WINDOW:
            size += len(read[end][0])
            end += 1
        if end < len(words):
            closing = (
                n for n in range(end, (start + end) // 2, -1) if _CLOSES.search(words[n - 1])
            )
            end = next(closing, end)
        yield _text(read[start:end], lexicon)
        start = end


def _text(words: Iterable[tuple[tuple[int, ...], int]], lexicon: Lexicon) -> Text:
    pieces, cases, firsts = [lexicon.first], [0], []
    for parts, case in words:
        firsts.append(len(pieces))
        pieces.extend(parts)
        cases.extend([case] * len(parts))
    return Text(tuple(pieces), tuple(cases), tuple(firsts))


class Transformer:
    """Word vectors in context, from the arrays that `unpack` gives."""

    def __init__(self, weights: Mapping[str, NDArray[Any]]) -> None:
        self._weights = weights
        self._depth = 1 + max(int(name.split(".")[0]) for name in weights if name[0].isdigit())

    def __call__(self, texts: Sequence[Text]) -> list[Array]:
        """One array a text, a row of 384 a word: the vector of its first piece."""
        found: dict[int, Array] = {}
        for part in _batches(texts):
            vectors = self._read([texts[index] for index in part])
            for index, rows in zip(part, vectors, strict=True):
                found[index] = np.ascontiguousarray(rows[list(texts[index].firsts)])
        return [found[index] for index in range(len(texts))]

    def pieces(self, numbers: Sequence[int] | NDArray[Any]) -> Array:
        """The vectors of pieces by their numbers, without position, case or context."""
        at = np.asarray(numbers)
        found: Array = self._weights["pieces"][at] * self._weights["pieces.scale"][at]
        return found

    def _read(self, texts: Sequence[Text]) -> Array:
        """Vectors (text, piece, 384) after the last layer."""
        longest = max(len(text.pieces) for text in texts)
        pieces, cases = (
            np.array([row + (0,) * (longest - len(row)) for row in rows])
            for rows in zip(*((text.pieces, text.cases) for text in texts), strict=True)
        )
        lengths = np.array([len(text.pieces) for text in texts])
        absent = (np.arange(longest) >= lengths[:, None]) * _FAR
        weights = self._weights
        x = self.pieces(pieces)
        x += weights["positions"][:longest] + weights["cases"][cases]
        x = self._normal(x, "normal")
        for layer in range(self._depth):
            x = self._layer(x, str(layer), absent[:, None, None, :])
        return x

    def _layer(self, x: Array, name: str, absent: Array) -> Array:
        """Attention over the pieces of a text, then a network over each (Vaswani et al. 2017)."""
        parts = self._linear(x, f"{name}.attention").reshape(*x.shape[:2], 3, HEADS, -1)
        query, key, value = parts.transpose(2, 0, 3, 1, 4)
        scores = query @ key.swapaxes(-1, -2)
        scores *= np.float32(query.shape[-1] ** -0.5)
        scores += absent
        scores -= scores.max(axis=-1, keepdims=True)
        np.exp(scores, out=scores)
        scores /= scores.sum(axis=-1, keepdims=True)
        mixed = (scores @ value).swapaxes(1, 2).reshape(x.shape)
        x = self._normal(x + self._linear(mixed, f"{name}.mixed"), f"{name}.normal1")
        hidden = self._linear(x, f"{name}.wide")
        hidden /= 1 + np.exp(np.float32(-1.702) * hidden)
        return self._normal(x + self._linear(hidden, f"{name}.narrow"), f"{name}.normal2")

    def _linear(self, x: Array, name: str) -> Array:
        flat: Array = x.reshape(-1, x.shape[-1]) @ self._weights[f"{name}.weight"]
        flat += self._weights[f"{name}.bias"]
        shaped: Array = flat.reshape(*x.shape[:-1], -1)
        return shaped

    def _normal(self, x: Array, name: str) -> Array:
        x = x - x.mean(axis=-1, keepdims=True)
        x /= np.sqrt(np.einsum("...i,...i->...", x, x)[..., None] / x.shape[-1] + 1e-12)
        scaled: Array = x * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"]
        return scaled


def _batches(texts: Sequence[Text]) -> Iterator[list[int]]:
    """Indices of texts of like length, at most about `_TOGETHER` pieces with their padding."""
    part: list[int] = []
    for index in sorted(range(len(texts)), key=lambda index: len(texts[index].pieces)):
        if part and (len(part) + 1) * len(texts[index].pieces) > _TOGETHER:
            yield part
            part = []
        part.append(index)
    if part:
        yield part


class Encoder(Shim):
    """The lexicon and the transformer as part of a thinc model, which stores and loads them."""

    _model: tuple[Lexicon, Transformer]

    def __init__(self) -> None:
        super().__init__(None)
        self._packed = b""

    def vectors(self, docs: Sequence[Doc]) -> list[Array]:
        """One array a document, a row of 384 a word."""
        lexicon, transformer = self._model
        texts = [list(windows([token.text for token in doc], lexicon)) for doc in docs]
        rows = iter(transformer([text for parts in texts for text in parts]))
        nothing = np.zeros((0, WIDTH), dtype=np.float32)
        return [np.concatenate([nothing, *(next(rows) for _ in parts)]) for parts in texts]

    def pieces(self) -> Array:
        """The vectors of some two thousand pieces as they are read, before any context: a row of 384 each."""
        lexicon, transformer = self._model
        return transformer.pieces(range(0, len(lexicon), len(lexicon) // 2000 + 1))

    def word(self, word: str) -> Array:
        """The mean of the vectors of a word's pieces."""
        lexicon, transformer = self._model
        mean: Array = transformer.pieces(lexicon.read(word)[0]).mean(axis=0)
        return mean

    def to_bytes(self) -> bytes:
        return self._packed

    def from_bytes(self, data: bytes) -> Encoder:
        self._packed = data
        with np.load(BytesIO(data), allow_pickle=False) as stored:
            pieces, weights = unpack(stored)
        self._model = Lexicon(pieces), Transformer(weights)
        return self


def pack(pieces: Sequence[str], weights: Mapping[str, Array]) -> bytes:
    """The bytes that `Encoder` loads. A matrix goes from output to input, one scale a row of it."""
    stored: dict[str, NDArray[Any]] = {
        "lexicon": np.frombuffer("\n".join(pieces).encode(), np.uint8)
    }
    for name, array in weights.items():
        if name == "pieces" or (name.endswith(".weight") and array.ndim == 2):
            scale = np.maximum(np.abs(array).max(axis=1, keepdims=True) / 127, _TINY)
            stored[name] = np.round(array / scale).astype(np.int8)
            stored[f"{name}.scale"] = scale.astype(np.float32)
        else:
            stored[name] = array.astype(np.float32)
    stream = BytesIO()
    np.savez(stream, **stored)  # type: ignore[arg-type]
    return stream.getvalue()


def unpack(stored: Mapping[str, NDArray[Any]]) -> tuple[list[str], dict[str, NDArray[Any]]]:
    """Pieces in their order, and the arrays in which `Transformer` looks things up."""
    weights: dict[str, NDArray[Any]] = {}
    for name in stored:
        if name == "lexicon" or name.endswith(".scale"):
            continue
        array = stored[name]
        if name != "pieces" and array.dtype == np.int8:
            array = np.ascontiguousarray((array * stored[f"{name}.scale"]).T)
        weights[name] = array
    weights["pieces.scale"] = stored["pieces.scale"]
    return stored["lexicon"].tobytes().decode().split("\n"), weights


@registry.architectures("claimtrack.MiniLM.v1")  # type: ignore[untyped-decorator]
def minilm() -> Model[list[Doc], list[Array]]:
    """The tok2vec of the embedded model; its weights come when the model is loaded."""

    def forward(
        model: Model[list[Doc], list[Array]], docs: list[Doc], is_train: bool
    ) -> tuple[list[Array], Callable[[Any], list[Doc]]]:
        if is_train:
            raise NotImplementedError(
                "claimtrack.MiniLM.v1 predicts only; see training/transformer.py"
            )
        return cast(Encoder, model.shims[0]).vectors(docs), lambda _: []

    return Model("minilm", forward, dims={"nO": WIDTH}, shims=[Encoder()])
