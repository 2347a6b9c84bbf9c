"""What the words of a query are in each language of an index.

A query has no language of its own, so it is read in those languages of the index that know most of its words: in both
English and French for "transport", in French alone for "traite des êtres humains".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from math import ceil

from corpus.errors import QueryError
from corpus.languages import UNDETERMINED
from kb import nlp
from kb.citations import Citation
from kb.documents import plain_cite
from kb.index import AllOf, AnyOf, Cited, Field, Kind, Look, Query, Reading, SearchIndex, SomeOf

__all__ = ["Terms"]

_ALL_UP_TO = 2  # of so many words a text must have all
_SHARE = 0.6  # of more words this share
_COMMON = 0.1  # a function word that stands in more than this share of the units says nothing


class Terms:
    """The `Leaves` of a query over `index`; with `lang` its words are of that language, whatever they look like."""

    def __init__(self, index: SearchIndex, lang: str | None = None) -> None:
        self._index = index
        self._languages = [lang] if lang else sorted(index.languages()) or [UNDETERMINED]

    def words(self, words: Sequence[str], field: Field | None) -> Query:
        choices = [self._some(words, lang, field) for lang in self._languages_of(words, field)]
        return _one_of([choice for choice in choices if choice], " ".join(words))

    def phrase(self, text: str, field: Field | None) -> Query:
        rows = [self._row(text, lang, field) for lang in self._languages_of([text], field)]
        return self._look(rows, text, field)

    def exact(self, text: str) -> Query:
        readings = [
            Reading(lang, Kind.SPELLED, tuple(token.spelled for token in nlp.analyse(text, lang)))
            for lang in self._languages_of([text])
        ]
        return self._look(readings, text, None)

    def prefix(self, beginning: str, field: Field | None) -> Query:
        *before, last = nlp.spell(beginning)
        readings = tuple(Reading(lang, Kind.PREFIX, (last,)) for lang in self._languages)
        look = Look(readings, field)
        return AllOf((self.words(before, field), look)) if before else look

    def citation(self, citation: Citation, text: str, words: Sequence[str]) -> Query:
        mention = self._look([self._row(text, lang, None) for lang in self._languages_of([text])], text, None)
        cited = Cited(plain_cite(citation.cite), citation.level, citation.langs, mention)
        if not any(map(nlp.spell, words)):
            return cited
        return SomeOf((cited,), 1, AnyOf((self.words(words, None), self.words(words, Field.TITLE))))

    def _languages_of(self, words: Iterable[str], field: Field | None = None) -> list[str]:
        """The languages that know the most of these words: as spelled; else, where none does, by their keys."""

        def best(languages: list[str], read: Callable[[str, str], Reading]) -> list[str]:
            known = {lang: sum(self._knows(read(lang, word), field) for word in spelled) for lang in languages}
            most = max(known.values(), default=0)
            return [lang for lang in languages if known[lang] == most] if most else []

        spelled = [part for text in words for word in nlp.spell(text) for part in {word, *word.split("'")} if part]
        if found := best(self._languages, lambda lang, word: Reading(lang, Kind.SPELLED, (word,))):
            return found
        # A dictionary takes up to a second to load, so only those are asked whose texts are in the script of the words.
        letters = {word[0] for word in spelled}
        of_script = [
            lang
            for lang in self._languages
            if any(self._knows(Reading(lang, Kind.PREFIX, (letter,)), None) for letter in letters)
        ]
        found = best(of_script, lambda lang, word: Reading(lang, Kind.KEY, (nlp.key(word, lang),)))
        return found or of_script[:1] or self._languages[:1]

    def _knows(self, reading: Reading, field: Field | None) -> bool:
        return self._index.frequency(reading, field) > 0

    def _some(self, words: Sequence[str], lang: str, field: Field | None) -> Query | None:
        """The words in one language; function words are left out unless there is nothing else."""
        tokens = [[(token.lemma, token.spelled) for token in nlp.analyse(word, lang)] for word in words]
        telling = [[token for token in word if not self._says_nothing(token[1], lang, len(words))] for word in tokens]
        wanted = [word for word in telling if word] or [word for word in tokens if word]
        parts = tuple(Look((self._reading(word, lang, field),), field) for word in wanted)
        if len(parts) <= 1:
            return parts[0] if parts else None
        least = len(parts) if len(parts) <= _ALL_UP_TO else ceil(_SHARE * len(parts))
        in_a_row = Look((self._reading([token for word in tokens for token in word], lang, field),), field)
        return SomeOf(parts, least, in_a_row)

    def _says_nothing(self, spelled: str, lang: str, among: int) -> bool:
        """Whether it is a function word; in a short query a rare one was meant ("serious injury")."""
        if spelled not in nlp.common_words(lang):
            return False
        frequency = self._index.frequency(Reading(lang, Kind.SPELLED, (spelled,)), None)
        return among > _ALL_UP_TO or frequency > _COMMON * self._index.size(lang)

    def _row(self, text: str, lang: str, field: Field | None) -> Reading:
        return self._reading([(token.lemma, token.spelled) for token in nlp.analyse(text, lang)], lang, field)

    def _reading(self, tokens: Sequence[tuple[str, str]], lang: str, field: Field | None) -> Reading:
        """The words by their keys; as spelled where a key is unknown but all the spellings are not ("explotacion")."""
        by_key = Reading(lang, Kind.KEY, tuple(key for key, _ in tokens))
        as_spelled = Reading(lang, Kind.SPELLED, tuple(spelled for _, spelled in tokens))
        return by_key if self._knows_all(by_key, field) or not self._knows_all(as_spelled, field) else as_spelled

    def _knows_all(self, reading: Reading, field: Field | None) -> bool:
        return all(self._knows(replace(reading, words=(word,)), field) for word in reading.words)

    def _look(self, readings: Sequence[Reading], text: str, field: Field | None) -> Look:
        readings = tuple(reading for reading in readings if reading.words)
        if not readings:
            raise QueryError(f"there is no word in {text!r}", expected="at least one letter or figure")
        return Look(readings, field)


def _one_of(choices: list[Query], text: str) -> Query:
    if not choices:
        raise QueryError(f"there is no word in {text!r}", expected="at least one letter or figure")
    return choices[0] if len(choices) == 1 else AnyOf(tuple(choices))
