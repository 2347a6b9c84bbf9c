"""Notes on a pair: the kinds of difference that its reader is told of."""

from __future__ import annotations

from palermo.alignment.compare.divergence.explain import WORDING
from palermo.alignment.compare.model import EDITORIAL, RENUMBERING, Divergence, Pair

__all__ = ["editorial", "notes"]

# The pair itself is called renumbered; of other words the words are what there is to say.
_UNTOLD = frozenset({RENUMBERING, WORDING})


def notes(pair: Pair) -> dict[Divergence, int]:
    """The divergences of the pair that a person is told of, numbered from 1 in the order of the text, each once."""
    found = dict.fromkeys(e.divergence for e in pair.edits if e.marked and e.divergence is not None)
    return {d: n for n, d in enumerate((d for d in found if d.kind not in _UNTOLD), 1)}


def editorial(divergence: Divergence | None) -> bool:
    """True for a difference that changes nothing in law."""
    return divergence is not None and divergence.kind == EDITORIAL
