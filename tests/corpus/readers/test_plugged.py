"""A reader of another package is found by its entry point and asked first."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Iterator
from pathlib import Path

import pytest

from palermo.corpus.errors import UsageError
from palermo.corpus.readers import read_file, registry
from palermo.corpus.readers.shared.reader_output import Raw

LANTERN = registry.Reader(
    "lantern", lambda data, name: data.startswith(b"LANTERN"), lambda data, file: Raw("1. Light.")
)


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    registry._installed.cache_clear()
    yield
    registry._installed.cache_clear()


def plug(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    point = importlib.metadata.EntryPoint("lantern", value, registry.GROUP)
    found = importlib.metadata.EntryPoints([point])
    monkeypatch.setattr(importlib.metadata, "entry_points", lambda group: found.select(group=group))


def test_it_reads_its_files_and_no_others(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    plug(monkeypatch, f"{__name__}:LANTERN")
    monkeypatch.setattr(importlib.metadata.EntryPoint, "load", lambda self: LANTERN)
    (tmp_path / "a").write_bytes(b"LANTERN 1")
    (tmp_path / "b").write_bytes(b"2. Oil.")
    assert read_file(str(tmp_path / "a"), lang="en").text == "1. Light."
    assert read_file(str(tmp_path / "b"), lang="en").text == "2. Oil."


@pytest.mark.parametrize(
    "value", ["no_such_module:reader", "palermo.corpus.errors:nothing", "palermo.corpus.errors:InputError"]
)
def test_one_that_is_none_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, value: str) -> None:
    plug(monkeypatch, value)
    (tmp_path / "a").write_bytes(b"1. Oil.")
    with pytest.raises(UsageError, match="the reader lantern"):
        read_file(str(tmp_path / "a"), lang="en")
