"""A coding beside the machine's, as text: the figures, code by code, and every disagreement with the law's words."""

from __future__ import annotations

from collections.abc import Iterator

from palermo.analysis.coding import CodedItem, Coding
from palermo.corpus.model.findings import Value
from palermo.report.analysis.coding.words import NOTE, figures, kappa, left_over, share
from palermo.report.format.terminal import PLAIN, Screen, wrap
from palermo.report.language.english import count
from palermo.report.shared.quotes import cited, reading

__all__ = ["coding"]

_LENGTH = 160  # code points of one quotation
_PAD = " " * 12


def coding(found: Coding, screen: Screen = PLAIN) -> str:
    """The whole report."""
    lines = [screen.title(f"{found.file} beside palermo: {count(len(found.bodies), 'body of law', 'bodies of law')}")]
    for line in (*figures(found), *left_over(found)):
        lines += ["", *wrap(line, screen.width)]
    if found.items:
        lines += ["", *_confusion(found, screen), "", *_codes(found, screen), "", *wrap(NOTE, screen.width)]
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
    yield from wrap(head, screen.width, first="  ", rest="      ")
    where = f" ({item.coded.provision})" if item.coded.provision else ""
    yield from _labelled("coding", f"{item.coded.value}{where}, line {item.coded.line}", screen)
    finding = item.finding
    yield from _labelled("palermo", f"{finding.value} [{finding.rule}, {finding.confidence:.0%}]", screen)
    quotes = cited(finding)
    for evidence in quotes[:2]:
        text = reading(item.body.analysis, evidence)
        text = text if len(text) <= _LENGTH else text[:_LENGTH].rsplit(" ", 1)[0] + " …"
        yield from _labelled(evidence.provision.cite, f"“{text}”", screen)
    if not quotes:
        where = ", ".join(dict.fromkeys(e.provision.cite for e in finding.evidence if e.provision.cite))
        yield from _labelled("searched", where or "the whole text", screen)
    yield from _labelled("why", finding.explanation, screen)


def _labelled(label: str, text: str, screen: Screen) -> list[str]:
    return wrap(text, screen.width, first=f"    {label} ".ljust(12), rest=_PAD)
