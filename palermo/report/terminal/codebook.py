"""The codebook for the terminal."""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import groupby

from corpus.findings import Value
from kb.codebook import Codebook, Entry, common
from palermo.report.terminal.common import PLAIN, Screen, wrap

__all__ = ["codebook"]


def codebook(book: Codebook, screen: Screen = PLAIN) -> str:
    """Values and extents, then the codes group by group; what holds for all of them is said once, above them."""
    lines = [screen.title(f"Codebook: {book.framework.title}"), ""]
    for title, meanings in (("Values", book.values), ("Extents of a yes", book.extents)):
        lines.append(screen.strong(title))
        lines += [line for name, said in meanings.items() for line in _labelled(name, said, screen)]
        lines.append("")
    general = common(book.entries)
    lines += [line for decision in general for line in _labelled("close", decision, screen)]
    for group, inside in groupby(book.entries, key=lambda entry: entry.element.group):
        entries = tuple(inside)
        shared = tuple(d for d in common(entries) if d not in general)
        lines += ["", screen.strong(group)]
        lines += [line for decision in shared for line in _labelled("close", decision, screen)]
        lines += [line for entry in entries for line in _entry(entry, {*general, *shared}, screen)]
    return "\n".join(lines)


def _entry(entry: Entry, told: Container[str], screen: Screen) -> Iterator[str]:
    e = entry.element
    asked = f"art. {e.article}, {e.bindingness}" if e.article else "not asked for"
    yield from wrap(f"{screen.strong(e.code)}  {e.label} ({asked})", screen.width, first="  ", rest="      ")
    yield from _labelled("yes", entry.means, screen)
    for decision in (d for d in entry.decisions if d not in told):
        yield from _labelled("close", decision, screen)
    given = (e.rate(Value.YES), e.rate(Value.YES, "some cases"), e.rate(Value.NO))
    ratings = " · ".join(
        f"{name} {rating.value}" for name, rating in zip(("yes", "some cases", "no"), given, strict=True)
    )
    yield from _labelled("rating", ratings, screen)


def _labelled(label: str, said: str, screen: Screen) -> list[str]:
    return wrap(said, screen.width, first=f"    {label}  ".ljust(12), rest=" " * 12)
