"""Lists of a Word document: their signs, and numbers each of which begins at 1."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from typing import cast

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import qn
from docx.parts.numbering import NumberingPart
from lxml.etree import _Element

from palermo.report.format.docx.runs import element

__all__ = ["counts", "lend", "numbered"]

_NONE = "0"  # the number of no list (ECMA-376 part 1, 17.9.18)
_EMPTY = b'<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'


def numbered(document: Document, styles: Iterable[_Element]) -> _Element:
    """The `w:numPr` of a new list, for each of its paragraphs, with the numbers of a style (itself and those that it is
    based on).
    """
    numbering = _part(document).element
    number = numbering.add_num(int(_pattern(document, _number(styles))))
    number.add_lvlOverride(ilvl=0).add_startOverride(1)
    return element("w:numPr", element("w:ilvl", val="0"), element("w:numId", val=str(number.numId)))


def counts(document: Document, styles: Iterable[_Element]) -> bool:
    """True if a style (itself and those that it is based on) puts numbers or signs before its paragraphs."""
    return bool(_pattern(document, _number(styles)))


def lend(document: Document, donor: Document, style: str, to: _Element) -> None:
    """Give a list style of the document the numbers or signs that `style` has in `donor`."""
    theirs = _part(donor).element
    lent = _pattern(donor, _number(s for s in donor.styles.element if s.get(qn("w:styleId")) == style))
    ours = _part(document).element
    pattern = deepcopy(next(p for p in theirs.iter(qn("w:abstractNum")) if p.get(qn("w:abstractNumId")) == lent))
    taken = [int(p.get(qn("w:abstractNumId"))) for p in ours.iter(qn("w:abstractNum"))]
    pattern.set(qn("w:abstractNumId"), str(max(taken, default=0) + 1))
    for linked in pattern.iter(qn("w:pStyle")):
        linked.set(qn("w:val"), str(to.get(qn("w:styleId"))))
    for own in [*pattern.findall(qn("w:nsid")), *pattern.findall(qn("w:tmpl"))]:  # Word takes equal ones for one list
        pattern.remove(own)
    before = ours.findall(qn("w:numPicBullet")) + ours.findall(qn("w:abstractNum"))
    ours.insert(ours.index(before[-1]) + 1 if before else 0, pattern)
    number = ours.add_num(int(pattern.get(qn("w:abstractNumId"))))
    properties = to.get_or_add_pPr()  # type: ignore[attr-defined]  # a style as python-docx knows it
    properties.get_or_add_numPr().get_or_add_numId().val = number.numId


def _number(styles: Iterable[_Element]) -> str:
    """The number of a style's list, "" where it has none."""
    said = (number for style in styles for number in style.iterfind(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}"))
    first = next(said, None)
    return "" if first is None else str(first.get(qn("w:val"), ""))


def _pattern(document: Document, number: str) -> str:
    """The identifier of a list's pattern, "" where there is none."""
    if number in ("", _NONE):
        return ""
    named = (n for n in _part(document).element.iterfind(qn("w:num")) if n.get(qn("w:numId")) == number)
    found = next((n.find(qn("w:abstractNumId")) for n in named), None)
    return "" if found is None else str(found.get(qn("w:val"), ""))


def _part(document: Document) -> NumberingPart:
    """The part that holds the lists; made, where there is none."""
    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
            return cast(NumberingPart, relation.target_part)
    package = document.part.package
    made = NumberingPart.load(PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, _EMPTY, package)
    document.part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
    return cast(NumberingPart, made)
