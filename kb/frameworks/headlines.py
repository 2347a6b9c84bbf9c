"""The sentences that say first what is open in a law, the gravest gap first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from palermo.corpus.data_files import read_data
from palermo.corpus.model.findings import Finding, GapAnalysis, Rating, Value

__all__ = ["OPEN", "Headline", "headlines", "sentences"]

OPEN = (Rating.CONTRARY, Rating.ABSENT, Rating.NARROWER, Rating.PARTLY)
"""The ratings that leave something open, worst first."""


@dataclass(frozen=True, slots=True)
class Headline:
    """A sentence about `findings`, all open and with one rating; `moot` where it leaves no conduct out.

    In it `{names}` stands for what the findings are about.
    """

    sentence: str
    findings: tuple[Finding, ...]
    moot: bool = False


def headlines(analysis: GapAnalysis) -> tuple[Headline, ...]:
    """Every open finding in one sentence or another, the gravest first; what has no sentence of its own comes last,
    with what is asked for.
    """
    found = [h for entry in _entries() for h in _of(entry, analysis)]
    said = {f.code for h in found for f in h.findings}
    rest = [f for rating in OPEN for f in analysis.findings if f.rating is rating and f.code not in said]
    found += [Headline(f.requires.restatement, (f,)) for f in rest]
    return tuple(sorted(found, key=lambda h: h.moot))


def _of(entry: Mapping[str, Any], analysis: GapAnalysis) -> Iterator[Headline]:
    answers = {f.code: f for f in analysis.findings}
    condition = answers.get(entry.get("moot_without", ""))
    moot = condition is not None and condition.value is Value.NO
    for rating in OPEN:
        here = tuple(answers[c] for c in entry["codes"] if c in answers and answers[c].rating is rating)
        sentence = entry["moot"] if moot else entry.get(rating.value)
        if here and sentence is not None:
            yield Headline(sentence, here, moot)


def sentences() -> tuple[str, ...]:
    """All of them, as the data has them."""
    return tuple(
        words
        for entry in _entries()
        for key, words in entry.items()
        if key == "moot" or key in {rating.value for rating in OPEN}
    )


@cache
def _entries() -> list[Mapping[str, Any]]:
    data: Any = read_data(__package__, "headlines.yaml")
    entries: list[Mapping[str, Any]] = data["headlines"]
    return entries
