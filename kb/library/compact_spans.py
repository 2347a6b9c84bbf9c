"""The marks of a text, held in little room."""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from itertools import chain
from typing import overload

from palermo.corpus.model.text_model import Span

__all__ = ["CompactSpans"]


class CompactSpans(Sequence[Span]):
    """The spans that a text's row in the library has, which are made when they are asked for: an act in XML has tens of
    thousands, and a hit needs a few.
    """

    def __init__(self, stored: str) -> None:
        self._bounds = array("l", chain.from_iterable(json.loads(stored)))

    def __len__(self) -> int:
        return len(self._bounds) // 2

    @overload
    def __getitem__(self, position: int) -> Span: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Span, ...]: ...

    def __getitem__(self, index: int | slice) -> Span | tuple[Span, ...]:
        if isinstance(index, slice):
            return tuple(self[n] for n in range(*index.indices(len(self))))
        index = range(len(self))[index]
        return Span(self._bounds[2 * index], self._bounds[2 * index + 1])
