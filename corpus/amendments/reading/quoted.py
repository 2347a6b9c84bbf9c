"""Text quoted by an instruction: its units, and the number of the section around them where it is printed, too."""

from __future__ import annotations

from dataclasses import dataclass

from palermo.corpus.amendments.provision_layout import ProvisionLayout
from palermo.corpus.amendments.refusal import Refusal
from palermo.corpus.model.text_model import Provision

__all__ = ["Quoted", "check_words", "quoted"]


@dataclass(frozen=True, slots=True)
class Quoted:
    """`units` of the quoted text, and `section` around them where its heading and number are quoted, too."""

    text: str
    units: tuple[Provision, ...]
    section: Provision | None = None


def quoted(text: str, layout: ProvisionLayout, level: str, section: str) -> Quoted:
    """The units of `level` that `text` consists of, from its first character on; `section` is the number of theirs.

    Raises Refusal where it does not begin with such a unit.
    """
    around = layout.section(text, section)
    if around is not None and around.num_span is not None and around.children:
        first = around.children[0]
        if first.level == level and not text[around.num_span.end : first.span.start].strip():
            check_words(text, around.children)
            return Quoted(text, around.children, around)
    units = layout.units(text, 0, len(text), level)
    if not units or text[: units[0].span.start].strip():
        raise Refusal(f"what is quoted does not begin with a {level}")
    check_words(text, units)
    return Quoted(text, units)


def check_words(text: str, units: tuple[Provision, ...]) -> None:
    """Raises Refusal where a quoted unit is nothing but its number."""
    for unit in units:
        if unit.num_span is not None and not text[unit.num_span.end : unit.span.end].strip():
            raise Refusal("what is quoted breaks off")
