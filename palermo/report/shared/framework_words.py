"""Words of a framework on its requirements, in the language of the report."""

from __future__ import annotations

from palermo.kb.frameworks.framework import Element, Framework, every
from palermo.kb.frameworks.headlines import Headline
from palermo.report.language import sentences as w
from palermo.report.language.message import translated
from palermo.report.language.speaking import spoken

__all__ = [
    "ABOUT",
    "SHORT",
    "bindingness",
    "citation",
    "group",
    "label",
    "qualification",
    "short",
    "titled",
    "told",
    "versioned",
]

ABOUT = "about a framework"
"""The context of its words in the catalogues."""
SHORT = "in little room"


def titled(framework: Framework) -> str:
    """Its title, in the language if it has one in it."""
    return framework.titles.get(spoken(), framework.title)


def versioned(framework: Framework) -> str:
    """The framework with its version, title and citation."""
    return w.FRAMEWORK_VERSION(
        id=framework.id, version=framework.version, title=titled(framework), citation=citation(framework.citation)
    )


def label(element: Element) -> str:
    """The element's name, in the language if it has one in it."""
    return element.labels.get(spoken(), element.label)


def short(element: Element) -> str:
    """The element's name where there is little room: the last part of its code, or what a language has for that."""
    return translated(element.code.partition(".")[2].replace("_", " "), SHORT)


def group(name: str) -> str:
    """Name of the elements of a group together, as a framework gives it; else the group itself."""
    known = every().groups.get(name)
    return translated(known.label) if known else name.capitalize()


def bindingness(words: str) -> str:
    """Strictness of a requirement, in the language of the report."""
    return translated(words, "bindingness")


def qualification(element: Element) -> str:
    """The reservation that the instrument makes itself."""
    return translated(element.qualification, ABOUT)


def citation(words: str) -> str:
    """Where something is asked: collections keep their English abbreviations, the words between them do not."""
    return translated(words, ABOUT)


def told(headline: Headline, framework: Framework) -> str:
    """A sentence on open requirements, with their names in it."""
    names = ", ".join(label(framework.element(f.code)) for f in headline.findings)
    return translated(headline.sentence, ABOUT).replace("{names}", names)
