"""A document of somebody else as the template of ours: its styles, page, headers and footers, without its text.

What hung on the text (comments, notes, pictures, links) goes with it, and so does what would stop a reader, run, or ask
for a file elsewhere.
"""

from __future__ import annotations

import io
import posixpath
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.section import CT_SectPr
from lxml import etree

from palermo.corpus.errors import InputError
from palermo.corpus.readers.legacy_office import MAGIC as OLD_OFFICE
from palermo.corpus.readers.shared.zip_package import MAGIC, Package
from palermo.report.format.docx.default_template import own
from palermo.report.format.docx.page_layout import A4
from palermo.report.format.docx.styles import adopt, lacking

__all__ = ["Template", "read_template"]

_EXPECTED = "a Word document, saved as .docx without macros"
_TYPES = "[Content_Types].xml"
_STRICT = "http://purl.oclc.org/ooxml/"  # ISO/IEC 29500 Strict, which python-docx does not know
_AROUND = frozenset({"officeDocument", "custom-properties"})  # not who wrote the text, its title, or how long it was
_LOOKS = frozenset({"styles", "stylesWithEffects", "numbering", "settings", "theme", "fontTable", "customXml"})
_BINDING = (  # settings that hold a reader back, ask for another file, or belong to the text
    "w:writeProtection", "w:documentProtection", "w:revisionView", "w:attachedTemplate", "w:linkStyles", "w:mailMerge",
    "w:footnotePr", "w:endnotePr",
)  # fmt: skip
# What python-docx says of a file in which something is not where the standard has it.
_BROKEN = (KeyError, ValueError, AttributeError, TypeError, IndexError, etree.XMLSyntaxError)


@dataclass(frozen=True, slots=True)
class Template:
    """`lacking` names styles that the file has not, for which others stand in."""

    file: str
    content: bytes
    lacking: tuple[str, ...] = ()

    def opened(self) -> Document:
        """An empty document with the looks of the template and every style that palermo writes in."""
        document = docx.Document(io.BytesIO(self.content))
        _empty(document)
        adopt(document, own())
        return document


def read_template(file: str) -> Template:
    """The template in a file. Raises InputError where there is none, or one that cannot be used."""
    try:
        content = Path(file).read_bytes()
    except OSError as error:
        raise InputError(error.strerror or str(error), file=file, expected=_EXPECTED) from error
    _check(content, file)
    try:
        found = Template(file, content, tuple(lacking(docx.Document(io.BytesIO(content)))))
        found.opened().save(io.BytesIO())
    except _BROKEN as error:
        raise InputError("is a damaged Word document", file=file, expected=_EXPECTED) from error
    return found


def _check(content: bytes, file: str) -> None:
    if not content.startswith(MAGIC):
        old = content.startswith(OLD_OFFICE)  # Word's before 2007, and what a password locks
        raise InputError(
            "is an old or a locked Office document" if old else "is no Word document", file=file, expected=_EXPECTED
        )
    package = Package(content, file)
    kinds = package.read(_TYPES).decode("utf-8", "replace") if _TYPES in package.names else ""
    if "macroEnabled" in kinds or any(posixpath.basename(name) == "vbaProject.bin" for name in package.names):
        raise InputError("has macros", file=file, expected=_EXPECTED)
    if "wordprocessingml.template.main" in kinds:
        raise InputError("is a .dotx, a template of Word's own kind", file=file, expected="the same saved as .docx")
    if CONTENT_TYPE.WML_DOCUMENT_MAIN not in kinds:
        raise InputError("is no Word document", file=file, expected=_EXPECTED)
    for name in sorted(package.names):
        part = package.read(name)
        if name.endswith(".rels") and _STRICT.encode() in part:
            raise InputError("is a Strict Open XML document", file=file, expected="the same saved as Word Document")


def _empty(document: Document) -> None:
    """Leave of the text the page as it lies at the beginning."""
    body = document.element.body
    first = next(body.iter(qn("w:sectPr")), None)
    section = cast(CT_SectPr, OxmlElement("w:sectPr") if first is None else deepcopy(first))
    for child in list(body):
        body.remove(child)
    body.append(section)
    _plain(section)
    _forget(document)


def _plain(section: CT_SectPr) -> None:
    """The section without what is of its place in another text: one column, no kind of break."""
    for tag in ("w:type", "w:cols", "w:formProt", "w:sectPrChange"):
        for old in section.findall(qn(tag)):
            section.remove(old)
    if section.page_width is None or section.page_height is None:
        A4.lay(section)
    if section.left_margin is None or section.right_margin is None:
        A4.margins(section)


def _forget(document: Document) -> None:
    """Drop the parts that nothing asks for any more: of comments, of notes, of other sections, of add-ins."""
    part = document.part
    used = {value for node in document.element.iter() for name, value in node.attrib.items() if _refers(str(name))}
    for key, relation in list(part.rels.items()):
        if _kind(relation.reltype) not in _LOOKS and key not in used:
            del part.rels[key]
    for key, relation in list(part.package.rels.items()):
        if _kind(relation.reltype) not in _AROUND:
            del part.package.rels[key]
    settings = document.settings.element
    for tag in _BINDING:
        for old in settings.findall(qn(tag)):
            settings.remove(old)
    part.part_related_by(RELATIONSHIP_TYPE.SETTINGS).rels.clear()


def _refers(attribute: str) -> bool:
    return attribute.startswith(qn("r:id").removesuffix("id"))


def _kind(relation: str) -> str:
    return relation.rpartition("/")[2]
