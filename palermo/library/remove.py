"""Take texts out of the library, and say what goes with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from palermo.amending.amending_acts import Amends, amended_by, amends
from palermo.kb.library.library import Library
from palermo.kb.library.links.act_names import ActNames
from palermo.kb.library.progress import Track, silent
from palermo.kb.upkeep.remove import Removal
from palermo.kb.upkeep.remove import chosen as choose
from palermo.kb.upkeep.remove import remove as take_out
from palermo.library.use_cases import bring_up

__all__ = ["Removed", "remove"]


@dataclass(frozen=True, slots=True)
class Removed:
    """`amends` is what the texts instruct about other acts, which goes with them; `amended` what amends those acts of
    which no text is left: it stays, and is met again when such an act is added again. `rehearsed`: nothing was done.
    """

    removal: Removal
    amends: tuple[Amends, ...]
    amended: tuple[Amends, ...]
    rehearsed: bool


def remove(wanted: Sequence[str], *, library: Path, rehearse: bool = False, track: Track = silent) -> Removed:
    """Take out the texts that are meant (`palermo.kb.upkeep.remove.chosen`), all or none, and bring the index up to
    that.

    With `rehearse` nothing is taken out. Raises NotFoundError for what is not there.
    """
    with Library.open(library) as opened:
        with opened.snapshot():
            names = ActNames(opened)
            gone = choose(opened, wanted)
            found = amends(opened, names, gone)
            keys = {f.key for f in gone}
            left = {(f.ref.instrument, f.lang) for f in opened.fragments() if f.key not in keys}
            lost = dict.fromkeys((f.ref.instrument, f.lang) for f in gone if (f.ref.instrument, f.lang) not in left)
            amended = [one for instrument, lang in lost for one in amended_by(opened, names, instrument, lang)]
        removal = take_out(opened, wanted, rehearse=rehearse)
        if not rehearse:
            bring_up(opened, f"{len(removal.fragments)} removed from the library", track)
    return Removed(removal, found, tuple(one for one in amended if one.amending.key not in keys), rehearse)
