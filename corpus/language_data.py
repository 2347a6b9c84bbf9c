"""Read `kb/languages/`: one folder of data a language, and `common/` with what all languages share.

A folder is called by the ISO 639-1 code of its language, or by a code of three letters where there is none of two; each
of its files is a topic (`cues`, `negation`, `numbers`, …). `docs/languages.md` shows how a language is added.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from palermo.corpus.data_files import load_yaml
from palermo.corpus.errors import InputError
from palermo.corpus.fill_typed import fill_typed

__all__ = ["common_data", "data_file", "folders", "language_data", "languages_with", "read_common", "read_language"]

T = TypeVar("T")

ROOT: Traversable = files("palermo") / "kb" / "languages"
_COMMON = "common"


def language_data(lang: str, topic: str) -> dict[str, Any]:
    """The data of a language on a topic, empty where it has none; read anew at each call.

    Raises InputError for a file that holds no table.
    """
    return _read(lang, topic) if lang in languages_with(topic) else {}


def read_language(lang: str, topic: str, kind: type[T]) -> T:
    """The data of a language on a topic as one `kind` (see `fill_typed`), all its defaults where it has none.

    Raises InputError.
    """
    return fill_typed(language_data(lang, topic), kind, data_file(lang, topic))


def read_common(topic: str, kind: type[T]) -> T:
    """Data on a topic that all languages share, as a `kind` (see `fill_typed`). Raises InputError."""
    return fill_typed(common_data(topic), kind, data_file(_COMMON, topic))


def common_data(topic: str) -> dict[str, Any]:
    """Data on a topic that all languages share. Raises InputError for a file that holds no table."""
    return _read(_COMMON, topic)


@cache
def languages_with(topic: str) -> tuple[str, ...]:
    """The languages that have data on a topic, sorted."""
    return tuple(lang for lang in folders() if (ROOT / lang / f"{topic}.yaml").is_file())


@cache
def folders() -> tuple[str, ...]:
    """The languages that have a folder, sorted."""
    return tuple(sorted(f.name for f in ROOT.iterdir() if f.is_dir() and f.name.isalpha() and f.name != _COMMON))


def data_file(lang: str, topic: str) -> str:
    """The name of a file of data for messages: `kb/languages/ru/cues.yaml`."""
    return f"kb/languages/{lang}/{topic}.yaml"


def _read(folder: str, topic: str) -> dict[str, Any]:
    data = load_yaml((ROOT / folder / f"{topic}.yaml").read_text("utf-8"))
    if not isinstance(data, dict):
        raise InputError("holds no table", file=data_file(folder, topic), expected="keys with their values")
    return data
