"""Words on a search's answer that every report shares: where a hit stands, since when, how to narrow, how palermo read
the query."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from palermo.corpus.model.text_model import Source, Translation
from palermo.kb.search.results.breadcrumbs import Crumb
from palermo.kb.search.search import Hit, SearchResult
from palermo.report.format.parts import Quote
from palermo.report.language.english import count
from palermo.report.language.forms import clipped

__all__ = [
    "facts",
    "found",
    "kind_of",
    "labels",
    "listed",
    "named",
    "narrowing",
    "notes",
    "place",
    "since",
    "way",
    "words",
]

FIELDS = {
    "jurisdiction": "jurisdiction",
    "language": "lang",
    "year": "year",
    "element": "element",
    "source": "source",
    "instrument": "instrument",
}
_HEADING = 60  # code points of a heading in a place


def found(answer: SearchResult, what: str = "") -> str:
    """Number of hits of `what`, and which of them are shown."""
    total = count(answer.total, "article or section", "articles and sections") + what
    if len(answer.hits) == answer.total or not answer.hits:
        return total
    first, last = answer.offset + 1, answer.offset + len(answer.hits)
    return f"{total}, {f'the best {last}' if first == 1 else f'{first} to {last}'}"


def notes(answer: SearchResult) -> Iterator[str]:
    """Notes on other words than those typed that were looked for, and on why nothing was found; a line each."""
    for typed, meant in answer.corrected.items():
        yield f"No text has “{typed}”; “{meant}” was looked for."
    for word in answer.unknown:
        yield f"No text has “{word}”, nor a word like it."
    for lang, terms in answer.widened.items():
        yield f"Also in {lang}: {', '.join(terms)}"
    if answer.strict < answer.total:
        have = f"{count(answer.strict, 'has', 'have')} all that was asked for; the others have"
        yield f"{have if answer.strict else 'None has all that was asked for; what was found has'} a part of it."
    if answer.total and not answer.hits:
        yield f"There is no such page: {count(answer.total, 'hit')} and no more."
    if answer.nothing is not None:
        for asked, near in answer.nothing.absent.items():
            yield f"No text has {asked}." + (f" Texts have, for instance, {', '.join(near)}." if near else "")
        for part, number in answer.nothing.without.items():
            yield f"Without “{part}”: {count(number, 'article or section', 'articles and sections')}."
        if answer.nothing.outside:
            yield f"Outside of --lang, --jurisdiction and --at: {count(answer.nothing.outside, 'hit')}."


def named(hit: Hit) -> str:
    """The act's title, or its file's name."""
    return hit.fragment.title or hit.fragment.source.path


def since(hit: Hit) -> str:
    """When the text is in force, and what that rests on."""
    force = hit.fragment.in_force
    if force is None:
        return f"of {hit.fragment.ref.date}" if hit.fragment.ref.date else "undated"
    until = f" until {force.end}" if force.end else ""
    return f"in force from {force.start}{until} ({force.basis})"


def facts(hit: Hit) -> list[str]:
    """Jurisdiction, language, dates, and what kind of text it is where that is known."""
    kind = kind_of(hit.fragment.source)
    return [hit.fragment.jurisdiction, hit.fragment.lang, since(hit), *([kind] if kind else [])]


def kind_of(source: Source) -> str:
    """Kind of a text: official, unofficial, or whose translation; "" where that is not known."""
    if source.translation is not Translation.NONE:
        return f"{source.translation} translation"
    return {True: "official text", False: "unofficial text", None: ""}[source.official]


def words(hit: Hit) -> Quote:
    """The words around the finds, these marked."""
    return Quote("", hit.snippet, hit.fragment.lang, tuple(hit.highlights))


def place(hit: Hit) -> list[str]:
    """The steps from the act to the provision."""
    return way(hit.place)


def way(place: Iterable[Crumb]) -> list[str]:
    """The steps of a place in words: "Part 2 Crimes", "Section 5", "(2)"."""
    return [said for step in place if (said := _step(step))]


def _step(step: Crumb) -> str:
    heading = clipped(" ".join(step.provision.heading.split()), _HEADING)
    return f"{step.label} {heading}".strip()


def listed(names: Sequence[str], limit: int) -> str:
    """The first of the names, and how many more there are."""
    more = len(names) - limit
    return ", ".join(names[:limit]) + (f" and {more} more" if more > 0 else "")


def labels(codes: Iterable[str]) -> list[str]:
    """Labels of elements, by their codes."""
    from palermo.kb.frameworks.framework import every

    called = {element.code: element.label for element in every().elements}
    return [called.get(code, code) for code in codes]


def narrowing(answer: SearchResult) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """By each facet that has several values: what to add to the query for each of them, with what that leaves."""
    for facet, field in FIELDS.items():
        values = answer.facets.get(facet, {})
        if len(values) > 1 or (facet in ("element", "source") and values and max(values.values()) < answer.total):
            yield facet, [(f"{field}:{_quoted(value)}", number) for value, number in values.items()]


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value
