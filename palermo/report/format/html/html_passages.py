"""A table of passages side by side as a page, which prints in landscape."""

from __future__ import annotations

from palermo.report.format.html.page import Markup, join, language, page
from palermo.report.format.passage_table import Cell, Sheet, TableLook, TablePassage

__all__ = ["sheet"]

_ELEMENTS = {
    TableLook.PLAIN: Markup("{}"),
    TableLook.OUT: Markup("<del>{}</del>"),
    TableLook.IN: Markup("<ins>{}</ins>"),
    TableLook.MOVED: Markup("<em>{}</em>"),
    TableLook.STRONG: Markup("<strong>{}</strong>"),
    TableLook.NOTE: Markup('<span class="said">{}</span>'),
}


def sheet(made: Sheet) -> str:
    """The whole page."""
    lead = join(Markup("<p>{}</p>").format(line) for line in made.lead)
    sources = join(Markup("<li>{}</li>").format(line) for line in made.sources)
    body = join([lead, _table(made), Markup('<ul class="label sources">{}</ul>').format(sources)])
    return page(made.title, body, lang=made.lang, sheets=["sheet"])


def _table(made: Sheet) -> Markup:
    if not made.rows:
        return Markup("")
    total = sum(made.widths)
    columns = join((Markup('<col style="width:{:.1f}%">').format(100 * w / total) for w in made.widths), "")
    heads = join((Markup('<th scope="col">{}</th>').format(head) for head in made.heads), "")
    rows = join(Markup("<tr>{}</tr>").format(join(map(_cell, row), "")) for row in made.rows)
    return Markup(
        '<div class="scroll" tabindex="0" role="region" aria-label="{title}"><table class="sheet">\n'
        "<caption>{title}</caption>\n<colgroup>{columns}</colgroup>\n<thead><tr>{heads}</tr></thead>\n"
        "<tbody>\n{rows}\n</tbody>\n</table></div>"
    ).format(title=made.title, columns=columns, heads=heads, rows=rows)


def _cell(cell: Cell) -> Markup:
    return Markup("<td>{}</td>").format(join(map(_passage, cell), ""))


def _passage(passage: TablePassage) -> Markup:
    inside = join((_ELEMENTS[look].format(text) for look, text in passage.words), "")
    return Markup("<p{}>{}</p>").format(language(passage.lang), inside)
