"""The evidence that a reviewer names: provisions and words, looked up in the law."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from palermo.alignment.review.grounds import ground
from palermo.corpus.citations.find import locate
from palermo.corpus.errors import NotFoundError, UsageError
from palermo.corpus.model.findings import GapAnalysis
from palermo.corpus.model.reviews import ReviewBasis
from palermo.corpus.model.text_model import Provision, Span, Version

__all__ = ["Named", "named"]


@dataclass(frozen=True, slots=True)
class Named:
    """The evidence that a reviewer names: provisions by citation, eId or reference, and words of the law."""

    cites: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()


def named(analysis: GapAnalysis, evidence: Named) -> tuple[ReviewBasis, ...]:
    """The passages that a reviewer names. Words are looked for in the provisions that are named, else in all the law.

    Raises NotFoundError for what the law does not have, and for words that stand in it more than once.
    """
    places = [_provision(analysis, cite) for cite in evidence.cites]
    inside = places or [(version, version.root) for version in analysis.sources]
    quoted = [_quotation(quote, inside) for quote in evidence.quotes]
    bare = [(v, p) for v, p in places if not any(v is w and p.span.covers(q) for w, _, q in quoted)]
    return (
        *(ground(v, p, q, named=True) for v, p, q in quoted),
        *(ground(v, p, named=True) for v, p in bare),
    )


def _quotation(quote: str, inside: Sequence[tuple[Version, Provision]]) -> tuple[Version, Provision, Span]:
    words = quote.split()
    if not words:
        raise UsageError("the quotation is empty", expected="words of the law")
    pattern = re.compile(r"\s+".join(map(re.escape, words)), re.IGNORECASE)
    found: dict[tuple[int, Span], tuple[Version, Provision, Span]] = {}
    for version, provision in inside:
        mapped = version.reading(provision.span)
        for match in pattern.finditer(mapped.text):
            span = Span(*mapped.source(*match.span()))
            found[id(version), span] = (version, version.at(span.start), span)
    if not found:
        raise NotFoundError(f"the law does not say “{' '.join(words)}”", expected="its own words, as they stand in it")
    if len(found) > 1:
        cites = ", ".join(dict.fromkeys(p.cite or "outside of its articles" for _, p, _ in found.values()))
        raise NotFoundError(
            f"“{' '.join(words)}” stands {len(found)} times in the law", expected=f"more words, or one of {cites} named"
        )
    return next(iter(found.values()))


def _provision(analysis: GapAnalysis, cite: str) -> tuple[Version, Provision]:
    own = [version for version in analysis.sources if cite.startswith(f"{version.ref}~")]
    found = locate(own or analysis.sources, cite.partition("~")[2] if own else cite)
    if len(found) > 1:
        choices = ", ".join(f"{v.ref}~{p.id}" for v, p in found)
        raise NotFoundError(f"{cite} is in {len(found)} texts of the law", expected=f"one of {choices}")
    return found[0]
