"""A Word document to be filled: page, styles, language, header, footer, properties; and its bytes, always the same."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime

from docx.document import Document
from docx.oxml.ns import qn
from docx.section import Section, _BaseHeaderFooter
from docx.shared import Cm
from lxml.etree import _Element

from palermo.corpus.build_date import made_on
from palermo.corpus.text.xml_safe import legal
from palermo.report.format.docx.default_template import own
from palermo.report.format.docx.numbering import counts
from palermo.report.format.docx.page_layout import PageLayout
from palermo.report.format.docx.runs import RunStyle, element, paragraph, region, right_to_left, run
from palermo.report.format.docx.styles import lineage, renamed
from palermo.report.format.docx.template import Template
from palermo.report.format.reproducible_zip import rezipped

__all__ = ["About", "blank", "fill", "packaged"]

_SMALL = RunStyle(size=8)
_NARROW = 1.5  # cm, the margins of a table on a wide page
_BELOW_TITLE = 120  # twentieths of a point
_LONGEST = 255  # characters of a property, of which Word shows no more


@dataclass(frozen=True, slots=True)
class About:
    """Metadata of a document and its footer. `lang` is its main language, `footer` the lines at the foot of
    each page (its sources), before the number of the page; `author` who made it.
    """

    title: str
    lang: str
    footer: Sequence[str] = ()
    author: str = "palermo"
    landscape: bool = False


def blank(about: About, template: Template | None = None) -> Document:
    """A document without a body, with `about` in its header, footer and properties. Of no moment but `made_on`.

    With a template the page, the styles, and what stands in header and footer are the template's.
    """
    document = own() if template is None else template.opened()
    if about.landscape:
        section = document.sections[0]
        PageLayout.of(document).lying(wide=True).lay(section._sectPr)
        if template is None:
            section.left_margin = section.right_margin = Cm(_NARROW)
    _speak(document, about.lang)
    _around(document, about)
    _tell(document, about)
    return document


def fill(document: Document, content: Iterable[_Element], *, counted: bool = True) -> None:
    """Append paragraphs and tables to the body, in order; not `counted` is a text that says its numbers itself."""
    body = document.element.body
    end = body.find(qn("w:sectPr"))
    styles = renamed(document)
    silent = set() if counted else {style for style in styles.values() if counts(document, lineage(document, style))}
    for part in content:
        _styled(part, styles, silent)
        end.addprevious(part)


def _styled(part: _Element, styles: Mapping[str, str], silent: Set[str] = frozenset()) -> None:
    """Name the styles as the document does."""
    for style in [*part.iter(qn("w:pStyle")), *part.iter(qn("w:tblStyle"))]:
        name = styles[style.get(qn("w:val"), "")]
        style.set(qn("w:val"), name)
        if name in silent:
            style.addnext(element("w:numPr", element("w:numId", val="0")))


def packaged(document: Document) -> bytes:
    """The document as a file; the same document always gives the same bytes."""
    out = io.BytesIO()
    document.save(out)
    return rezipped(out.getvalue())


def _speak(document: Document, lang: str) -> None:
    """The language of what does not say its own."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for spoken in () if defaults is None else defaults.iter(qn("w:lang")):
        spoken.set(qn("w:val"), region(lang))
        if right_to_left(lang):
            spoken.set(qn("w:bidi"), region(lang))
    for spoken in document.settings.element.iter(qn("w:themeFontLang")):
        spoken.set(qn("w:val"), region(lang))


def _around(document: Document, about: About) -> None:
    """The title at the head of each page; the sources and the number of the page at its foot; below what is there."""
    styles = renamed(document)
    for head, foot in _around_pages(document, document.sections[0]):
        title, sources = (
            [paragraph([run(line, about.lang, _SMALL)], about.lang, style=style) for line in lines]
            for style, lines in (("Header", [about.title]), ("Footer", about.footer))
        )
        if not any(_numbers_pages(part) for part in (head, foot)):
            number = [*_field("PAGE"), run(" / ", style=_SMALL), *_field("NUMPAGES")]
            sources.append(paragraph(number, style="Footer"))
        for part, lines in ((head, title), (foot, sources)):
            if part.is_linked_to_previous:  # there is none
                part.is_linked_to_previous = False
                for empty in list(part._element):
                    part._element.remove(empty)
            for line in lines:
                _styled(line, styles)
                _plain(line, after=_BELOW_TITLE if part is head else 0)
            part._element.extend(lines)


def _plain(line: _Element, *, after: int) -> None:
    """Without the indent and the wide lines that the text of a template may have."""
    line[0].append(element("w:spacing", before="0", after=str(after), line="240", lineRule="auto"))
    line[0].append(element("w:ind", left="0", firstLine="0"))
    line[0].append(element("w:jc", val="left"))


def _around_pages(document: Document, section: Section) -> Iterator[tuple[_BaseHeaderFooter, _BaseHeaderFooter]]:
    """Header and footer of all pages, of the first and of the even ones, where these have their own."""
    yield section.header, section.footer
    if section.different_first_page_header_footer:
        yield section.first_page_header, section.first_page_footer
    if document.settings.odd_and_even_pages_header_footer:
        yield section.even_page_header, section.even_page_footer


def _numbers_pages(part: _BaseHeaderFooter) -> bool:
    if part.is_linked_to_previous:
        return False
    fields = [*(f.text or "" for f in part._element.iter(qn("w:instrText")))]
    fields += [f.get(qn("w:instr"), "") for f in part._element.iter(qn("w:fldSimple"))]
    return any(words.split()[:1] == ["PAGE"] for words in fields)


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
