"""Divergences of a pair that a report tells of: the names of their kinds, and the values before and after."""

from __future__ import annotations

from types import MappingProxyType

from palermo.alignment.compare.divergence.explain import WORDING
from palermo.alignment.compare.model import EDITORIAL, RENUMBERING, Divergence, Pair

__all__ = ["LABELS", "editorial", "label", "notes", "summary"]

LABELS = MappingProxyType(
    {
        "penalty-raised": "penalty raised",
        "penalty-lowered": "penalty lowered",
        "penalty-changed": "penalty changed",
        "number": "number",
        "date": "date",
        "modality": "modality",
        "negation": "negation",
        "connective": "connective",
        "defined-term": "defined term",
        "cross-reference": "cross-reference",
        "list-item": "list item",
        "editorial": "editorial",
        "renumbering": "renumbering",
        "wording": "wording",
    }
)
# The pair itself is called renumbered; of other words the words are what there is to say.
_UNTOLD = frozenset({RENUMBERING, WORDING})
_VALUED = frozenset({"penalty-raised", "penalty-lowered", "penalty-changed", "number", "date", "modality"})


def label(divergence: Divergence) -> str:
    """The name of the kind for a reader."""
    return LABELS.get(divergence.kind, divergence.kind)


def summary(divergence: Divergence) -> str:
    """Kind, values before and after ("none" where a side has nothing), and the reason in brackets, in a line."""
    text = label(divergence)
    if divergence.kind in _VALUED and (divergence.from_ or divergence.to):
        text += f": {divergence.from_ or 'none'} → {divergence.to or 'none'}"
        if divergence.unit:
            text += f" {divergence.unit}"
    return f"{text} ({divergence.reason})"


def notes(pair: Pair) -> dict[Divergence, int]:
    """The divergences of the pair that a person is told of, numbered from 1 in the order of the text, each once."""
    found = dict.fromkeys(e.divergence for e in pair.edits if e.marked and e.divergence is not None)
    return {d: n for n, d in enumerate((d for d in found if d.kind not in _UNTOLD), 1)}


def editorial(divergence: Divergence | None) -> bool:
    """True for a difference that changes nothing in law."""
    return divergence is not None and divergence.kind == EDITORIAL
