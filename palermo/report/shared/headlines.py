"""Headlines on the open requirements of a law, in sentences of the report."""

from __future__ import annotations

from palermo.kb.frameworks.framework import Framework
from palermo.kb.frameworks.headlines import Headline
from palermo.report.language.message import translated
from palermo.report.shared.framework_words import ABOUT, label

__all__ = ["told"]


def told(headline: Headline, framework: Framework) -> str:
    """The sentence, with the names of the requirements in it."""
    names = ", ".join(label(framework.element(f.code)) for f in headline.findings)
    return translated(headline.sentence, ABOUT).replace("{names}", names)
