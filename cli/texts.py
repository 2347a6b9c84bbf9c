"""From what the user names on the command line to texts: a FILE, a reference, a body, or several joined by commas."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from palermo.cli.output import note
from palermo.corpus.errors import UsageError
from palermo.corpus.model.text_model import Version

if TYPE_CHECKING:  # loads the library and the amending traditions, which no `--help` needs
    from palermo.amending.text_on_day import Standing

__all__ = ["law", "narrowed", "one", "texts"]

_STDIN = "-"
_READ = "palermo.stdin"  # key in click's context: it was read
_NAMED = 3  # texts in a message: it stays one line that can be read


def texts(  # noqa: PLR0913 - what a command may say of a side
    side: str,
    *,
    lang: str | None,
    library: Path,
    day: str | None = None,
    on_built: Callable[[Standing], object] | None = None,
    build: bool = True,
) -> tuple[Version, ...]:
    """The texts of one side, in the order given; what there is to say about their reading goes to standard error.

    A file is read as `lang`, of a body or a reference without a date the text in force `day` that day is taken: what it
    was built from is passed to `on_built`, else said, too; without `build` it is one that the library holds.
    """
    return law((side,), lang=lang, library=library, day=day, on_built=on_built, build=build)


def law(  # noqa: PLR0913 - as above
    sides: Sequence[str],
    *,
    lang: str | None,
    library: Path,
    day: str | None = None,
    on_built: Callable[[Standing], object] | None = None,
    build: bool = True,
) -> tuple[Version, ...]:
    """The texts of several sides (`texts`) that are read as one body of law; it is said where they cannot be one."""
    from palermo.texts.resolve import resolve

    def say(found: Standing) -> None:
        from palermo.report.texts.history.built_from import notes

        for line in notes(found):
            note(line)

    stdin = sys.stdin.buffer if sys.stdin else None  # None where the shell closed it (<&-)
    found: list[Version] = []
    for side in sides:
        _read_once(side)
        found += resolve(
            side, library=library, lang=lang, day=day, stdin=stdin, say=note, on_built=on_built or say, build=build
        )
    if len(found) > 1:
        from palermo.report.shared.overlap import overlaps

        for line in overlaps(found):
            note(line)
    return tuple(found)


def _read_once(side: str) -> None:
    """Raise UsageError where standard input is asked for again: there is nothing left in it."""
    context = click.get_current_context(silent=True)
    times = side.split(",").count(_STDIN)
    if context is None or not times:
        return
    if times > 1 or context.meta.get(_READ):
        raise UsageError("standard input is given twice, and can be read once", expected="a file in one of the places")
    context.meta[_READ] = True


def one(versions: tuple[Version, ...], named: str) -> Version:
    """The only text; raises UsageError where `named` stands for several, as a body does, or a version in fragments."""
    if len(versions) > 1:
        expected = "one text"
        if "," not in named:
            firsts = (f"{v.ref}~{v.root.children[0].id}" if v.root.children else str(v.ref) for v in versions)
            expected = "a provision of one, such as " + ", ".join(islice(firsts, _NAMED))
        raise UsageError(f"{named} stands for {len(versions)} texts", expected=expected)
    return versions[0]


def narrowed(versions: tuple[Version, ...], provision: str | None) -> tuple[Version, ...]:
    """The texts that have the provision, narrowed to it; all of them where `provision` is None.

    Raises NotFoundError where none has it.
    """
    from palermo.corpus.citations.find import locate
    from palermo.corpus.text.narrow import narrow

    if provision is None:
        return versions
    return tuple(narrow(version, found.id) for version, found in locate(versions, provision))
