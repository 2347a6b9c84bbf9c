"""Method: how the answers came about, how often such answers are right, and what they do not say."""

from __future__ import annotations

from collections.abc import Iterator

from palermo.corpus.model.findings import Value
from palermo.kb.frameworks.accuracy import accuracy
from palermo.kb.frameworks.framework import Framework
from palermo.report.analysis.memo.case import Case
from palermo.report.format.document import cell, paragraph, text
from palermo.report.format.parts import Block, Heading, Items, Run, Table
from palermo.report.language import sentences as w
from palermo.report.language.forms import day, language_name, percent
from palermo.report.shared.counts import lawless
from palermo.report.shared.framework_words import titled
from palermo.report.shared.rating_signs import MARKS, rated

__all__ = ["how_sure", "method"]

_LEAST = 4  # answers that are named as the least sure
_SURE = 0.9  # confidence from which an answer is not named


def how_sure(case: Case) -> Iterator[Block]:
    """Expected number of wrong answers, and the answers to look at first."""
    yield Heading(w.SURE())
    yield from (paragraph(said) for said in _said(case))


def _said(case: Case) -> Iterator[str]:
    measured = accuracy()
    answers = [f for f in case.analysis.findings if f.value is not Value.UNCLEAR]
    if not lawless(case.analysis):
        yield w.SURE_UNSEEN(
            wrong=round(len(answers) * (1 - measured.right)),
            answers=len(answers),
            bodies=measured.bodies,
            right=percent(measured.right),
            lowest=percent(measured.lowest),
            highest=percent(measured.highest),
            measured=day(measured.measured),
        )
        unsure = sorted((f for f in answers if f.confidence < _SURE), key=lambda f: f.confidence)[:_LEAST]
        if unsure:
            names = (w.SURE_ONE(name=case.label(f), confidence=percent(f.confidence)) for f in unsure)
            yield w.SURE_RULES(names="; ".join(names))
    lang = case.analysis.sources[0].lang
    if lang in measured.less_tested:
        yield w.SURE_LANGUAGE(language=language_name(lang))
    yield w.SURE_QUOTED()


def method(framework: Framework, questions: int) -> Iterator[Block]:
    """The method, its limits, the measured error rates, and what the ratings mean."""
    yield Heading(w.METHOD())
    yield paragraph(w.METHOD_HOW(questions=questions, framework=titled(framework)))
    yield Items(tuple(text(limit()) for limit in w.METHOD_LIMITS))
    measured = accuracy()
    yield paragraph(
        w.METHOD_RATES(
            bodies=measured.bodies,
            right=percent(measured.right),
            yes=percent(measured.yes),
            overclaimed=percent(measured.overclaimed),
        )
    )
    rows = tuple(
        (cell(Run(MARKS[rating], strong=True)), cell(rated(rating)), cell(meaning()))
        for rating, meaning in w.MEANINGS.items()
    )
    yield Table(w.RATINGS_CAPTION(), (w.SIGN(), w.RATING(), w.MEANING()), rows, (8, 20, 72))
