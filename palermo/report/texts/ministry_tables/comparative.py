"""The comparative table that accompanies a bill: number, structural element, in force, proposed, justification."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from palermo.alignment.compare.model import Alignment
from palermo.corpus.model.text_model import Version
from palermo.report.amending.amend.account import Account
from palermo.report.amending.amend.as_tracked_changes import amended
from palermo.report.format.passage_table import Cell, Sheet, TableLook, note
from palermo.report.language.speaking import speaking
from palermo.report.redline.lines import RedlineLine
from palermo.report.redline.pieces import PieceMark
from palermo.report.redline.tree import ParagraphTree
from palermo.report.redline.words import readable
from palermo.report.shared.pair_words import title
from palermo.report.shared.sources import origin
from palermo.report.texts.compare.as_tracked_changes import compared
from palermo.report.texts.ministry_tables.justifications import NO_JUSTIFICATIONS, Justifications
from palermo.report.texts.ministry_tables.labels import Labels
from palermo.report.texts.ministry_tables.passages import side
from palermo.report.texts.ministry_tables.structural_elements import StructuralElement, elements

__all__ = ["of_amendment", "of_comparison"]

_WIDTHS = (1.1, 3.4, 8.2, 8.2, 5.8)


def of_comparison(alignment: Alignment, labels: Labels, justifications: Justifications = NO_JUSTIFICATIONS) -> Sheet:
    """The table of two texts, one row for each element that differs.

    Raises UsageError where they are in two languages, InputError for a justification of nothing that differs.
    """
    texts = [*alignment.left, *alignment.right]
    tree = ParagraphTree(texts)
    with speaking(labels.lang):
        name = title(alignment)
    return _sheet(name, compared(alignment, tree, readable), tree, labels, justifications, texts)


def of_amendment(account: Account, labels: Labels, justifications: Justifications = NO_JUSTIFICATIONS) -> Sheet:
    """The table of an act in force and of what amending acts make of it; raises as `of_comparison`."""
    tree = ParagraphTree([account.base, account.version])
    lines = amended(account, tree, readable)
    return _sheet(account.title, lines, tree, labels, justifications, [account.base, *account.amending])


def _sheet(  # noqa: PLR0913, PLR0917 - what the two tables differ in
    name: str,
    lines: Iterable[RedlineLine],
    tree: ParagraphTree,
    labels: Labels,
    justifications: Justifications,
    texts: Sequence[Version],
) -> Sheet:
    found = [element for element in elements(lines, tree) if element.changed]
    reasons = _reasons(found, tree, justifications)
    rows = [
        [
            note(str(n), labels.lang),
            _name(element, tree, labels),
            side(element.lines, PieceMark.OUT) or _nothing(element, "absent", labels),
            side(element.lines, PieceMark.IN) or _nothing(element, "deleted", labels),
            note(reason, labels.lang),
        ]
        for n, (element, reason) in enumerate(zip(found, reasons, strict=True), 1)
    ]
    heads = [labels[head] for head in ("number", "element", "in_force", "proposed", "justification")]
    lead = [labels["marks"] if rows else labels["nothing"]]
    return Sheet(
        labels.titled("comparative", name), labels.lang, lead, heads, _WIDTHS, rows, [origin(text) for text in texts]
    )


def _nothing(element: StructuralElement, message: str, labels: Labels) -> Cell:
    """What to say where a side has nothing of an element: it was put in or taken out, or stands elsewhere."""
    moved = element.told(labels) if any(line.move for line in element.lines) else []
    return note(" ".join(moved) or labels[message], labels.lang)


def _name(element: StructuralElement, tree: ParagraphTree, labels: Labels) -> Cell:
    """What it is called, and under it what moved or has another number."""
    told = (note(said, labels.lang) for said in element.told(labels))
    return [*note(element.name(tree, labels), labels.lang, TableLook.STRONG), *chain.from_iterable(told)]


def _reasons(found: Sequence[StructuralElement], tree: ParagraphTree, justifications: Justifications) -> list[str]:
    """The justification of each element; one of the article is for all of its elements that have none of their own."""
    used: set[str] = set()
    reasons = []
    for element in found:
        own = [cite for cite in justifications.texts if cite in element.cites]
        own = own or [cite for cite in justifications.texts if cite in element.around(tree)]
        used.update(own)
        reasons.append("\n".join(justifications.texts[cite] for cite in own))
    justifications.check(used)
    return reasons
