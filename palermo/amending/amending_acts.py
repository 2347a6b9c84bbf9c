"""Amending texts of a library and the acts that they amend, by its links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from palermo.corpus.model.refs import InstrumentId
from palermo.kb.library.library import Fragment, Library
from palermo.kb.library.links.act_names import ActNames
from palermo.kb.library.links.links import Amended, Link

__all__ = ["Amends", "amended_by", "amends"]

BILL = "bill"  # the type of an instrument that is no law yet


@dataclass(frozen=True, slots=True)
class Amends:
    """Instructions of the text `amending` about one act, which it calls `name`.

    `acts` are those of the library that may be meant: certainly the one where there is one, none where it is not there.
    """

    amending: Fragment
    name: str
    acts: tuple[InstrumentId, ...]
    links: tuple[Link, ...]

    @property
    def act(self) -> InstrumentId | None:
        return self.acts[0] if len(self.acts) == 1 else None

    @property
    def provisions(self) -> int:
        """Number of provisions of the act that its instructions are about; the act as a whole counts as one."""
        return len({link.target for link in self.links})

    @property
    def is_bill(self) -> bool:
        return self.amending.ref.instrument.type == BILL


def amends(library: Library, names: ActNames, fragments: Iterable[Fragment]) -> tuple[Amends, ...]:
    """Acts that the texts amend, each in the order in which it names them."""
    keys = {f.key for f in fragments}
    return tuple(_amends(library, names, a, names.meant(a)) for a in names.amended if a.amending in keys)


def amended_by(library: Library, names: ActNames, instrument: InstrumentId, lang: str) -> tuple[Amends, ...]:
    """Amending texts that certainly amend the instrument's text in the language, the oldest first.

    Of an amending act that the library holds as of several dates it is the oldest text that counts: in the later ones
    its instructions may have been spent, or amended themselves.
    """
    found = [_amends(library, names, a, {instrument}) for a in names.about(instrument, lang)]
    return tuple(sorted(_oldest(found), key=lambda a: (a.amending.since or "9999", str(a.amending.ref), a.name)))


def _amends(library: Library, names: ActNames, amended: Amended, acts: Iterable[InstrumentId]) -> Amends:
    return Amends(names.fragments[amended.amending], amended.name, tuple(sorted(acts)), library.links.of(amended))


def _oldest(found: Iterable[Amends]) -> Iterator[Amends]:
    texts: dict[InstrumentId, list[Amends]] = {}
    for one in found:
        texts.setdefault(one.amending.ref.instrument, []).append(one)
    for same in texts.values():
        oldest = min(one.amending.since or "9999" for one in same)
        yield from (one for one in same if (one.amending.since or "9999") == oldest)
