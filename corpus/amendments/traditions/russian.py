"""Russia and Kazakhstan, and others that draft in Russian as they do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any

from corpus.amendments.model import Instruction
from corpus.amendments.passages import Passage
from corpus.amendments.tradition import Tradition
from corpus.amendments.traditions.russian_text import ArticleText

__all__ = ["TRADITION"]


@cache
def words(lang: str) -> dict[str, Any]:
    """The data of a language."""
    import yaml

    text = resources.files("corpus.amendments.traditions").joinpath(f"russian.{lang}.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.safe_load(text)
    return data


@cache
def _layout(lang: str) -> ArticleText:
    return ArticleText(words(lang))


def _read(passages: Sequence[Passage], lang: str) -> list[Instruction]:
    from corpus.amendments.traditions.russian_instructions import Reader

    return Reader(words(lang), _layout(lang)).read(passages)


def _is_act(named: str, title: str) -> bool:
    """By the stems of the words, as names are inflected: those of the one are all in the other. A law is told by its
    quoted title."""
    ours, theirs = _stems(named), _stems(title)
    return bool(ours) and bool(theirs) and (ours <= theirs or theirs <= ours)


def _stems(name: str) -> frozenset[str]:
    data = words("ru")
    quoted = re.search(r"[«\"“](.+)[»\"”]", name)
    if quoted:
        name = quoted[1]
    else:
        cut = re.search(data["name_ends"], name)
        name = name[: cut.start()] if cut else name
    found = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", name.casefold())
    small = set(data["small"])
    stems = ("-".join(part[: data["stem"]] for part in word.split("-")) for word in found if word not in small)
    return frozenset(stems)


TRADITION = Tradition(name="Russia and Kazakhstan", langs=("ru",), read=_read, layout=_layout, is_act=_is_act)
