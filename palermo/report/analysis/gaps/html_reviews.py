"""The rating of a finding, and reviewers' words on it, on a page. The sheet `gaps` has their styles."""

from __future__ import annotations

from palermo.corpus.model.findings import Finding, Rating
from palermo.report.analysis.gaps.review_words import said
from palermo.report.format.html.page import Markup, join
from palermo.report.shared.rating_signs import rated

__all__ = ["badge", "class_of", "reviewed"]


def badge(rating: Rating) -> Markup:
    """The rating as a sign of its own colour."""
    return Markup('<span class="rating {}">{}</span>').format(class_of(rating), rated(rating))


def class_of(rating: Rating) -> str:
    return "rating-" + rating.value.replace(" ", "-")


def reviewed(finding: Finding) -> Markup:
    """A paragraph for each word; nothing where nobody has said anything."""
    words = said(finding.review) if finding.review else ()
    return join((Markup('<p class="review">{}.</p>').format(text) for text in words), "")
