"""The sentences that say first what is open in a law, the gravest gap first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from palermo.corpus.model.findings import Finding, GapAnalysis, Rating, Value
from palermo.kb.frameworks.framework import every
from palermo.kb.frameworks.requirement import HeadlineWords

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
    about = {element.code: element.treatment.headline for element in every().elements}
    found = [
        headline
        for name, words in every().headlines.items()
        for headline in _of(words, [f for f in analysis.findings if about.get(f.code) == name], analysis)
    ]
    said = {f.code for h in found for f in h.findings}
    rest = [f for rating in OPEN for f in analysis.findings if f.rating is rating and f.code not in said]
    found += [Headline(f.requires.restatement, (f,)) for f in rest]
    return tuple(sorted(found, key=lambda h: h.moot))


def _of(words: HeadlineWords, findings: Sequence[Finding], analysis: GapAnalysis) -> Iterator[Headline]:
    moot = any(f.code == words.moot_without and f.value is Value.NO for f in analysis.findings)
    for rating in OPEN:
        here = tuple(f for f in findings if f.rating is rating)
        sentence = words.moot if moot else words.sentence(rating)
        if here and sentence:
            yield Headline(sentence, here, moot)


def sentences() -> tuple[str, ...]:
    """All sentences that headlines may have."""
    return tuple(
        sentence
        for words in every().headlines.values()
        for sentence in (*(words.sentence(rating) for rating in OPEN), words.moot)
        if sentence
    )
