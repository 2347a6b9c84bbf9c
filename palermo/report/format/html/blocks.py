"""The blocks of a document as HTML."""

from __future__ import annotations

from collections.abc import Iterable

from palermo.report.format.document import Document
from palermo.report.format.html.page import Markup, join, language, page, table
from palermo.report.format.parts import Block, Cell, Heading, Items, PageTurn, Paragraph, Picture, Quote, Run, Table

__all__ = ["blocks", "document", "marked"]


def document(made: Document) -> str:
    """The whole page. A `PageTurn` begins a new page in print; how its paper lies is left to the printer."""
    lead = Markup("<p>{}</p>").format(made.subject)
    sheets = ["document", *(["brief"] if made.small else []), *(["wide"] if made.wide else [])]
    return page(made.title, blocks(made.blocks), lead=lead, lang=made.lang, sheets=sheets)


def blocks(made: Iterable[Block]) -> Markup:
    """The blocks one after the other, in sections that lie wide where the document asks for that."""
    parts: list[Markup] = []
    wide = False
    for block in made:
        if isinstance(block, PageTurn):
            parts.append(_turn(before=wide, after=block.wide))
            wide = block.wide
        else:
            parts.append(_block(block))
    return join([*parts, Markup("</div>")] if wide else parts)


def _turn(*, before: bool, after: bool) -> Markup:
    ended = Markup("</div>\n") if before else Markup("")
    return ended + (Markup('<div class="wide">') if after else Markup('<div class="turn"></div>'))


def _block(block: Block) -> Markup:  # noqa: PLR0911 - a way to write for each kind of block
    match block:
        case Heading():
            attributes = language(block.lang) if block.lang else Markup("")
            return Markup("<h{0}{1}>{2}</h{0}>").format(block.level, attributes, block.words)
        case Paragraph():
            return Markup('<p class="lead">{}</p>' if block.lead else "<p>{}</p>").format(_runs(block.runs))
        case Items():
            tag = "ol" if block.numbered else "ul"
            items = join(Markup("<li>{}</li>").format(_runs(item)) for item in block.items)
            return Markup("<{0}>\n{1}\n</{0}>").format(Markup(tag), items)
        case Quote():
            cite = Markup('<p class="cite">{}</p>\n').format(block.cite) if block.cite else Markup("")
            lines = join(Markup("<p>{}</p>").format(marked(line)) for line in block.lines())
            return Markup("{}<blockquote{}>{}</blockquote>").format(cite, language(block.lang), lines)
        case Table():
            return _table(block)
        case Picture():
            return _picture(block)
        case PageTurn():
            return Markup("")


def _table(made: Table) -> Markup:
    rows = [[_cell(cell) for cell in row] for row in made.rows]
    if made.head:
        return table(made.caption, made.head, rows, [100 * share / sum(made.widths) for share in made.widths])
    facts = join(Markup("<dt>{}</dt><dd>{}</dd>").format(row[0], join(row[1:], " ")) for row in rows)
    return Markup('<dl class="facts">{}</dl>').format(facts)


def _cell(cell: Cell) -> Markup:
    if len(cell) == 1 and isinstance(cell[0], Paragraph):
        return _runs(cell[0].runs)
    return join((_inside(part) for part in cell), "")


def _inside(part: Paragraph | Quote) -> Markup:
    if isinstance(part, Paragraph):
        return Markup("<p>{}</p>").format(_runs(part.runs))
    cite = Markup('<span class="cite">{}</span> ').format(part.cite) if part.cite else Markup("")
    return Markup('<p class="quote">{}<q{}>{}</q></p>').format(cite, language(part.lang), marked(part.pieces()))


def marked(pieces: Iterable[tuple[str, bool]]) -> Markup:
    """The pieces of a quotation, in which the words that count are marked."""
    return join((Markup("<mark>{}</mark>" if counts else "{}").format(words) for words, counts in pieces), "")


def _runs(runs: Iterable[Run]) -> Markup:
    return join((_run(run) for run in runs), "")


def _run(run: Run) -> Markup:
    said = Markup("{}").format(run.words)
    if run.lang:
        said = Markup("<span{}>{}</span>").format(language(run.lang), said)
    for tag, wanted in (("code", run.code), ("strong", run.strong), ("small", run.soft)):
        if wanted:
            said = Markup("<{0}>{1}</{0}>").format(Markup(tag), said)
    return said


def _picture(made: Picture) -> Markup:
    """The drawing stands in the page itself, and scrolls where it is narrow; screen readers get its words instead."""
    return Markup(
        '<figure><div class="scroll" tabindex="0" role="region" aria-label="{caption}">{}</div>'
        "<figcaption>{caption}</figcaption></figure>"
    ).format(Markup(made.svg), caption=made.caption)
