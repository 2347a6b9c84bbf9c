"""Sentences that were made from a pattern, and remember it: a catalogue of another language knows the pattern."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["Sentence"]


class Sentence(str):
    """English sentence that keeps its pattern and the parts in its places, to be said in another language."""

    __slots__ = ("parts", "pattern")
    pattern: str
    parts: Mapping[str, str]

    def __new__(cls, pattern: str, **parts: str) -> Sentence:
        said = super().__new__(cls, pattern.format(**parts))
        said.pattern, said.parts = pattern, parts
        return said

    def __getnewargs_ex__(self) -> tuple[tuple[str], Mapping[str, str]]:
        return (self.pattern,), self.parts
