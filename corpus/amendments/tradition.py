"""The drafting tradition as a plug-in: all that palermo asks of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from palermo.corpus.amendments.model import Instruction
from palermo.corpus.amendments.provision_layout import ProvisionLayout
from palermo.corpus.amendments.reading.named_act import same_act
from palermo.corpus.amendments.reading.passages import Passage
from palermo.corpus.model.refs import InstrumentId

__all__ = ["DraftingTradition", "HouseStyle"]


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """The habits of a tradition on which the carrying out of its instructions depends; all are off by default."""

    marginal_notes: bool = False
    """The heading over a section is the marginal note of its first subsection."""
    closing_words: bool = False
    """Words of the parent may follow a list."""
    words_without_heading: bool = False
    """An instruction about the words of a section never means its number or its heading."""
    each_with_heading: bool = False
    """Yet "each place" may mean a heading, too."""
    number_unquoted: bool = False
    """Text quoted for a section, or for the words before a list, may come without the number, which then stays."""
    lines_unquoted: bool = False
    """The same holds for a counted line; one that is quoted with another number than the line has does not fit it."""


@runtime_checkable
class DraftingTradition(Protocol):
    """A way of drafting amendments, in one or more languages.

    A tradition is a class that inherits from this one, so that it has the usual answer wherever it gives none of its
    own; `read` and `layout` it must bring. `docs/traditions.md` builds one.
    """

    name: str
    """The name that reports show and `--tradition` takes."""
    langs: tuple[str, ...]
    """The languages in which it drafts (ISO 639-1)."""
    aliases: frozenset[str] = frozenset()
    """Other names that it goes by, in lower case."""
    countries: frozenset[str] = frozenset()
    """The countries whose acts are drafted so (ISO 3166 in lower case)."""
    style: HouseStyle = HouseStyle()
    yields: bool = False
    """It is that of a text only if it understands more of the text than every other tradition of the language."""

    def read(self, passages: Sequence[Passage], lang: str) -> list[Instruction]:
        """Every instruction of the amending text, in order; those not understood have a `reason` and are refused."""
        ...

    def layout(self, lang: str) -> ProvisionLayout:
        """The layout of provisions in running text."""
        ...

    def cited(self, lang: str, instrument: InstrumentId, section: str) -> str:
        """The citation of an amending provision, for the mark of a repeal; "" where there is none."""
        return ""

    def repealed(self, lang: str, level: str, citation: str) -> str | None:
        """The words that take the place of a repealed provision behind its number; None where it vanishes."""
        return None

    def follow_on(self, lang: str, level: str) -> str | None:
        """The sign that replaces the full stop of a last item of that level when another follows; None: it stays."""
        return None

    def fit(self, lang: str, text: str, start: int, end: int, word: str) -> tuple[int, str] | None:
        """The replacement of `text[start:end]` (code points) by `word` in a global replacement.

        Returns where to begin (before `start` if the article before the word changes with it) and the words; None
        where the right form is not certain.
        """
        return start, word

    def is_act(self, named: str, title: str) -> bool:
        """True if an act as an instruction names it is the one with this title."""
        return same_act(named, title)

    def cites(self, citation: str) -> bool:
        """True if only this tradition cites acts in this way."""
        return False

    def acts(self, name: str) -> bool:
        """True if an act with such a name is amended in this tradition only."""
        return False

    def own(self, text: str) -> bool:
        """True if the wording is this tradition's and no other's of the language."""
        return False
