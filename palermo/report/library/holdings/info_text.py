"""Instrument: all that a library knows of it, for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from palermo.amending.amending_acts import Amends
from palermo.library.info import Info
from palermo.library.use_cases import Held
from palermo.report.format.terminal import PLAIN, Screen
from palermo.report.library.holdings.words import dates, pending_in
from palermo.report.shared.links import amending, counted, since, why_pending

__all__ = ["info"]

_SHORT = 12  # figures of a sha256; the JSON has all


def info(found: Info, screen: Screen = PLAIN) -> str:
    """The whole report."""
    lines = [screen.title(found.title or str(found.instrument)), f"{found.instrument} · {found.instrument.country}"]
    lines += _block("Texts", (line for held in found.held for line in _text(held)), screen)
    lines += _block("Read together with others in", found.bodies, screen)
    lines += _block("Amended by", (line for one in found.amended_by for line in _amended(one, since(one))), screen)
    pending = (line for one in found.pending for line in _amended(one.amends, why_pending(one)))
    lines += _block(pending_in(found), pending, screen)
    lines += _block("Amends", (line.removeprefix("amends ") for line in amending(found.amends)), screen)
    return "\n".join(lines)


def _block(title: str, entries: Iterable[str], screen: Screen) -> list[str]:
    """Nothing where there are no entries; one that begins with spaces stands deeper."""
    lines: list[str] = []
    for entry in entries:
        text = entry.lstrip(" ")
        indent = "  " + " " * (len(entry) - len(text))
        lines += screen.wrap(text, first=indent, rest=indent + "    ")
    return ["", screen.strong(title), *lines] if lines else []


def _text(held: Held) -> Iterator[str]:
    yield f"{held.fragments[0].lang}, {dates(held.in_force)}"
    for fragment in held.fragments:
        yield f"    {fragment.source.path} · sha256 {fragment.source.sha256[:_SHORT]}"


def _amended(one: Amends, when: str) -> Iterator[str]:
    yield f"{one.amending.title or one.amending.source.path} ({one.amending.ref}): {counted(one)}; {when}"
