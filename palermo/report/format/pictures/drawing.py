"""A drawing of few shapes as SVG. Lengths are in pixels, places are from the upper left corner."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from palermo.corpus.text.xml_safe import legal

__all__ = ["INK", "LINE", "PAPER", "Box", "Drawing"]

INK, LINE, PAPER = "#1f1d1a", "#a9a296", "#ffffff"
_FONTS = "'Liberation Sans', Arial, 'DejaVu Sans', 'Noto Sans', sans-serif"


class Box(NamedTuple):
    """A rectangle by its upper left corner."""

    x: float
    y: float
    width: float
    height: float


class Drawing:
    """Collects shapes; `svg` writes them down."""

    def __init__(self) -> None:
        self._shapes: list[Markup] = []

    def box(self, box: Box, fill: str, line: str = LINE) -> None:
        """A rectangle."""
        shape = '<rect x="{}" y="{}" width="{}" height="{}" fill="{}" stroke="{}" stroke-width="0.6"/>'
        self._add(shape, *map(_said, box), fill, line)

    def stroke(self, points: list[tuple[float, float]], ink: str = INK, width: float = 1.4, dash: str = "") -> None:
        """A line through the points."""
        dashed = Markup(' stroke-dasharray="{}"').format(dash) if dash else Markup("")
        self._add(
            '<polyline points="{}" fill="none" stroke="{}" stroke-width="{}" stroke-linecap="round"{}/>',
            " ".join(f"{_said(x)},{_said(y)}" for x, y in points), ink, _said(width), dashed,
        )  # fmt: skip

    def dot(self, x: float, y: float, radius: float, fill: str = INK, line: str = "none") -> None:
        """A disc, or a ring where `fill` is none."""
        self._add(
            '<circle cx="{}" cy="{}" r="{}" fill="{}" stroke="{}" stroke-width="1.1"/>',
            *map(_said, (x, y, radius)), fill, line,
        )  # fmt: skip

    def half(self, x: float, y: float, radius: float, fill: str = INK) -> None:
        """The left half of a disc."""
        top, bottom, r = _said(y - radius), _said(y + radius), _said(radius)
        self._add('<path d="M{0},{1} A{2},{2} 0 0 0 {0},{3} Z" fill="{4}"/>', _said(x), top, r, bottom, fill)

    def words(  # noqa: PLR0913 - how words can lie
        self, x: float, y: float, words: str, *, size: float = 11, end: bool = False, middle: bool = False,
        strong: bool = False, turned: float = 0,
    ) -> None:  # fmt: skip
        """Words that begin, end or have their middle at x, on the line y, turned by degrees clockwise."""
        anchor = "end" if end else "middle" if middle else "start"
        weight = Markup(' font-weight="700"') if strong else Markup("")
        turn = (
            Markup(' transform="rotate({} {} {})"').format(_said(turned), _said(x), _said(y)) if turned else Markup("")
        )
        self._add(
            '<text x="{}" y="{}" font-size="{}" text-anchor="{}"{}{}>{}</text>',
            _said(x), _said(y), _said(size), anchor, weight, turn, legal(words),
        )  # fmt: skip

    def svg(self, width: float, height: float, title: str, alt: str) -> str:
        """The whole drawing. `alt` is what a screen reader says in its place."""
        shapes = Markup("\n").join(self._shapes)
        return str(
            Markup(
                '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{alt}" '
                'width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
                'font-family="{fonts}" fill="{ink}">\n<title>{title}</title>\n'
                '<rect width="100%" height="100%" fill="{paper}"/>\n{shapes}\n</svg>'
            ).format(
                alt=legal(alt),
                width=_said(width),
                height=_said(height),
                fonts=_FONTS,
                ink=INK,
                title=legal(title),
                paper=PAPER,
                shapes=shapes,
            )
        )

    def _add(self, shape: str, *values: str) -> None:
        self._shapes.append(Markup(shape).format(*values))


def _said(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
