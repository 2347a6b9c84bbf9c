"""A Word document to be filled: page, styles, language, header, footer, properties; and its bytes, always the same."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from lxml.etree import _Element

from corpus.made import made_on
from corpus.writers.akoma_ntoso.ink import legal
from palermo.report.docx.text import Style, element, paragraph, region, right_to_left, run
from palermo.report.zipped import rezipped

__all__ = ["About", "blank", "fill", "packaged"]

_FONT = "Times New Roman"  # what ministries ask for; others take its metric twin where it is missing
_SMALL = Style(size=8)
_TEXT, _HEADINGS = 12, (15, 14, 13, 12, 12, 12, 12, 12, 12)  # points
_PAGE = (21.0, 29.7)  # A4, cm
_LONGEST = 255  # characters of a property, of which Word shows no more
_WORD = "15"  # the layout of Word 2013 and later, without "compatibility mode"


@dataclass(frozen=True, slots=True)
class About:
    """What a document says of itself beside its body. `lang` is its main language, `footer` the lines at the foot of
    each page (its sources), before the number of the page; `author` who made it.
    """

    title: str
    lang: str
    footer: Sequence[str] = ()
    author: str = "palermo"
    landscape: bool = False


def blank(about: About) -> Document:
    """A document without a body, with `about` in its header, footer and properties. Of no moment but `made_on`."""
    document = docx.Document()
    package = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:  # of the library's own empty page
            del package.rels[key]
    _page(document, about)
    _styles(document, about.lang)
    _settings(document, about.lang)
    _around(document, about)
    _tell(document, about)
    return document


def fill(document: Document, content: Iterable[_Element]) -> None:
    """Append paragraphs and tables to the body, in order."""
    body = document.element.body
    end = body.find(qn("w:sectPr"))
    for part in content:
        end.addprevious(part)


def packaged(document: Document) -> bytes:
    """The document as a file; the same document always gives the same bytes."""
    out = io.BytesIO()
    document.save(out)
    return rezipped(out.getvalue())


def _page(document: Document, about: About) -> None:
    section = document.sections[0]
    width, height = reversed(_PAGE) if about.landscape else _PAGE
    section.page_width, section.page_height = Cm(width), Cm(height)
    section.orientation = WD_ORIENT.LANDSCAPE if about.landscape else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = Cm(1.5 if about.landscape else 2.5)
    section.top_margin = section.bottom_margin = Cm(2)
    section.header_distance = section.footer_distance = Cm(1)


def _styles(document: Document, lang: str) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    spoken = next(defaults.iter(qn("w:lang")))
    spoken.set(qn("w:val"), region(lang))
    if right_to_left(lang):
        spoken.set(qn("w:bidi"), region(lang))
    for name, size in [("Normal", _TEXT), *((f"Heading {n}", size) for n, size in enumerate(_HEADINGS, 1))]:
        style = document.styles[name]
        style.font.name, style.font.size = _FONT, Pt(size)
        fonts = style.element.rPr.find(qn("w:rFonts"))
        for key in list(fonts.attrib):
            if key.endswith(("Theme", "theme")):
                del fonts.attrib[key]
        for slot in ("w:ascii", "w:hAnsi", "w:cs"):
            fonts.set(qn(slot), _FONT)
        spacing = style.paragraph_format
        spacing.space_after, spacing.line_spacing = Pt(6), 1.1
        if name != "Normal":
            spacing.space_before = Pt(12 if size > _TEXT else 8)
            style.font.bold, style.font.italic = True, False
            style.font.color.rgb = RGBColor(0, 0, 0)


def _settings(document: Document, lang: str) -> None:
    settings = document.settings.element
    settings.find(qn("w:themeFontLang")).set(qn("w:val"), region(lang))
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _WORD)
    zoom = settings.find(qn("w:zoom"))
    zoom.attrib.clear()
    zoom.set(qn("w:percent"), "100")


def _around(document: Document, about: About) -> None:
    """The title at the head of each page; the sources and the number of the page at its foot."""
    section = document.sections[0]
    for part, lines in ((section.header, [about.title]), (section.footer, about.footer)):
        part.is_linked_to_previous = False
        holder = part._element
        for old in list(holder):
            holder.remove(old)
        style = "Header" if part is section.header else "Footer"
        holder.extend(paragraph([run(line, about.lang, _SMALL)], about.lang, style=style) for line in lines)
    holder.append(paragraph([*_field("PAGE"), run(" / ", style=_SMALL), *_field("NUMPAGES")], style="Footer"))


def _field(name: str) -> list[_Element]:
    """A number that the word processor fills in."""
    instruction = element("w:instrText")
    instruction.text = name
    parts = [
        element("w:fldChar", fldCharType="begin"),
        instruction,
        element("w:fldChar", fldCharType="separate"),
        None,
        element("w:fldChar", fldCharType="end"),
    ]
    runs = []
    for part in parts:
        made = run("1" if part is None else "", style=_SMALL)
        if part is not None:
            made.append(part)
        runs.append(made)
    return runs


def _tell(document: Document, about: About) -> None:
    properties = document.core_properties
    properties.title = _property(about.title)
    properties.author = properties.last_modified_by = _property(about.author)
    properties.language = region(about.lang)
    properties.comments = "sources"
    described = next(properties._element.iter("{http://purl.org/dc/elements/1.1/}description"))
    described.text = legal("\n".join(about.footer))  # the library takes 255 characters, the format any number
    properties.created = properties.modified = datetime.fromisoformat(made_on())
    properties.revision = 1
    properties.subject = properties.keywords = properties.category = ""


def _property(text: str) -> str:
    words = legal(text)
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
