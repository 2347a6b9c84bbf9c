"""Names of the kinds of divergence in a report: a label, and the values before and after if there are any."""

from __future__ import annotations

from types import MappingProxyType

from palermo.alignment.compare.model import Divergence

__all__ = ["LABELS", "label", "summary"]

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
