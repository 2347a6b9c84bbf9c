"""What reviewers say of a finding, as paragraphs of a page."""

from __future__ import annotations

from corpus.findings import Finding
from palermo.report.html.page import Markup, join
from palermo.report.reviews import said

__all__ = ["reviewed"]


def reviewed(finding: Finding) -> Markup:
    """A paragraph for each word; nothing where nobody has said anything. The sheet `gaps` styles them."""
    words = said(finding.review) if finding.review else ()
    return join((Markup('<p class="review">{}.</p>').format(text) for text in words), "")
