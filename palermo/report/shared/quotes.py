"""Quotations as a person reads them, and the findings in the order that a person asks for them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from palermo.corpus.model.findings import Evidence, Finding, GapAnalysis, Rating, Value
from palermo.kb.frameworks.headlines import OPEN
from palermo.report.language.message import Message

__all__ = ["GROUPS", "OPEN", "cited", "grouped", "numbered", "places", "quoted", "reading"]

_GOES_ON = re.compile(r" +[^\W\d_]")

# What is open first, then what a lawyer has to settle, then what is there.
GROUPS: tuple[tuple[Message, tuple[Rating, ...]], ...] = (
    (Message("Open"), OPEN),
    (Message("Undecided: for a lawyer to settle"), (Rating.UNDECIDED,)),
    (Message("Found in the law"), (Rating.MET,)),
    (Message("Goes further, or leaves out a restriction"), (Rating.BROADER,)),
    (Message("Not asked for, and not there"), (Rating.NOT_REQUIRED,)),
)


def grouped(findings: Iterable[Finding]) -> list[tuple[str, list[Finding]]]:
    """The findings under the headings of GROUPS, worst rating first; empty groups are left out."""
    everything = list(findings)
    groups = [(title(), [f for r in ratings for f in everything if f.rating is r]) for title, ratings in GROUPS]
    return [(title, found) for title, found in groups if found]


def reading(analysis: GapAnalysis, evidence: Evidence) -> str:
    """The quotation without marks and line breaks."""
    return analysis.sources[evidence.source].reading(evidence.span).text


def quoted(analysis: GapAnalysis, evidence: Evidence) -> str:
    """The quotation, with … where it was too long and ends between two words of a clause."""
    text = analysis.sources[evidence.source].text
    return reading(analysis, evidence) + (" …" if _GOES_ON.match(text, evidence.span.end) else "")


def cited(finding: Finding) -> list[Evidence]:
    """The evidence that quotes words of the law for the answer; a no that only says where it was looked has none."""
    return [e for e in finding.evidence if finding.value is not Value.NO or e.words is not None]


def places(finding: Finding) -> str:
    """Citations of the provisions that hold the evidence, each once; "" for none."""
    return ", ".join(dict.fromkeys(e.provision.cite for e in finding.evidence if e.provision.cite))


def numbered(analysis: GapAnalysis, evidence: Evidence) -> str:
    """The citation of the evidence, after the number of its text where there are several: `[2] 128(1)`."""
    number = f"[{evidence.source + 1}] " if len(analysis.sources) > 1 else ""
    return number + evidence.provision.cite
