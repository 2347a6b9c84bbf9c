"""The beginning of a statement of a post-Soviet amending act: the act and the provisions in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

from palermo.corpus.amendments.traditions.numbered.quotations import BEGIN, Q
from palermo.corpus.amendments.traditions.numbered.statements import behind_space
from palermo.corpus.amendments.traditions.russian.make_instructions import RussianOperations
from palermo.corpus.amendments.traditions.russian.references import Paths, RussianPath, nested
from palermo.corpus.amendments.traditions.russian.text.source import RussianSource
from palermo.corpus.amendments.traditions.russian.words import RussianWords

__all__ = ["Beginnings", "RussianPlace", "RussianPlaces"]


@dataclass(frozen=True, slots=True)
class RussianPlace:
    """The act and the provisions, up to `end`."""

    end: int
    act: str = ""
    paths: tuple[RussianPath, ...] = ()
    throughout: bool = False
    within: bool = False
    """Whether words in the provisions are meant ("в статье 5"), not these themselves."""


class Beginnings(Protocol):
    """Reads what statements begin with, at offsets of the text with its quotations blotted out."""

    def opens(self, plain: str, position: int) -> bool:
        """True if the heading of an act's amendments begins at `position` ("Внести в …")."""

    def is_act(self, plain: str, position: int) -> bool:
        """True if an act is named at `position`, or behind the blanks there."""

    def name(self, source: RussianSource, plain: str, start: int, end: int) -> str:
        """The act's name, without its date and where it was published."""

    def container(self, source: RussianSource, plain: str, position: int) -> RussianPlace | None:
        """The act and provisions that a heading of amendments names; None where the statement at `position` is none."""

    def place(self, source: RussianSource, plain: str, position: int) -> RussianPlace | None:
        """The provisions with which the statement begins, and the act. None where it begins with what is neither these
        nor an operation."""


class RussianPlaces:
    """Reads them with the words of `data`, in Russian word order."""

    def __init__(self, data: RussianWords, paths: Paths, operations: RussianOperations) -> None:
        self._paths = paths
        self._operations = operations
        self._containers = [re.compile(pattern, re.I) for pattern in data.containers]
        self._several = re.compile(data.several, re.I)
        self._act = re.compile(data.act)
        self._this_act = re.compile(data.this_act, re.I)
        self._name_ends = data.name_ends
        self._to = re.compile(data.to_article)
        self._throughout = re.compile(data.throughout, re.I)

    def opens(self, plain: str, position: int) -> bool:
        """See `Beginnings`."""
        return any(pattern.match(plain, position) for pattern in self._containers)

    def is_act(self, plain: str, position: int) -> bool:
        """See `Beginnings`."""
        return self._act.match(plain, behind_space(plain, position)) is not None

    def container(self, source: RussianSource, plain: str, position: int) -> RussianPlace | None:
        """ "Внести в … следующие изменения"."""
        for pattern in self._containers:
            match = pattern.search(plain, position)
            if match is None or BEGIN in plain[position : match.start()]:
                continue
            if self._several.search(match["where"]):
                return RussianPlace(match.end())
            start, end = match.span("where")
            begin = self._paths.within(plain, start) or start
            found = self._paths.read(plain, begin, source.quoted)
            paths, begin = found or ([], begin)
            return RussianPlace(match.end(), self.name(source, plain, begin, end), tuple(paths))
        return None

    def place(self, source: RussianSource, plain: str, position: int) -> RussianPlace | None:
        """See `Beginnings`."""
        throughout = self._throughout.match(plain, position)
        within = None if throughout else self._paths.within(plain, position)
        begin = behind_space(plain, throughout.end()) if throughout else within or position
        found = self._paths.read(plain, begin, source.quoted)
        paths, end = found or ([], begin)
        if begin == position and self._operations.begins(plain, position) == position:
            return RussianPlace(position)
        if found is None and begin == position:
            return None
        end = behind_space(plain, end)
        if within is not None and paths and (inner := self._inner(source, plain, end)) is not None:
            # "в статье 31 абзац девятый исключить"
            paths, within = [nested(above, path) for above in paths for path in inner[0]], within if inner[2] else None
            end = behind_space(plain, inner[1])
        if throughout is None:
            throughout = self._throughout.match(plain, end)
            end = behind_space(plain, throughout.end()) if throughout else end
        inside = within is not None or self._paths.holds(plain, begin)
        stop = self._operations.begins(plain, end)
        tail = plain[end:stop].strip(" ,–—-")
        if not tail:
            return RussianPlace(stop, "", tuple(paths), throughout is not None, inside)
        if self._act.match(tail):
            last = plain.rfind(",", end, stop)
            inner = self._inner(source, plain, last) if within is not None and last >= end else None
            if inner is not None and not plain[inner[1] : stop].strip(" ,–—-"):
                # "in Article 31 of the Code, part two is deleted"
                whole = tuple(nested(above, path) for above in paths for path in inner[0])
                return RussianPlace(stop, self.name(source, plain, end, last), whole, throughout is not None, inner[2])
            name = self.name(source, plain, end, stop)
            return RussianPlace(stop, name, tuple(paths), throughout is not None, inside)
        return RussianPlace(end, "", tuple(paths), throughout is not None, inside) if paths else None

    def _inner(self, source: RussianSource, plain: str, position: int) -> tuple[list[RussianPath], int, bool] | None:
        """Provisions named behind those in which they stand, if they are not what is put in there; see `named`."""
        position = behind_space(plain, position + 1 if plain.startswith(",", position) else position)
        found = self._paths.named(plain, position, source.quoted)
        if (
            found is None
            or any(path.article for path in found[0])
            or self._operations.begins(plain, position) == position
        ):
            return None
        return found

    def name(self, source: RussianSource, plain: str, start: int, end: int) -> str:
        """See `Beginnings`."""
        to = self._to.match(plain, behind_space(plain, start), end)  # "приложение 1 к Закону"
        start = to.end() if to else start
        tail = plain[start:end].strip()
        if not tail or self._this_act.match(tail):
            return ""
        cut = self._name_ends.search(plain, start, end)
        stop = cut.start() if cut else end
        words = source.text(start, stop).strip(" ,")
        title = re.compile(Q).search(plain, stop, end)
        bracket = plain.find("(", stop, end)
        if title is None or (0 <= bracket < title.start()):
            return words
        return f"{words} {source.text(*title.span())}"
