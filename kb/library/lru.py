"""A size-bounded cache of computed values."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

__all__ = ["Lru"]

Value = TypeVar("Value")


class Lru:
    """Answers by what was asked; those that were asked for longest ago leave when together they are too large."""

    def __init__(self, limit: int) -> None:
        self._most = limit
        self._size = 0
        self._held: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], Value], size: Callable[[Value], int]) -> Value:
        """The answer for `key`: the one that was kept, or what `make` gives. `size` is in any unit, that of `most`."""
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                kept: Value = self._held[key][0]
                return kept
        made = make()
        with self._lock:
            self._size -= self._held.pop(key, (None, 0))[1]
            self._held[key] = made, size(made)
            self._size += self._held[key][1]
            while self._size > self._most and len(self._held) > 1:
                self._size -= self._held.popitem(last=False)[1][1]
        return made
