"""Elements of the Protocol as they are asked for in a search: by code, by group, by name."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache

from corpus.errors import UsageError
from kb import thesaurus
from kb.framework import load

__all__ = ["codes", "concepts_of", "of_concept"]

_FRAMEWORK = "palermo"


def codes(wanted: str) -> tuple[str, ...]:
    """The codes that are meant: `purpose.organs` or, where no other ends so, `organs`; all of a group, `purpose`.

    Raises UsageError, which names the nearest, where there is none.
    """
    name = wanted.strip().casefold().replace(" ", "_").replace("-", "_")
    known = [element.code for element in load(_FRAMEWORK).elements]
    found = tuple(
        [code for code in known if code == name]
        or [code for code in known if code.partition(".")[0] == name]
        or [code for code in known if code.partition(".")[2] == name]
    )
    if not found:
        names = known + [code.partition(".")[2] for code in known]
        near = get_close_matches(name, names, 4, 0.5) or known[:3]
        raise UsageError(f"no element {wanted!r}", expected=f"{', '.join(near)}: `palermo frameworks` lists them")
    return found


def of_concept(concept: str) -> tuple[str, ...]:
    """The codes of the elements that a concept of the thesaurus is: as the table has it, or the one of its name."""
    name = concept.partition(".")[2]
    return _OTHERWISE.get(name) or _by_name().get(name, ())


def concepts_of(code: str) -> tuple[str, ...]:
    """The concepts of the thesaurus that an element is."""
    return tuple(concept for concept in thesaurus.load().concepts if code in of_concept(concept))


_OTHERWISE = {
    "child": ("child.aggravated", "child.no_means", "child.age_18"),
    "consent": ("consent.irrelevant",),
    "legal_person": ("offence.legal_persons",),
    "organise": ("offence.organising",),
    "payments": ("means.payment",),
}


@cache
def _by_name() -> dict[str, tuple[str, ...]]:
    return {element.code.partition(".")[2]: (element.code,) for element in load(_FRAMEWORK).elements}
