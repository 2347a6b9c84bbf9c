"""The styles that palermo's documents are written in, in a document of somebody else: by name, and stood in for.

A word processor knows its built-in styles by their English names (ECMA-376 part 1, 17.7.4.9); their identifiers are of
the program and the language in which it wrote the file, and a style that was never used is not in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy

from docx.document import Document
from docx.oxml.ns import qn
from lxml.etree import _Element

from palermo.report.format.docx.numbering import counts, lend
from palermo.report.format.docx.runs import element

__all__ = ["adopt", "lacking", "lineage", "renamed", "size_of"]

_LISTS = ("ListBullet", "ListNumber")
_HEADINGS = tuple(f"Heading{n}" for n in range(1, 10))
_NAMES = {
    "Title": "Title",
    **{heading: f"heading {n}" for n, heading in enumerate(_HEADINGS, 1)},
    "ListBullet": "List Bullet",
    "ListNumber": "List Number",
    "Header": "header",
    "Footer": "footer",
    "TableGrid": "Table Grid",
    "TableText": "Table Text",
}
_TOLD = ("Title", *_HEADINGS[:4], *_LISTS, "TableGrid")  # others are seldom needed, or nobody's but palermo's
_HALF_POINTS = 20  # the size where nothing says one: 10 points (17.3.2.38)


def renamed(document: Document) -> Mapping[str, str]:
    """From the identifiers that palermo writes to those of the document, for the styles that are in it."""
    there = {_name(style): str(style.get(qn("w:styleId"))) for style in _styles(document)}
    return {ours: there[name.casefold()] for ours, name in _NAMES.items() if name.casefold() in there}


def lacking(document: Document) -> list[str]:
    """The names of the styles that a document lacks, of those that most reports are written in."""
    there = renamed(document)
    return [_NAMES[ours].replace("heading", "Heading") for ours in _TOLD if ours not in there]


def adopt(document: Document, donor: Document) -> None:
    """Give the document what it lacks: a heading like the one above it, where that is its own; else the style of
    `donor` in the document's font, larger or smaller than its text as there. Lists that lack their signs get them.
    """
    own = renamed(document)
    root = document.styles.element
    taken = {style.get(qn("w:styleId")) for style in _styles(document)}
    larger = size_of(document) - size_of(donor)
    above = None
    for ours, name in _NAMES.items():
        heading = ours in _HEADINGS
        if ours in own:
            above = own[ours] if heading else above
            continue
        identifier = ours if ours not in taken else f"palermo{ours}"
        if heading and above is not None:
            made = _below(name, above, _HEADINGS.index(ours))
            above = identifier
        else:
            made = _copied(next(s for s in _styles(donor) if s.get(qn("w:styleId")) == ours), document, larger)
        made.set(qn("w:styleId"), identifier)
        root.append(made)
    for ours in _LISTS:
        style = renamed(document)[ours]
        if not counts(document, lineage(document, style)):
            lend(document, donor, ours, next(s for s in _styles(document) if s.get(qn("w:styleId")) == style))


def lineage(document: Document, identifier: str) -> Iterator[_Element]:
    """The style and those that it is based on, itself first."""
    there = {style.get(qn("w:styleId")): style for style in _styles(document)}
    seen: set[str] = set()
    while identifier in there and identifier not in seen:
        seen.add(identifier)
        yield there[identifier]
        based = there[identifier].find(qn("w:basedOn"))
        identifier = "" if based is None else based.get(qn("w:val"), "")


def size_of(document: Document) -> int:
    """The size of the text, in half points."""
    text = _default(document, "paragraph")
    places = [*([text] if text is not None else []), *document.styles.element.findall(qn("w:docDefaults"))]
    said = (size.get(qn("w:val"), "") for place in places for size in place.iter(qn("w:sz")))
    return next((int(value) for value in said if value.isdigit()), _HALF_POINTS)


def _below(name: str, above: str, level: int) -> _Element:
    """A heading that looks like the one above it, and has no number."""
    return element(
        "w:style",
        element("w:name", val=name),
        element("w:basedOn", val=above),
        element(
            "w:pPr",
            element("w:numPr", element("w:numId", val="0")),
            element("w:outlineLvl", val=str(level)),
        ),
        type="paragraph",
    )


def _copied(style: _Element, document: Document, larger: int) -> _Element:
    made = deepcopy(style)
    default = _default(document, str(style.get(qn("w:type"))))
    base = None if default is None else default.get(qn("w:styleId"))
    for tag in ("w:basedOn", "w:next"):
        for based in made.findall(qn(tag)):
            if base is None:
                made.remove(based)
            else:
                based.set(qn("w:val"), base)
    for gone in [*made.findall(qn("w:link")), *made.iter(qn("w:rFonts")), *made.iter(qn("w:numPr"))]:
        gone.getparent().remove(gone)  # type: ignore[union-attr]  # it was found below `made`
    for size in [*made.iter(qn("w:sz")), *made.iter(qn("w:szCs"))]:
        size.set(qn("w:val"), str(int(size.get(qn("w:val"), "")) + larger))
    return made


def _default(document: Document, kind: str) -> _Element | None:
    defaults = (style for style in _styles(document) if style.get(qn("w:default")) in ("1", "true", "on"))
    return next((style for style in defaults if style.get(qn("w:type")) == kind), None)


def _styles(document: Document) -> Iterable[_Element]:
    found: list[_Element] = document.styles.element.findall(qn("w:style"))
    return found


def _name(style: _Element) -> str:
    name = style.find(qn("w:name"))
    return "" if name is None else str(name.get(qn("w:val"), "")).casefold()
