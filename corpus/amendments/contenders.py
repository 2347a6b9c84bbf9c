"""The tradition that an amending text is drafted in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from palermo.corpus.amendments.model import Instruction, Op
from palermo.corpus.amendments.reading.passages import Passage
from palermo.corpus.amendments.tradition import DraftingTradition
from palermo.corpus.amendments.traditions.tradition_registry import known_as, traditions

__all__ = ["NOWHERE", "TraditionReading", "contenders", "tradition_of", "undecided"]

NOWHERE = "in no drafting tradition that palermo knows"
_UNREAD = "not understood"  # how the reason begins with which a tradition refuses what it cannot read


class TraditionReading(NamedTuple):
    """The instructions that a tradition reads in a text; `name` is "" where nothing shows that it is the text's."""

    tradition: DraftingTradition
    instructions: list[Instruction]
    name: str


def tradition_of(
    passages: Sequence[Passage], lang: str, name: str | None = None, country: str = "", citation: str = ""
) -> TraditionReading | None:
    """The tradition that the amending text is written in, and what it reads there.

    Where `contenders` finds several, every instruction gets that as its reason to be refused. None where it finds none.
    """
    found = contenders(passages, lang, name, country, citation)
    if not found:
        return None
    if len(found) == 1:
        return found[0]
    return found[0]._replace(instructions=undecided(found[0].instructions))


def undecided(read: Sequence[Instruction]) -> list[Instruction]:
    """The instructions, all refused as traditions differ in what they do."""
    reason = "drafting traditions differ in what this does, and neither its wording nor a citation shows which it is"
    return [i if i.op is Op.COMMENCE else replace(i, reason=i.reason or reason) for i in read]


def contenders(
    passages: Sequence[Passage], lang: str, name: str | None = None, country: str = "", citation: str = ""
) -> list[TraditionReading]:
    """The traditions that the amending text can be written in, each with what it reads there, the likeliest first.

    It is the one with this name, or that of the amending act's country or citation; else the one that understands most
    of the text. Where two understand as much and do not read the same, the acts that they amend or the wording must
    show which it is, or all of them are returned. Where none understands a word and nothing else shows which it is, it
    is one without a name. [] where the language has no tradition, or where none sees a single instruction.
    """
    readings = []
    candidates = _candidates(lang, name, country, citation)
    for tradition in candidates:
        read = tradition.read(passages, lang)
        seen = _instructing(read)
        if seen:
            readings.append((sum(1 for i in seen if not i.reason), len(seen), tradition, read))
    if not readings:
        return []
    best = max(readings, key=lambda r: (r[0], not r[2].yields, r[1]))
    if len(candidates) > 1 and all(i.reason.startswith(_UNREAD) for r in readings for i in _instructing(r[3])):
        unread = [replace(i, reason=i.reason and f"{_UNREAD}: {NOWHERE}") for i in best[3]]
        return [TraditionReading(best[2], unread, "")]
    rivals = [r for r in readings if r[0] == best[0] and (r is best or not r[2].yields)]
    if len(rivals) == 1 or not best[0]:
        return [_reading(best)]
    text = "\n".join(p.words.text for p in passages)
    for shown in (
        [r for r in rivals if any(i.target.act and r[2].acts(i.target.act) for i in r[3])],
        [r for r in rivals if r[2].own(text)],
    ):
        if len(shown) == 1:
            return [_reading(shown[0])]
    if all(_effects(r[3]) == _effects(best[3]) for r in rivals):
        return [_reading(best)]
    return [_reading(best), *(_reading(r) for r in rivals if r is not best)]


def _reading(counted: tuple[int, int, DraftingTradition, list[Instruction]]) -> TraditionReading:
    _, _, tradition, read = counted
    return TraditionReading(tradition, read, tradition.name)


def _instructing(read: Sequence[Instruction]) -> list[Instruction]:
    return [i for i in read if i.op is not Op.COMMENCE]


def _candidates(lang: str, name: str | None, country: str, citation: str) -> Sequence[DraftingTradition]:
    known = traditions(lang)
    if name is not None:
        return [t for t in known if known_as(t, name)]
    told = [t for t in known if country in t.countries] or [t for t in known if citation and t.cites(citation)]
    return told if len(told) == 1 else known


def _effects(read: Sequence[Instruction]) -> list[tuple[object, ...]]:
    """The effects of the instructions, whatever their words; a repeal is a matter of house style, so never the same."""
    return [
        (
            *(i.op, [(s.level, s.num.casefold()) for s in i.target.steps]),
            *(i.target.part, i.target.edge, i.target.through, i.anchor),
            *(i.payload.text if i.payload else "", id(i) if i.op is Op.REPEAL else 0),
        )
        for i in _instructing(read)
    ]
