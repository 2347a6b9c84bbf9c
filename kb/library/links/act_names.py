"""Finds the act of the library that an amending text names.

By its title, as the drafting tradition of the text compares names, and by the date and number behind the name; among
acts of the text's country and language. Undecided unless exactly one is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from palermo.corpus.amendments.reading.named_act import same_act
from palermo.corpus.amendments.traditions.tradition_registry import traditions
from palermo.corpus.model.refs import InstrumentId
from palermo.corpus.readers.identify import NOWHERE
from palermo.kb.library.library import Fragment, Library
from palermo.kb.library.links.links import Amended

__all__ = ["ActNames", "cites", "is_dated"]

_NEAR = 40  # code points behind a name within which the act's own year stands
_YEAR = re.compile(r"\b(?:1[789]|20)\d\d\b")
_END = re.compile('[;:“”«»"—]')  # of what is said of the act
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


class ActNames:
    """The acts of a library as its amending texts name them."""

    def __init__(self, library: Library) -> None:
        self.amended = library.links.amended()
        self.fragments: Mapping[int, Fragment] = {f.key: f for f in library.fragments()}
        self._titles: dict[str, dict[InstrumentId, set[str]]] = {}
        for f in self.fragments.values():
            self._titles.setdefault(f.lang, {}).setdefault(f.ref.instrument, set()).add(f.title)

    def meant(self, amended: Amended) -> frozenset[InstrumentId]:
        """The acts that may be meant: exactly one where it is certain, none where the library does not have it."""
        text = self.fragments[amended.amending]
        titles = {i: own for i, own in self._titles[text.lang].items() if _is_near(i, text.ref.instrument)}
        cited = {i for i in titles if cites(amended.cited, i)}
        named = {i for i, own in titles.items() if self._named(amended, own) and not _other_year(amended, i)}
        found = named & cited or named or {i for i in cited if is_dated(i)}
        if len(found) > 1:
            found = {i for i in found if any(same_act(amended.name, title) for title in titles[i])} or found
        if len(found) > 1:
            found = found - self._amenders(amended.name) or found
        return frozenset(found)

    def about(self, instrument: InstrumentId, lang: str) -> tuple[Amended, ...]:
        """Named acts that certainly mean the instrument, in the language, in the order of the texts' adding."""
        titles = self._titles.get(lang, {}).get(instrument, set())
        return tuple(
            amended
            for amended in self.amended
            if self.fragments[amended.amending].lang == lang
            and (self._named(amended, titles) or cites(amended.cited, instrument))
            and self.meant(amended) == {instrument}
        )

    def _named(self, amended: Amended, titles: Iterable[str]) -> bool:
        lang = self.fragments[amended.amending].lang
        is_act = next((t.is_act for t in traditions(lang) if t.name == amended.tradition), same_act)
        return bool(amended.name) and any(title and is_act(amended.name, title) for title in titles)

    def _amenders(self, name: str) -> set[InstrumentId]:
        """The acts that amend one of that name: their own titles often repeat it."""
        return {self.fragments[a.amending].ref.instrument for a in self.amended if a.name == name}


def _is_near(one: InstrumentId, other: InstrumentId) -> bool:
    """Whether they are two acts of one country, as far as that is known."""
    return one != other and (one.country == other.country or NOWHERE in (one.country, other.country))


def cites(words: str, instrument: InstrumentId) -> bool:
    """True if every figure of the instrument's identifier (a date's year and day, a number) is among the words'."""
    said = set(re.findall(r"\w+(?:-\w+)*", words.casefold()))
    wanted: set[str] = set()
    for part in instrument.path:
        date = _DATE.fullmatch(part)
        if date:
            wanted |= {date[1], str(int(date[3]))}
        elif re.search(r"\d", part):
            wanted.add(part.casefold())
    return bool(wanted) and wanted <= said | {word.lstrip("0") for word in said}


def is_dated(instrument: InstrumentId) -> bool:
    """True if its identifier has a whole date beside a number: figures that no other act has."""
    return len(instrument.path) > 1 and any(_DATE.fullmatch(part) for part in instrument.path)


def _other_year(amended: Amended, instrument: InstrumentId) -> bool:
    """Whether the words behind a name without a year are of another year than the instrument's."""
    if _YEAR.search(amended.name):
        return False  # the titles were compared with it
    said = _YEAR.search(_END.split(amended.cited[:_NEAR])[0])
    years = {year for part in instrument.path for year in _YEAR.findall(part)}
    return said is not None and bool(years) and said.group() not in years
