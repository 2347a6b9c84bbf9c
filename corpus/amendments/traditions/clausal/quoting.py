"""A text with its quotations blotted out."""

from __future__ import annotations

from dataclasses import dataclass

from palermo.corpus.model.text_model import Span

__all__ = ["Quoting"]


@dataclass(frozen=True, slots=True)
class Quoting:
    """`blank` is the text with each outermost quotation and its marks blotted out, character for character; `inner` are
    the spans between the marks, by where the quotation begins. `broken` is where a quotation begins that does not end.
    """

    blank: str
    inner: dict[int, Span]
    broken: int | None = None

    def words(self, start: int) -> Span:
        """The span inside the marks of the quotation that begins at `start`."""
        return self.inner[start]
