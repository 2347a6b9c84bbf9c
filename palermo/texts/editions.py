"""Editions: what the user names for a history, as bodies of law by date."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from palermo.corpus.citations.find import locate
from palermo.corpus.errors import NotFoundError, UsageError
from palermo.corpus.model.refs import ProvisionRef, VersionRef, is_reference
from palermo.corpus.model.text_model import Version
from palermo.corpus.model.units import claims
from palermo.corpus.text.narrow import narrow
from palermo.kb.library.in_force import find
from palermo.kb.library.library import Library

__all__ = ["editions"]

Texts = tuple[Version, ...]


def editions(sides: Sequence[str], resolve: Callable[[str], Texts], *, library: Path, lang: str | None) -> list[Texts]:
    """The bodies of law that the sides name, one for each date; `resolve` gives the texts of a side with a date.

    A reference without a date, and a body of such references, is every text that the library has of it, in the language
    `lang` where there are several. A side with commas is read together, as one edition. Files named one by one are
    grouped by instrument, language and date; an article that no file of that date has is taken from the instrument's
    last file before. Raises what `resolve` and reading a library raise.
    """
    found: list[Texts] = []
    files: list[Version] = []
    for side in sides:
        several = None if Path(side).exists() or "," in side else _dated(side, library, lang)
        if several is not None:
            found += several
        elif Path(side).exists():
            files += resolve(side)
        else:
            found.append(resolve(side))
    return found + _by_date(files)


def _by_date(files: Sequence[Version]) -> list[Texts]:
    groups: dict[str, list[Version]] = {}
    for version in files:
        # A text without a date stays by itself, so that the history can name it.
        key = f"{version.ref.instrument} {version.lang}" if version.in_force else version.source.path
        groups.setdefault(key, []).append(version)
    return [
        _standing(group, date)
        for group in groups.values()
        for date in sorted({v.in_force.start if v.in_force else "" for v in group})
    ]


def _standing(group: Iterable[Version], date: str) -> Texts:
    """The newest text of each article on that date, in the order given."""
    begun = [(v, v.in_force.start if v.in_force else "", claims(v.root)) for v in group]
    begun = [item for item in begun if item[1] <= date]
    return tuple(v for v, since, own in begun if not any(since < other and own & theirs for _, other, theirs in begun))


def _dated(side: str, library: Path, lang: str | None) -> list[Texts] | None:
    """Every dated text of a reference or a body without a date; None for everything else."""
    if not library.is_dir():
        return None
    with Library.open(library) as opened, opened.snapshot():
        refs: tuple[VersionRef, ...]
        eid = None
        if is_reference(side):
            ref = ProvisionRef.parse(side)
            if ref.version.date is not None:
                return None
            refs, eid = (ref.version,), ref.eid
        else:
            refs = tuple(r for b in opened.bodies() if b.id == side for r in b.refs)
            if all(r.date for r in refs):
                return None
        dates = sorted({d for r in refs for d in _dates(opened, r, lang)})
        texts = [_at(opened, refs, date, lang) for date in dates]
    return [_narrowed(t, eid) for t in texts] if eid else texts


def _dates(library: Library, ref: VersionRef, lang: str | None) -> set[str]:
    if ref.date:
        return {ref.date}
    newest = find(library, ref, lang=lang)  # also says what is there, where the language is missing
    same = (f for f in library.fragments() if f.ref.instrument == ref.instrument and f.lang == newest[0].lang)
    return {f.since for f in same if f.since is not None}


def _at(library: Library, refs: Iterable[VersionRef], date: str, lang: str | None) -> Texts:
    """What stood on that date of the texts; those that had not begun are left out."""
    versions = []
    for ref in refs:
        try:
            fragments = find(library, ref, lang=lang, day=date)
        except (NotFoundError, UsageError):
            continue
        versions += [library.version(f.key) for f in fragments if f.since is None or f.since <= date]
    return tuple(versions)


def _narrowed(texts: Texts, eid: str) -> Texts:
    return tuple(narrow(version, provision.id) for version, provision in locate(texts, eid))
