"""Definitions side by side: one row an element of a term's definition, one cell an instrument.

A term that the framework has elements for is taken apart by them, and each cell says what `gaps` says of that
instrument, so that the two can never disagree; items of the lists that no element answers to are rows of their own. Any
other term is looked up where the instruments define it, clause by clause.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from palermo.alignment.definitions.defined_terms import DefinitionClause, clause_similarity, clauses, defined, terms
from palermo.alignment.definitions.unlisted_items import GROUPS, UnlistedItem, item_similarity, unlisted_items
from palermo.alignment.gaps.gaps import analyse, language, quotation
from palermo.alignment.statute.body_of_law import read_law
from palermo.corpus.errors import NotFoundError
from palermo.corpus.model.findings import Evidence, Extent, Value
from palermo.corpus.model.text_model import Version
from palermo.kb.frameworks.framework import Element, Framework, defines, every
from palermo.kb.lexicon.cues import fold, languages
from palermo.kb.lexicon.cues import load as load_cues

__all__ = ["Definition", "DefinitionCell", "DefinitionRow", "define"]


@dataclass(frozen=True, slots=True)
class DefinitionCell:
    """Words of one side for an element; `evidence` is None where it has no words for it.

    `extent` is that of the finding, None where there is none.
    """

    side: int
    value: Value
    evidence: Evidence | None
    extent: Extent | None = None

    @property
    def in_some_cases(self) -> bool:
        """True if the text has it, but not for every victim or every form of the offence."""
        return self.extent == Extent.SOME


@dataclass(frozen=True, slots=True)
class DefinitionRow:
    """An element and what each side has of it, in the order of the sides.

    `element` is None for what the framework does not know: `code` then begins with "extra." or "clause.".
    """

    code: str
    label: str
    element: Element | None
    cells: tuple[DefinitionCell, ...]

    @property
    def differs(self) -> bool:
        return len({(cell.value, cell.in_some_cases) for cell in self.cells}) > 1


@dataclass(frozen=True, slots=True)
class Definition:
    """`sides` are the texts of each instrument; a cell's evidence counts its source inside its side."""

    term: str
    sides: tuple[tuple[Version, ...], ...]
    rows: tuple[DefinitionRow, ...]


def define(term: str, sides: Sequence[Sequence[Version]], framework: Framework) -> Definition:
    """The definition of the term in each side.

    Raises NotFoundError for a term that neither the framework has elements for nor any side defines, and what `gaps`
    raises.
    """
    key = _known(term)
    rows = _by_element(key, sides, framework) if key else _by_clause(term, sides)
    return Definition(key or term.strip(), tuple(tuple(s) for s in sides), tuple(rows))


def _known(term: str) -> str | None:
    """The term that the framework has elements for, in whatever language its name is written."""
    key = fold(" ".join(term.split()))
    if key in every().definitions:
        return key
    for cues in map(load_cues, languages()):
        for known in ("exploitation", "child"):
            if cues.term(known).fullmatch(key):
                return known
        if cues.term("trafficking").fullmatch(key) or cues.term("trafficking_term").fullmatch(key):
            return "trafficking"
    return None


def _by_element(term: str, sides: Sequence[Sequence[Version]], framework: Framework) -> list[DefinitionRow]:
    read = [analyse(side, framework) for side in sides]
    rows = []
    for element in framework.elements:
        if term in defines(element):
            findings = [analysis.finding(element.code) for _, analysis in read]
            cells = (
                DefinitionCell(i, f.value, f.evidence[0] if f.evidence and f.value is not Value.NO else None, f.extent)
                for i, f in enumerate(findings)
            )
            rows.append(DefinitionRow(element.code, element.label, element, tuple(cells)))
    known = every().groups
    groups = [group for group in GROUPS if group in known and term in known[group].defines]
    return rows + _extra_rows([unlisted_items(scope, groups) for scope, _ in read])


def _by_clause(term: str, sides: Sequence[Sequence[Version]]) -> list[DefinitionRow]:
    """A row for the clause that opens each definition, then one for each other clause with those most like it."""
    laws = [read_law(side, load_cues(language(side))) for side in sides]
    found = [[c for segment in defined(term, law) for c in clauses(segment, law.cues)] for law in laws]
    if not any(found):
        known = list(dict.fromkeys([*every().definitions, *(t for law in laws for t in terms(law))]))
        raise NotFoundError(
            f"none of the texts defines {term.strip()!r}", expected="one of " + ", ".join(known[:_NAMED])
        )
    opening = {side: some[0] for side, some in enumerate(found) if some}
    return _rows("clause", [some[1:] for some in found], clause_similarity, _SAME_CLAUSE, opening)


def _extra_rows(found: Sequence[Sequence[UnlistedItem]]) -> list[DefinitionRow]:
    """A row for each item that no element answers to; the same words in two sides of one language share one."""
    return _rows("extra", found, item_similarity, _SAME_ITEM, {})


_NAMED = 40  # terms that an error lists
_SAME_ITEM = 0.5  # share of content words from which two items stand in one row
_SAME_CLAUSE = 0.25


_T = TypeVar("_T", DefinitionClause, UnlistedItem)


def _rows(
    kind: str,
    found: Sequence[Sequence[_T]],
    like: Callable[[_T, _T], float],
    least: float,
    first: Mapping[int, _T],
) -> list[DefinitionRow]:
    """The row `first`, then what the sides have: each with the most alike of the sides before it, or in its own row."""
    rows: list[dict[int, _T]] = []
    opened: list[dict[int, _T]] = [dict(first)] if first else []
    for side, some in enumerate(found):
        scores = sorted(
            ((like(a, b), -i, -j) for i, row in enumerate(rows) for a in row.values() for j, b in enumerate(some)),
            reverse=True,
        )
        taken: dict[int, int] = {}
        for score, i, j in scores:
            if score >= least and -i not in taken.values() and -j not in taken:
                taken[-j] = -i
        for j, item in enumerate(some):
            if j in taken:
                rows[taken[j]][side] = item
            else:
                rows.append({side: item})
    return [_row(f"{kind}.{n}", row, len(found)) for n, row in enumerate([*opened, *rows], 1)]


def _row(code: str, items: Mapping[int, DefinitionClause | UnlistedItem], sides: int) -> DefinitionRow:
    hits = {side: item.hit for side, item in items.items()}
    label = " ".join(next(iter(hits.values())).text.split())
    cells = (
        DefinitionCell(i, Value.YES, quotation(hits[i])) if i in hits else DefinitionCell(i, Value.NO, None)
        for i in range(sides)
    )
    return DefinitionRow(
        code, label if len(label) <= _LABEL else label[:_LABEL].rsplit(" ", 1)[0] + " …", None, tuple(cells)
    )


_LABEL = 70  # code points of the words that name a row
