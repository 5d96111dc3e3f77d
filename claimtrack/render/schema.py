"""The JSON Schema of a report, made from the records, for ``docs/report.schema.json``."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from claimtrack.records import (
    POSITIONS,
    SCHEMA,
    Attribution,
    Block,
    ContestReason,
    Dispute,
    Position,
    Reply,
    Sentence,
    Source,
    SourceRef,
    Span,
    Tool,
)

Schema = dict[str, Any]
_LIMITS: Mapping[str, Schema] = {
    "stance": {"enum": list(POSITIONS)},
    "confidence": {"type": "number", "minimum": 0, "maximum": 1},
    "sentence": {"type": "integer", "minimum": 0},
    "index": {"type": "integer", "minimum": 0},
    "start": {"type": "integer", "minimum": 0},
    "end": {"type": "integer", "minimum": 0},
}
"""What the type of a field does not say."""
_DERIVED: Mapping[type, Mapping[str, Schema]] = {
    Attribution: {"position": {"enum": list(get_args(Position))}},
    Sentence: {"contested": {"type": "boolean"}},
}
"""Fields of the JSON that are properties of the records."""
_LEFT_OUT: Mapping[type, tuple[str, ...]] = {Tool: ("weights",)}
"""Fields of the records that only the ledger keeps."""
_RECORDS = (Sentence, ContestReason, Attribution, SourceRef, Source, Dispute, Reply, Tool, Block)


def schema() -> Schema:
    """The schema of one object: a report, or the failure that stands in its place.

    Keys may be added to reports, so unknown ones are allowed.
    """
    definitions = {record.__name__: _record(record) for record in _RECORDS}
    integer = {"type": "integer", "minimum": 0}
    span = {"type": "array", "prefixItems": [integer, integer], "items": False, "minItems": 2}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": SCHEMA,
        "description": "What claimtrack finds in one article. Offsets are Unicode code points"
        " into text, end-exclusive.",
        "oneOf": [{"$ref": "#/$defs/Report"}, {"$ref": "#/$defs/Failure"}],
        "$defs": {"Report": _report(), "Failure": _failure(), "Span": span, **definitions},
    }


def _object(properties: Schema, optional: frozenset[str] = frozenset()) -> Schema:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required}


def _record(record: type) -> Schema:
    hints = get_type_hints(record)
    fields = [f.name for f in dataclasses.fields(record) if f.name not in _LEFT_OUT.get(record, ())]
    properties = {name: _LIMITS.get(name) or _type(hints[name]) for name in fields}
    return _object(properties | dict(_DERIVED.get(record, {})))


def _type(hint: Any) -> Schema:
    plain: Mapping[Any, Schema] = {
        str: {"type": "string"},
        int: {"type": "integer"},
        float: {"type": "number"},
        bool: {"type": "boolean"},
        type(None): {"type": "null"},
        Span: {"$ref": "#/$defs/Span"},
    }
    if hint in plain:
        return plain[hint]
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return {"$ref": f"#/$defs/{hint.__name__}"}
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Literal:
        return {"enum": list(inner)}
    if origin is tuple:
        return {"type": "array", "items": _type(inner[0])}
    if origin in (Union, types.UnionType):
        return {"anyOf": [_type(each) for each in inner]}
    raise TypeError(f"no JSON type for {hint!r}")


def _report() -> Schema:
    text: Schema = {"type": "string"}
    maybe: Schema = {"anyOf": [text, {"type": "null"}]}
    spans: Schema = {"type": "array", "items": {"$ref": "#/$defs/Span"}}
    meta = {"title": maybe, "date": maybe, "url": maybe, "dateline": spans}
    lists = {
        "sentences": Sentence,
        "attributions": Attribution,
        "sources": Source,
        "disputes": Dispute,
        "replies": Reply,
    }
    properties: Schema = {
        "schema": {"const": SCHEMA},
        "id": text,
        "path": text,
        "sha256": text,
        "tool": {"$ref": "#/$defs/Tool"},
        "meta": _object(meta | {"layout": _list(Block)}, frozenset({"layout"})),
        "text": text,
        **{name: _list(record) for name, record in lists.items()},
        "scare_quotes": spans,
        "extra": {"type": "object"},
    }
    return _object(properties, frozenset({"extra"}))


def _list(record: type) -> Schema:
    return {"type": "array", "items": {"$ref": f"#/$defs/{record.__name__}"}}


def _failure() -> Schema:
    text: Schema = {"type": "string"}
    error = {
        "code": {"type": "string", "pattern": r"^[A-Z]{2}\d{3}$"},
        "message": text,
        "line": {"type": "integer", "minimum": 1},
    }
    properties: Schema = {"schema": {"const": SCHEMA}, "id": text, "path": text}
    return _object(properties | {"error": _object(error, frozenset({"line"}))})
