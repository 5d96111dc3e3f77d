"""Word documents with what python-docx does not write: notes and tracked changes."""

from __future__ import annotations

from typing import Any

URI = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{URI}}}"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def changed(paragraph: Any, change: str, words: str) -> None:
    """A tracked change of this kind at the paragraph's end."""
    run = paragraph.add_run(words)._element
    holder = run.makeelement(f"{W}{change}", {f"{W}id": "9", f"{W}author": "A"})
    run.addprevious(holder)
    holder.append(run)
    if change == "del":
        run.find(f"{W}t").tag = f"{W}delText"


def referring(run: Any, kind: str, id: int) -> None:
    """A mark at the end of a run's words that refers to the note."""
    run._element.append(run._element.makeelement(f"{W}{kind}Reference", {f"{W}id": str(id)}))


def noted(document: Any, kind: str, notes: dict[int, str]) -> None:
    """The part with notes of this kind, by id, behind the line that separates them."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    written = "".join(
        f'<w:{kind} w:id="{id}"><w:p><w:r><w:{kind}Ref/></w:r><w:r><w:t>{words}</w:t></w:r></w:p>'
        f"</w:{kind}>"
        for id, words in notes.items()
    )
    xml = (
        f'<w:{kind}s xmlns:w="{URI}"><w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:t>____'
        f"</w:t></w:r></w:p></w:{kind}>{written}</w:{kind}s>"
    )
    name, content = PackURI(f"/word/{kind}s.xml"), f"{_CONTENT}.{kind}s+xml"
    part = Part(name, content, xml.encode(), document.part.package)
    document.part.relate_to(part, f"{_RELATIONS}/{kind}s")
