"""Provisions to elements of the standard's hierarchy, with every word in its place."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from palermo.corpus.model.akn_names import HIERARCHY
from palermo.corpus.model.text_model import Provision, Version
from palermo.corpus.text.xml_safe import Ink, legal
from palermo.corpus.writers.akoma_ntoso.block_elements import Blocks
from palermo.corpus.writers.akoma_ntoso.element_ids import ElementNames
from palermo.corpus.writers.akoma_ntoso.elements import child
from palermo.corpus.writers.akoma_ntoso.heads import head
from palermo.corpus.writers.akoma_ntoso.items import ItemKind, ListItem, grouped, items

__all__ = ["Builder"]

_LOOSE = "flush"  # the name of an hcontainer for words between divisions; the standard has no element for them


class Builder:
    """Writes one text's provisions. `elements` are those written so far, by the provision's id."""

    def __init__(self, version: Version, ink: Ink) -> None:
        self._version = version
        self.names = ElementNames(p.id for p in version.root.walk())
        self.elements: dict[str, etree._Element] = {}
        self.blocks = Blocks(version, ink, self.names, self.provision, self.identify)

    def provision(self, parent: etree._Element, provision: Provision) -> None:
        """Write a provision: as one of the standard's levels, else as an hcontainer named after the level."""
        level = provision.level
        element = child(parent, level if level in HIERARCHY else "hcontainer")
        self.identify(element, provision)
        if level not in HIERARCHY:
            element.set("name", legal(level))
        self.head(element, provision)
        groups = grouped(self.inside(provision))
        last = len(groups) - 1
        for index, group in enumerate(groups):
            first = group[0]
            if first.kind is ItemKind.DIVISION and first.provision is not None:
                self.provision(element, first.provision)
            elif last == 0:
                self.blocks.add(child(element, "content"), group)
            elif index in (0, last):
                self.blocks.add(child(element, "wrapUp" if index else "intro"), group)
            else:
                self.loose(element, group, provision.id)

    def head(self, element: etree._Element, provision: Provision) -> None:
        """Write number and heading."""
        for name, span in head(provision, self._version.text).parts:
            self.blocks.line(child(element, name), span, provision.children)

    def inside(self, provision: Provision) -> list[ListItem]:
        """Content of the provision below its number and heading, without stretches of mere markup and white space."""
        start = head(provision, self._version.text).end
        return [item for item in items(provision, start) if item.provision or self._version.reading(item.span).text]

    def identify(self, element: etree._Element, provision: Provision) -> None:
        """Give the element the provision's id."""
        element.set("eId", self.names.own(legal(provision.id)))
        self.elements[provision.id] = element

    def loose(self, parent: etree._Element, group: Sequence[ListItem], base: str) -> None:
        """An hcontainer around words that stand between divisions."""
        eid = self.names.new(f"{base}__hcontainer" if base else "hcontainer")
        self.blocks.add(child(child(parent, "hcontainer", eId=eid, name=_LOOSE), "content"), group)
