"""Structure of statute text: a tree of provisions, from their numbering.

`lines` cuts the text into lines, `outline` finds those that open articles and parts, and keeps those that count up;
`body` finds paragraphs and points inside each article, names and cites them. Numbering grammars are data: one file a
drafting tradition in `traditions/`.
"""

from __future__ import annotations

from palermo.corpus.structure.parse import Structure, parse

__all__ = ["Structure", "parse"]
