"""Word documents of somebody else, to be used as templates: with styles of their own, and with nearly none."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Pt

from palermo.report.format.pictures.raster import png

__all__ = ["SECRET", "bare", "letter", "ministry", "repacked"]

SECRET = "Not for publication"
_IDS = {"Normal": "a", "heading 1": "1", "heading 2": "2", "header": "a3", "footer": "a5", "Title": "a9"}
_BUILT_IN = ("Normal Table", "No List", "Default Paragraph Font")


def ministry() -> bytes:
    """As a Russian Word writes them: identifiers that are none of Word's English ones, numbered headings, a first line
    that is indented, a logo at the head; and a text with a comment, a link and a picture.
    """
    document = docx.Document()
    _keep(document, _IDS)
    text = document.styles["Normal"]
    text.font.size = Pt(14)
    text.paragraph_format.first_line_indent, text.paragraph_format.alignment = Cm(1.25), WD_ALIGN_PARAGRAPH.JUSTIFY
    _number(document)
    section = document.sections[0]
    section.page_width, section.page_height, section.left_margin = Cm(20), Cm(28), Cm(3)
    section.header.paragraphs[0].add_run().add_picture(_logo("navy"), width=Cm(4))
    section.footer.paragraphs[0].text = "8 Orynbor Street"
    section.header.paragraphs[0].style, section.footer.paragraphs[0].style = (
        document.styles[s] for s in ("Header", "Footer")
    )
    paragraph = document.add_paragraph(SECRET)
    document.add_comment(paragraph.runs, text=f"{SECRET}, says the minister", author=SECRET)
    document.add_picture(_logo("red"), width=Cm(2))
    document.part.relate_to(f"https://example.org/{SECRET}", "http://example.org/relationships/hyperlink", True)
    about = document.part.package.part_related_by(RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    about._blob = about.blob.replace(b"</Properties>", f"<Manager>{SECRET}</Manager></Properties>".encode())
    document.core_properties.title = document.core_properties.keywords = SECRET
    protection = OxmlElement("w:documentProtection")
    protection.set(qn("w:edit"), "readOnly")
    document.settings.element.append(protection)
    return _saved(document)


def bare() -> bytes:
    """Nothing but the style of its text, and no lists."""
    document = docx.Document()
    _keep(document, {"Normal": "Normal"})
    document.styles["Normal"].font.size = Pt(16)
    for key, relation in list(document.part.rels.items()):
        if relation.reltype.endswith("/numbering"):
            del document.part.rels[key]
    return _saved(document)


def letter() -> bytes:
    """A head of its own on the first page and on the even ones, pages with numbers, a second section in two columns."""
    document = docx.Document()
    section = document.sections[0]
    section.different_first_page_header_footer = document.settings.odd_and_even_pages_header_footer = True
    section.first_page_header.paragraphs[0].text = "The Minister"
    section.header.paragraphs[0].text = section.even_page_header.paragraphs[0].text = "continued"
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), " PAGE \\* MERGEFORMAT ")
    section.footer.paragraphs[0]._p.append(field)
    document.add_paragraph(SECRET)
    document.add_section().header.is_linked_to_previous = False
    document.sections[1].header.paragraphs[0].text = SECRET
    return _saved(document)


def repacked(file: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """The package with each part as `change` makes it of its name and bytes; None leaves it out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = change(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
    return out.getvalue()


def _keep(document: Document, identifiers: dict[str, str]) -> None:
    """Leave the styles that are named, with their new identifiers, and what every document has."""
    root = document.styles.element
    for style in root.findall(qn("w:style")):
        name = style.find(qn("w:name")).get(qn("w:val"))
        if name in identifiers:
            style.set(qn("w:styleId"), identifiers[name])
        elif name not in _BUILT_IN:
            root.remove(style)
    for tag in ("w:basedOn", "w:next", "w:link"):
        for other in [*root.iter(qn(tag))]:
            if other.get(qn("w:val")) == "Normal" and tag != "w:link":
                other.set(qn("w:val"), identifiers["Normal"])
            elif tag == "w:link":
                other.getparent().remove(other)


def _number(document: Document) -> None:
    numbering = document.part.numbering_part.element
    pattern = OxmlElement("w:abstractNum")
    pattern.set(qn("w:abstractNumId"), "77")
    for n in (1, 2):
        level = OxmlElement("w:lvl")
        level.set(qn("w:ilvl"), str(n - 1))
        for tag, value in (("w:start", "1"), ("w:numFmt", "decimal"), ("w:lvlText", "%1." if n == 1 else "%1.%2.")):
            part = OxmlElement(tag)
            part.set(qn("w:val"), value)
            level.append(part)
        pattern.append(level)
    numbering.insert(0, pattern)
    number = numbering.add_num(77)
    for n in (1, 2):
        properties = document.styles[f"Heading {n}"].element.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val, properties.get_or_add_numId().val = n - 1, number.numId


def _logo(colour: str) -> io.BytesIO:
    shape = f'<rect width="40" height="20" fill="{colour}"/>'
    return io.BytesIO(png(f'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">{shape}</svg>'))


def _saved(document: Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
