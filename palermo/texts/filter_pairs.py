"""A comparison narrowed to what is asked for: some kinds of difference, or one provision of either side."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from palermo.alignment.compare.model import Alignment, Pair, PairKind
from palermo.corpus.citations.find import locate

__all__ = ["CHOICES", "only", "within"]

# The kinds of divergence (`palermo.alignment.compare.divergence`) by name; every penalty kind is one of "penalty", too.
_DIVERGENCES = (
    "penalty-raised", "penalty-lowered", "penalty-changed", "number", "date", "modality", "negation", "connective",
    "defined-term", "cross-reference", "list-item", "wording", "editorial",
)  # fmt: skip


def _of_kind(kinds: Collection[str]) -> Callable[[Pair], bool]:
    return lambda pair: any(e.real and e.divergence is not None and e.divergence.kind in kinds for e in pair.edits)


def _is(kind: PairKind) -> Callable[[Pair], bool]:
    return lambda pair: pair.kind is kind


# What may be asked for, by name: what became of a provision, then of what kind a change in it is.
CHOICES: dict[str, Callable[[Pair], bool]] = {
    "material": lambda pair: pair.material,
    **{kind.value: _is(kind) for kind in PairKind if kind is not PairKind.SAME},
    "moved": lambda pair: pair.moved,
    "renumbered": lambda pair: pair.renumbered,
    "penalty": _of_kind([name for name in _DIVERGENCES if name.startswith("penalty")]),
    **{name: _of_kind([name]) for name in _DIVERGENCES},
}


def only(alignment: Alignment, choices: Collection[str]) -> Alignment:
    """The alignment with the differences of the kinds asked for (names in CHOICES); all of it where none is."""
    if not choices:
        return alignment
    tests = [CHOICES[name] for name in choices]
    return replace(alignment, pairs=tuple(p for p in alignment.pairs if p.differs and any(test(p) for test in tests)))


def within(alignment: Alignment, wanted: str) -> Alignment:
    """The pairs that have a part in the provision that is named (`palermo.corpus.citations.find.locate`), or in what
    lies in it, on
    either side: what was moved out of it or into it is there, too.

    Raises NotFoundError, with the nearest that there are, where neither side has such a provision.
    """
    inside = {id(p) for _, found in locate((*alignment.left, *alignment.right), wanted) for p in found.walk()}
    return replace(
        alignment,
        pairs=tuple(pair for pair in alignment.pairs if any(id(p) in inside for p in (*pair.left, *pair.right))),
    )
