"""A coding beside the machine's, as text: the figures, code by code, and every disagreement with the law's words."""

from __future__ import annotations

from collections.abc import Iterator

from palermo.analysis.coding import CodedItem, Coding
from palermo.corpus.model.findings import Value
from palermo.report.analysis.coding.words import NOTE, figures, kappa, left_over, share
from palermo.report.format.terminal import PLAIN, Screen
from palermo.report.language.english import count
from palermo.report.language.forms import clipped
from palermo.report.shared.quotes import cited, places, reading

__all__ = ["coding"]

_LENGTH = 160  # code points of one quotation


def coding(found: Coding, screen: Screen = PLAIN) -> str:
    """The whole report."""
    lines = [screen.title(f"{found.file} beside palermo: {count(len(found.bodies), 'body of law', 'bodies of law')}")]
    for line in (*figures(found), *left_over(found)):
        lines += ["", *screen.wrap(line)]
    if found.items:
        lines += ["", *_confusion(found, screen), "", *_codes(found, screen), "", *screen.wrap(NOTE)]
        lines += ["", screen.strong(f"Disagreements ({len(found.disagreements)})")]
    for item in found.disagreements:
        lines += ["", *_disagreement(found, item, screen)]
    return "\n".join(lines)


def _confusion(found: Coding, screen: Screen) -> Iterator[str]:
    counts = found.overall.counts
    yield screen.strong("the coding ↓, palermo →".ljust(28)) + "".join(f"{value:>10}" for value in Value)
    for one in Value:
        yield f"  {one.value:<26}" + "".join(f"{counts.get((one, other), 0):>10}" for other in Value)


def _codes(found: Coding, screen: Screen) -> Iterator[str]:
    yield screen.strong(f"{'code':<28}{'n':>5}{'agree':>8}   kappa")
    for code, agreement in found.codes():
        yield f"{code:<28}{agreement.n:>5}{share(agreement.observed):>8}   {kappa(agreement)}"


def _disagreement(found: Coding, item: CodedItem, screen: Screen) -> Iterator[str]:
    label = found.framework.element(item.coded.code).label
    head = f"{item.body.id}: {screen.strong(label)}  {screen.faint(item.coded.code)}"
    yield from screen.wrap(head, first="  ", rest="      ")
    where = f" ({item.coded.provision})" if item.coded.provision else ""
    yield from screen.labelled("coding", f"{item.coded.value}{where}, line {item.coded.line}")
    finding = item.finding
    yield from screen.labelled("palermo", f"{finding.value} [{finding.rule}, {finding.confidence:.0%}]")
    quotes = cited(finding)
    for evidence in quotes[:2]:
        text = clipped(reading(item.body.analysis, evidence), _LENGTH)
        yield from screen.labelled(evidence.provision.cite, f"“{text}”")
    if not quotes:
        yield from screen.labelled("searched", places(finding) or "the whole text")
    yield from screen.labelled("why", finding.explanation)
