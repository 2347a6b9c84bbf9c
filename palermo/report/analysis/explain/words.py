"""Words for how an answer came about, as every report of it has them."""

from __future__ import annotations

from collections.abc import Iterator

from palermo.alignment.gaps.explain_answer import Explanation, OffenceVariant
from palermo.corpus.model.findings import Finding, Value
from palermo.kb.frameworks.framework import Element, Framework
from palermo.report.language.english import count
from palermo.report.language.forms import clipped

__all__ = ["LENGTH", "about", "answered", "fired", "needs", "place", "searched", "victim"]

LENGTH = 200  # code points of a quotation in a line of text


def answered(explanation: Explanation) -> Iterator[tuple[str, str]]:
    """The facts of an answer, each with its name; that which would turn it was tried only where that was found."""
    f = explanation.finding
    yield "Asks", _asked(explanation.element)
    yield "Rating", f.rating.value + (f", {f.extent}" if f.extent else "")
    yield "Rule", f"{f.rule}: {f.explanation}"
    yield "Confidence", f"{f.confidence:.0%}"
    yield "Would turn it", f.would_change
    if said := _tried(explanation):
        yield "Tried", said


def _asked(element: Element) -> str:
    """The restatement, with the citation and how strictly it is asked."""
    by = f"{element.citation}, {element.bindingness}" if element.article else "not asked by the framework"
    return f"{element.restatement} ({by})"


def fired(finding: Finding) -> str:
    """A heading for the evidence of a finding."""
    return "Words that fired" if finding.value is not Value.NO else "Words set aside, or where it was looked"


def _tried(explanation: Explanation) -> str:
    """The smallest deletion found that turns the answer, tried on the text; "" where there is none."""
    found = explanation.turn
    if found is None:
        return ""
    places = []
    for source, span in found.deleted:
        version = explanation.sources[source]
        places.append(f"{version.at(span.start).cite or 'the text'} “{clipped(version.reading(span).text, LENGTH)}”")
    return f"without {'; '.join(places)} the answer is {found.becomes}"


def searched(explanation: Explanation) -> str:
    """The provisions that were looked through."""
    cites = [f"{p.cite or 'the text'} {p.heading}".strip() for _, p in explanation.searched]
    return "; ".join(cites) or "no provision on trafficking was found"


def victim(variant: OffenceVariant) -> str:
    """`against a child` or `against anyone`."""
    return f"against {'a child' if variant.child else 'anyone'}"


def needs(variant: OffenceVariant) -> str:
    """`means and purpose`, one of the two, or neither."""
    found = [name for name, needed in (("means", variant.means), ("purpose", variant.purpose)) if needed]
    return " and ".join(found) or "neither means nor purpose"


def about(framework: Framework) -> str:
    """Identifier, version, citation, number of elements of a framework."""
    elements = count(len(framework.elements), "element")
    return f"{framework.id} {framework.version}; {framework.citation}; {elements}"


def place(element: Element) -> str:
    """The article that asks for an element and how strictly, or that none does."""
    return f"art. {element.article}, {element.bindingness}" if element.article else "beyond the framework"
