"""Definitions side by side as text: each element with what the instruments say of it, one below the other."""

from __future__ import annotations

from palermo.alignment.definitions.define import Definition, DefinitionCell, DefinitionRow
from palermo.corpus.model.findings import Value
from palermo.report.analysis.gaps.official_words import excerpt
from palermo.report.format.terminal import Screen, fit
from palermo.report.texts.definitions.words import called, grouped, in_context
from palermo.texts.official_text import Official

__all__ = ["define"]

_LEGEND = "+ in the text   (+) in some cases   - not in the text   ? cannot be told from the text"
_SIGN = {Value.YES: "+", Value.NO: "-", Value.UNCLEAR: "?"}


def define(definition: Definition, screen: Screen, official: Official | None = None) -> str:
    """The whole report: first the table of signs, then the words, the official ones before those of the law."""
    lines = [screen.title(f"The definition of {definition.term}"), ""]
    for i, side in enumerate(definition.sides, 1):
        when = f", {side[0].in_force.start}" if side[0].in_force else ""
        lines += screen.wrap(f"[{i}] {called(side)} ({side[0].lang}{when})", rest="    ")
    lines += ["", *screen.wrap(_LEGEND), ""]
    for title, rows in grouped(definition):
        lines += [screen.strong(title), *(_overview(row, screen) for row in rows)]
    lines.append("")
    for row in definition.rows:
        quoted = [line for cell in row.cells for line in _quote(definition, cell, screen)]
        if quoted:
            lines.append(screen.strong(row.label) + "  " + screen.faint(row.code))
            if row.element and (words := excerpt(official, row.element.article, row.code)):
                lines += screen.wrap(f"“{words}”", first=f"  art. {row.element.article} ", rest=" " * 6)
            lines += [*quoted, ""]
    return "\n".join(lines)


def _overview(row: DefinitionRow, screen: Screen) -> str:
    signs = " ".join(f"[{c.side + 1}] {_sign(c):<3}" for c in row.cells)
    mark = screen.strong("  differ") if row.differs else ""
    return f"  {fit(row.code if row.element else row.label, 28)} {signs}{mark}".rstrip()


def _sign(cell: DefinitionCell) -> str:
    return f"({_SIGN[cell.value]})" if cell.in_some_cases else _SIGN[cell.value]


def _quote(definition: Definition, cell: DefinitionCell, screen: Screen) -> list[str]:
    if cell.evidence is None:
        return []
    before, words, after = in_context(definition.sides[cell.side][cell.evidence.source], cell.evidence)
    marked = screen.strong(words) if before or after else words
    lead = f"  [{cell.side + 1}] {cell.evidence.provision.cite} "
    return screen.wrap(f"“{before}{marked}{after}”", first=lead, rest=" " * 6)
