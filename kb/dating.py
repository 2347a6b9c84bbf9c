"""Which of the texts that a library holds are in force on a day."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from kb.library import Fragment

__all__ = ["in_force"]


def in_force(
    fragments: Iterable[Fragment], claims: Mapping[int, Collection[str]], at: str | None
) -> tuple[Fragment, ...]:
    """The fragments in force on the ISO date `at`; with None, the newest text of each article, whether repealed or not.

    A year means its first day. A fragment gives way to a later one, of its instrument and language, that has one of its
    articles: `claims` says which it has. A text without a date counts only where its instrument has no dated one.
    """
    groups: dict[tuple[object, str | None], list[Fragment]] = {}
    for fragment in fragments:
        groups.setdefault((fragment.ref.instrument, fragment.ref.lang), []).append(fragment)
    chosen: list[Fragment] = []
    for group in groups.values():
        dated = [f for f in group if f.since is not None]
        chosen += _of_one(dated, claims, at) if dated else group
    return tuple(chosen)


def _of_one(dated: list[Fragment], claims: Mapping[int, Collection[str]], at: str | None) -> list[Fragment]:
    begun = [f for f in dated if at is None or _since(f) <= at]
    newest = [
        f for f in begun if not any(_since(f) < _since(g) and set(claims[f.key]) & set(claims[g.key]) for g in begun)
    ]
    return [f for f in newest if at is None or f.in_force is None or f.in_force.contains(at)]


def _since(fragment: Fragment) -> str:
    assert fragment.since is not None
    return fragment.since
