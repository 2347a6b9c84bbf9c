"""Progress of long work: a callable through which its items pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

__all__ = ["Track", "silent"]

Item = TypeVar("Item")


class Track(Protocol):
    """Passes the items on while it shows the progress; `total` None is not known."""

    def __call__(self, items: Iterable[Item], label: str, total: int | None = None) -> Iterator[Item]: ...


def silent(items: Iterable[Item], label: str, total: int | None = None) -> Iterator[Item]:
    """Passes the items on and shows nothing: a `Track`."""
    yield from items
