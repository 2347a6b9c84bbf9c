"""Vocabularies of XML families, element by element: data files under `vocabularies/`, compiled once.

A vocabulary file says, by local names:

    family, source      what it describes, and where that is laid down
    roots, namespaces   which documents are of it: the root's name, or words in its namespace; neither is any document
    folded              whether names are compared in lower case
    skip                metadata that no reader sees
    provisions          element: level, or {level, by: attribute, levels: {value: level}, inside: {ancestor: level}},
                        the nearest ancestor deciding (`Name` or `Name@attribute=value`), `alone`: level where no
                        sibling has its name; a level of "" is a head of what holds it, or a block
    named               {first word of a division's heading: level}: what the document itself calls it
    variants            [{when: XPath, provisions: {...}}]: other levels in documents of a kind
    milestones          element: {depth: attribute, level, levels: {first word of its number: level}}; it heads what
                        follows it
    groups              element: what it heads; a group of one provision is that provision with its heading
    heads               elements between a provision and its number or heading
    numbers, headings   the children that hold them; references are marks of notes, no part of either
    signs               what is printed around a number and is no part of it: {attributes: [before, after]} of the
                        number's element where it says so, else {of: {element numbered: "()" or a rule as for levels}}
    citations           {match, level}: a heading that is only the citation of an act is a note of this level instead
    notes               element: level, as for provisions; they stand apart from the number and the text around them
    quotes              elements whose provisions belong to another instrument
    lines, blocks       a line of running words (its children run on); a block even among running words
    titles              lines that are headings without being structure: {element: level}
    inline              elements that run on wherever they stand
    rows, cells         tables: a row is a line, its cells are a tab apart
    verbatim, raised    line breaks in it are line breaks; figures in it are superscript (`132<sup>1</sup>` is not 1321)
    breaks, characters  elements that stand for a line break; for characters (`{attribute: ch}`: those in the attribute,
                        `{code: ch}`: the one whose code point stands there in hexadecimal figures)
    indents             {attribute, field, within: [...]}: where lines nest by how far they are indented
    metadata            field: [XPath, ...], the first that yields something

Elements that are not listed are blocks, or run on where words stand around them: nothing is lost for want of an entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any

from lxml import etree

from palermo.corpus.data_files import read_data

__all__ = [
    "ElementRole",
    "Indents",
    "Milestone",
    "Rule",
    "Signs",
    "Vocabulary",
    "local_name",
    "vocabulary_named",
    "vocabulary_of",
]

_FAMILIES = ("akoma_ntoso", "lims", "clml", "eisb", "formex", "uslm", "generic")


class ElementRole(Enum):
    """Effect of an element on the text: the key of a vocabulary under which it stands; of several the last here."""

    SKIP = "skip"
    HEAD = "heads"
    NUMBER = "numbers"
    HEADING = "headings"
    REFERENCE = "references"
    QUOTE = "quotes"
    LINE = "lines"
    BLOCK = "blocks"
    INLINE = "inline"
    ROW = "rows"
    CELL = "cells"
    VERBATIM = "verbatim"
    RAISED = "raised"
    BREAK = "breaks"
    PROVISION = "provisions"
    MILESTONE = "milestones"
    GROUP = "groups"
    NOTE = "notes"
    CHARACTER = "characters"


@dataclass(frozen=True, slots=True)
class Rule:
    """The level of an element: by an attribute's value, else the nearest ancestor named, else `level`; "" is none."""

    level: str
    by: str | None = None
    levels: Mapping[str, str] | None = None
    inside: Mapping[str, str] | None = None
    alone: str | None = None

    def of(self, element: etree._Element) -> str:
        if self.alone is not None and not any(local_name(s) == local_name(element) for s in _siblings(element)):
            return self.alone
        if self.by is not None and self.levels is not None:
            level = self.levels.get(element.get(self.by, ""))
            if level is not None:
                return level
        if self.inside is not None:
            for ancestor in element.iterancestors():
                name = local_name(ancestor)
                for key in (*(f"{name}@{k!s}={v!s}" for k, v in ancestor.attrib.items()), name):
                    if key in self.inside:
                        return self.inside[key]
        return self.level


def _siblings(element: etree._Element) -> Iterator[etree._Element]:
    yield from element.itersiblings()
    yield from element.itersiblings(preceding=True)


