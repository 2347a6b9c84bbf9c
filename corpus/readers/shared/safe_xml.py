"""Bytes to an XML tree, never leaving the file: no network, no DTD, no external entity, no entity made of entities."""

from __future__ import annotations

import re
from html.entities import html5
from typing import Any, cast

from lxml import etree

from palermo.corpus.errors import InputError

__all__ = ["Entities", "check_shape", "check_size", "entity_text", "parse_xml"]

Entities = dict[str, str]

_EXPECTED = "well-formed XML"
_DEEPEST = 200  # elements in elements; real acts stay below 60, and libxml2 itself stops at 256
_MOST_ELEMENTS = 1_500_000  # a whole code of 5,000 pages has fewer
_MOST_ATTRIBUTES = 256  # of one element: lxml takes the square of their number to list them
_CROWDED = etree.XPath(f"descendant-or-self::*[@*[{_MOST_ATTRIBUTES + 1}]][1]")
_PREDEFINED = frozenset({"lt", "gt", "amp", "apos", "quot"})


def parse_xml(data: bytes, file: str) -> tuple[etree._Element, Entities]:
    """The root, and the characters that the file's own entities stand for.

    Raises InputError with the line for what is not well formed, nests too deep, or declares an
    entity that reaches outside the file or expands into others.
    """
    check_size(data, file)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False, recover=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line = error.lineno or None
        message = re.sub(r", line \d+, column \d+.*$", "", error.msg or "is not well formed")
        raise InputError(f"is no well-formed XML: {message}", file=file, line=line, expected=_EXPECTED) from error
    check_shape(root, file)
    return root, _entities(root.getroottree(), data, file)


def check_size(data: bytes, file: str) -> None:
    """Raises InputError for more elements than any law has, before they are read: each takes 300 bytes and more."""
    if data.count(b"<") - data.count(b"</") > _MOST_ELEMENTS:
        message = f"has more than {_MOST_ELEMENTS:,} elements"
        raise InputError(message, file=file, expected="a document of that size at most")


def check_shape(root: etree._Element, file: str) -> None:
    """Raises InputError, with the line, for a tree that nests deeper or has more attributes than any law does."""
    for element in cast("list[Any]", _CROWDED(root)):
        raise InputError(
            f"has an element with more than {_MOST_ATTRIBUTES} attributes",
            file=file,
            line=element.sourceline,
            expected="the markup of a law",
        )
    depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            raise InputError(
                f"nests more than {_DEEPEST} elements",
                file=file,
                line=element.sourceline,
                expected="the markup of a law",
            )


def _entities(tree: etree._ElementTree, data: bytes, file: str) -> Entities:
    found: Entities = {}
    dtd: Any = tree.docinfo.internalDTD  # the stubs leave out its entities
    for entity in dtd.iterentities() if dtd is not None else ():
        name, content = str(entity.name), entity.content
        if name in _PREDEFINED:
            continue
        if entity.system_url is not None or content is None:
            raise _refused(f"the entity {name!r} lies outside the file", name, data, file)
        if "&" in content or "%" in content or "<" in content:
            raise _refused(f"the entity {name!r} is made of other entities or of markup", name, data, file)
        found[name] = content
    return found


def _refused(message: str, name: str, data: bytes, file: str) -> InputError:
    declared = re.search(rb"<!ENTITY\s+(?:%\s+)?" + re.escape(name.encode()) + rb"\s", data)
    line = data.count(b"\n", 0, declared.start()) + 1 if declared else None
    return InputError(message, file=file, line=line, expected="entities that stand for characters")


def entity_text(name: str, entities: Entities, file: str, line: int | None) -> str:
    """The characters of `&name;`: the file's own, else HTML's; raises InputError for one that nobody declared."""
    if name in entities:
        return entities[name]
    if name + ";" in html5:
        return html5[name + ";"]
    raise InputError(f"nothing says what &{name}; stands for", file=file, line=line, expected="a declared entity")
