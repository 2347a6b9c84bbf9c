"""Definitions side by side as an HTML page: what each instrument has at a glance, then the words that say so."""

from __future__ import annotations

from collections.abc import Sequence

from palermo.alignment.definitions.define import Definition, DefinitionCell, DefinitionRow
from palermo.corpus.model.findings import Value
from palermo.corpus.model.text_model import Version
from palermo.report.analysis.gaps.official_words import excerpt
from palermo.report.format.html.page import Markup, join, language, page, quote
from palermo.report.texts.definitions.words import IN_SOME_CASES, LEGEND, called, grouped, in_context, lead
from palermo.texts.official_text import Official

__all__ = ["define"]

_SIGN = {Value.YES: "in the text", Value.NO: "not in the text", Value.UNCLEAR: "cannot be told"}


def define(definition: Definition, official: Official | None = None) -> str:
    """The whole page; with an official text, its words stand at the head of each row."""
    heads = [Markup('<th scope="col">{}</th>').format(_title(side)) for side in definition.sides]
    body = [
        Markup('<p class="label">{}</p>').format(LEGEND),
        _table(
            "At a glance", "glance", heads, [_glance(definition, rows, title) for title, rows in grouped(definition)]
        ),
        _table(
            "Word for word",
            "words",
            heads,
            [_words(definition, rows, title, official) for title, rows in grouped(definition)],
        ),
    ]
    title = f"The definition of {definition.term}"
    return page(title, join(body), lead=Markup("<p>{}</p>").format(lead(definition)), sheets=["gaps", "define"])


def _title(side: Sequence[Version]) -> Markup:
    first = side[0]
    when = f", {first.in_force.start}" if first.in_force else ""
    return Markup("{}<br><small>{}{}</small>").format(called(side), first.lang, when)


def _table(caption: str, name: str, heads: Sequence[Markup], bodies: Sequence[Markup]) -> Markup:
    return Markup(
        '<h2 id="{name}">{caption}</h2>\n<div class="scroll" tabindex="0" role="region" aria-label="{caption}">'
        '<table class="{name}">\n<thead><tr><th scope="col">Element</th>{heads}</tr></thead>\n{bodies}\n</table></div>'
    ).format(caption=caption, name=name, heads=join(heads, ""), bodies=join(bodies))


def _group(definition: Definition, title: str, lines: Sequence[Markup]) -> Markup:
    return Markup('<tbody><tr><th class="group" colspan="{}" scope="rowgroup">{}</th></tr>\n{}\n</tbody>').format(
        len(definition.sides) + 1, title, join(lines)
    )


def _glance(definition: Definition, rows: Sequence[DefinitionRow], title: str) -> Markup:
    lines = [
        Markup('<tr{}><th scope="row"><a href="#{}">{}</a></th>{}</tr>').format(
            _differs(row), row.code, row.label, join(map(_mark, row.cells), "")
        )
        for row in rows
    ]
    return _group(definition, title, lines)


def _mark(cell: DefinitionCell) -> Markup:
    return Markup('<td class="{0}"><span class="value-{0}"><span class="unseen">{1}</span></span>{2}</td>').format(
        cell.value.value, _SIGN[cell.value], _some_cases(cell)
    )


def _some_cases(cell: DefinitionCell) -> Markup:
    return Markup(" <small>{}</small>").format(IN_SOME_CASES) if cell.in_some_cases else Markup("")


def _differs(row: DefinitionRow) -> Markup:
    return Markup(' class="differs"') if row.differs else Markup("")


def _words(definition: Definition, rows: Sequence[DefinitionRow], title: str, official: Official | None) -> Markup:
    lines = [
        Markup('<tr id="{}"><th scope="row">{}</th>{}</tr>').format(
            row.code, _label(row, official), join((_cell(definition, cell) for cell in row.cells), "")
        )
        for row in rows
    ]
    return _group(definition, title, lines)


def _label(row: DefinitionRow, official: Official | None) -> Markup:
    words = Markup("")
    if row.element and official and (said := excerpt(official, row.element.article, row.code)):
        words = Markup('<p class="quote"><small>{} <q{}>{}</q></small></p>').format(
            row.element.article, language(official.version.lang), said
        )
    mark = Markup(' <span class="tag warn">differ</span>') if row.differs else ""
    code = Markup("<br><small><code>{}</code></small>").format(row.code) if row.element else ""
    return Markup("{}{}{}{}").format(row.label, code, mark, words)


def _cell(definition: Definition, cell: DefinitionCell) -> Markup:
    sign = Markup('<span class="rating value-{}">{}</span>{}').format(
        cell.value.value, _SIGN[cell.value], _some_cases(cell)
    )
    if cell.evidence is None:
        return Markup('<td class="{}">{}</td>').format(cell.value.value, sign)
    version = definition.sides[cell.side][cell.evidence.source]
    words = Markup("{}<mark>{}</mark>{}").format(*in_context(version, cell.evidence))
    quoted = quote(cell.evidence.provision.cite, version.lang, words)
    return Markup('<td class="{}">{}{}</td>').format(cell.value.value, sign, quoted)