@dataclass(frozen=True, slots=True)
class Milestone:
    """A heading without an element around what it heads: `depth` is the attribute that ranks it."""

    depth: str
    level: str
    levels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Indents:
    """Lines `within` these elements nest by the number that stands `field`-th in their `attribute`."""

    attribute: str
    field: int
    within: frozenset[str]


@dataclass(frozen=True, slots=True)
class Signs:
    """Signs printed around numbers: those in the `attributes` of the number's element, else one sign before and one
    behind the number of the elements in `rules`."""

    attributes: tuple[str, str]
    rules: Mapping[str, Rule]

    def around(self, number: etree._Element) -> tuple[str, str]:
        """The signs before and behind the number."""
        owner = number.getparent()
        rule = self.rules.get(local_name(owner)) if owner is not None else None
        pair = rule.of(owner) if rule is not None and owner is not None else ""
        before, after = self.attributes
        return number.get(before, pair[:1]), number.get(after, pair[1:])


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A family, compiled. `titles`: lines that are headings, with their level; `folded`: names are compared in lower
    case.
    """

    family: str
    roles: Mapping[str, ElementRole]
    rules: Mapping[str, Rule]
    milestones: Mapping[str, Milestone]
    characters: Mapping[str, str | Mapping[str, str]]
    citations: tuple[re.Pattern[str], str] | None
    indents: Indents | None
    signs: Signs | None
    titles: Mapping[str, int]
    named: Mapping[str, str]
    metadata: Mapping[str, tuple[str, ...]]
    folded: bool

    def role(self, element: etree._Element) -> ElementRole | None:
        name = local_name(element)
        return self.roles.get(name.lower() if self.folded else name)

    def level(self, element: etree._Element) -> str:
        name = local_name(element)
        return self.rules[name.lower() if self.folded else name].of(element)


def local_name(element: etree._Element) -> str:
    """The name without its namespace; "" for a comment, an instruction or an entity."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def vocabulary_of(root: etree._Element) -> Vocabulary:
    """The vocabulary for the document: the first family whose root or namespace it has; the generic one takes any."""
    name, namespace = local_name(root), (root.tag.rpartition("}")[0] if isinstance(root.tag, str) else "").lower()
    for family in _FAMILIES:
        data = _load(family)
        roots, spaces = data.get("roots"), data.get("namespaces", ())
        if roots is None or name in roots or any(word in namespace for word in spaces):
            active = tuple(i for i, v in enumerate(data.get("variants", ())) if root.xpath(v["when"]))
            return _compile(family, active)
    raise AssertionError("the last family takes any document")


def vocabulary_named(family: str) -> Vocabulary:
    """The vocabulary of a family, whatever the document; `plain` knows no element, so that all of them are blocks."""
    return _compile(family, ())


@cache
def _load(family: str) -> dict[str, Any]:
    data: dict[str, Any] = read_data(__package__, f"vocabularies/{family}.yaml")
    return data


@cache
def _compile(family: str, active: tuple[int, ...]) -> Vocabulary:
    data = _load(family)
    provisions = dict(data.get("provisions", {}))
    for index in active:
        provisions.update(data["variants"][index]["provisions"])
    roles: dict[str, ElementRole] = {}
    for role in ElementRole:
        roles.update(dict.fromkeys(data.get(role.value, ()), role))
    citations, indents, signs = data.get("citations"), data.get("indents"), data.get("signs")
    return Vocabulary(
        family,
        roles,
        {name: _rule(rule) for name, rule in {**provisions, **data.get("notes", {})}.items()},
        {name: Milestone(**m) for name, m in data.get("milestones", {}).items()},
        data.get("characters", {}),
        (re.compile(citations["match"]), citations["level"]) if citations else None,
        Indents(indents["attribute"], indents["field"], frozenset(indents["within"])) if indents else None,
        Signs(tuple(signs["attributes"]), {name: _rule(rule) for name, rule in signs["of"].items()}) if signs else None,
        data.get("titles", {}),
        data.get("named", {}),
        {name: tuple(paths) for name, paths in data.get("metadata", {}).items()},
        bool(data.get("folded", False)),
    )


def _rule(data: str | dict[str, Any]) -> Rule:
    return Rule(data) if isinstance(data, str) else Rule(**data)
