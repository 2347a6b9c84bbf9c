"""Both texts section by section: how paragraphs nest is the reader's affair, what the words are is the law's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from palermo.alignment.compare.compare import compare
from palermo.alignment.compare.model import Alignment
from palermo.corpus.amendments.working_text.draft import UNITS
from palermo.corpus.model.text_model import EDITORS_NOTES, Provision, Version

__all__ = ["by_section"]

_FEW, _TIMES = 10, 3  # a text with so many sections more than the act given is the whole of which that is a part


def by_section(result: Version, official: Version) -> tuple[Alignment, int]:
    """The two texts paired article by article, with the words of each as one text; notes stay apart.

    Where the result is an article or a few of a large act only those are compared; the number is that of the official
    text's other articles.
    """
    mine, others = list(result.root.outermost(UNITS)), list(official.root.outermost(UNITS))
    numbers = {unit.num.casefold() for unit in mine}
    kept = [unit for unit in others if unit.num.casefold() in numbers]
    if not kept or len(others) <= _TIMES * len(mine) + _FEW:
        return compare([replace(result, root=_cut(result.root))], [replace(official, root=_cut(official.root))]), 0
    left = [replace(result, root=_cut(unit)) for unit in mine]
    return compare(left, [replace(official, root=_cut(unit)) for unit in kept]), len(others) - len(kept)


def _cut(node: Provision) -> Provision:
    below = _notes(node) if node.level in UNITS else map(_cut, node.children)
    return replace(node, children=tuple(below))


def _notes(node: Provision) -> Iterator[Provision]:
    for child in node.children:
        if child.level in EDITORS_NOTES:
            yield replace(child, children=())
        else:
            yield from _notes(child)
