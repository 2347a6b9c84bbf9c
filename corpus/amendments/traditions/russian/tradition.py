"""Russia and Kazakhstan, and others that draft in Russian as they do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from palermo.corpus.amendments.model import Instruction
from palermo.corpus.amendments.reading.passages import Passage
from palermo.corpus.amendments.tradition import DraftingTradition
from palermo.corpus.amendments.traditions.russian.layout.article_text import RussianArticleText
from palermo.corpus.data_files import read_data

if TYPE_CHECKING:
    from palermo.corpus.amendments.traditions.russian.read_instructions import RussianReader

__all__ = ["TRADITION", "tradition"]


def tradition(name: str, lang: str, *, kazakh: bool = False) -> DraftingTradition:
    """The tradition of a language whose data are `russian.<lang>.yaml`; `kazakh`: in Kazakh word order."""

    def layout(_lang: str) -> RussianArticleText:
        return _layout(lang)

    def read(passages: Sequence[Passage], _lang: str) -> list[Instruction]:
        return _reader(lang, kazakh=kazakh).read(passages)

    def is_act(named: str, title: str) -> bool:
        """By the stems of the words, as names are inflected: those of the one are all in the other. A law is told by
        its quoted title."""
        ours, theirs = _stems(_words(lang), named), _stems(_words(lang), title)
        return bool(ours) and bool(theirs) and (ours <= theirs or theirs <= ours)

    return DraftingTradition(name=name, langs=(lang,), read=read, layout=layout, is_act=is_act)


@cache
def _words(lang: str) -> dict[str, Any]:
    data: dict[str, Any] = read_data(__package__, f"data/{lang}.yaml")
    return data


@cache
def _reader(lang: str, *, kazakh: bool) -> RussianReader:
    from palermo.corpus.amendments.traditions.russian import (
        references as russian_targets,
    )
    from palermo.corpus.amendments.traditions.russian import (
        resolve_references as russian_places,
    )
    from palermo.corpus.amendments.traditions.russian.kazakh import (
        references as kazakh_targets,
    )
    from palermo.corpus.amendments.traditions.russian.kazakh import (
        resolve_references as kazakh_places,
    )
    from palermo.corpus.amendments.traditions.russian.make_instructions import RussianOperations
    from palermo.corpus.amendments.traditions.russian.read_instructions import RussianReader

    data, layout = _words(lang), _layout(lang)
    if kazakh:
        outside_in = kazakh_targets.KazakhPaths(data)
        operations = RussianOperations(data, outside_in, layout)
        return RussianReader(data, outside_in, operations, kazakh_places.KazakhPlaces(data, outside_in, operations))
    paths = russian_targets.Paths(data)
    operations = RussianOperations(data, paths, layout)
    return RussianReader(data, paths, operations, russian_places.RussianPlaces(data, paths, operations))


@cache
def _layout(lang: str) -> RussianArticleText:
    return RussianArticleText(_words(lang))


def _stems(data: dict[str, Any], name: str) -> frozenset[str]:
    for english, own in data["english"].items():
        if english in name.casefold():
            name = own
            break
    quoted = re.search(r"[«\"“](.+)[»\"”]", name)
    if quoted:
        name = quoted[1]
    else:
        cut = re.search(data["name_ends"], name)
        name = name[: cut.start()] if cut else name
    found = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", name.casefold())
    small, length = set(data["small"]), data["stem"]
    return frozenset("-".join(part[:length] for part in word.split("-")) for word in found if word not in small)


TRADITION = tradition("Russia and Kazakhstan", "ru")
