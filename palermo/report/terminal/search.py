"""What was found, for the terminal: citation, title, where and when, and the words around the finds."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.refs import ProvisionRef
from kb.search import Answer, Hit
from palermo.report.terminal.common import PLAIN, Screen, count, wrap

__all__ = ["notes", "search"]

_FACETS = ("jurisdiction", "language", "year")
_SHOWN = 8  # values of a facet


def search(answer: Answer, screen: Screen = PLAIN) -> str:
    """The hits in their order, then how all that was found is spread. Without colour, finds stand between asterisks."""
    found = count(answer.total, "article or section", "articles and sections")
    shown = f", the best {len(answer.hits)}" if len(answer.hits) < answer.total else ""
    lines = wrap(screen.strong(f"{found} for {answer.query}{shown}"), screen.width)
    for note in notes(answer):
        lines += wrap(screen.faint(note), screen.width)
    for number, hit in enumerate(answer.hits, 1):
        lines += ["", *_hit(number, hit, screen)]
    if answer.total:
        lines += ["", *_facets(answer, screen)]
    return "\n".join(lines)


def notes(answer: Answer) -> Iterator[str]:
    """What was looked for beside the words as they were typed, a line each."""
    for typed, meant in answer.corrected.items():
        yield f"No text has “{typed}”; “{meant}” was looked for."
    for lang, terms in answer.widened.items():
        yield f"Also in {lang}: {', '.join(terms)}"


def _hit(number: int, hit: Hit, screen: Screen) -> list[str]:
    fragment, indent = hit.fragment, "    "
    cite = hit.provision.cite or hit.provision.level
    title = fragment.title or fragment.source.path
    since = f"since {fragment.since}" if fragment.since else "undated"
    facts = f"{fragment.jurisdiction} · {fragment.lang} · {since}"
    ref = str(ProvisionRef(fragment.ref, hit.provision.id or None))
    return [
        *wrap(f"{screen.strong(cite)}  {title}", screen.width, first=f"{number:>2}. ", rest=indent),
        *(screen.faint(line) for text in (facts, ref) for line in wrap(text, screen.width, first=indent, rest=indent)),
        *wrap("".join(_marked(hit, screen)), screen.width, first=indent, rest=indent),
    ]


def _marked(hit: Hit, screen: Screen) -> Iterator[str]:
    at = 0
    for start, end in hit.highlights:
        yield hit.snippet[at:start]
        word = hit.snippet[start:end]
        yield screen.style(word, bold=True, fg="yellow") if screen.colour else f"*{word}*"
        at = end
    yield hit.snippet[at:]


def _facets(answer: Answer, screen: Screen) -> Iterator[str]:
    for name in _FACETS:
        values = list(answer.facets[name].items())
        more = f", {len(values) - _SHOWN} more" if len(values) > _SHOWN else ""
        if values:
            spread = ", ".join(f"{value} {number}" for value, number in values[:_SHOWN])
            yield from map(screen.faint, wrap(f"by {name}: {spread}{more}", screen.width))
