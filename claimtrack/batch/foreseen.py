"""What the tool will say of itself, without the seconds that loading it takes.

A run in which nothing has changed needs no more; loading shows whether it was right.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import claimtrack
from claimtrack.errors import ClaimtrackError, advise
from claimtrack.language.weights import weights_of
from claimtrack.paths import shipped_rules
from claimtrack.records import Tool
from claimtrack.toml import Document
from claimtrack.version import VERSION

_MODEL = Path(claimtrack.__file__).parent / "language" / "model"
_RULES = (".yaml", ".yml")


def foreseen(model: str | None, *rules: Path | Document) -> Tool | None:
    """The tool with the embedded model; None where only loading can tell."""
    if model is not None:
        return None
    try:
        meta = json.loads((_MODEL / "meta.json").read_text(encoding="utf-8"))
        name = f"{meta['lang']}_{meta['name']} {meta['version']}"
        return Tool(VERSION, name, _hash(shipped_rules(), *rules), weights_of(_MODEL))
    except (OSError, ValueError, KeyError):
        return None


def same(found: Tool, expected: Tool | None) -> Tool:
    """The tool that was found. Raises ClaimtrackError where another was foreseen: a file of it
    has changed since."""
    if expected is not None and found != expected:
        what = f"{found} was loaded where {expected} was foreseen"
        raise ClaimtrackError("CT499", advise("CT499", what))
    return found


def _hash(*layers: Path | Document) -> str:
    """As ``load_rules`` makes it of the files' bytes."""
    digest = hashlib.sha256()
    for layer in layers:
        if isinstance(layer, Document):
            digest.update(layer.bytes())
            continue
        for path in sorted(path for path in layer.rglob("*") if path.suffix in _RULES):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
