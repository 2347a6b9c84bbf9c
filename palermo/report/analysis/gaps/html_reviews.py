"""Reviewers' words on a finding, as paragraphs of a page."""

from __future__ import annotations

from palermo.corpus.model.findings import Finding
from palermo.report.analysis.gaps.review_words import said
from palermo.report.format.html.page import Markup, join

__all__ = ["reviewed"]


def reviewed(finding: Finding) -> Markup:
    """A paragraph for each word; nothing where nobody has said anything. The sheet `gaps` styles them."""
    words = said(finding.review) if finding.review else ()
    return join((Markup('<p class="review">{}.</p>').format(text) for text in words), "")
