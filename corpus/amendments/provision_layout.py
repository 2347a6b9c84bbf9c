"""Provisions as they lie in the text of a tradition."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from palermo.corpus.amendments.model import Step
from palermo.corpus.model.text_model import Provision, Span

__all__ = ["Annexes", "ProvisionLayout", "read_unit"]


class ProvisionLayout(Protocol):
    """Layout of a tradition's provisions in the text, for texts whose structure no reader knows: one section of an act,
    or what an instruction quotes. All spans are into the text given; ids and citations may stay empty."""

    @property
    def conjunctions(self) -> frozenset[str]:
        """The words that stand between the last items of a list behind their sign, in lower case: and, or."""

    @property
    def levels(self) -> tuple[str, ...]:
        """The levels below the section, from the outermost in."""

    @property
    def closed(self) -> frozenset[str]:
        """The levels of which a last unit ends where its parent ends: no words of the parent follow a list of them."""

    @property
    def ranges(self) -> bool:
        """True if a number such as 3-5 stands for those from 3 to 5, and not for the fifth that was put in behind 3."""

    @property
    def rereads(self) -> bool:
        """True if the trees of sections are this layout's, however the reader of the file built them: read anew
        whenever their text has changed."""

    def section(self, text: str, number: str | None) -> Provision | None:
        """The article or section that `text` is, with its tree: the one with `number` where that is known."""

    def sections(self, text: str, numbers: Sequence[str]) -> tuple[Provision, ...]:
        """The articles or sections with these numbers that `text` consists of, in order, as far as they are found."""

    def units(self, text: str, start: int, end: int, level: str) -> tuple[Provision, ...]:
        """The units in `text[start:end]` of which the first is of `level`, each with its tree."""

    def sentences(self, text: str, start: int, end: int) -> list[int]:
        """The ends of the sentences inside `text[start:end]`, in order."""

    def definitions(self, text: str, node: Provision) -> list[Span]:
        """The definitions in the provision, in order."""

    def counted(self, text: str, node: Provision, step: Step) -> list[Span] | None:
        """The units of the step's level in the provision, in order, where they are counted and not numbered; None where
        the step is to a numbered unit. Raises Refusal where they cannot be told."""


@runtime_checkable
class Annexes(Protocol):
    """A layout that reads schedules and annexes, too."""

    def annex(self, text: str, number: str) -> Provision | None:
        """The schedule or annex that `text` is, the one with `number` where that is not empty."""


def read_unit(  # noqa: PLR0913 - the parts of a unit
    text: str,
    level: str,
    num: str,
    span: Span,
    *,
    number: Span | None = None,
    heading: Span | None = None,
    children: tuple[Provision, ...] = (),
) -> Provision:
    """A unit as a layout reads it in `text`: without an id and a citation, its number and its heading the words
    that stand there."""
    words = text[slice(*heading)] if heading else ""
    return Provision("", level, num, "", words, span, children, number, heading)
