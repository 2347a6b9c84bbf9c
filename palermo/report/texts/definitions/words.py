"""Rows under their headings, and the words of a cell in their context, for every report on definitions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from palermo.alignment.definitions.define import Definition, DefinitionRow
from palermo.corpus.model.findings import Evidence
from palermo.corpus.model.text_model import Version
from palermo.kb.frameworks.framework import every
from palermo.report.language.forms import clipped

__all__ = ["IN_SOME_CASES", "LEGEND", "called", "grouped", "in_context", "lead"]

IN_SOME_CASES = "in some cases"
LEGEND = "✓ in the text   ✗ not in the text   ? cannot be told from the text"

_OTHER_ROWS = {
    "extra": "Items of the lists that the framework has no element for",
    "clause": "Clauses",
}

_AROUND = 45  # code points on either side of the words
_WHOLE = 130  # code points up to which a quotation is shown whole
_LONG = 400  # code points of a whole clause that is shown


def lead(definition: Definition) -> str:
    """Number of elements, and of those in which the instruments differ."""
    many = len(definition.sides)
    said = f"{len(definition.rows)} elements in {many} instruments"
    differ = sum(row.differs for row in definition.rows)
    return said + (f"; the instruments differ in {differ} of them." if many > 1 else ".")


def grouped(definition: Definition) -> Iterator[tuple[str, list[DefinitionRow]]]:
    """The rows under a heading for each group of codes, in their order."""
    for group, rows in groupby(definition.rows, key=lambda row: row.code.partition(".")[0]):
        known = every().groups.get(group)
        name = known.in_definitions or known.label if known else _OTHER_ROWS.get(group, group.capitalize())
        yield name, list(rows)


def called(side: Sequence[Version]) -> str:
    """Name of a side: the title of its text; of several texts, the title of the first and how many more."""
    first = side[0].title or side[0].source.path
    return first if len(side) == 1 else f"{first} and {len(side) - 1} more"


def in_context(version: Version, evidence: Evidence) -> tuple[str, str, str]:
    """Text before the words that count, these words, and the text after; … where something is left out.

    A cue can be the stem of a word, which is shown to its end.
    """
    mapped = version.reading(evidence.span)
    text = mapped.text
    if evidence.words is None or evidence.words == evidence.span:
        return "", clipped(text, _LONG), ""
    start, end = mapped.locate(evidence.words.start), mapped.locate(evidence.words.end - 1) + 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    before, after = text[:start], text[end:]
    if len(text) > _WHOLE:
        if len(before) > _AROUND:
            before = "… " + before[-_AROUND:].partition(" ")[2]
        if len(after) > _AROUND:
            after = after[:_AROUND].rpartition(" ")[0] + " …"
    return before, text[start:end], after
