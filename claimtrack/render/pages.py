"""What pages for a browser are made with: templates, style sheets and scripts beside this file."""

from __future__ import annotations

import base64
import hashlib
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from claimtrack.render.htmlmarks import shown, shown_plain
from claimtrack.render.htmlsentences import SIGNS
from claimtrack.render.sections import counted


@cache
def environment() -> Environment:
    """Where templates are got from; they escape whatever they are given."""
    made = Environment(
        loader=PackageLoader("claimtrack.render"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.filters |= {"shown": shown, "plain": shown_plain, "counted": counted}
    made.globals |= {"SIGNS": SIGNS}
    return made


@cache
def resource(name: str) -> str:
    """The text of a file beside the templates."""
    loader = environment().loader
    assert loader is not None
    source, *_ = loader.get_source(environment(), name)
    return source.strip()


def policy_hash(text: str) -> str:
    """As a content security policy names an element with this text."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
