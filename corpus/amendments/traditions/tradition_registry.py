"""The drafting traditions that palermo knows: its own, and those of other packages.

Another package adds one as an entry point of the group `palermo.traditions` that leads to a `DraftingTradition`; it is
tried before palermo's own.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

from palermo.corpus.amendments.tradition import DraftingTradition
from palermo.corpus.errors import UsageError

__all__ = ["GROUP", "known_as", "traditions"]

GROUP = "palermo.traditions"

# Modules beside this one, each with a TRADITION, in the order in which they are tried, and the languages of each: a
# module is imported when a text in one of them is read.
BUILT_IN = {
    "canadian.tradition": ("en", "fr"),
    "british.tradition": ("en",),
    "us_eu.us": ("en",),
    "us_eu.eu": ("en", "fr", "es", "de", "nl"),
    "romance.french": ("fr",),
    "romance.spanish": ("es",),
    "russian.tradition": ("ru",),
    "russian.ukrainian": ("uk",),
    "russian.kazakh.tradition": ("kk",),
    "russian.in_english": ("en",),
}


@cache
def traditions(lang: str) -> tuple[DraftingTradition, ...]:
    """The traditions that draft in the language, in the order in which they are tried. Raises UsageError for an entry
    point that leads to none."""
    own = (import_module(f"{__package__}.{name}").TRADITION for name, langs in BUILT_IN.items() if lang in langs)
    return (*(t for t in _installed() if lang in t.langs), *own)


def known_as(tradition: DraftingTradition, name: str) -> bool:
    """True if a user who gives this name means the tradition."""
    return name.strip().casefold() in {tradition.name.casefold(), *tradition.aliases}


@cache
def _installed() -> tuple[DraftingTradition, ...]:
    """The traditions of other packages, by the names of their entry points."""
    from importlib.metadata import entry_points

    found = []
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        told = f"the drafting tradition {point.name} ({point.value})"
        try:
            tradition = point.load()
        except (ImportError, AttributeError) as error:
            raise UsageError(f"{told} cannot be loaded: {error}") from error
        if isinstance(tradition, type) or not isinstance(tradition, DraftingTradition):
            raise UsageError(f"{told} is no palermo.corpus.amendments.tradition.DraftingTradition")
        found.append(tradition)
    return tuple(found)
