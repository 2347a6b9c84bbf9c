"""Where texts come from, as it is asked for in a search: what kind of source, or a part of its path."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from palermo.corpus.model.text_model import Source, Translation

__all__ = ["KINDS", "MARKS", "facts", "marked", "meant"]

_OFFICIAL, _UNOFFICIAL, _TRANSLATION = "official", "unofficial", "translation"
_WHOSE = {Translation.OFFICIAL: _OFFICIAL, Translation.UNOFFICIAL: _UNOFFICIAL, Translation.MACHINE: "machine"}

KINDS = (_OFFICIAL, _UNOFFICIAL, _TRANSLATION, *(f"{whose} {_TRANSLATION}" for whose in _WHOSE.values()))

# What may be said of a source when it is added.
MARKS = tuple(kind.replace(" ", "-") for kind in KINDS if kind != _TRANSLATION)


def marked(source: Source, mark: str) -> Source:
    """The source as one of MARKS. An official translation is no authentic text."""
    if mark in (_OFFICIAL, _UNOFFICIAL):
        return replace(source, official=mark == _OFFICIAL)
    whose = {f"{name}-{_TRANSLATION}": translation for translation, name in _WHOSE.items()}
    return replace(source, official=False, translation=whose[mark])


def facts(source: Source) -> frozenset[str]:
    """Of KINDS those that the source is, and its path as it is compared. A machine's translation is unofficial."""
    found = {_path(source.path)}
    whose = _WHOSE.get(source.translation)
    if whose is not None:
        found |= {_TRANSLATION, f"{whose} {_TRANSLATION}"}
    if source.official or source.translation is Translation.OFFICIAL:
        found.add(_OFFICIAL)
    elif source.official is False or whose is not None:
        found.add(_UNOFFICIAL)
    return frozenset(found)


def meant(wanted: str, paths: Iterable[str]) -> tuple[str, ...]:
    """The facts that are meant: a kind, else every one of the paths that has the words in it."""
    words = " ".join(wanted.split()).casefold()
    if words in KINDS:
        return (words,)
    return tuple(sorted({path for path in map(_path, paths) if _path(wanted) in path})) or (words,)


def _path(path: str) -> str:
    return path.strip().replace("\\", "/").casefold()
