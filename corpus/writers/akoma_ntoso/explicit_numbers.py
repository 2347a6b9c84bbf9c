"""Explicit numbers for a file that is read back, where the words alone would lead a reader elsewhere.

Numbers, headings and citations follow from the words and the places of elements. Where palermo's own reader would find
others than the text that is written has (a heading in the margin, a citation in the manner of another tradition), the
element states them in attributes of palermo's namespace; everywhere else the file has none.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from palermo.corpus.model.akn_names import STATED
from palermo.corpus.model.text_model import Version
from palermo.corpus.readers.markup.finish_provisions import finish_provisions
from palermo.corpus.readers.markup.vocabulary import vocabulary_of
from palermo.corpus.readers.markup.walk import walk
from palermo.corpus.text.xml_safe import legal
from palermo.corpus.writers.akoma_ntoso.elements import own

__all__ = ["state"]


def state(root: etree._Element, version: Version, elements: Mapping[str, etree._Element]) -> None:
    """Set the attributes on the elements (by their provisions' ids) of the finished document."""
    walked = walk(root, vocabulary_of(root), {}, version.source.path)
    read = {p.id: p for p in finish_provisions(walked.root, walked.text).walk()}
    for provision in version.root.walk():
        element = elements.get(provision.id)
        found = read.get(element.get("eId", "")) if element is not None else None
        if element is None or found is None:
            continue
        for name in STATED:
            wanted: str = getattr(provision, name)
            if wanted != getattr(found, name):
                element.set(own(name), legal(wanted))
