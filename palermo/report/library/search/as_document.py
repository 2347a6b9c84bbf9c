"""Hits of a search as a document: a table of them in their order, then the spread of all that was found."""

from __future__ import annotations

from collections.abc import Iterator

from palermo.corpus.model.refs import ProvisionRef
from palermo.kb.search.search import Hit, SearchResult
from palermo.report.format.document import Document, cell, paragraph, stacked
from palermo.report.format.parts import Block, Cell, Heading, Run, Table
from palermo.report.library.search.score_words import about
from palermo.report.library.search.score_words import lines as reasons
from palermo.report.library.search.words import facts, found, named, narrowing, notes, place, words
from palermo.report.shared.provenance import Provenance
from palermo.report.shared.sources import made

__all__ = ["hits", "search"]

_ELEMENTS = 16  # of a hit


def search(answer: SearchResult, provenance: Provenance) -> Document:
    """The document; words that were looked for are marked in the quotations."""
    blocks: tuple[Block, ...] = (
        *(paragraph(note) for note in notes(answer)),
        Heading("Hits"),
        hits("Hits", answer.hits, answer.offset + 1),
        *_facets(answer),
    )
    return made(f"Search: {answer.query}", found(answer), provenance, blocks, wide=True)


def hits(caption: str, found: tuple[Hit, ...], first: int = 1) -> Table:
    """A table of hits, numbered from `first`."""
    rows = tuple(_row(number, hit) for number, hit in enumerate(found, first))
    return Table(caption, ("No.", "Provision", "Words", "Text"), rows, (5, 28, 42, 25))


def _row(number: int, hit: Hit) -> tuple[Cell, ...]:
    fragment = hit.fragment
    ref = str(ProvisionRef(fragment.ref, hit.provision.id or None))
    return (
        cell(str(number)),
        stacked(
            Run(hit.provision.cite or hit.provision.level, strong=True),
            Run(named(hit), lang=fragment.lang),
            *(Run(step, soft=True, lang=fragment.lang) for step in [" › ".join(place(hit))] if step),
        ),
        stacked(
            words(hit),
            *(Run(line, soft=True) for line in _about(hit)),
        ),
        stacked(" · ".join(facts(hit)), Run(ref, code=True, soft=True)),
    )


def _about(hit: Hit) -> Iterator[str]:
    yield from about(hit, _ELEMENTS)
    if hit.why is not None:
        yield f"why it stands here: {hit.score:.2f}"
    for depth, score, said in reasons(hit):
        yield f"{'– ' * depth}{'' if score is None else f'{score:.2f} '}{said}"


def _facets(answer: SearchResult) -> Iterator[Block]:
    spread = list(narrowing(answer))
    if spread:
        yield Heading("How to narrow the search")
        rows = tuple(
            (cell(facet), cell(Run(added, code=True)), cell(str(n))) for facet, some in spread for added, n in some
        )
        yield Table("Narrow", ("By", "Add to the query", "Found"), rows, (25, 60, 15))
