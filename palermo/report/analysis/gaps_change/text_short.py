"""Effect of an amendment on the gaps: those that it closed, and those still open, in a few lines each."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from palermo.corpus.model.findings import Evidence, Finding, GapAnalysis, Rating
from palermo.kb.frameworks.framework import Framework
from palermo.report.format.terminal import Screen, fit
from palermo.report.language.forms import clipped
from palermo.report.shared.quotes import OPEN, cited, reading

__all__ = ["closed", "still_open"]

_QUOTE = 110  # code points
_LABEL = 36  # columns
_INDENT = " " * 10


def closed(before: GapAnalysis, after: GapAnalysis, framework: Framework, screen: Screen) -> str:
    """Gaps open before, and found or broader after: both ratings, and the words that did it."""
    lines = []
    for finding in after.findings:
        was = before.finding(finding.code).rating
        if was in OPEN and finding.rating in (Rating.MET, Rating.BROADER):
            label = screen.strong(fit(framework.element(finding.code).label, _LABEL))
            lines += screen.wrap(f"{label} {was.value} → {finding.rating.value}", first="  ")
            lines += screen.wrap(_where(after, cited(finding)[:1]), first=" " * 6, rest=" " * 6)
    return "\n".join(line for line in lines if line)


def still_open(analysis: GapAnalysis, framework: Framework, screen: Screen) -> str:
    """Open gaps, worst first: the framework's demand, the law's words or where they were looked for, and the reason.

    Neighbours that are open for the same reason share it.
    """
    findings = sorted((f for f in analysis.findings if f.rating in OPEN), key=lambda f: OPEN.index(f.rating))
    lines: list[str] = []
    for (see, why), shared in groupby(findings, key=lambda f: (_see(analysis, f), f.explanation)):
        for finding in shared:
            element = framework.element(finding.code)
            head = f"{fit(finding.rating.value, 9)}{screen.strong(element.label)}"
            place = screen.faint(f"art. {element.article}, {element.bindingness}")
            lines += screen.wrap(f"{head} · {place}", first="  ", rest=" " * 11)
            lines += screen.wrap(finding.requires.restatement, first="    asks  ", rest=_INDENT)
        lines += screen.wrap(see, first="    see   ", rest=_INDENT)
        lines += [*screen.wrap(why, first="    why   ", rest=_INDENT), ""]
    return "\n".join(lines).rstrip()


def _see(analysis: GapAnalysis, finding: Finding) -> str:
    return _where(analysis, cited(finding)[:1] or finding.evidence[:2])


def _where(analysis: GapAnalysis, evidence: Iterable[Evidence]) -> str:
    return "; ".join(f"{e.provision.cite} “{clipped(reading(analysis, e), _QUOTE)}”" for e in evidence)
