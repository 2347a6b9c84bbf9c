"""A Version as one Akoma Ntoso document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lxml import etree

from palermo.corpus.model.akn_names import AKN, OWN
from palermo.corpus.model.text_model import Version
from palermo.corpus.text.xml_safe import Ink
from palermo.corpus.writers.akoma_ntoso.document import add_text, document_element
from palermo.corpus.writers.akoma_ntoso.explicit_numbers import state
from palermo.corpus.writers.akoma_ntoso.hierarchy import Builder
from palermo.corpus.writers.akoma_ntoso.meta import add_meta
from palermo.corpus.writers.akoma_ntoso.modifications import Modifications

__all__ = ["Written", "write"]

_PREFIXES: Any = {None: AKN, "palermo": OWN}  # lxml's stubs know no default namespace


@dataclass(frozen=True, slots=True)
class Written:
    """The file, to be encoded as UTF-8, and how many code points XML could not hold (each is now U+FFFD)."""

    xml: str
    replaced: int


def write(version: Version, made: str, changes: Modifications | None = None) -> Written:
    """The text of `version` with its structure, valid against the schema of Akoma Ntoso 3.0.

    `made` is the day of the file (ISO), `changes` say which acts made the text out of which. The same input gives the
    same characters. What the standard has no element for is an hcontainer with the level as its name; no word is left
    out, none is added.
    """
    ink = Ink(version)
    root = etree.Element(f"{{{AKN}}}akomaNtoso", nsmap=_PREFIXES)
    document = document_element(root, version)
    add_meta(document, version, made, changes)
    builder = Builder(version, ink)
    add_text(document, version, builder)
    state(root, version, builder.elements)
    etree.indent(root)
    body = etree.tostring(root, encoding="unicode")
    return Written(f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n', ink.replaced)
