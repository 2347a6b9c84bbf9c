"""The matrix: bodies of law, each as of one day or of several, held against a framework, code by code."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from palermo.alignment.gaps.gaps import gaps
from palermo.corpus.errors import NotFoundError, UsageError
from palermo.corpus.model.findings import Finding, GapAnalysis, Penalty
from palermo.corpus.model.refs import VersionRef
from palermo.corpus.model.text_model import Interval, Version
from palermo.corpus.text.common_title import common_title
from palermo.kb.frameworks.framework import Framework
from palermo.kb.library.library import Library
from palermo.review.reviews import with_reviews
from palermo.texts.editions import editions

__all__ = ["Matrix", "MatrixBody", "everything", "matrix"]

Texts = tuple[Version, ...]
_MONTHS = {"years": 12.0, "months": 1.0}


@dataclass(frozen=True, slots=True)
class MatrixBody:
    """A row: a body of law as it stood from some day on. `id` is what the user named it by."""

    id: str
    analysis: GapAnalysis

    @property
    def title(self) -> str:
        """The title of its texts; where they have several, the words that all begin with, else all of them."""
        titles = list(dict.fromkeys(v.title or v.source.path for v in self.analysis.sources))
        return common_title(titles) or "; ".join(titles)

    @property
    def jurisdiction(self) -> str:
        return self.analysis.sources[0].ref.instrument.country

    @property
    def lang(self) -> str:
        return self.analysis.sources[0].lang

    @property
    def in_force(self) -> Interval | None:
        """Since when the newest of its texts is in force; None where no text has a date."""
        dated = [v.in_force for v in self.analysis.sources if v.in_force]
        return max(dated, key=lambda interval: interval.start, default=None)

    @property
    def date(self) -> str | None:
        return self.in_force.start if self.in_force else None

    @property
    def imprisonment(self) -> tuple[float | None, float | None]:
        """The least and the most months of imprisonment that the offence itself is threatened with; the most is
        infinite for life, and None is not stated.
        """
        terms = [p for p in self.analysis.penalties if p.basic and p.kind == "imprisonment" and p.unit in _MONTHS]
        return min(_months(terms, "min"), default=None), max(_months(terms, "max"), default=None)


@dataclass(frozen=True, slots=True)
class Matrix:
    """`left_out` are the sides that could not be analysed, with the reason."""

    framework: Framework
    bodies: tuple[MatrixBody, ...]
    left_out: tuple[tuple[str, str], ...] = ()

    def row(self, body: MatrixBody) -> tuple[Finding, ...]:
        """The findings about a body in the order of the framework's elements."""
        return tuple(body.analysis.finding(element.code) for element in self.framework.elements)


def matrix(  # noqa: PLR0913 - what the command line may say of it
    sides: Sequence[str],
    resolve: Callable[[str], Texts],
    framework: Framework,
    *,
    library: Path,
    lang: str | None = None,
    history: bool = False,
    track: Callable[[Iterable[str]], Iterable[str]] = iter,
) -> Matrix:
    """A row for each side, in the order given; with `history` one for each date of it, the oldest first.

    What the library's reviewers say stands beside each finding. A side whose language is not known, or has no cue
    words, is left out and listed. Raises what `resolve` raises.
    """
    bodies: list[MatrixBody] = []
    left_out: list[tuple[str, str]] = []
    for side in track(sides):
        try:
            dated = editions([side], resolve, library=library, lang=lang) if history else [resolve(side)]
            held = (gaps(texts, framework) for texts in dated if texts)
            found = [MatrixBody(side, with_reviews(analysis, side, framework, library=library)) for analysis in held]
        except UsageError as error:
            left_out.append((side, error.message))
            continue
        bodies += sorted(found, key=lambda body: body.date or "")
    return Matrix(framework, tuple(bodies), tuple(left_out))


def everything(library: Path) -> tuple[str, ...]:
    """The sides that a library has: its bodies by id, then each instrument that is in none, in each of its languages.

    Raises NotFoundError where it has nothing.
    """
    with Library.open(library) as opened:
        bodies = opened.bodies()
        inside = {(ref.instrument, ref.lang or f.lang) for b in bodies for ref in b.refs for f in opened.fragments()}
        texts = dict.fromkeys((f.ref.instrument, f.lang, f.ref.lang) for f in opened.fragments())
    alone = [
        str(VersionRef(instrument, written))
        for instrument, lang, written in texts
        if (instrument, lang) not in inside and written is not None
    ]
    sides = (*(body.id for body in bodies), *alone)
    if not sides:
        raise NotFoundError("the library is empty", file=str(library), expected="texts: `palermo add FILE`")
    return sides


def _months(terms: Iterable[Penalty], bound: str) -> list[float]:
    return [value * _MONTHS[p.unit] for p in terms if (value := getattr(p, bound)) is not None]
