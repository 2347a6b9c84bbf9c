"""Codes of the frameworks by kind, as their records say, for rules that speak of all of a kind at once."""

from __future__ import annotations

from functools import cache

from palermo.kb.frameworks.framework import every
from palermo.kb.lexicon.cues import Cues

__all__ = [
    "act_codes",
    "count_acts",
    "form_codes",
    "liability_codes",
    "liability_headings",
    "means_codes",
    "typical_acts",
]


def act_codes() -> tuple[str, ...]:
    """Every act, those that the Protocol does not name among them."""
    return _answered_by("acts.act")


def typical_acts() -> tuple[str, ...]:
    """The acts by which a list of acts is known: those of Protocol article 3(a)."""
    return _answered_by("acts.act", typical=True)


def means_codes() -> tuple[str, ...]:
    """The means of Protocol article 3(a)."""
    return _answered_by("means.means")


def form_codes() -> tuple[str, ...]:
    """The forms of exploitation by which a list of forms is known."""
    return _answered_by("purposes.purpose", typical=True)


def liability_codes() -> tuple[str, ...]:
    """The forms of liability beside the offence itself."""
    return _answered_by("offence.liability")


@cache
def liability_headings() -> tuple[str, ...]:
    """The terms of the cue files for headings of general parts on a form of liability."""
    return tuple(element.treatment.heading for element in every().elements if element.treatment.heading)


def count_acts(text: str, cues: Cues) -> int:
    """Number of typical acts that a folded text names."""
    return sum(cues.element(code).search(text) is not None for code in typical_acts())


@cache
def _answered_by(rule: str, *, typical: bool = False) -> tuple[str, ...]:
    return tuple(
        element.code
        for element in every().elements
        if element.treatment.rule == rule and (element.treatment.typical or not typical)
    )
