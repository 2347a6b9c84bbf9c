"""The articles that an analysis rests on, whole."""

from __future__ import annotations

from collections.abc import Iterator

from palermo.corpus.model.findings import GapAnalysis, Value
from palermo.corpus.model.text_model import BASIC_UNITS, Provision, Version
from palermo.report.analysis.memo.case import Case
from palermo.report.format.document import paragraph
from palermo.report.format.parts import Block, Heading, Quote, Run
from palermo.report.language import sentences as w
from palermo.report.language.forms import number as number_of
from palermo.report.shared.article_lookup import outermost
from palermo.report.shared.quotes import OPEN

__all__ = ["articles"]

_LONGEST = 60_000  # code points of an article that are quoted: thirty pages


def articles(case: Case) -> Iterator[Block]:
    """The outermost articles and sections with words that a yes, something open or a penalty rests on, in the order of
    the texts.
    """
    yield Heading(w.ARTICLES())
    several = len(case.analysis.sources) > 1
    found = False
    for number, version in enumerate(case.analysis.sources):
        for article in _with(version, _places(case.analysis, number)):
            found = True
            cite = f"[{number + 1}] {article.cite}" if several else article.cite
            whole = version.reading(article.span, lines=True).text
            yield Quote(cite, whole[:_LONGEST], version.lang)
            if len(whole) > _LONGEST:
                yield paragraph(Run(w.CUT(n=number_of(len(whole) - _LONGEST)), soft=True))
    if not found:
        yield paragraph(w.NO_ARTICLES())


def _places(analysis: GapAnalysis, source: int) -> list[int]:
    telling = [f for f in analysis.findings if f.value is Value.YES or f.rating in OPEN]
    evidence = [*(e for f in telling for e in f.evidence), *(p.evidence for p in analysis.penalties)]
    return [e.span.start for e in evidence if e.source == source]


def _with(version: Version, places: list[int]) -> Iterator[Provision]:
    """The root of a text without articles."""
    units = list(outermost(version.root, BASIC_UNITS)) or [version.root]
    return (a for a in units if any(a.span.start <= place < a.span.end for place in places))
