"""A new Word document with the text of an article: a paragraph a line, headline and byline in styles."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from claimtrack.records import Article
from claimtrack.render.docxpackage import Package
from claimtrack.render.htmlmarks import shown_plain

_STYLES: Mapping[str, str] = {"headline": "Title", "byline": "Subtitle", "caption": "Caption"}
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = f'<Relationship Id="rId1" Type="{_OFFICE}/{{}}" Target="{{}}"/>'
_RELATIONS = f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{_RELATION}</Relationships>'


def _style(id: str, name: str, looks: str, after: int = 120, kind: str = "paragraph") -> str:
    default = ' w:default="1"' if id == "Normal" else ""
    spacing = f'<w:pPr><w:spacing w:after="{after}"/></w:pPr>' if kind == "paragraph" else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{id}"{default}><w:name w:val="{name}"/>'
        f"{spacing}<w:rPr>{looks}</w:rPr></w:style>"
    )


_PARTS: Mapping[str, str] = {
    "[Content_Types].xml": (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_CONTENT}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{_CONTENT}.styles+xml"/></Types>'
    ),
    "_rels/.rels": _RELATIONS.format("officeDocument", "word/document.xml"),
    "word/_rels/document.xml.rels": _RELATIONS.format("styles", "styles.xml"),
    "word/styles.xml": (
        f'{_HEAD}<w:styles xmlns:w="{_MAIN}">'
        + _style("Normal", "Normal", '<w:sz w:val="22"/>')
        + _style("Title", "Title", '<w:b/><w:sz w:val="40"/>', 240)
        + _style("Subtitle", "Subtitle", '<w:i/><w:sz w:val="22"/>')
        + _style("Caption", "caption", '<w:i/><w:sz w:val="18"/>')
        + _style("CommentReference", "annotation reference", '<w:sz w:val="16"/>', kind="character")
        + "</w:styles>"
    ),
}


def new_package(article: Article) -> Package:
    """The document, to be commented."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, content in {**_PARTS, "word/document.xml": _document(article)}.items():
            info = zipfile.ZipInfo(name)
            file.writestr(info, content)
            info.compress_type = zipfile.ZIP_DEFLATED
    return Package(out.getvalue())


def _document(article: Article) -> str:
    kinds = {block.start: block.kind for block in article.blocks}
    paragraphs: list[str] = []
    at = 0
    for line in article.text.splitlines(keepends=True):
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            paragraphs.append(_paragraph(line.strip(), _STYLES.get(kinds.get(start, ""))))
        at += len(line)
    body = "".join(paragraphs)
    return f'{_HEAD}<w:document xmlns:w="{_MAIN}"><w:body>{body}<w:sectPr/></w:body></w:document>'


def _paragraph(words: str, style: str | None) -> str:
    looks = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    text = escape(shown_plain(words))
    return f'<w:p>{looks}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
