"""Elements of a framework that a changed clause touches, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from palermo.alignment.compare.model import Pair
from palermo.alignment.threeway import Direction, ThreeWay, Touch
from palermo.kb.frameworks.framework import Framework

__all__ = ["Against", "headline"]

_ORDER = tuple(Direction)


@dataclass(frozen=True, slots=True)
class Against:
    """Comparison held against a framework, and the framework whose names are used."""

    found: ThreeWay
    framework: Framework

    def of(self, pair: Pair) -> list[Touch]:
        """Touches of a pair: those that move the law first, towards before away; inside, the order of the framework."""
        return sorted(self.found.of(pair), key=lambda touch: _ORDER.index(touch.direction))

    def moving(self, pair: Pair) -> list[tuple[Touch, str]]:
        """Touches that move the law, with a sentence: `Towards: Transfer: absent before, met after. …`."""
        return [
            (touch, f"{touch.direction.value.capitalize()}: {self.label(touch)}: {touch.reason}")
            for touch in self.of(pair)
            if touch.direction is not Direction.NEITHER
        ]

    def beside(self, pair: Pair) -> str:
        """Sentence that names the elements touched without moving the law; "" for none."""
        names = [self.label(touch) for touch in self.of(pair) if touch.direction is Direction.NEITHER]
        return f"Touched, no nearer and no further: {', '.join(names)}." if names else ""

    def label(self, touch: Touch) -> str:
        """The element as a person calls it."""
        return self.framework.element(touch.code).label

    def counted(self, pairs: Sequence[Pair]) -> dict[Direction, int]:
        """Number of elements that these pairs move in each direction, each once; and of those only touched."""
        codes = {touch.code: touch.direction for pair in pairs for touch in self.found.of(pair)}
        return {direction: sum(d is direction for d in codes.values()) for direction in Direction}


def headline(against: Against, pairs: Sequence[Pair]) -> str:
    """`Held against …: 9 elements moved towards it, 1 away from it; 12 touched without a change of the answer.`"""
    counts = against.counted(pairs)
    text = f"Held against {against.framework.title}: "
    if not any(counts.values()):
        return text + "no changed clause touches one of its elements."
    return text + (
        f"{counts[Direction.TOWARDS]} of its elements moved towards it, {counts[Direction.AWAY]} away from it, "
        f"{counts[Direction.NEITHER]} touched without getting nearer or further."
    )
