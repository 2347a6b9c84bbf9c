"""Words in a Word document: paragraphs and runs with their language and direction, as WordprocessingML elements.

The order of children is that of ECMA-376 part 1, 17.3 (`CT_PPr`, `CT_RPr`), which Word insists on.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from docx.oxml.ns import nsmap, qn
from lxml import etree
from lxml.etree import _Element

from palermo.corpus.data_files import read_data
from palermo.corpus.text.xml_safe import legal

__all__ = ["RunStyle", "element", "paragraph", "region", "right_to_left", "run"]


@dataclass(frozen=True, slots=True)
class RunStyle:
    """Look of words: deleted ones are struck, inserted ones bold and underlined, twice where they moved here, so
    that nothing rests on colour. `size` is in points (None: that of the paragraph's style).
    """

    bold: bool = False
    italic: bool = False
    struck: bool = False
    underlined: str = ""  # "single", "double", "dotted"
    size: float | None = None


_PLAIN = RunStyle()
_TWIPS = 567  # a centimetre


def element(tag: str, /, *children: _Element, **attributes: str) -> _Element:
    """An element such as `w:p` with its attributes, all of them in its own namespace."""
    found = etree.Element(qn(tag), nsmap={"w": nsmap["w"]})
    for name, value in attributes.items():
        found.set(qn(f"w:{name}"), value)
    found.extend(children)
    return found


def run(text: str, lang: str = "und", style: RunStyle = _PLAIN, *, deleted: bool = False) -> _Element:
    """A run of words in one language; `deleted` where it stands inside of a tracked deletion. What XML cannot hold is
    U+FFFD in it; line breaks are kept.
    """
    made = element("w:r", _properties(lang, style))
    for n, line in enumerate(legal(text).split("\n")):
        if n:
            made.append(element("w:br"))
        if line:
            words = element("w:delText" if deleted else "w:t")
            words.text = line
            words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            made.append(words)
    return made


def paragraph(  # noqa: PLR0913 - what a paragraph has
    content: Iterable[_Element] = (),
    lang: str = "und",
    *,
    style: str = "",
    indent: float = 0,
    keep: bool = False,
    mark: _Element | None = None,
) -> _Element:
    """A paragraph of runs or tracked changes. `style` is the identifier of one of the document's, `indent` in cm,
    `keep`: on one page with what follows, `mark`: what was done to the paragraph's end (`w:ins`, `w:del`, …).
    """
    properties = element("w:pPr")
    if style:
        properties.append(element("w:pStyle", val=style))
    if keep:
        properties.append(element("w:keepNext"))
    if right_to_left(lang):
        properties.append(element("w:bidi"))
    if indent:
        properties.append(element("w:ind", left=str(round(indent * _TWIPS))))
    if mark is not None:
        properties.append(element("w:rPr", mark))
    return element("w:p", *([properties] if len(properties) else []), *content)


def region(lang: str) -> str:
    """The language as a word processor knows it: `kk` is `kk-KZ`."""
    code: str = _languages()["regions"].get(lang, lang)
    return code


def right_to_left(lang: str) -> bool:
    """True if the language is written from right to left."""
    return lang in _languages()["right_to_left"]


def _properties(lang: str, style: RunStyle) -> _Element:
    found = element("w:rPr")
    if style.bold:
        found.extend([element("w:b"), element("w:bCs")])
    if style.italic:
        found.extend([element("w:i"), element("w:iCs")])
    if style.struck:
        found.append(element("w:strike"))
    if style.size:
        found.extend(
            [element("w:sz", val=str(round(style.size * 2))), element("w:szCs", val=str(round(style.size * 2)))]
        )
    if style.underlined:
        found.append(element("w:u", val=style.underlined))
    if right_to_left(lang):
        found.append(element("w:rtl"))
    if lang != "und":
        found.append(element("w:lang", **{_slot(lang): region(lang)}))
    return found


def _slot(lang: str) -> str:
    if lang in _languages()["complex"]:
        return "bidi"
    return "eastAsia" if lang in _languages()["east_asian"] else "val"


@cache
def _languages() -> dict[str, dict[str, str]]:
    data: dict[str, dict[str, str]] = read_data(__package__, "languages.yaml")
    return data
