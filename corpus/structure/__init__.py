"""Statute text to a tree of provisions, from its numbering.

`view` cuts the text into lines, `openings` finds the lines that may open articles and parts, `chain` keeps those that
count up, `body` finds paragraphs and points inside each article, `tree` names and cites what was found. Numbering
grammars are data: one file a drafting tradition in `traditions/`.
"""

from __future__ import annotations

from palermo.corpus.structure.parse import Structure, parse

__all__ = ["Structure", "parse"]
