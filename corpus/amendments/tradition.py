"""Drafting traditions: what each knows, and which one an amending text is written in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from typing import Protocol

from palermo.corpus.amendments.model import Instruction, Op, Step
from palermo.corpus.amendments.reading.named_act import same_act
from palermo.corpus.amendments.reading.passages import Passage
from palermo.corpus.model.refs import InstrumentId
from palermo.corpus.model.text_model import Provision, Span

__all__ = ["NOWHERE", "DraftingTradition", "ProvisionLayout", "contenders", "tradition_of", "traditions", "undecided"]

# Modules of palermo.corpus.amendments.traditions, each with a TRADITION.
MODULES = (
    "canadian.tradition",
    "british.tradition",
    "us_eu.us",
    "us_eu.eu",
    "romance.french",
    "romance.spanish",
    "russian.tradition",
    "russian.ukrainian",
    "russian.kazakh.tradition",
    "russian.in_english",
)

NOWHERE = "in no drafting tradition that palermo knows"
_UNREAD = "not understood"  # how the reason begins with which a tradition refuses what it cannot read


class ProvisionLayout(Protocol):
    """How the provisions of a tradition lie in the text, for texts whose structure no reader knows: one section of an
    act, or what an instruction quotes. All spans are into the text given; ids and citations may stay empty."""

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
        """Whether a number such as 3-5 is those from 3 to 5, and not the fifth that was put in behind 3."""

    @property
    def rereads(self) -> bool:
        """Whether the trees of sections are this layout's, whatever the reader of the file made of them: read anew
        whenever their text has changed."""

    def section(self, text: str, number: str | None) -> Provision | None:
        """The article or section that `text` is, with its tree: the one with `number` where that is known."""

    def sections(self, text: str, numbers: Sequence[str]) -> tuple[Provision, ...]:
        """The articles or sections with these numbers that `text` consists of, in order, as far as they are found."""

    def units(self, text: str, start: int, end: int, level: str) -> tuple[Provision, ...]:
        """The units in `text[start:end]` of which the first is of `level`, each with its tree."""

    def sentences(self, text: str, start: int, end: int) -> list[int]:
        """Where sentences end inside `text[start:end]`, in order."""

    def definitions(self, text: str, node: Provision) -> list[Span]:
        """The definitions in the provision, in order."""

    def counted(self, text: str, node: Provision, step: Step) -> list[Span] | None:
        """The units of the step's level in the provision, in order, where they are counted and not numbered; None where
        the step is to a numbered unit. Raises Refusal where they cannot be told."""


@dataclass(frozen=True, slots=True)
class DraftingTradition:
    """One way of drafting amendments, in one or more languages (ISO 639-1).

    `read(passages, lang)` gives the instructions in order. `layout(lang)` says how provisions lie in the text.
    `cited(lang, instrument, section)` is the citation of an amending provision, for the mark of a repeal.
    `repealed(lang, level, citation)` is what stands in the place of a repealed provision behind its number, None where
    it vanishes. `follow_on(lang, level)` is the sign between items of that level, where the house style changes the
    full stop of a last item when another follows, None where it stays. With `margins` the heading over a section is the
    marginal note of its first subsection; with `closing` words of the parent may follow a list; with
    `apart` its number and its heading are none of the words of a section, so that instructions about words never mean
    them, and with `titled` "each place" may mean a heading, too. `fit(lang, text, start, end, word)` says what
    to put in the place of `text[start:end]` in a global replacement, with the article before it where that changes:
    where to begin and the words; None where the right form is not certain. `is_act(named, title)` says whether an
    act as an instruction names it is that with the title. With `bare` what is quoted for a section, or for the words
    before a list, may come without the number that stands there: it stays. With `keeps` that holds for a counted line,
    too, and one that is quoted with another number than the line has does not fit it.

    `aliases` are other names that it goes by (in lower case), `countries` (ISO 3166 in lower case) draft so;
    `cites(citation)` says whether an act is cited in this way only here, `acts(name)` whether an act that is named so
    is amended only here, `own(text)` whether the wording is this tradition's and no other's of the language. One that
    `yields` is that of a text only where it understands more of it than every other.
    """

    name: str
    langs: tuple[str, ...]
    read: Callable[[Sequence[Passage], str], list[Instruction]]
    layout: Callable[[str], ProvisionLayout]
    cited: Callable[[str, InstrumentId, str], str] = lambda lang, instrument, section: ""
    repealed: Callable[[str, str, str], str | None] = lambda lang, level, citation: None
    follow_on: Callable[[str, str], str | None] = lambda lang, level: None
    margins: bool = False
    closing: bool = False
    apart: bool = False
    bare: bool = False
    titled: bool = False
    keeps: bool = False
    is_act: Callable[[str, str], bool] = same_act
    aliases: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    cites: Callable[[str], bool] = lambda citation: False
    acts: Callable[[str], bool] = lambda act: False
    own: Callable[[str], bool] = lambda text: False
    yields: bool = False
    fit: Callable[[str, str, int, int, str], tuple[int, str] | None] = lambda lang, text, start, end, word: (
        start,
        word,
    )

    def called(self, name: str) -> bool:
        """Whether a user who gives this name means this tradition."""
        return name.strip().casefold() in {self.name.casefold(), *self.aliases}


@cache
def traditions(lang: str) -> tuple[DraftingTradition, ...]:
    """The traditions that draft in the language, in the order in which they are tried."""
    found = [import_module(f"palermo.corpus.amendments.traditions.{name}").TRADITION for name in MODULES]
    return tuple(t for t in found if lang in t.langs)


def tradition_of(
    passages: Sequence[Passage], lang: str, name: str | None = None, country: str = "", citation: str = ""
) -> tuple[DraftingTradition, list[Instruction]] | None:
    """The tradition that the amending text is written in, and what it reads there.

    Where `contenders` finds several, every instruction gets that as its reason to be refused. None where it finds none.
    """
    found = contenders(passages, lang, name, country, citation)
    if not found:
        return None
    tradition, read = found[0]
    return tradition, read if len(found) == 1 else undecided(read)


def undecided(read: Sequence[Instruction]) -> list[Instruction]:
    """The instructions, all refused as traditions differ in what they do."""
    reason = "drafting traditions differ in what this does, and neither its wording nor a citation shows which it is"
    return [i if i.op is Op.COMMENCE else replace(i, reason=i.reason or reason) for i in read]


def contenders(
    passages: Sequence[Passage], lang: str, name: str | None = None, country: str = "", citation: str = ""
) -> list[tuple[DraftingTradition, list[Instruction]]]:
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
        return [(replace(best[2], name=""), unread)]
    rivals = [r for r in readings if r[0] == best[0] and (r is best or not r[2].yields)]
    if len(rivals) == 1 or not best[0]:
        return [best[2:]]
    text = "\n".join(p.words.text for p in passages)
    for shown in (
        [r for r in rivals if any(i.target.act and r[2].acts(i.target.act) for i in r[3])],
        [r for r in rivals if r[2].own(text)],
    ):
        if len(shown) == 1:
            return [shown[0][2:]]
    if all(_effects(r[3]) == _effects(best[3]) for r in rivals):
        return [best[2:]]
    return [best[2:], *(r[2:] for r in rivals if r is not best)]


def _instructing(read: Sequence[Instruction]) -> list[Instruction]:
    return [i for i in read if i.op is not Op.COMMENCE]


def _candidates(lang: str, name: str | None, country: str, citation: str) -> Sequence[DraftingTradition]:
    known = traditions(lang)
    if name is not None:
        return [t for t in known if t.called(name)]
    told = [t for t in known if country in t.countries] or [t for t in known if citation and t.cites(citation)]
    return told if len(told) == 1 else known


def _effects(read: Sequence[Instruction]) -> list[tuple[object, ...]]:
    """What the instructions do, whatever their words; a repeal is a matter of house style, so it is never the same."""
    return [
        (
            *(i.op, [(s.level, s.num.casefold()) for s in i.target.steps]),
            *(i.target.part, i.target.edge, i.target.through, i.anchor),
            *(i.payload.text if i.payload else "", id(i) if i.op is Op.REPEAL else 0),
        )
        for i in _instructing(read)
    ]
