"""The beginning of a statement of a Kazakh amending act: the act, then the provisions in it, outside in."""

from __future__ import annotations

import re

from palermo.corpus.amendments.traditions.numbered.quotations import Q
from palermo.corpus.amendments.traditions.numbered.statements import behind_space
from palermo.corpus.amendments.traditions.russian.kazakh.references import GrammaticalCase, KazakhPaths
from palermo.corpus.amendments.traditions.russian.make_instructions import RussianOperations
from palermo.corpus.amendments.traditions.russian.references import RussianPath, nested
from palermo.corpus.amendments.traditions.russian.resolve_references import RussianPlace
from palermo.corpus.amendments.traditions.russian.text.source import RussianSource
from palermo.corpus.amendments.traditions.russian.words import RussianWords

__all__ = ["KazakhPlaces"]


class KazakhPlaces:
    """Reads them with the words of `data`; see `Beginnings`."""

    def __init__(self, data: RussianWords, paths: KazakhPaths, operations: RussianOperations) -> None:
        self._paths = paths
        self._operations = operations
        self._containers = [re.compile(pattern, re.I) for pattern in data.containers]
        self._several = re.compile(data.several, re.I)
        self._act = re.compile(data.act.replace("{Q}", Q), re.I)
        self._this_act = re.compile(data.this_act, re.I)
        self._throughout = re.compile(data.throughout, re.I)

    def opens(self, plain: str, position: int) -> bool:
        """See `Beginnings`: the verb comes last, so it does not show at the beginning."""
        return self._act.match(plain, position) is not None

    def is_act(self, plain: str, position: int) -> bool:
        """See `Beginnings`."""
        return self._act.match(plain, behind_space(plain, position)) is not None

    def name(self, source: RussianSource, plain: str, start: int, end: int) -> str:
        """See `Beginnings`."""
        named = self._act.match(plain, behind_space(plain, start), end)
        return self._called(source, named) if named else ""

    def container(self, source: RussianSource, plain: str, position: int) -> RussianPlace | None:
        """ "…кодексіне мынадай өзгерістер енгізілсін"."""
        for pattern in self._containers:
            match = pattern.match(plain, position)
            if match is None:
                continue
            if self._several.search(match["where"]):
                return RussianPlace(match.end())
            act, begin = self._acted(source, plain, position)
            found = self._paths.cased(plain, begin)
            paths, begin = (found[0], found[1]) if found else ([], begin)
            rest = plain[begin : match.end("where")].strip()
            if (act or paths) and (not rest or rest.startswith("(")):  # where it was published
                return RussianPlace(match.end(), act, tuple(paths))
        return None

    def place(self, source: RussianSource, plain: str, position: int) -> RussianPlace | None:
        """See `Beginnings`."""
        act, begin = self._acted(source, plain, position)
        acted = begin != position
        if (all_over := self._throughout.match(plain, begin)) is not None:
            begin = behind_space(plain, all_over.end())
        paths, end, within = self._named(plain, begin)
        if all_over is None and paths and (all_over := self._throughout.match(plain, end)) is not None:
            end = behind_space(plain, all_over.end())
        if not paths and not acted and all_over is None:
            return RussianPlace(position) if self._operations.begins(plain, position) == position else None
        stop = self._operations.begins(plain, end)
        if plain[end:stop].strip(" ,–—-"):
            return RussianPlace(end, act, paths, all_over is not None, within) if paths else None
        return RussianPlace(stop, act, paths, all_over is not None, within)

    def _named(self, plain: str, position: int) -> tuple[tuple[RussianPath, ...], int, bool]:
        """The provisions, where the words behind them begin, and whether they are the place of something."""
        found = self._paths.named(plain, position, lambda _: "")
        if found is None:
            found = self._all_over(plain, position)
            if found is None:
                return (), position, False
        paths, end, within = found
        behind = behind_space(plain, end)
        if within and (inner := self._paths.named(plain, behind, lambda _: "")) is not None:
            # "31-бапта тоғызыншы абзац алып тасталсын"
            deeper = tuple(nested(above, path) for above in paths for path in inner[0])
            return deeper, behind_space(plain, inner[1]), inner[2]
        return tuple(paths), behind, within

    def _all_over(self, plain: str, position: int) -> tuple[list[RussianPath], int, bool] | None:
        """Provisions of which the whole text is told ("9-баптың бүкіл мәтіні бойынша")."""
        found = self._paths.cased(plain, position)
        if (
            found is None
            or found[2] != GrammaticalCase.GENITIVE
            or not self._throughout.match(plain, behind_space(plain, found[1]))
        ):
            return None
        return found[0], found[1], True

    def _acted(self, source: RussianSource, plain: str, position: int) -> tuple[str, int]:
        """The act that is named first, and where the words behind it begin."""
        named = self._act.match(plain, position)
        if named is None:
            return "", position
        return self._called(source, named), behind_space(plain, named.end())

    def _called(self, source: RussianSource, named: re.Match[str]) -> str:
        """The name, which ends where a bracket says where the act was published; "" for "this Act"."""
        return "" if self._this_act.match(named["name"]) else source.text(*named.span("name")).strip(" ,")
