"""Definitions side by side as an HTML page: one row an element, one column an instrument."""

from __future__ import annotations

from alignment.define import Cell, Definition, Row
from corpus.findings import Value
from palermo.official import Official
from palermo.report.html.page import Markup, join, language, page, table
from palermo.report.official_words import excerpt

__all__ = ["define"]

_SIGN = {Value.YES: "in the text", Value.NO: "not in the text", Value.UNCLEAR: "cannot be told"}


def define(definition: Definition, official: Official | None = None) -> str:
    """The whole page; with an official text, its words stand at the head of each row."""
    titles = [
        Markup("{}<br><small>{}{}</small>").format(
            side[0].title or side[0].source.path,
            side[0].lang,
            f", {side[0].in_force.start}" if side[0].in_force else "",
        )
        for side in definition.sides
    ]
    differ = sum(len({c.value for c in row.cells}) > 1 for row in definition.rows)
    lead = Markup("<p>{} elements; the instruments differ in {} of them.</p>").format(len(definition.rows), differ)
    rows = [[_label(row, official), *(_cell(definition, c) for c in row.cells)] for row in definition.rows]
    body = table(f"The definition of {definition.term}, element by element", ["Element", *titles], rows)
    return page(f"The definition of {definition.term}", body, lead=lead, sheets=["gaps"])


def _label(row: Row, official: Official | None) -> Markup:
    words = Markup("")
    if official and (said := excerpt(official, row.element.article, row.element.code)):
        words = Markup('<p class="quote"><small>{} <q{}>{}</q></small></p>').format(
            row.element.article, language(official.version.lang), said
        )
    mark = Markup('<br><span class="tag warn">differ</span>') if len({c.value for c in row.cells}) > 1 else ""
    return Markup("{}<br><small><code>{}</code></small>{}{}").format(row.element.label, row.element.code, mark, words)


def _cell(definition: Definition, cell: Cell) -> Markup:
    sign = Markup('<span class="rating value-{}">{}</span>').format(cell.value.value, _SIGN[cell.value])
    if cell.evidence is None:
        return sign
    version = definition.sides[cell.side][cell.evidence.source]
    quote = Markup('<p class="quote"><span class="cite">{}</span> <q{}>{}</q></p>').format(
        cell.evidence.provision.cite, language(version.lang), version.reading(cell.evidence.span).text
    )
    return join([sign, quote], "")
