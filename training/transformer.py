"""The contextual tok2vec while it is trained: MiniLM in PyTorch as a layer of spaCy's pipeline.

`pack` writes what was trained in the form that `claimtrack.language.encoder` reads at run time.
Registers `training.MiniLM.v1` for `spacy train`.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import numpy as np
import torch
from spacy import registry
from spacy.tokens import Doc
from thinc.api import Model
from thinc.shims import Shim
from torch import nn

from claimtrack.language.encoder import HEADS, WIDTH, WINDOW, pack
from training.encoder import Encoder, weights_folder

CASES = 5
_RATE = 2e-4
_WARMUP = 0.06
_WINDOW = 500
_TOGETHER = 8
_MARKS = frozenset("“”‘’–—…€£«»°½·×")


class QuickGelu(nn.Module):
    """x·σ(1.702x), Hendrycks and Gimpel's own approximation: one exponential instead of an error function."""

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x * torch.sigmoid(1.702 * x)


class MiniLM(nn.Module):
    """One vector a word: that of its first piece after the last layer."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        self.published = Encoder(weights_folder())
        tensors = {
            name: torch.tensor(array.copy()) for name, array in self.published.weights.items()
        }
        self.pieces = nn.Embedding.from_pretrained(
            tensors["embeddings.word_embeddings.weight"], freeze=True
        )
        self.positions = nn.Parameter(
            tensors["embeddings.position_embeddings.weight"]
            + tensors["embeddings.token_type_embeddings.weight"][0]
        )
        self.cases = nn.Embedding(CASES, WIDTH)
        nn.init.zeros_(self.cases.weight)
        self.normal = nn.LayerNorm(WIDTH, eps=1e-12)
        _load(self.normal, tensors, "embeddings.LayerNorm")
        self.layers = nn.ModuleList(
            _layer(tensors, f"encoder.layer.{number}") for number in range(layers)
        )
        self.dropout = nn.Dropout(0.1)

    def forward(self, texts: list[list[str]]) -> list[torch.Tensor]:
        """Texts of like length go together, so that little is padded."""
        rows = [self._row(words) for words in texts]
        ranked = sorted(range(len(rows)), key=lambda index: len(rows[index][0]))
        found: list[torch.Tensor] = [torch.empty(0)] * len(rows)
        for start in range(0, len(ranked), _TOGETHER):
            part = ranked[start : start + _TOGETHER]
            for index, vectors in zip(part, self._vectors([rows[i] for i in part]), strict=True):
                found[index] = vectors[: len(texts[index])]
        return found

    def _vectors(self, rows: list[tuple[list[int], list[int], list[int]]]) -> torch.Tensor:
        pieces, cases, firsts = (
            nn.utils.rnn.pad_sequence([torch.tensor(row[part]) for row in rows], batch_first=True)
            for part in range(3)
        )
        x = self.pieces(pieces) + self.positions[: pieces.shape[1]] + self.cases(cases)
        x = self.dropout(self.normal(x))
        for layer in self.layers:
            x = layer(x, src_key_padding_mask=pieces == 0)
        return x.gather(1, firsts.unsqueeze(-1).expand(-1, -1, WIDTH))

    def _row(self, words: list[str]) -> tuple[list[int], list[int], list[int]]:
        """Pieces, their case, and where each word's first piece is."""
        lexicon = self.published.lexicon
        pieces, cases, firsts = [lexicon.first], [0], []
        for word in words:
            parts, case = lexicon.read(word)
            firsts.append(min(len(pieces), _WINDOW - 1))
            pieces.extend(parts)
            cases.extend([case] * len(parts))
        return pieces[:_WINDOW], cases[:_WINDOW], firsts


def _layer(tensors: dict[str, torch.Tensor], name: str) -> nn.TransformerEncoderLayer:
    layer = nn.TransformerEncoderLayer(
        WIDTH,
        HEADS,
        4 * WIDTH,
        dropout=0.1,
        activation=QuickGelu(),
        layer_norm_eps=1e-12,
        batch_first=True,
    )
    for kind in ("weight", "bias"):
        parts = [
            tensors[f"{name}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")
        ]
        getattr(layer.self_attn, f"in_proj_{kind}").data.copy_(torch.cat(parts))
    _load(layer.self_attn.out_proj, tensors, f"{name}.attention.output.dense")
    _load(layer.norm1, tensors, f"{name}.attention.output.LayerNorm")
    _load(layer.linear1, tensors, f"{name}.intermediate.dense")
    _load(layer.linear2, tensors, f"{name}.output.dense")
    _load(layer.norm2, tensors, f"{name}.output.LayerNorm")
    return layer


