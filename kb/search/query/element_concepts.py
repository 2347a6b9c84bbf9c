"""Elements of the frameworks as they are asked for in a search: by code, by group, by name."""

from __future__ import annotations

from functools import cache

from palermo.corpus.errors import NotFoundError, UsageError
from palermo.kb.frameworks.framework import every
from palermo.kb.thesaurus import thesaurus

__all__ = ["codes", "concepts_of", "of_concept"]


def codes(wanted: str) -> tuple[str, ...]:
    """The codes that are meant, as `Framework.codes` finds them. Raises UsageError, which names the nearest, where
    there is none.
    """
    try:
        return every().codes(wanted)
    except NotFoundError as error:
        raise UsageError(error.message, expected=error.expected) from error


def of_concept(concept: str) -> tuple[str, ...]:
    """The codes of the elements that a concept of the thesaurus is: those whose record names it, or whose last part is
    its name.
    """
    return _by_concept().get(concept.partition(".")[2], ())


def concepts_of(code: str) -> tuple[str, ...]:
    """The concepts of the thesaurus that an element is."""
    return tuple(concept for concept in thesaurus.load().concepts if code in of_concept(concept))


@cache
def _by_concept() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for element in every().elements:
        for name in dict.fromkeys((*element.treatment.concepts, element.code.partition(".")[2])):
            found[name] = (*found.get(name, ()), element.code)
    return found
