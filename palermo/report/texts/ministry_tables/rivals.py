"""Two bills against one text in force, side by side: provision, in force, the first, the second."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from palermo.alignment.compare.model import Alignment
from palermo.report.format.passage_table import Cell, Sheet, TableLook, note
from palermo.report.redline.pieces import PieceMark
from palermo.report.redline.tree import ParagraphTree
from palermo.report.redline.words import readable
from palermo.report.shared.pair_words import headline
from palermo.report.shared.sources import origin
from palermo.report.texts.compare.as_tracked_changes import compared
from palermo.report.texts.ministry_tables.labels import Labels
from palermo.report.texts.ministry_tables.passages import inline, side
from palermo.report.texts.ministry_tables.structural_elements import StructuralElement, articles_of_one, elements

__all__ = ["rivals"]

_WIDTHS = (3.3, 7.4, 8, 8)


def rivals(first: Alignment, second: Alignment, labels: Labels) -> Sheet:
    """Table with a row for each element that a bill changes; both alignments have the same left texts.

    Raises UsageError where a bill is in another language than they.
    """
    tree = ParagraphTree([*first.left, *first.right, *second.right])
    bills = [compared(alignment, tree, readable) for alignment in (first, second)]
    whole = set().union(*(articles_of_one(lines, tree) for lines in bills))
    rows = _rows([list(elements(lines, tree, whole)) for lines in bills], tree)
    made = [row.cells(tree, labels) for row in rows if row.changed]
    names = [", ".join(dict.fromkeys(map(headline, versions))) for versions in (first.left, first.right, second.right)]
    return Sheet(
        labels.titled("rivals", names[0]),
        labels.lang,
        [labels["marks"] if made else labels["nothing"]],
        [labels["element"], labels.titled("in_force", names[0]), *names[1:]],
        _WIDTHS,
        made,
        [origin(version) for version in (*first.left, *first.right, *second.right)],
    )


@dataclass(slots=True)
class _Row:
    """What the bills make of one element; `elements` by the number of the bill, 0 and 1. A bill may have several, such
    as an article whose parts it scatters.
    """

    elements: tuple[list[StructuralElement], list[StructuralElement]] = field(default_factory=lambda: ([], []))

    @property
    def changed(self) -> bool:
        return any(element.changed for some in self.elements for element in some)

    def cells(self, tree: ParagraphTree, labels: Labels) -> list[Cell]:
        first = next(element for some in self.elements for element in some)
        force = next((e for some in self.elements for e in some if e.left is not None), first)
        old = side(force.lines, PieceMark.OUT, marked=False)
        return [
            note(first.name(tree, labels), labels.lang, TableLook.STRONG),
            old or note(labels["absent"], labels.lang),
            *(_bill(some, labels, absent=not old) for some in self.elements),
        ]


def _bill(some: Sequence[StructuralElement], labels: Labels, *, absent: bool) -> Cell:
    if not any(element.changed for element in some):
        return note(labels["absent" if absent else "same"], labels.lang)
    found: list[Cell] = []
    for element in some:
        found += [note(told, labels.lang) for told in element.told(labels)]
        found.append(inline(element.lines))
    return [passage for cell in found for passage in cell]


def _rows(bills: Sequence[Sequence[StructuralElement]], tree: ParagraphTree) -> list[_Row]:
    """The elements of both bills in the order of the text in force; what it has not stands where the bill puts it, in
    one row with what the other bill puts there under the same citation.
    """
    rows: dict[tuple[tuple[int, int], str], _Row] = {}
    for number, found in enumerate(bills):
        place = (-1, -1)
        for element in found:
            if element.left is not None:
                place, name = (tree.number(element.left), element.left.span.start), ""
            else:
                assert element.right is not None  # an element is on one side at least
                name = element.right.cite or element.right.id
            rows.setdefault((place, name), _Row()).elements[number].append(element)
    return [rows[key] for key in sorted(rows)]
