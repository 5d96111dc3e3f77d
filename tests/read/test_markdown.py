"""Markdown: headings and marks are no paragraphs, and offsets lead into the file."""

from __future__ import annotations

from claimtrack.read.markdown import lay_out_markdown

TEXT = """\
---
title: Toll doubles
---
# Toll doubles #

*By Jane Roe*

PORT ELLIS: The board met.
It doubled the toll.

Next steps
----------

> We will _not_ pay, the
> Hauliers said.

- the gate is shut
- nobody is paid

![the gate](gate.png)

***

```
The gate = shut.
```

<!-- The board said no more. -->
Nobody knows why
"""


def test_blocks() -> None:
    blocks, datelines = lay_out_markdown(TEXT)
    assert [(block.kind, TEXT[block.start : block.end]) for block in blocks] == [
        ("headline", "Toll doubles"),
        ("byline", "By Jane Roe"),
        ("paragraph", "PORT ELLIS: The board met."),
        ("paragraph", "It doubled the toll."),
        ("headline", "Next steps"),
        ("paragraph", "We will _not_ pay, the"),
        ("paragraph", "Hauliers said."),
        ("paragraph", "the gate is shut"),
        ("paragraph", "nobody is paid"),
        ("caption", "![the gate](gate.png)"),
        ("paragraph", "Nobody knows why"),
    ]
    assert [TEXT[start:end] for start, end in datelines] == ["PORT ELLIS"]


def test_a_dateline_before_marks() -> None:
    text = "PORT ELLIS: **Mira Haddad** said no."
    assert lay_out_markdown(text)[1] == ((0, 10),)
