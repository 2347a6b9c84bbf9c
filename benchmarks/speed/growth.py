"""How index and search grow with a library: figures, and a drawing of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log10

__all__ = ["Point", "draw"]

_WIDTH, _HEIGHT, _LEFT, _TOP, _APART = 360, 220, 60, 40, 90
_OURS, _THEIRS = "#1f4e79", "#b35806"


@dataclass(frozen=True, slots=True)
class Point:
    """What was measured with so many provisions, in seconds: the whole path from file to index, Whoosh's indexing, and
    a query in the middle and at the 95th percentile, of palermo and of Whoosh.
    """

    provisions: int
    path: float
    whoosh: float
    ours: float
    theirs: float
    our_tail: float
    their_tail: float

    def told(self) -> str:
        """The figures as a line of a table."""
        return (
            f"| {self.provisions:,} | {self.path:.1f} s | {self.path / self.whoosh:.2f} "
            f"| {self.ours * 1000:.1f} / {self.theirs * 1000:.1f} ms "
            f"| {self.our_tail * 1000:.1f} / {self.their_tail * 1000:.1f} ms |"
        )


def draw(points: Sequence[Point]) -> str:
    """An SVG with two diagrams over the number of provisions (logarithmic): the time of a provision on its way into the
    index, and the 95th percentile of queries."""
    width, height = 2 * (_WIDTH + _APART), _TOP + _HEIGHT + 60
    path = _diagram(points, 0, "from file to index, µs a provision", _each(lambda p: p.path), _each(lambda p: p.whoosh))
    query = _diagram(
        points, _WIDTH + _APART, "query, p95, ms", lambda p: p.our_tail * 1e3, lambda p: p.their_tail * 1e3
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'font-family="sans-serif" font-size="12" role="img" aria-label="Growth of index and search">\n'
        f'<rect width="{width}" height="{height}" fill="white"/>\n{path}{query}</svg>\n'
    )


def _each(time: Callable[[Point], float]) -> Callable[[Point], float]:
    return lambda point: time(point) / point.provisions * 1e6


def _diagram(
    points: Sequence[Point], left: int, title: str, ours: Callable[[Point], float], theirs: Callable[[Point], float]
) -> str:
    x0, y0 = left + _LEFT, _TOP + _HEIGHT
    low, high = (log10(end.provisions) for end in (points[0], points[-1]))
    top = 1.1 * max(value(p) for value in (ours, theirs) for p in points)

    def at(point: Point, value: float) -> str:
        return f"{x0 + _WIDTH * (log10(point.provisions) - low) / (high - low):.1f},{y0 - _HEIGHT * value / top:.1f}"

    parts = [f'<text x="{x0}" y="{_TOP - 16}" font-weight="bold">{title}</text>']
    parts.append(f'<path d="M{x0} {_TOP}V{y0}H{x0 + _WIDTH}" fill="none" stroke="black"/>')
    for step in range(1, 5):
        y = y0 - _HEIGHT * step / 4
        parts.append(f'<path d="M{x0} {y:.1f}H{x0 + _WIDTH}" stroke="#ddd"/>')
        parts.append(f'<text x="{x0 - 6}" y="{y + 4:.1f}" text-anchor="end">{top * step / 4:.0f}</text>')
    for point in points:
        x = at(point, 0).split(",")[0]
        parts.append(f'<text x="{x}" y="{y0 + 18}" text-anchor="middle">{_short(point.provisions)}</text>')
    for n, (name, value, colour) in enumerate((("palermo", ours, _OURS), ("Whoosh, same analyser", theirs, _THEIRS))):
        line = " ".join(at(point, value(point)) for point in points)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts.append(f'<text x="{x0 + 150 * n}" y="{y0 + 42}" fill="{colour}">{name}</text>')
    return "\n".join(parts) + "\n"


def _short(number: int) -> str:
    return f"{number / 1000:.0f}k"
