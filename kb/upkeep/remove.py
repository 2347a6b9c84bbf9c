"""Take texts out of a library, with what hangs on them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from palermo.corpus.errors import NotFoundError, UsageError
from palermo.corpus.model.refs import ProvisionRef, VersionRef, is_reference
from palermo.kb.library.in_force import find
from palermo.kb.library.library import Body, Fragment, Library
from palermo.kb.search.index.keep_current import touched

__all__ = ["Removal", "Shortened", "chosen", "remove"]

_SHA256 = re.compile(r"[0-9a-f]{8,64}")
_NAMED = 3  # texts in a message


@dataclass(frozen=True, slots=True)
class Shortened:
    """A body of law, and the references that it loses as no text that they mean is left; `gone` if they were all."""

    body: Body
    refs: tuple[VersionRef, ...]

    @property
    def gone(self) -> bool:
        return len(self.refs) == len(self.body.refs)


@dataclass(frozen=True, slots=True)
class Removal:
    """Texts that are removed, in the order of the library, and what is left without them.

    `collections` are those that have provisions of these texts, with how many: they keep them as they were put in.
    `again` are the texts that stay and were read together with them, so that what the index has of them is made anew.
    """

    fragments: tuple[Fragment, ...]
    bodies: tuple[Shortened, ...]
    collections: tuple[tuple[str, int], ...]
    again: tuple[Fragment, ...]


def chosen(library: Library, wanted: Sequence[str]) -> tuple[Fragment, ...]:
    """The texts that are meant, in the order of the library: all those of an instrument, of its texts in a language, of
    one version, or one file by its path, its name or the beginning of its sha256.

    Raises NotFoundError for what is not there, UsageError for a provision or for a name that several files have.
    """
    fragments = library.fragments()
    keys = {f.key for one in wanted for f in _meant(library, fragments, one)}
    return tuple(f for f in fragments if f.key in keys)


def remove(library: Library, wanted: Sequence[str], *, rehearse: bool = False) -> Removal:
    """Take the texts out that are meant (`chosen`), all or none; with `rehearse` only say what would go.

    A body loses the references that mean nothing any more, and goes with the last of them.
    """
    with library.snapshot() if rehearse else library.changing():
        fragments = library.fragments()
        gone = chosen(library, wanted)
        keys = {f.key for f in gone}
        left = [f for f in fragments if f.key not in keys]
        again = touched(fragments, {f.key for f in left})
        removal = Removal(
            gone,
            tuple(_shortened(library.bodies(), left)),
            tuple(_collecting(library, {f.ref for f in gone} - {f.ref for f in left})),
            tuple(f for f in left if f.key in again),
        )
        if not rehearse:
            for one in removal.bodies:
                _shorten(library, one)
            library.remove(keys, [f.key for f in removal.again])
        return removal


def _meant(library: Library, fragments: Sequence[Fragment], wanted: str) -> list[Fragment]:
    if not is_reference(wanted):
        return _files(fragments, wanted)
    ref = ProvisionRef.parse(wanted)
    if ref.eid is not None:
        raise UsageError(f"{wanted} is a provision", expected="a whole text, such as " + str(ref.version))
    found = [f for f in fragments if _means(ref.version, f.ref)]
    if not found:
        find(library, ref.version)  # says what there is
        raise NotFoundError(f"{wanted} is not in the library")
    return found


def _files(fragments: Sequence[Fragment], wanted: str) -> list[Fragment]:
    found = [f for f in fragments if f.source.path == wanted] or [
        f
        for f in fragments
        if Path(f.source.path).name == wanted or (_SHA256.fullmatch(wanted) and f.source.sha256.startswith(wanted))
    ]
    if not found:
        expected = "a reference (`palermo list` has them), or a file's path or sha256 as `palermo info` has it"
        raise NotFoundError(f"no text of the library is, or was added from, {wanted!r}", expected=expected)
    if len(found) > 1:
        some = ", ".join(f"{f.ref} (sha256 {f.source.sha256[:12]})" for f in found[:_NAMED])
        more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
        raise UsageError(f"{wanted!r} may be any of {len(found)} texts", expected=f"one of {some}{more}")
    return found


def _means(ref: VersionRef, text: VersionRef) -> bool:
    return (
        ref.instrument == text.instrument
        and ref.lang in (None, text.lang)
        and (ref.date is None or ref.date == text.date)
    )


def _shortened(bodies: Iterable[Body], left: Collection[Fragment]) -> Iterator[Shortened]:
    for body in bodies:
        refs = tuple(ref for ref in body.refs if not any(_means(ref, f.ref) for f in left))
        if refs:
            yield Shortened(body, refs)


def _shorten(library: Library, one: Shortened) -> None:
    body = one.body
    if one.gone:
        library.drop_body(body.id)
    else:
        library.add_body(Body(body.id, body.title, tuple(ref for ref in body.refs if ref not in one.refs)))


def _collecting(library: Library, refs: Collection[VersionRef]) -> Iterator[tuple[str, int]]:
    for name in library.collections.names():
        items = library.collections.get(name).items
        if number := sum(ProvisionRef.parse(item.ref).version in refs for item in items):
            yield name, number
