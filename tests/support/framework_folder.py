"""Frameworks of a test: palermo reads those of a folder instead of its own, and forgets them afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

import pytest

from palermo.alignment.statute import codes
from palermo.kb.frameworks import framework
from palermo.kb.search.query import element_concepts

__all__ = ["frameworks_of", "protocol_text"]

_CACHES = (
    framework.load,
    framework.every,
    codes.liability_headings,
    codes._answered_by,
    element_concepts._by_concept,
)


def protocol_text() -> str:
    """YAML of the Protocol's framework, as palermo has it."""
    return (files("palermo.kb.frameworks") / "catalogues" / "palermo.yaml").read_text("utf-8")


@contextmanager
def frameworks_of(folder: Path, patch: pytest.MonkeyPatch) -> Iterator[None]:
    """Read frameworks from the folder inside the context, and from palermo's data again behind it."""
    with patch.context() as inside:
        inside.setattr(framework, "_folder", lambda: folder)
        _forget()
        try:
            yield
        finally:
            _forget()


def _forget() -> None:
    for cached in _CACHES:
        cached.cache_clear()
