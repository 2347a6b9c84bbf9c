"""Word documents made for tests, part by part: what a test says is all that is in them."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

__all__ = ["docx", "level", "numbering", "p", "r", "styles", "table"]

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{{name}} xmlns:w="{W}">{{inner}}</w:{{name}}>'


def r(text: str, properties: str = "") -> str:
    """A run of words; `properties` is the inside of its w:rPr."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(
    text: str = "", *runs: str, style: str = "", num: str = "", depth: int = 0, properties: str = "", mark: str = ""
) -> str:
    """A paragraph: `text`, then runs; in the list `num` at `depth`; `mark` is the inside of its mark's rPr."""
    inner = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner += f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{num}"/></w:numPr>' if num else ""
    inner += properties + (f"<w:rPr>{mark}</w:rPr>" if mark else "")
    return f"<w:p><w:pPr>{inner}</w:pPr>{r(text) if text else ''}{''.join(runs)}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A table; each cell is the XML of its paragraphs."""
    out = "".join(f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in row)}</w:tr>" for row in rows)
    return f"<w:tbl>{out}</w:tbl>"


def level(depth: int, pattern: str, kind: str = "decimal", start: int = 1, more: str = "") -> str:
    """A level of a list, from 0."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{escape(pattern)}"/></w:lvl>'
    )


def numbering(abstracts: dict[str, tuple[str, ...]], nums: dict[str, tuple[str, str]]) -> str:
    """Abstract lists by id with their levels; lists by id with the abstract one and their overrides."""
    inner = "".join(
        f'<w:abstractNum w:abstractNumId="{name}">{"".join(levels)}</w:abstractNum>'
        for name, levels in abstracts.items()
    )
    inner += "".join(
        f'<w:num w:numId="{name}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'
        for name, (abstract, overrides) in nums.items()
    )
    return inner


def styles(**inner: str) -> str:
    """Paragraph styles: Title, Heading1 to Heading9, and more by id with the inside of each."""
    out = '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
    for n in range(1, 10):
        out += (
            f'<w:style w:type="paragraph" w:styleId="Heading{n}"><w:name w:val="heading {n}"/>'
            f'<w:pPr><w:outlineLvl w:val="{n - 1}"/></w:pPr></w:style>'
        )
    return out + "".join(f'<w:style w:type="paragraph" w:styleId="{k}">{v}</w:style>' for k, v in inner.items())


def docx(
    *body: str,
    numbering: str = "",
    styles: str = "",
    footnotes: str = "",
    core: str = "",
    header: str = "",
    more: dict[str, bytes] | None = None,
) -> bytes:
    """A .docx file. `footnotes` are w:footnote elements, `core` the inside of the core properties."""
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" '
        'ContentType="application/xml"/><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override '
        'PartName="/word/document.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
        + "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.'
            f'wordprocessingml.{name}+xml"/>'
            for name in ("styles", "numbering", "footnotes", "header")
        )
        + "</Types>",
        "_rels/.rels": _relationships({"officeDocument": "word/document.xml", "core-properties": "docProps/core.xml"}),
        "word/_rels/document.xml.rels": _relationships(
            {k: f"{k}.xml" for k in ("styles", "numbering", "footnotes", "header")}
        ),
        "word/document.xml": _HEAD.format(name="document", inner=f"<w:body>{''.join(body)}</w:body>"),
        "word/styles.xml": _HEAD.format(name="styles", inner=styles),
        "word/numbering.xml": _HEAD.format(name="numbering", inner=numbering),
        "word/footnotes.xml": _HEAD.format(name="footnotes", inner=footnotes),
        "word/header.xml": _HEAD.format(name="hdr", inner=header),
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        f"{core}</cp:coreProperties>",
    }
    return zipped({**{k: v.encode() for k, v in parts.items()}, **(more or {})})


def zipped(parts: dict[str, bytes], stored: str = "", method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of the parts, packed by this method; the one named `stored` is not compressed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            kind = zipfile.ZIP_STORED if name == stored else method
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), data, kind)
    return buffer.getvalue()


def _relationships(targets: dict[str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="r{i}" Type="{_PACKAGE if kind == "core-properties" else _OFFICE}/'
        f'{"relationships/metadata/" if kind == "core-properties" else ""}{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'
