"""Grounds: the passages of the law that an answer rests on, so that it can be told whether they are still the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from hashlib import sha256

from corpus.findings import Finding, GapAnalysis
from corpus.model import Provision, Span, Version
from corpus.reviews import Ground
from kb.units import ARTICLES

__all__ = ["ground", "grounds", "passages"]

_NOTES = frozenset({"remark", "authorialNote"})  # editors' words, which say of a text when it was changed
_KEPT = 20_000  # code points of a passage that are kept to be shown; its words all count


def grounds(analysis: GapAnalysis, finding: Finding) -> tuple[Ground, ...]:
    """What the answer of a finding rests on, each passage once.

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
) -> Ground:
    """A provision as it is read: with the words above it, up to the article that it is in, and without its numbers.

    Of one that contains articles these are left out, unless it is wanted `whole`.
    """
    path = _path(version, provision)
    above = _read_with(path)
    own_only = not whole and not above and (provision is version.root or _holds_articles(provision))
    spans = _own(provision) if own_only else list(_words(provision))
    for node in above:
        spans += _own(node)
    text = " ".join(part for span in sorted(spans) if (part := version.reading(span).text.strip()))
    return Ground(
        reference=f"{version.ref}~{provision.id}" if provision.id else str(version.ref),
        cite=provision.cite,
        quote=version.reading(quote).text if quote else "",
        sha256=sha256(_normal(text).encode()).hexdigest(),
        text=text[:_KEPT],
        named=named,
    )


def passages(version: Version) -> Iterator[Ground]:
    """Every passage of a text: of the whole of it, and of each provision."""
    yield ground(version, version.root, whole=True)
    for provision in version.root.walk():
        yield ground(version, provision)


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
    """Of the provisions that contain one those that it is read with: its article, and what is inside of that."""
    article = next((n for n, p in enumerate(path) if p.level in ARTICLES), None)
    if article is not None:
        return path[article:]
    return [p for p in path[1:] if not _holds_articles(p)]


def _holds_articles(provision: Provision) -> bool:
    return provision.level not in ARTICLES and any(p.level in ARTICLES for p in provision.walk())


def _words(provision: Provision) -> Iterator[Span]:
    """The spans of a provision without the numbers and the editors' notes in it."""
    if provision.level in _NOTES:
        return
    yield from _own(provision)
    for child in provision.children:
        yield from _words(child)


def _own(provision: Provision) -> list[Span]:
    """The spans of its own text, without its number."""
    number = provision.num_span
    if number is None:
        return provision.own_spans()
    parts = (
        piece
        for span in provision.own_spans()
        for piece in (Span(span.start, min(span.end, number.start)), Span(max(span.start, number.end), span.end))
    )
    return [part for part in parts if part.start < part.end]
