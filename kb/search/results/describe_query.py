"""Describes a query, part by part, in words that a person knows: those that were typed where they are known."""

from __future__ import annotations

from palermo.kb.lexicon import lemmatise as nlp
from palermo.kb.search.index.contract import (
    And,
    AtLeast,
    Cited,
    DisMax,
    Field,
    FieldKind,
    Filter,
    IndexView,
    Not,
    Or,
    Query,
    TermQuery,
)

__all__ = ["QueryDescription"]

_MOST = 3  # readings of a word that are named


class QueryDescription:
    """The words of a query as they were typed, to name its parts by. `corrected` are words that others were taken for,
    by how they are spelled.
    """

    def __init__(self, typed: str, corrected: dict[str, str] | None = None) -> None:
        self._typed = nlp.spell(typed)
        self._corrected = corrected or {}
        self._keys: dict[str, dict[str, str]] = {}

    def of(self, query: Query) -> str:
        """The part in a few words."""
        match query:
            case TermQuery():
                said = self._look(query)
            case AtLeast() | And():
                said = " ".join(self._inside(part) for part in query.parts)
            case Or():
                said = " or ".join(dict.fromkeys(self.of(part) for part in query.parts))
            case DisMax():
                said = self.of(query.parts[0][0])
            case Not():
                said = f"NOT {self._inside(query.part)}"
            case Filter():
                said = f"{query.name}:{query.value}"
            case Cited():
                said = query.cite
        return said

    def reading(self, reading: IndexView) -> str:
        """The words of a reading; several in quotation marks."""
        if reading.kind is FieldKind.PREFIX:
            return f"{reading.words[0]}*"
        words = [self._word(word, reading.lang) for word in reading.words]
        if len(words) == 1 and not reading.apart:
            return words[0]
        exact, apart = "" if reading.kind is FieldKind.KEY else "exact:", f"~{reading.apart}" if reading.apart else ""
        return f'{exact}"{" ".join(words)}"{apart}'

    def _look(self, look: TermQuery) -> str:
        words = list(dict.fromkeys(self.reading(reading) for reading in look.readings))
        field = "" if look.field in (None, Field.TEXT) else f"{look.field}:"
        return field + " or ".join(words[:_MOST]) + (" or …" if len(words) > _MOST else "")

    def _word(self, word: str, lang: str) -> str:
        """The typed word with this key."""
        if lang not in self._keys:
            meant = [(typed, self._corrected.get(typed, typed)) for typed in self._typed]
            self._keys[lang] = {nlp.key(word, lang): word if word != typed else typed for typed, word in meant}
        return self._keys[lang].get(word, word)

    def _inside(self, part: Query) -> str:
        return f"({self.of(part)})" if isinstance(part, Or) and len(part.parts) > 1 else self.of(part)
