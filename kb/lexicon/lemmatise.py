"""Words: where they stand in a text, and the key that all forms of a word share.

The only importer of spaCy and simplemma. The key is the lemma, folded: case, accents of Latin and Greek letters and the
dots of ё do not count. Where the dictionary does not know a word, its stem stands in. What differs from language to
language is in `kb/languages/LANG/word_forms.yaml`.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any, NamedTuple

from palermo.corpus.language_data import read_language

__all__ = ["Token", "analyse", "beginnings", "common_words", "fold", "is_word", "key", "spell", "stem"]


class Token(NamedTuple):
    """A word at `start` to `end` (code points, half-open), which may hold apostrophes.

    `lemma` is its key, `spelled` the word as written but folded.
    """

    text: str
    start: int
    end: int
    lemma: str
    spelled: str


def analyse(text: str, lang: str) -> list[Token]:
    """The words of `text` in order, figures among them. In a language that nothing is known of they are only folded."""
    return _analyser(lang)(text)


def spell(text: str) -> list[str]:
    """The words of `text` folded, cut without knowing its language, so without waiting for one to load."""
    return [fold(match[0]) for match in _word_pattern().finditer(text)]


def key(word: str, lang: str) -> str:
    """The key of one word."""
    return _keys(lang)(word)


def is_word(word: str, lang: str) -> bool:
    """True if the dictionary of the language has the word, so that it is hardly mistyped; False with no dictionary."""
    import simplemma

    try:
        return bool(simplemma.is_known(word, lang=lang))
    except ValueError:
        return False


@lru_cache(1 << 14)
def beginnings(spelled: str, key: str, lang: str) -> tuple[str, ...]:
    """Beginnings of words of the same family that `spelled` does not begin with: the key (enslave for enslaving),
    and in German and Dutch the stem with a participle's prefix (ausbeut for ausgebeutete).
    """
    found = [] if spelled.startswith(key) else [key]
    if (match := _participle(lang).match(spelled)) is not None:
        found.append(match[1] + match[2])
    return tuple(found)


@cache
def _participle(lang: str) -> re.Pattern[str]:
    prefixes = _data(lang).separable
    return re.compile(rf"({'|'.join(prefixes)})ge(\w{{3,}}?)(?:e?[td]?(?:e[nmrs]?)?)$" if prefixes else r"(?!)")


@lru_cache(1 << 16)
def stem(word: str, lang: str) -> str:
    """The stem of one word, folded: without a dictionary, so rougher than its key, and without waiting for one."""
    return fold(_stemmer(lang)(word.lower()))


@cache
def common_words(lang: str) -> frozenset[str]:
    """The folded function words of a language (spaCy's list and those of statutes); empty if there are none."""
    return frozenset(fold(word) for word in (*_tokenizer_and_stops(lang)[1], *_data(lang).common))


def fold(word: str) -> str:
    """`word` without what readers do not type: case, Latin and Greek accents, stress marks, Arabic vowels."""
    word = word.casefold()
    if word.isascii():
        return word
    return unicodedata.normalize("NFC", "".join(_unaccented(word))).translate(_LETTERS)


_LETTERS = str.maketrans({"ё": "е", "أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ـ": None, "’": "'", "ʼ": "'"})
_MARKED_SCRIPTS = ("LATIN", "GREEK")  # the breve of й and the dots of ї make other letters, and so do Indic vowel signs
_ALWAYS_DROPPED = frozenset("\u0300\u0301") | frozenset(map(chr, range(0x064B, 0x0653)))  # stress marks; harakat


def _unaccented(word: str) -> Iterator[str]:
    latin = False
    for char in unicodedata.normalize("NFKD", word):
        if not unicodedata.combining(char):
            latin = unicodedata.name(char, "").startswith(_MARKED_SCRIPTS)
        elif latin or char in _ALWAYS_DROPPED:
            continue
        yield char


@cache
def _word_pattern() -> re.Pattern[str]:
    r"""Letters and figures with their marks (vowel signs are none of `\w`), and apostrophes inside."""
    marks = "".join(c for c in map(chr, range(0x300, 0x11000)) if unicodedata.category(c)[0] == "M")
    return re.compile(rf"[^\W_](?:[^\W_]|[{marks}]|['’ʼ](?=[^\W_]))*")


@cache
def _analyser(lang: str) -> Callable[[str], list[Token]]:
    """spaCy's tokens, cut at hyphens and whatever else is no letter or figure. Each form is looked into once."""
    tokenizer, _ = _tokenizer_and_stops(lang)
    spelling: Callable[[int], str] = tokenizer.vocab.strings.__getitem__
    key_of = _keys(lang)
    seen: dict[int, list[Token]] = {}

    def words_in(form: int) -> list[Token]:
        found = ((match[0], *match.span()) for match in _word_pattern().finditer(spelling(form)))
        return [Token(word, start, end, key_of(word), fold(word)) for word, start, end in found]

    def analyser(text: str) -> list[Token]:
        tokens: list[Token] = []
        at = 0
        for form, length, space in tokenizer(text).to_array(_ATTRIBUTES).tolist():
            words = seen.get(form)
            if words is None:
                words = seen[form] = words_in(form)
            for word, start, end, lemma, spelled in words:
                tokens.append(Token(word, at + start, at + end, lemma, spelled))
            at += length + space
        return tokens

    return analyser


_ATTRIBUTES = ["ORTH", "LENGTH", "SPACY"]  # the form's number, its code points, whether a space follows


@cache
def _tokenizer_and_stops(lang: str) -> tuple[Any, frozenset[str]]:
    import spacy

    try:
        blank = spacy.blank(lang)
    except ImportError:  # a language that spaCy does not have, or whose segmenter is not installed
        blank = spacy.blank("xx")
    return blank.tokenizer, frozenset(blank.Defaults.stop_words)


@dataclass(frozen=True, slots=True)
class _WordForms:
    """How the words of a language are brought to their keys.

    `stemmed`: keys are stems of the lemma instead of the lemma. `snowball` is its stemmer in Snowball, for words that
    the dictionary does not have. `forms` are nouns of the field that the dictionary takes for forms of a verb, `alike`
    lists words whose forms it tells apart or confuses: all of a row get the key of the first. `common` are function
    words of statutes that spaCy's lists, made from other prose, do not have, and words of questions that say only that
    a law is asked for. Without a dictionary `endings` are taken off in their order, at most one of each row, longest
    first, as long as three letters remain. `separable` are prefixes that stand before the "ge" of a participle and
    before the stem of all other forms.
    """

    stemmed: bool = False
    snowball: str = ""
    forms: Mapping[str, str] = field(default_factory=dict)
    common: tuple[str, ...] = ()
    alike: tuple[tuple[str, ...], ...] = ()
    endings: tuple[tuple[str, ...], ...] = ()
    separable: tuple[str, ...] = ()


@cache
def _data(lang: str) -> _WordForms:
    return read_language(lang, "word_forms", _WordForms)


@cache
def _keys(lang: str) -> Callable[[str], str]:
    """From a word as written to its key, remembered for every form: statutes have few forms and many words."""
    lemma = _lemma(lang)
    alike = {fold(other): fold(row[0]) for row in _data(lang).alike for other in row}
    given = {form: fold(key) for form, key in _data(lang).forms.items()}
    intern = sys.intern

    @cache
    def key_of(word: str) -> str:
        folded = given.get(word.lower()) or fold(lemma(word))
        return intern(alike.get(folded, folded))

    return key_of


def _lemma(lang: str) -> Callable[[str], str]:
    """From a word as written to its dictionary form, in a language's best way."""
    import simplemma

    stem = _stemmer(lang)
    try:
        simplemma.is_known("a", lang=lang)
    except ValueError:  # no dictionary
        return lambda word: stem(word.casefold())

    def step(word: str) -> str:
        found = simplemma.lemmatize(_cased(word, lang), lang=lang)
        return _cased(found.replace("_", ""), lang)  # Dutch compounds are taken apart: gevangenis_straf

    def lemma(word: str) -> str:
        """Followed until it stays the same: beings gives being and being gives be, which would not find each other."""
        seen = [_cased(word, lang)]
        while (found := step(seen[-1])) not in seen:
            seen.append(found)
        found = min(seen[seen.index(found) :])  # a few lemmas lead round in a circle
        if _data(lang).stemmed or (found == seen[0] and not simplemma.is_known(found, lang=lang)):
            return stem(found.casefold())
        return found

    return lemma


def _cased(word: str, lang: str) -> str:
    """The letters' case under which a dictionary has a word, whatever case it is written in: one form, one key.

    German writes nouns with a capital, and a lower-case "handel" would be taken for a form of the verb.
    """
    return word.capitalize() if lang == "de" else word.lower()


@cache
def _stemmer(lang: str) -> Callable[[str], str]:
    """From a word in lower case to its stem; the word itself where nothing is known of the language."""
    if rows := _data(lang).endings:
        return lambda word: _strip(word, rows)
    if name := _data(lang).snowball:
        import snowballstemmer  # type: ignore[import-untyped]

        stem: Callable[[str], str] = snowballstemmer.stemmer(name).stemWord
        return stem
    return lambda word: word


def _strip(word: str, rows: Sequence[Sequence[str]]) -> str:
    for endings in rows:
        for ending in sorted(endings, key=len, reverse=True):
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
                word = word.removesuffix(ending)
                break
    return word


_SHORTEST_STEM = 3
