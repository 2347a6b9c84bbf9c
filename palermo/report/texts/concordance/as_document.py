"""A concordance as a document: a table of the matches with both texts, then what answers nothing, and the sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from palermo.alignment.concordance import Concordance, Match
from palermo.corpus.model.text_model import Provision, Version
from palermo.report.format.document import Document, cell, stacked
from palermo.report.format.parts import Block, Cell, Heading, Quote, Run, Table
from palermo.report.shared.provenance import Provenance
from palermo.report.shared.sources import sources
from palermo.report.texts.concordance.words import BOTH, SIGN, TITLE, cite, excerpt, lead, shared, title

__all__ = ["concordance"]


def concordance(found: Concordance, provenance: Provenance) -> Document:
    """The document; how sure a match is stands in figures beside its sign, with the parts of the score below."""
    blocks: tuple[Block, ...] = (
        Heading("Matches"),
        Table(
            "Matches",
            ("Match", title(found.left), title(found.right), BOTH),
            tuple(_row(found, match) for match in found.matches),
            (18, 32, 32, 18),
        ),
        *_alone("Only on the left", found.left, found.unmatched_left),
        *_alone("Only on the right", found.right, found.unmatched_right),
        *sources((*found.left, *found.right), provenance),
    )
    return Document(title=TITLE, subject=lead(found), made=provenance.made, blocks=blocks, wide=True)


def _row(found: Concordance, match: Match) -> tuple[Cell, ...]:
    parts = ", ".join(f"{name} {value:.2f}" for name, value in match.parts.items() if value)
    return (
        stacked(
            Run(f"{cite(match.left)} {SIGN[match.strength]} {cite(match.right)}", strong=True),
            f"{match.strength.value} {match.score:.2f}",
            Run(parts, soft=True),
        ),
        cell(_provision(found.left[match.left_source], match.left)),
        cell(_provision(found.right[match.right_source], match.right)),
        cell(shared(match)),
    )


def _provision(version: Version, provision: Provision) -> Quote:
    return Quote(cite(provision), excerpt(version, provision), version.lang)


def _alone(heading: str, side: Sequence[Version], provisions: Sequence[tuple[int, Provision]]) -> Iterator[Block]:
    if provisions:
        yield Heading(f"{heading} ({len(provisions)})")
        rows = tuple(
            (cell(cite(p)), cell(Quote("", excerpt(side[number], p), side[number].lang))) for number, p in provisions
        )
        yield Table(heading, ("Provision", "Words"), rows, (18, 82))
