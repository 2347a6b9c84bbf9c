"""The layout of articles whose units are read from the lines of the text."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from itertools import pairwise

from palermo.corpus.amendments.working_text.provision_tree import shifted
from palermo.corpus.model.text_model import Provision, Span

__all__ = ["ArticleText"]


class ArticleText(ABC):
    """Base of the layouts (`ProvisionLayout`) in which no words follow a list, definitions are no units, and trees are
    read anew whenever the text has changed."""

    _AROUND = ' \n«"“'  # signs that may stand around a quoted article

    @property
    def conjunctions(self) -> frozenset[str]:
        return frozenset()

    @property
    @abstractmethod
    def levels(self) -> tuple[str, ...]:
        """See `ProvisionLayout`."""

    @property
    def closed(self) -> frozenset[str]:
        return frozenset(self.levels)

    @property
    def rereads(self) -> bool:
        return True

    @property
    def ranges(self) -> bool:
        return False

    @abstractmethod
    def section(self, text: str, number: str | None) -> Provision | None:
        """See `ProvisionLayout`."""

    def sections(self, text: str, numbers: Sequence[str]) -> tuple[Provision, ...]:
        wanted = [self._compared(n) for n in numbers]
        starts = [start for start, num in self._starts(text) if num in wanted]
        if len(starts) != len(wanted):
            return ()
        parts = [(a, text[a:b]) for a, b in pairwise([*starts, len(text)])]
        units = [(a, self.section(part.rstrip(self._AROUND), None)) for a, part in parts]
        return tuple(shifted(unit, a) for a, unit in units if unit is not None)

    def heads(self, text: str) -> int:
        """The number of articles that seem to begin in the text."""
        return len(self._starts(text))

    @abstractmethod
    def _starts(self, text: str) -> list[tuple[int, str]]:
        """The articles that seem to begin in the text: where, and their numbers as they are compared."""

    @abstractmethod
    def _compared(self, number: str) -> str:
        """A number that is asked for in the form in which numbers are compared."""

    def definitions(self, text: str, node: Provision) -> list[Span]:
        return []
