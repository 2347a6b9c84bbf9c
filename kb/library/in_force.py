"""Selects texts of a library: by reference, and by the day on which they are in force."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from palermo.corpus.errors import NotFoundError, UsageError
from palermo.corpus.model.languages import alpha3
from palermo.corpus.model.refs import VersionRef
from palermo.corpus.model.text_model import Interval
from palermo.kb.library.library import Fragment, Library

__all__ = ["check_in_force", "find", "in_force", "when"]


def find(library: Library, ref: VersionRef, *, lang: str | None = None, day: str | None = None) -> tuple[Fragment, ...]:
    """The fragments that `ref` means. Where it has no language, `lang` decides; where no date, the ISO date `day`,
    else the newest text of each article is taken.

    Raises NotFoundError, which says what there is, if there is no such text or more than one language; UsageError
    where none is in force on the date `day`.
    """
    fragments = [f for f in library.fragments() if f.ref.instrument == ref.instrument]
    if not fragments:
        raise NotFoundError(f"{ref.instrument} is not in the library", expected=_instruments(library, ref))
    spoken = sorted({f.lang for f in fragments})
    wanted = ref.lang or lang or (spoken[0] if len(spoken) == 1 else None)
    if wanted not in spoken:
        missing = f"is not there in {alpha3(wanted)}" if wanted else "is there in several languages"
        choices = " or ".join(f"{ref.instrument}/{alpha3(code)}" for code in spoken)
        raise NotFoundError(f"{ref.instrument} {missing}", expected=choices)
    fragments = [f for f in fragments if f.lang == wanted]
    if ref.date is not None:
        chosen = tuple(f for f in fragments if f.ref.date == ref.date)
    else:
        chosen = in_force(fragments, library.claims(ref.instrument), day)
    if not chosen:
        dates = ", ".join(sorted({f.ref.date or "undated" for f in fragments}))
        lacks = f"{ref.instrument}/{alpha3(wanted)} does not have"
        if ref.date is None:
            raise UsageError(f"{lacks} a text in force on {day}", expected=f"one of {dates}")
        raise NotFoundError(f"{lacks} the date {ref.date}", expected=f"one of {dates}")
    return chosen


def in_force(
    fragments: Iterable[Fragment], claims: Mapping[int, Collection[str]], day: str | None
) -> tuple[Fragment, ...]:
    """The fragments in force on the ISO date `day`; with None, the newest text of each article, repealed or not.

    A year means its first day. A fragment gives way to a later one, of its instrument and language, that has one of its
    articles: `claims` says which it has. A text without a date counts only where its instrument has no dated one.
    """
    groups: dict[tuple[object, str], list[Fragment]] = {}
    for fragment in fragments:
        groups.setdefault((fragment.ref.instrument, fragment.lang), []).append(fragment)
    chosen: list[Fragment] = []
    for group in groups.values():
        dated = [f for f in group if f.since is not None]
        chosen += _of_one(dated, claims, day) if dated else group
    return tuple(chosen)


def check_in_force(library: Library, named: Iterable[Fragment], day: str) -> None:
    """Raise UsageError where one of the texts, named by its date, is not in force on the ISO date `day`: it had not
    begun, had ended, or had given way to a later one that the library holds. One without a date passes.
    """
    for text in named:
        same = [f for f in library.fragments() if f.ref.instrument == text.ref.instrument and f.lang == text.lang]
        standing = in_force(same, library.claims(text.ref.instrument), day)
        if text.since is None or text in standing:
            continue
        why = f", but {when(text.in_force)}" if text.in_force else ""
        if text.in_force and text.in_force.contains(day):
            instead = " and of ".join(sorted({_since(f) for f in standing}))
            why = f"; the text of {instead} is" if instead else ""
        raise UsageError(
            f"{text.ref} is not in force on {day}{why}", expected="a reference without its date, or no --at"
        )


def when(interval: Interval) -> str:
    """`from 2004-01-01 until 2019-06-01`."""
    return f"from {interval.start}" + (f" until {interval.end}" if interval.end else "")


def _of_one(dated: list[Fragment], claims: Mapping[int, Collection[str]], day: str | None) -> list[Fragment]:
    begun = [f for f in dated if day is None or _since(f) <= day]
    latest: dict[str, str] = {}
    for f in begun:
        for eid in claims[f.key]:
            latest[eid] = max(latest.get(eid, ""), _since(f))
    newest = [f for f in begun if all(latest[eid] <= _since(f) for eid in claims[f.key])]
    return [f for f in newest if day is None or f.in_force is None or f.in_force.contains(day)]


def _since(fragment: Fragment) -> str:
    assert fragment.since is not None
    return fragment.since


def _instruments(library: Library, ref: VersionRef) -> str:
    """The instruments of the same country, or all: the first ten."""
    there = sorted({str(f.ref.instrument) for f in library.fragments()})
    near = [name for name in there if name.startswith(f"/akn/{ref.instrument.country}/")] or there
    if not near:
        return "something that was added: the library is empty"
    return "one of " + ", ".join(near[:10]) + (f" and {len(near) - 10} more" if len(near) > 10 else "")
