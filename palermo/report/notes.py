"""What kind each difference is, as the notes under a pair say it."""

from __future__ import annotations

from alignment.model import EDITORIAL, RENUMBERING, Divergence, Pair

__all__ = ["editorial", "notes", "said"]


def notes(pair: Pair) -> dict[Divergence, int]:
    """The divergences of the pair that a person is told of, numbered from 1 in the order of the text, each once.

    The provision's own number is none: the pair itself is called renumbered.
    """
    found = dict.fromkeys(e.divergence for e in pair.edits if e.marked and e.divergence is not None)
    return {d: n for n, d in enumerate((d for d in found if d.kind != RENUMBERING), 1)}


def said(divergence: Divergence) -> str:
    """The kind, the values that it leads from and to, and the reason: `penalty raised, 5 → 8 years: …`."""
    values = [value for value in (divergence.from_, divergence.to) if value is not None]
    amount = " ".join([" → ".join(values), divergence.unit or ""]).strip() if values else ""
    return ", ".join(part for part in (divergence.kind, amount) if part) + f": {divergence.reason}"


def editorial(divergence: Divergence | None) -> bool:
    """Whether it is a difference that changes nothing in law."""
    return divergence is not None and divergence.kind == EDITORIAL
