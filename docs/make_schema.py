"""Writes ``report.schema.json`` beside this file from the records: ``python docs/make_schema.py``."""

from __future__ import annotations

import json
from pathlib import Path

from claimtrack.render.schema import schema

if __name__ == "__main__":
    target = Path(__file__).with_name("report.schema.json")
    target.write_text(json.dumps(schema(), indent=2) + "\n", encoding="utf-8")
