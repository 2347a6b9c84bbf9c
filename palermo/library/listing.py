"""Lists the texts of a library, narrowed and sorted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from palermo.library.use_cases import Held, held

__all__ = ["SORTS", "listed"]

SORTS: dict[str, Callable[[Held], tuple[str, ...]]] = {
    "reference": lambda one: (),
    "title": lambda one: (one.title.casefold(), one.fragments[0].since or ""),
    "date": lambda one: (one.fragments[0].since or "",),
    "added": lambda one: (f"{min(f.key for f in one.fragments):012}",),
}
"""The orders; what is equal in one stands in that of the references."""


def listed(
    library: Path, *, jurisdiction: str | None = None, lang: str | None = None, sort: str = "reference"
) -> tuple[Held, ...]:
    """The texts of a jurisdiction and in a language (None: of all), in one of SORTS; undated ones stand first.

    Raises LibraryError if there is no library.
    """
    wanted = jurisdiction.casefold() if jurisdiction else None
    found = [
        one
        for one in held(library)
        if wanted in (None, one.ref.instrument.country) and lang in (None, one.fragments[0].lang)
    ]
    return tuple(sorted(found, key=SORTS[sort]))
