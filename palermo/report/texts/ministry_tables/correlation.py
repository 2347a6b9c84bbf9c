"""The correlation table of the European Union: provision, provision, how they answer each other, remarks."""

from __future__ import annotations

from palermo.alignment.concordance import Concordance, Strength
from palermo.corpus.model.text_model import Provision, Version
from palermo.report.format.passage_table import Cell, Sheet, TableLook, TablePassage, note
from palermo.report.shared.sources import origin
from palermo.report.texts.concordance.words import cite, excerpt, shared, title
from palermo.report.texts.ministry_tables.labels import Labels

__all__ = ["correlation"]

_WIDTHS = (9.5, 9.5, 2.7, 5)
_LENGTH = 600  # code points of a provision; the whole stands in the law


def correlation(found: Concordance, labels: Labels) -> Sheet:
    """Every provision of the left side in its order, what only the right side has at the end."""
    rows: list[tuple[tuple[int, int], list[Cell]]] = []
    for match in found.matches:
        left, right = found.left[match.left_source], found.right[match.right_source]
        said = shared(match)
        remark = labels.said("shared", said) if said else ""
        rating = labels["core" if match.strength is Strength.CORE else "related"]
        cells = [_cell(left, match.left), _cell(right, match.right), *_said(rating, remark, labels)]
        rows.append(((match.left_source, match.left.span.start), cells))
    for source, provision in found.unmatched_left:
        cells = [_cell(found.left[source], provision), [], *_said(labels["none"], "", labels)]
        rows.append(((source, provision.span.start), cells))
    rows.sort(key=lambda row: row[0])
    alone = [
        [[], _cell(found.right[source], provision), *_said(labels["none"], "", labels)]
        for source, provision in found.unmatched_right
    ]
    names = [title(found.left), title(found.right)]
    return Sheet(
        labels.titled("correlation", " – ".join(names)),
        labels.lang,
        [labels["ratings"]],
        [*names, labels["rating"], labels["remarks"]],
        _WIDTHS,
        [*(cells for _, cells in rows), *alone],
        [origin(version) for version in (*found.left, *found.right)],
    )


def _cell(version: Version, provision: Provision) -> Cell:
    words = excerpt(version, provision, _LENGTH)
    found = [*note(cite(provision), "und", TableLook.STRONG)]
    return [*found, TablePassage(version.lang, ((TableLook.PLAIN, words),))] if words else found


def _said(rating: str, remark: str, labels: Labels) -> list[Cell]:
    return [note(rating, labels.lang, TableLook.STRONG), note(remark, labels.lang)]
