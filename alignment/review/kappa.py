"""Agreement of two codings of the same things, and how far it goes beyond chance.

Source: J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20 (1960).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from palermo.corpus.model.findings import Value

__all__ = ["Agreement", "agreement"]


@dataclass(frozen=True, slots=True)
class Agreement:
    """`counts` says how often the first coder gave the one value and the second the other."""

    counts: Mapping[tuple[Value, Value], int]

    @property
    def n(self) -> int:
        return sum(self.counts.values())

    @property
    def agreed(self) -> int:
        return sum(number for (one, other), number in self.counts.items() if one is other)

    @property
    def observed(self) -> float | None:
        """The share on which both agree; None where there is nothing."""
        return self.agreed / self.n if self.n else None

    @property
    def expected(self) -> float | None:
        """The share on which they would agree by chance, each giving its values as often as it does."""
        return float(self._expected()) if self.n else None

    @property
    def kappa(self) -> float | None:
        """Cohen's kappa: 1 is full agreement, 0 that of chance. None where it is not defined: there is nothing, or both
        give one and the same value throughout, so that chance alone would make them agree."""
        if not self.n or self._expected() == 1:
            return None
        by_chance = self._expected()
        return float((Fraction(self.agreed, self.n) - by_chance) / (1 - by_chance))

    @property
    def constant(self) -> tuple[bool, bool]:
        """For the first and the second coder: true if all values are the same, which makes kappa 0."""
        return tuple(self.n > 0 and len(self._margin(side)) == 1 for side in (0, 1))  # type: ignore[return-value]

    def _margin(self, side: int) -> Counter[Value]:
        margin: Counter[Value] = Counter()
        for pair, number in self.counts.items():
            if number:
                margin[pair[side]] += number
        return margin

    def _expected(self) -> Fraction:
        one, other = self._margin(0), self._margin(1)
        return Fraction(sum(one[value] * other[value] for value in Value), self.n**2)


def agreement(pairs: Iterable[tuple[Value, Value]]) -> Agreement:
    """The agreement of two codings, given as the two values for each thing that both coded."""
    return Agreement(Counter(pairs))
