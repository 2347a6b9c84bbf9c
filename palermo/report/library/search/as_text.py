"""Hits of a search, for the terminal: citation, title, where and when, and the words around the finds."""

from __future__ import annotations

from collections.abc import Iterator

from palermo.corpus.model.refs import ProvisionRef
from palermo.kb.search.search import Hit, SearchResult
from palermo.report.format.terminal import PLAIN, Screen
from palermo.report.library.search.score_words import about
from palermo.report.library.search.score_words import lines as reasons
from palermo.report.library.search.words import facts, found, named, narrowing, notes, place, words

__all__ = ["hit", "search"]

_SHOWN = 8  # values of a facet
_LONG = 3  # of them where they are as long as an instrument's identifier
_ELEMENTS = 8  # of a hit


def search(answer: SearchResult, screen: Screen = PLAIN) -> str:
    """The hits in their order, then how all that was found is spread. Without colour, finds stand between asterisks."""
    lines = screen.wrap(screen.strong(found(answer, f" for {answer.query}")))
    for note in notes(answer):
        lines += screen.wrap(screen.faint(note))
    for number, each in enumerate(answer.hits, answer.offset + 1):
        lines += ["", *hit(number, each, screen)]
    if answer.total:
        lines += ["", *_facets(answer, screen)]
    return "\n".join(lines)


def hit(number: int, hit: Hit, screen: Screen) -> list[str]:
    """The lines of one hit under its number."""
    fragment, indent = hit.fragment, "    "
    cite = hit.provision.cite or hit.provision.level
    ref = str(ProvisionRef(fragment.ref, hit.provision.id or None))
    told = [
        " · ".join(facts(hit)),
        *([" › ".join(place(hit))] if hit.place else []),
        ref,
        *about(hit, _ELEMENTS),
    ]
    return [
        *screen.wrap(f"{screen.strong(cite)}  {named(hit)}", first=f"{number:>2}. ", rest=indent),
        *(screen.faint(line) for text in told for line in screen.wrap(text, first=indent, rest=indent)),
        *screen.wrap(
            "".join(screen.mark(said) if marked else said for said, marked in words(hit).pieces()),
            first=indent,
            rest=indent,
        ),
        *(line for text in _why(hit) for line in screen.wrap(text[1], first=text[0], rest=indent + " " * 13)),
    ]


def _why(hit: Hit) -> Iterator[tuple[str, str]]:
    if hit.why is not None:
        yield "    ", f"why it stands here: {hit.score:.2f}"
    for depth, score, text in reasons(hit):
        inner = "  " * depth
        yield f"    {inner}{'' if score is None else f'{score:.2f}':>9}  ", text


def _facets(answer: SearchResult, screen: Screen) -> Iterator[str]:
    """How all that was found is spread, each value as it is typed to narrow the query by it."""
    for facet, values in narrowing(answer):
        shown = _LONG if facet == "instrument" else _SHOWN
        more = f", {len(values) - shown} more" if len(values) > shown else ""
        spread = ", ".join(f"{field} {number}" for field, number in values[:shown])
        yield from map(screen.faint, screen.wrap(f"narrow to {spread}{more}", rest="    "))
