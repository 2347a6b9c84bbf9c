"""Small words that tell the structure of a text, of all languages together: `kb/languages/LANG/grammar.yaml`.

They are asked of every text, as one may quote or mix languages. A word may be a regular expression.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from palermo.corpus.language_data import languages_with, read_common, read_language

__all__ = [
    "Alphabets",
    "Conjunctions",
    "GrammarWords",
    "InstrumentWords",
    "LatinNumbers",
    "NumberNames",
    "alphabets",
    "any_word",
    "every_alphabet",
    "every_word",
    "grammar_words",
    "latin_numbers",
    "list_alphabets",
    "list_letters",
]

_GRAMMAR, _ALPHABET = "grammar", "alphabet"
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conjunctions:
    """Conjunctions by where they stand.

    `between_items` of a list; `no_stop`: a line that ends so ends no sentence; `after_quotation`: behind a quoted
    provision, before the next; `before_item`: behind the stop before the number of an item; `between_clauses` of a
    definition, behind a semicolon; `between_terms` that one definition defines.
    """

    between_items: Words = ()
    no_stop: Words = ()
    after_quotation: Words = ()
    before_item: Words = ()
    between_clauses: Words = ()
    between_terms: Words = ()


@dataclass(frozen=True, slots=True)
class NumberNames:
    """Numbers in words as word processors count lists: `units` from zero to nineteen, `tens` from twenty, `ordinals`
    those that are not made with an ending."""

    units: Words
    tens: Words
    ordinals: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class InstrumentWords:
    """Words by which kinds of instruments are known, as regular expressions, "" where a language has none.

    `treaty`, on folded text, is how a treaty addresses those whom it binds: its own text has it, a statute that copies
    a definition does not (United Nations conventions: "Each State Party shall …"). `amending_act`, case aside, is what
    a text says that amends others: it tells which texts are worth reading for instructions, not what is instructed.
    Its verbs are those of the formulae in `corpus/amendments/traditions`.
    """

    treaty: str = ""
    amending_act: str = ""


@dataclass(frozen=True, slots=True)
class GrammarWords:
    """The small words of one language.

    `page_words` are all that stands beside the number of a page; `heading_styles` are the names that word processors
    give to headings, before their level; `untitled` begins titles that programs fill in; `and_so_on` are abbreviations
    whose full stop ends no sentence; a heading has none of the `finite_verbs`; `currencies` are money by name or its
    stem; `query_operators` are the words by AND, OR and NOT in a query; `function_words` do not count inside a term.
    """

    conjunctions: Conjunctions = Conjunctions()
    page_words: Words = ()
    heading_styles: Words = ()
    untitled: Words = ()
    and_so_on: Words = ()
    finite_verbs: Words = ()
    currencies: Words = ()
    query_operators: Mapping[str, Words] | None = None
    function_words: Words = ()
    number_names: NumberNames | None = None
    instruments: InstrumentWords = InstrumentWords()


@dataclass(frozen=True, slots=True)
class LatinNumbers:
    """Latin words that count inserted provisions: their `values`, and regular expressions by where they stand."""

    values: Mapping[str, int]
    units: Words
    short: Words
    items: Words
    stopped: Words
    cited: Words


@dataclass(frozen=True, slots=True)
class Alphabets:
    """`places`: the languages whose alphabets tell the place of a letter, in order; `windows_1252`: letters beyond
    ASCII by language."""

    places: Words
    windows_1252: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Alphabet:
    """`lists` are the letters in the order of lists, `word_processor` those of lists that a word processor letters."""

    lists: Words
    word_processor: str = ""


@cache
def grammar_words(lang: str) -> GrammarWords:
    """The small words of one language, none where it has no file. Raises InputError for a file that is not valid."""
    return read_language(lang, _GRAMMAR, GrammarWords)


def every_word(pick: Callable[[GrammarWords], Iterable[str]]) -> Words:
    """The words of all languages that `pick` takes, each once."""
    return tuple(dict.fromkeys(word for lang in languages_with(_GRAMMAR) for word in pick(grammar_words(lang))))


def any_word(pick: Callable[[GrammarWords], Iterable[str]]) -> str:
    """A regular expression for any of the words that `pick` takes, the longest first; it never matches without one."""
    return "|".join(sorted(every_word(pick), key=len, reverse=True)) or "(?!)"


@cache
def latin_numbers() -> LatinNumbers:
    """Latin words that count inserted provisions (`kb/languages/common/latin_numbers.yaml`)."""
    return read_common("latin_numbers", LatinNumbers)


@cache
def alphabets() -> Alphabets:
    """Data on letters that all languages share (`kb/languages/common/alphabets.yaml`)."""
    return read_common("alphabets", Alphabets)


@cache
def list_alphabets(lang: str) -> Words:
    """The letters of a language in the order in which its lists are lettered, most often one row; none if unknown."""
    return _alphabet(lang).lists if lang in languages_with(_ALPHABET) else ()


def list_letters(lang: str) -> str:
    """The letters by which word processors letter the lists of a language."""
    return _alphabet(lang).word_processor


def _alphabet(lang: str) -> _Alphabet:
    return read_language(lang, _ALPHABET, _Alphabet)


@cache
def every_alphabet() -> Words:
    """The alphabets of all languages."""
    return tuple(row for lang in languages_with(_ALPHABET) for row in list_alphabets(lang))
