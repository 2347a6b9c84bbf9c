"""Upkeep of a library: what was done, and the state it is in, for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from palermo.kb.upkeep.backup import Manifest
from palermo.kb.upkeep.restore import Restored
from palermo.library.doctor import DoctorCheck
from palermo.library.remove import Removed
from palermo.library.upkeep import Reindexed, Verified
from palermo.report.format.terminal import PLAIN, Screen
from palermo.report.language.english import count
from palermo.report.library.holdings.words import faults_found
from palermo.report.shared.links import amended, amending

__all__ = ["backed_up", "doctor", "reindexed", "removed", "restored", "verified"]

_MARKS = {"ok": "ok", "note": "!", "fault": "FAULT"}
_NAMES = 14  # columns


def removed(result: Removed, screen: Screen = PLAIN) -> str:
    """A line for each file that went, or would go, then what that does to the rest."""
    lines: list[str] = []
    for f in result.removal.fragments:
        verb = "would remove" if result.rehearsed else "removed"
        lines += screen.wrap(f"{verb} {f.ref}  {f.title}", rest="    ")
        lines += screen.wrap(f"added from {f.source.path}", first="    ", rest="      ")
        with_it = [f"with it goes that it {line}" for line in amending(a for a in result.amends if a.amending == f)]
        lines += [line for text in with_it for line in screen.wrap(text, first="    ", rest="      ")]
    lines += [line for text in _rest(result) for line in screen.wrap(text, rest="    ")]
    if result.rehearsed:
        lines.append("Nothing was removed.")
    return "\n".join(lines)


def _rest(result: Removed) -> Iterator[str]:
    for one in result.removal.bodies:
        refs = ", ".join(map(str, one.refs))
        yield (
            f"the body {one.body.id} goes: it has nothing but {refs}"
            if one.gone
            else f"the body {one.body.id} loses {refs}"
        )
    for name, number in result.removal.collections:
        yield f"the collection {name} keeps {count(number, 'provision')} of it as they were put in"
    for line in amended(result.amended):
        yield f"what is left without its act {line}: that is met again when the act is added"
    if again := result.removal.again:
        yield f"{count(len(again), 'file')} read together with it: their elements are found anew"


def reindexed(result: Reindexed, screen: Screen = PLAIN) -> str:
    """Line with the numbers of files and units that were indexed."""
    units = count(result.units, "article, section or other unit", "articles, sections and other units")
    return "\n".join(screen.wrap(f"indexed {count(result.files, 'file')}: {units}"))


def verified(result: Verified, screen: Screen = PLAIN) -> str:
    """Each fault with what to do, or that there is none."""
    lines: list[str] = []
    for fault in result.faults:
        lines += screen.wrap(f"{fault.part}: {fault.place}", rest="    ")
        lines += screen.wrap(fault.what, first="    ", rest="    ")
        lines += screen.wrap(f"-> {fault.remedy}", first="    ", rest="       ")
    return "\n".join([*lines, *screen.wrap(f"{count(result.files, 'file')}: {faults_found(result)}")])


def backed_up(manifest: Manifest, file: Path, screen: Screen = PLAIN) -> str:
    """Contents of the backup."""
    bodies = count(manifest.bodies, "body of law", "bodies of law")
    line = f"{file}: {count(manifest.texts, 'file')}, {bodies}; `palermo restore {file}` puts them back"
    return "\n".join(screen.wrap(line, rest="    "))


def restored(result: Restored, screen: Screen = PLAIN) -> str:
    """Files that were put back, and the number of those that they replaced."""
    made = result.manifest
    what = f"{count(made.texts, 'file')}, {count(made.bodies, 'body of law', 'bodies of law')}, as of {made.made}"
    place = f" in the place of {count(result.replaced, 'file')}" if result.replaced else ""
    lines = screen.wrap(f"restored {what}{place}", rest="    ")
    if result.kept:
        lines += screen.wrap(f"the damaged library is kept as {result.kept}", rest="    ")
    return "\n".join(lines)


def doctor(checks: Sequence[DoctorCheck], screen: Screen = PLAIN) -> str:
    """A line for each thing that was looked at; below it what helps, where something does not work."""
    lines: list[str] = []
    for check in checks:
        first = f"{_MARKS[check.state]:<6}{check.name:<{_NAMES}}"
        lines += screen.wrap(check.found, first=first, rest=" " * len(first))
        if check.remedy:
            lines += screen.wrap(f"-> {check.remedy}", first=" " * len(first), rest=" " * (len(first) + 3))
    return "\n".join(lines)