def _load(module: nn.Module, tensors: dict[str, torch.Tensor], name: str) -> None:
    module.weight.data.copy_(tensors[f"{name}.weight"])
    module.bias.data.copy_(tensors[f"{name}.bias"])


class MiniLMShim(Shim):
    """Keeps the module and its own optimizer: a transformer wants another rate than what stands on it."""

    def __init__(self, module: MiniLM, steps: int) -> None:
        super().__init__(module)
        trained = [p for p in module.parameters() if p.requires_grad]
        self.optimizer = torch.optim.AdamW(trained, lr=_RATE, weight_decay=0.01)
        warm = _WARMUP * steps
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            self.optimizer,
            lambda step: min((step + 1) / warm, max(0.0, (steps - step) / (steps - warm))),
        )

    @property
    def module(self) -> MiniLM:
        """What is trained."""
        return self._model

    def __call__(self, docs: list[Doc], is_train: bool) -> tuple[list[Any], Callable[[Any], list]]:
        self._model.train(is_train)
        with torch.set_grad_enabled(is_train):
            rows = self._model([[token.text for token in doc] for doc in docs])

        def backprop(gradients: list[Any]) -> list:
            torch.autograd.backward(rows, [torch.from_numpy(np.asarray(g)) for g in gradients])
            return []

        return [row.detach().numpy() for row in rows], backprop

    def finish_update(self, optimizer: Any) -> None:  # noqa: ARG002
        nn.utils.clip_grad_norm_(self._model.parameters(), 1.0)
        self.optimizer.step()
        self.schedule.step()
        self.optimizer.zero_grad()

    def to_bytes(self) -> bytes:
        stream = BytesIO()
        torch.save(self._model.state_dict(), stream)
        return stream.getvalue()

    def from_bytes(self, data: bytes) -> MiniLMShim:
        self._model.load_state_dict(torch.load(BytesIO(data), weights_only=True))
        return self


def packed(module: MiniLM) -> bytes:
    """What was trained, as `claimtrack.language.encoder` reads it: pieces of letters that English
    does not write are left out.
    """
    kept = [
        (number, piece)
        for piece, number in module.published.numbers.items()
        if (piece.isascii() and piece and not piece.startswith("[unused")) or piece in _MARKS
    ]
    weights = {
        "pieces": module.pieces.weight[[number for number, _ in kept]],
        "positions": module.positions[:WINDOW],
        "cases": module.cases.weight,
        **_named("normal", module.normal),
    }
    for number, layer in enumerate(module.layers):
        attention = layer.self_attn
        weights[f"{number}.attention.weight"] = attention.in_proj_weight
        weights[f"{number}.attention.bias"] = attention.in_proj_bias
        weights |= _named(f"{number}.mixed", attention.out_proj)
        weights |= _named(f"{number}.normal1", layer.norm1) | _named(
            f"{number}.normal2", layer.norm2
        )
        weights |= _named(f"{number}.wide", layer.linear1) | _named(
            f"{number}.narrow", layer.linear2
        )
    arrays = {name: tensor.detach().numpy() for name, tensor in weights.items()}
    return pack([piece for _, piece in kept], arrays)


def _named(name: str, module: nn.Module) -> dict[str, torch.Tensor]:
    return {f"{name}.weight": module.weight, f"{name}.bias": module.bias}


@registry.architectures("training.MiniLM.v1")
def minilm(layers: int, steps: int) -> Model[list[Doc], list[Any]]:
    """The trainable tok2vec, whose rate falls to nothing over `steps` updates."""

    def forward(model: Model, docs: list[Doc], is_train: bool) -> Any:
        return model.shims[0](docs, is_train)

    return Model("minilm", forward, dims={"nO": WIDTH}, shims=[MiniLMShim(MiniLM(layers), steps)])
