"""The story of a provision as a document: a table of its wordings, then each with what it changed."""

from __future__ import annotations

from collections.abc import Iterator

from palermo.alignment.compare.compare import compare
from palermo.amending.provision_history import Story, Wording
from palermo.report.format.document import Document, cell, data, paragraph, text
from palermo.report.format.parts import Block, Cell, Heading, Items, Quote, Run, Table
from palermo.report.redline.before_after import changes_table
from palermo.report.redline.paragraphs import blocks
from palermo.report.shared.provenance import Provenance
from palermo.report.shared.sources import made
from palermo.report.texts.history import words

__all__ = ["wordings"]

_PLAIN = ("from", "until", "rests on", "brought by", "text")


def wordings(story: Story, provenance: Provenance) -> Document:
    """The document; what changed stands before and after, with the words marked that went and came. CSV has a row for
    each wording, with its text.
    """
    told: list[Block] = []
    last: Wording | None = None
    for wording in story.wordings:
        told += _wording(wording, last, story.lang)
        last = wording
    rows = tuple(_row(wording, first=n == 0) for n, wording in enumerate(story.wordings))
    table = Table(words.CAPTION, words.HEAD, rows, (24, 30, 46))
    plain = data("Wordings", _PLAIN, _plain(story), (9, 9, 16, 26, 40))
    subject = f"{story.instrument}, {story.lang}"
    return made(words.title(story), subject, provenance, (Heading(words.CAPTION), table, *told), main=plain)


def _row(wording: Wording, *, first: bool) -> tuple[Cell, ...]:
    brought = tuple(paragraph(line) for _, line in words.told(wording, first=first))
    return cell(Run(words.dates(wording), strong=True)), cell(words.basis(wording)), brought


def _plain(story: Story) -> Iterator[tuple[str, ...]]:
    for number, one in enumerate(story.wordings):
        brought = "; ".join(line for _, line in words.told(one, first=number == 0))
        said = "" if one.text is None else " ".join(block.text for block in blocks(one.text))
        yield one.start, one.end or "", words.basis(one), brought, said


def _wording(wording: Wording, last: Wording | None, lang: str) -> Iterator[Block]:
    yield Heading(words.dates(wording))
    yield paragraph(words.basis(wording))
    if lines := words.told(wording, first=last is None):
        yield Items(tuple(text(line) for _, line in lines))
    if wording.text is None:
        return
    if last is not None and last.text is not None:
        yield changes_table(f"Changes, {words.dates(wording)}", compare([last.text], [wording.text]), material=True)
    yield Quote("The whole wording", "\n".join(block.text for block in blocks(wording.text)), lang)
