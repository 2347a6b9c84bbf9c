"""A side: the texts that a FILE, a reference, a body of law, or several of these joined by commas stand for.

What only the library knows is imported where the library is asked: most sides are files.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from palermo.corpus.errors import NotFoundError, UsageError
from palermo.corpus.model.refs import is_reference
from palermo.corpus.model.text_model import Version
from palermo.corpus.readers import Options, read

if TYPE_CHECKING:  # loads the library and the amending traditions, which a side that is a file does not need
    from palermo.amending.text_on_day import Standing

__all__ = ["resolve"]

_STDIN = "-"


def resolve(  # noqa: PLR0913 - what the command line may say of a side
    side: str,
    *,
    library: Path,
    lang: str | None = None,
    day: str | None = None,
    stdin: BinaryIO | None = None,
    say: Callable[[str], object] = lambda line: None,
    on_built: Callable[[Standing], object] = lambda standing: None,
    build: bool = True,
) -> tuple[Version, ...]:
    """The texts of a side, in the order given: a FILE, `-`, a reference (`/akn/…`, also of a provision: `…~art_5`),
    the id of a body, or several of these joined by commas.

    A file is read as `lang`. Of a reference without a language the text in `lang` is taken, of one without a date the
    text in force on the ISO date `day` (`palermo.amending.text_on_day`: what it was built from is passed to
    `on_built`), else the newest that the library holds; without `build` only what it holds counts, and `day` says
    nothing of a file or of a date that is named. It is opened only if it is asked for something. Raises NotFoundError
    for what is not there, UsageError for a file or a text named by its date that is not in force on the day `day`, and
    what reading a file or opening a library raises.
    """
    versions: list[Version] = []
    notes: list[str] = []
    for part in [side] if Path(side).exists() else side.split(","):
        if _is_file(part, library):
            reading = read(part, Options(lang), stdin=stdin)
            notes += reading.notes
            if day is not None and build:
                notes += _as_of(reading.version, day)
            versions.append(reading.version)
        elif part:
            from palermo.texts.library_texts import fetch

            versions += fetch(part, library, lang, day, on_built if build else None)
        else:
            raise NotFoundError(f"a part of {side!r} is empty", expected="files, references or bodies between commas")
    for line in notes:
        say(line)
    return tuple(versions)


def _as_of(version: Version, on_day: str) -> list[str]:
    """What there is to say of a file that is asked for as of a day."""
    from palermo.amending.text_on_day import first_day
    from palermo.kb.library.in_force import when

    path, interval, day = version.source.path, version.in_force, first_day(on_day)
    if interval is None:
        return [f"{path} has no date: whether it was in force on {day} is not known"]
    if not interval.contains(day):
        raise UsageError(
            f"is not in force on {day}, but {when(interval)}", file=path, expected="a text of that day, or no --at"
        )
    return []


def _is_file(part: str, library: Path) -> bool:
    """Whether it is meant as a file: it is there, or it is written as a path and is no body's id (it may have dots)."""
    if part == _STDIN or (part and Path(part).exists()):
        return True
    if is_reference(part) or not ("/" in part or Path(part).suffix):
        return False
    from palermo.texts.library_texts import is_body

    return not is_body(part, library)
