"""Finds jurisdictions in a query: the countries and organisations that it names, or their codes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from palermo.corpus.data_files import read_data
from palermo.kb.lexicon import lemmatise as nlp

__all__ = ["jurisdiction_names"]


def jurisdiction_names(words: Sequence[str]) -> dict[str, frozenset[int]]:
    """The jurisdictions that words name, each with the places of the words that do."""
    spelled = [nlp.spell(word) for word in words]
    row = [(part, n) for n, parts in enumerate(spelled) for part in parts]
    found: dict[str, set[int]] = {}
    for at in range(len(row)):
        for name, of in _names().get(row[at][0][:_HEAD], ()):
            here = row[at : at + len(name)]
            if len(here) == len(name) and all(map(_matches, name, (part for part, _ in here))):
                found.setdefault(of, set()).update(n for _, n in here)
    return {of: frozenset(places) for of, places in found.items()}


_HEAD = 2  # letters by which names are looked up


def _matches(name: str, word: str) -> bool:
    return word.startswith(name[:-1]) if name.endswith("*") else word == name


@cache
def _names() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The names, each as its words and the jurisdiction, by how they begin."""
    names: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for of, listed in read_data(__package__, "jurisdiction_names.yaml").items():
        for name in listed:
            words = tuple(nlp.fold(name).split())
            names.setdefault(words[0].rstrip("*")[:_HEAD], []).append((words, of))
    return names
