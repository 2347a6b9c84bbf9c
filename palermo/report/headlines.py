"""What is open in a law, in sentences of the report."""

from __future__ import annotations

from kb.framework import Framework
from kb.headlines import Headline
from palermo.report.asked import ABOUT, label
from palermo.report.language.message import translated

__all__ = ["told"]


def told(headline: Headline, framework: Framework) -> str:
    """The sentence, with the names of the requirements in it."""
    names = ", ".join(label(framework.element(f.code)) for f in headline.findings)
    return translated(headline.sentence, ABOUT).replace("{names}", names)
