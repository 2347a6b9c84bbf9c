"""The document around the provisions: what stands before them, the body, what stands after them."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from palermo.corpus.model.text_model import Basis, Provision, Version
from palermo.corpus.writers.akoma_ntoso.block_elements import Put
from palermo.corpus.writers.akoma_ntoso.element_ids import reference
from palermo.corpus.writers.akoma_ntoso.elements import child
from palermo.corpus.writers.akoma_ntoso.hierarchy import Builder
from palermo.corpus.writers.akoma_ntoso.items import ItemKind, ListItem, grouped

__all__ = ["add_text", "document_element"]

_PREAMBLE, _RECITAL, _BILL = "preamble", "recital", "bill"

Groups = list[list[ListItem]]


def document_element(root: etree._Element, version: Version) -> etree._Element:
    """`act` or `bill`; for a text narrowed to one of its provisions, `portion`."""
    if version.root.id:
        return child(root, "portion", includedIn=reference(str(version.ref)))
    kind = version.ref.instrument.type
    enacted = version.in_force is not None and version.in_force.basis is Basis.ENACTED
    contains = "originalVersion" if enacted or kind == _BILL else "singleVersion"
    return child(root, _BILL if kind == _BILL else "act", name=kind, contains=contains)


def add_text(document: etree._Element, version: Version, builder: Builder) -> None:
    """Write all of the version's text at the end of `document`, where `meta` stands already."""
    if version.root.id:
        builder.provision(child(document, "portionBody"), version.root)
        return
    groups = grouped(builder.inside(version.root))
    before = _before(groups, builder)
    _add_front(document, groups[:before], builder, _titled(version.title))
    rest = groups[before:]
    after = rest.pop() if len(rest) > 1 and _division(rest[-1]) is None else None
    body = child(document, "body")
    for group in rest or [[]]:
        if (provision := _division(group)) is not None:
            builder.provision(body, provision)
        else:
            builder.loose(body, group, "")
    if after is not None:
        builder.blocks.add(child(document, "conclusions"), after)


def _before(groups: Groups, builder: Builder) -> int:
    """How many of the groups stand before the body: words, then a preamble or recitals. None where nothing follows."""
    first = at = 1 if groups and _division(groups[0]) is None else 0
    if at < len(groups) and _is_plain(groups[at], _PREAMBLE, builder):
        return at + 1 if at + 1 < len(groups) else 0
    while at < len(groups) and (
        _is_plain(groups[at], _RECITAL, builder) or (at > first and _division(groups[at]) is None)
    ):
        at += 1
    return at if at < len(groups) else 0


def _add_front(document: etree._Element, groups: Groups, builder: Builder, put: Put) -> None:
    """A preface of words alone, a preamble that palermo found as such, or a preamble with recitals."""
    preamble: etree._Element | None = None
    recitals: etree._Element | None = None
    if any(_level(group) == _RECITAL for group in groups):
        preamble = child(document, "preamble")
    for group in groups:
        provision = _division(group)
        if provision is None:
            recitals = None
            builder.blocks.add(child(document, "preface") if preamble is None else preamble, group, put)
        elif preamble is None:  # `class` tells palermo's reader that this one is a provision
            element = child(document, "preamble", class_=_PREAMBLE)
            builder.identify(element, provision)
            builder.blocks.add(element, builder.inside(provision), put)
        else:
            if recitals is None:
                recitals = child(preamble, "recitals", eId=builder.names.new("recs"))
            element = child(recitals, _RECITAL)
            builder.identify(element, provision)
            builder.head(element, provision)
            builder.blocks.add(element, builder.inside(provision))


def _is_plain(group: Sequence[ListItem], level: str, builder: Builder) -> bool:
    """Whether it is a provision of this level that holds words and no divisions."""
    provision = _division(group)
    if provision is None or provision.level != level:
        return False
    if level == _PREAMBLE and (provision.num_span or provision.heading_span):
        return False
    inside = builder.inside(provision)
    return bool(inside) and all(item.kind is not ItemKind.DIVISION for item in inside)


def _division(group: Sequence[ListItem]) -> Provision | None:
    return group[0].provision if group and group[0].kind is ItemKind.DIVISION else None


def _level(group: Sequence[ListItem]) -> str:
    provision = _division(group)
    return provision.level if provision is not None else ""


def _titled(title: str) -> Put:
    """Writes a line; the one that is the instrument's title is marked as that."""
    wanted = " ".join(title.split()).casefold()

    def put(element: etree._Element, words: str) -> None:
        if wanted and " ".join(words.split()).casefold() == wanted:
            child(element, "docTitle").text = words
        else:
            element.text = words

    return put
