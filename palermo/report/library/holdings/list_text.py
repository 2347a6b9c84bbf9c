"""Holdings of a library, for the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from palermo.kb.library.library import Body
from palermo.library.use_cases import Added, Held
from palermo.report.format.terminal import PLAIN, Screen
from palermo.report.language.english import count
from palermo.report.library.holdings.words import dates
from palermo.report.shared.links import amended, amending

__all__ = ["added", "bodies", "listing"]


def listing(versions: Sequence[Held], screen: Screen = PLAIN) -> str:
    """Each version under its instrument's title, in the order of their references."""
    if not versions:
        return "The library has none such."
    lines: list[str] = []
    for held in versions:
        lines += screen.wrap(screen.strong(held.title or held.fragments[0].source.path))
        lines += screen.wrap(_facts(held), first="    ", rest="    ")
        lines += [*map(screen.faint, screen.wrap(str(held.ref), first="    ", rest="    ")), ""]
    instruments = len({held.ref.instrument for held in versions})
    return "\n".join([*lines, f"{count(len(versions), 'text')} of {count(instruments, 'instrument')}"])


def added(result: Added, screen: Screen = PLAIN) -> str:
    """Lines for the texts that are new, with what they amend and what amends them, and for those that were there."""
    lines: list[str] = []
    for f in result.new:
        lines += screen.wrap(f"added {f.ref}  {f.title}", rest="    ")
        told = [*amending(a for a in result.amends if a.amending == f), *amended(result.amended.get(f.ref, ()))]
        lines += [line for text in told for line in screen.wrap(text, first="    ", rest="      ")]
    lines += [line for v in result.known for line in screen.wrap(f"was there {v.ref}", rest="    ")]
    return "\n".join(lines)


def bodies(held: Sequence[Body], screen: Screen = PLAIN) -> str:
    """Each body with its texts."""
    if not held:
        return "The library has no bodies of law."
    lines: list[str] = []
    for body in held:
        title = f"  {body.title}" if body.title != body.id else ""
        lines += screen.wrap(screen.strong(body.id) + title)
        lines += [line for ref in body.refs for line in screen.wrap(str(ref), first="    ", rest="    ")]
    return "\n".join(lines)


def _facts(held: Held) -> str:
    facts = [held.ref.instrument.country, held.fragments[0].lang]
    facts.append(dates(held.in_force) if held.in_force is None else f"in force {dates(held.in_force)}")
    if len(held.fragments) > 1:
        facts.append(count(len(held.fragments), "file"))
    return " · ".join(facts)
