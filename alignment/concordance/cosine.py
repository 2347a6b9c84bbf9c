"""Vectors weighed by how rare their features are, and how alike two of them are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum, log, sqrt

from palermo.alignment.concordance import weights
from palermo.alignment.concordance.vectors import Feature, Vector

__all__ = ["Weighed", "alike", "cosine", "only", "weigh"]

_DIGITS = 9  # sums are rounded, so that the order of the sides does not show in the last digit


@dataclass(frozen=True, slots=True)
class Weighed:
    """The vectors of one side by their keys, and the square of the length of each."""

    vectors: Mapping[int, Vector]
    masses: Mapping[int, float]

    @classmethod
    def of(cls, vectors: Mapping[int, Vector]) -> Weighed:
        return cls(vectors, {key: fsum(x * x for x in vector.values()) for key, vector in vectors.items()})


def weigh(
    left: Mapping[int, Vector], right: Mapping[int, Vector], kinds: Mapping[str, float]
) -> tuple[Weighed, Weighed]:
    """Both sides with each feature weighed by its kind and by log(1 + N / n): n of the N vectors have it, on the side
    where more of them do. Features of other kinds are left out.
    """
    share: dict[Feature, float] = {}
    for side in (left, right):
        for feature, n in Counter(f for vector in side.values() for f in vector).items():
            share[feature] = max(share.get(feature, 0.0), n / len(side))
    weight = {f: log(1 + 1 / s) * sqrt(kinds[f[0]]) for f, s in share.items() if f[0] in kinds}
    one, other = (
        Weighed.of({key: {f: x * weight[f] for f, x in vector.items() if f in weight} for key, vector in side.items()})
        for side in (left, right)
    )
    return one, other


def cosine(left: Weighed, i: int, right: Weighed, j: int) -> float:
    """The cosine of two vectors, 0 to 1; 0 where one is empty."""
    shared = _dot(left.vectors[i], right.vectors[j])
    return round(shared / sqrt(left.masses[i] * right.masses[j]), _DIGITS) if shared else 0.0


def alike(left: Weighed, i: int, right: Weighed, j: int) -> float:
    """The cosine, in part replaced by how far the shorter vector is contained in the longer one; 1 for the same."""
    a, b = left.vectors[i], right.vectors[j]
    shared = _dot(a, b)
    if not shared or a == b:
        return float(bool(shared))
    masses = left.masses[i], right.masses[j]
    contained = min(1.0, shared / (min(masses) + weights.SHORT))
    near = shared / sqrt(masses[0] * masses[1])
    return round((1 - weights.CONTAINED) * near + weights.CONTAINED * contained, _DIGITS)


def only(side: Weighed, key: int, kind: str) -> Weighed:
    """Vector `key` of a side by itself, reduced to the features of one kind."""
    return Weighed.of({key: {f: x for f, x in side.vectors[key].items() if f[0] == kind}})


def _dot(a: Vector, b: Vector) -> float:
    return fsum(a[f] * b[f] for f in a.keys() & b.keys())  # exact, in whatever order
