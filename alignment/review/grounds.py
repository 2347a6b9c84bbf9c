"""Grounds: the passages of the law that an answer rests on, so that it can be told whether they are still the same."""

from __future__ import annotations

import re
import unicodedata
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from palermo.corpus.model.findings import Finding, GapAnalysis
from palermo.corpus.model.reviews import ReviewBasis
from palermo.corpus.model.text_model import BASIC_UNITS, EDITORS_NOTES, Provision, Span, Version

__all__ = ["find", "ground", "grounds"]

_RARE = 5  # of its longest words, by which a passage is looked for
_KEPT = 20_000  # code points of a passage that are kept to be shown; its words all count


def grounds(analysis: GapAnalysis, finding: Finding) -> tuple[ReviewBasis, ...]:
    """Passages that the answer of a finding rests on, each once.

    Where it quotes words, these are the provisions in which they stand; where none were found, all provisions that were
    searched, or the whole texts where there was no trafficking law to search.
    """
    texts = analysis.sources
    quoted = [e for e in finding.evidence if e.words is not None]
    if quoted:
        found = [ground(texts[e.source], e.provision, e.span) for e in quoted]
    else:
        searched = analysis.searched or tuple((n, v.root) for n, v in enumerate(texts))
        found = [ground(texts[n], provision, whole=True) for n, provision in searched]
    return tuple({(g.sha256, g.reference): g for g in reversed(found)}.values())[::-1]


def ground(
    version: Version, provision: Provision, quote: Span | None = None, *, named: bool = False, whole: bool = False
) -> ReviewBasis:
    """A provision as it is read: with the words above it, up to the article that it is in, and without its numbers.

    Of one that contains articles these are left out, unless it is wanted `whole`.
    """
    path = _path(version, provision)
    above = _read_with(path)
    own_only = not whole and not above and (provision is version.root or _holds_articles(provision))
    own = provision.own_spans() if own_only else list(_words(provision))
    spans = sorted([*own, *(span for node in above for span in node.own_spans())])
    numbers = [p.num_span for p in (*above, *provision.walk()) if p.num_span]
    return ReviewBasis(
        reference=f"{version.ref}~{provision.id}" if provision.id else str(version.ref),
        cite=provision.cite,
        quote=version.reading(quote).text if quote else "",
        sha256=sha256(_normal(_read(version, _without(spans, numbers))).encode()).hexdigest(),
        text=_read(version, spans)[:_KEPT],
        named=named,
    )


def find(version: Version, passage: ReviewBasis) -> ReviewBasis | None:
    """Provision with the words of a passage, under whatever number; None if a text has none."""
    if "~" not in passage.reference:
        found: Iterable[ReviewBasis] = [ground(version, version.root, whole=True)]
    else:
        rare = sorted(set(re.findall(r"\w+", passage.text)), key=len)[-_RARE:]
        found = (ground(version, provision) for provision in _candidates(version, version.root, rare))
    return next((g for g in found if g.sha256 == passage.sha256), None)


def _candidates(version: Version, node: Provision, rare: Sequence[str]) -> Iterator[Provision]:
    """The provisions in articles that have these words, and whatever stands outside of articles."""
    if _holds_articles(node):
        yield node
        for child in node.children:
            yield from _candidates(version, child, rare)
    elif all(word in version.quote(node.span) for word in rare):
        yield from node.walk()


def _normal(text: str) -> str:
    """The words in one way of writing them: signs between words, capitals and ё are no other words."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")
    return " ".join(re.findall(r"\w+", folded))


def _path(version: Version, provision: Provision) -> list[Provision]:
    """The provisions that contain this one, the root first; not itself."""
    path, node = [], version.root
    while node is not provision and node.span != provision.span:
        path.append(node)
        inside = (c for c in node.children if c.span.start <= provision.span.start < c.span.end)
        below = next(inside, None)
        if below is None or below.span.end < provision.span.end:
            break
        node = below
    return path


def _read_with(path: list[Provision]) -> list[Provision]:
    """Containing provisions that a provision is read with: its article, and what is inside of that."""
    article = next((n for n, p in enumerate(path) if p.level in BASIC_UNITS), None)
    if article is not None:
        return path[article:]
    return [p for p in path[1:] if not _holds_articles(p)]


def _holds_articles(provision: Provision) -> bool:
    return provision.level not in BASIC_UNITS and any(p.level in BASIC_UNITS for p in provision.walk())


def _words(provision: Provision) -> Iterator[Span]:
    """The spans of a provision without the editors' notes in it."""
    if provision.level in EDITORS_NOTES:
        return
    yield from provision.own_spans()
    for child in provision.children:
        yield from _words(child)


def _without(spans: Iterable[Span], numbers: Iterable[Span]) -> Iterator[Span]:
    """The spans, which are in order and apart, without what is a number in them."""
    left = deque(sorted(numbers))
    for span in spans:
        start = span.start
        while left and left[0].start < span.end:
            number = left.popleft()
            if number.start > start:
                yield Span(start, number.start)
            start = max(start, number.end)
        if start < span.end:
            yield Span(start, span.end)


def _read(version: Version, spans: Iterable[Span]) -> str:
    return " ".join(part for span in spans if (part := version.reading(span).text.strip()))
