"""The thesaurus of the field: concepts with their terms in several languages.

`kb/languages/common/concepts.yaml` lists the concepts by group, each group with its `source`. The code of a concept
is its group and its name: `victim.compensation`; no group is named like a group of the framework's codes. Their terms
stand in `kb/languages/LANG/terms.yaml`, further ones for queries in `search_terms.yaml` and `lay_terms.yaml` beside it.
A term is one or several words; one that ends in `*` stands for all words that begin so, other words are compared by
their dictionary form. Function words do not count: "trafficking in persons" is also found in "trafficking of persons".

    from palermo.kb.thesaurus import thesaurus
    known = thesaurus.load()
    known.concepts["victim.compensation"]                 # {"en": ("compensat*", …), "ru": ("компенсац*", …), …}
    [m.code for m in known.mentions("компенсация потерпевшему", "ru")]
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from palermo.corpus.errors import InputError
from palermo.corpus.grammar_words import grammar_words
from palermo.corpus.language_data import common_data, data_file, language_data, languages_with
from palermo.kb.lexicon import lemmatise as nlp
from palermo.kb.lexicon.lemmatise import Token

__all__ = ["FORMULAE", "Mention", "Thesaurus", "content", "load", "load_queries", "load_sought"]

FORMULAE = "formula."  # the codes of formulae of drafting begin so: how a rule binds, not what it is about

Terms = Mapping[str, tuple[str, ...]]


class Mention(NamedTuple):
    """A term of the concept `code` at `start` to `end` of a text (code points, half-open)."""

    code: str
    start: int
    end: int


class _Word(NamedTuple):
    """A word of a term: the key of its forms, or with `open_end` how it begins, folded."""

    text: str
    open_end: bool

    def matches(self, token: Token) -> bool:
        return token.spelled.startswith(self.text) if self.open_end else token.lemma == self.text


class _Entry(NamedTuple):
    """A term by its first word; the others are read when that one is met: most of a long list never are."""

    first: _Word
    term: str
    code: str


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """`concepts` are the terms of each concept by language (ISO 639-1), by code; `languages` are those with terms."""

    concepts: Mapping[str, Terms]
    languages: frozenset[str] = frozenset()
    _lookups: dict[str, _Lookup] = field(default_factory=dict, repr=False, compare=False)

    def mentions(self, text: str, lang: str) -> list[Mention]:
        """The concepts that `text` names, in order; a term inside a longer one of another concept does not count."""
        return self.among(content(text, lang), lang)

    def among(self, tokens: Sequence[Token], lang: str) -> list[Mention]:
        """The concepts named by the words of a text (see `content`), in order."""
        if lang not in self._lookups:
            self._lookups[lang] = _Lookup(self.concepts, lang)
        return self._lookups[lang].find(tokens)


class _Lookup:
    """The terms of one language by how they begin."""

    def __init__(self, concepts: Mapping[str, Terms], lang: str) -> None:
        self._lang = lang
        self._whole: defaultdict[str, list[_Entry]] = defaultdict(list)
        self._open: defaultdict[str, list[_Entry]] = defaultdict(list)
        self._seen: dict[tuple[str, str], list[_Entry]] = {}
        for code, terms in concepts.items():
            for term in terms.get(lang, ()):
                first = next((words[0] for raw in term.split() if (words := _words_in(raw, lang))), None)
                if first is None:
                    raise InputError(
                        f"{code}: {term!r} has only function words", file=f"kb/languages/{lang}", expected="a term"
                    )
                by = self._open if first.open_end else self._whole
                by[first.text[:_HEAD] if first.open_end else first.text].append(_Entry(first, term, code))

    def find(self, tokens: Sequence[Token]) -> list[Mention]:
        found: list[tuple[int, int, str]] = []
        for at, token in enumerate(tokens):
            for _, term, code in self._begin(token):
                words = _words(term, self._lang)
                end = at + len(words)
                if end <= len(tokens) and all(
                    w.matches(t) for w, t in zip(words[1:], tokens[at + 1 : end], strict=True)
                ):
                    found.append((at, end, code))
        longest = sorted(set(found), key=lambda f: (f[0] - f[1], f))
        kept: list[tuple[int, int, str]] = []
        covered: dict[int, set[tuple[int, int]]] = defaultdict(set)
        for start, end, code in longest:
            inside = any(a <= start and end <= b and b - a > end - start for a, b in covered[start])
            if not inside or code in _ALSO_INSIDE:
                kept.append((start, end, code))
                for at in range(start, end):
                    covered[at].add((start, end))
        return [Mention(code, tokens[a].start, tokens[b - 1].end) for a, b, code in sorted(kept)]

    def _begin(self, token: Token) -> list[_Entry]:
        key = token.lemma, token.spelled
        if key not in self._seen:
            near = (self._open.get(token.spelled[:n], ()) for n in range(1, _HEAD + 1))
            open_ended = [e for entries in near for e in entries if e.first.matches(token)]
            self._seen[key] = [*self._whole.get(token.lemma, ()), *open_ended]
        return self._seen[key]


_TERMS, _SOUGHT, _EVERYDAY = "terms", "search_terms", "lay_terms"
_CONCEPTS = "concepts"
_ONLY_ASKED = "asked."  # the codes of concepts that are only asked for begin so
_ALSO_INSIDE = frozenset({"victim.child"})  # what counts inside a longer term, too: "receipt of a child"
_HEAD = 3  # letters by which terms with an open end are looked up


@dataclass(frozen=True, slots=True, eq=False)
class _TermsOfConcept(Mapping[str, tuple[str, ...]]):
    """The terms of one concept by language, from the files called `topics`; a language is read when it is asked for."""

    code: str
    topics: tuple[str, ...]

    def __getitem__(self, lang: str) -> tuple[str, ...]:
        found = tuple(term for topic in self.topics for term in _terms(topic, lang).get(self.code, ()))
        if not found:
            raise KeyError(lang)
        return found

    def __iter__(self) -> Iterator[str]:
        return (lang for lang in _languages(self.topics) if lang in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


@cache
def load() -> Thesaurus:
    """The thesaurus. Raises InputError for a file that is not valid, when it is read."""
    return _load((_TERMS,))


@cache
def load_sought() -> Thesaurus:
    """The thesaurus with `search_terms.yaml`: what a query looks for in texts when it names a concept."""
    return _load((_TERMS, _SOUGHT))


@cache
def load_queries() -> Thesaurus:
    """Thesaurus of `load_sought` with `lay_terms.yaml` added: words that people type and laws do not use."""
    return _load((_TERMS, _SOUGHT, _EVERYDAY))


def _load(topics: tuple[str, ...]) -> Thesaurus:
    codes = [code for code in _codes() if len(topics) > 1 or not code.startswith(_ONLY_ASKED)]
    return Thesaurus({code: _TermsOfConcept(code, topics) for code in codes}, frozenset(_languages(topics)))


def _languages(topics: tuple[str, ...]) -> list[str]:
    return sorted({lang for topic in topics for lang in languages_with(topic)})


@cache
def _codes() -> Mapping[str, None]:
    """The codes of all concepts in order. Raises InputError for a group without a source or a list of concepts."""
    groups = common_data(_CONCEPTS)
    for name, group in groups.items():
        if not isinstance(group, dict) or not group.get("source") or not isinstance(group.get("concepts"), list):
            raise InputError(
                f"{name}: no list of concepts", file=data_file("common", _CONCEPTS), expected="`source` and `concepts`"
            )
    return dict.fromkeys(f"{name}.{concept}" for name, group in groups.items() for concept in group["concepts"])


@cache
def _terms(topic: str, lang: str) -> Mapping[str, tuple[str, ...]]:
    """The terms in one file, by code. Raises InputError for a code that no concept has and for what is no term."""
    file, found = data_file(lang, topic), {}
    for group, concepts in language_data(lang, topic).items():
        if group == "source":
            continue
        if not isinstance(concepts, dict):
            raise InputError(f"{group}: no table", file=file, expected="terms by concept")
        for name, listed in concepts.items():
            code = f"{group}.{name}"
            if code not in _codes() or (topic == _TERMS and code.startswith(_ONLY_ASKED)):
                raise InputError(f"no concept {code!r}", file=file, expected=f"one of {data_file('common', _CONCEPTS)}")
            found[code] = _checked(file, code, listed)
    return found


def content(text: str, lang: str) -> list[Token]:
    """The words of `text` without the function words of its language (`grammar.yaml`)."""
    dropped = _function_words(lang)
    return [t for t in nlp.analyse(text, lang) if t.spelled not in dropped]


@cache
def _function_words(lang: str) -> frozenset[str]:
    return frozenset(nlp.fold(word) for word in grammar_words(lang).function_words)


@cache
def _words(term: str, lang: str) -> tuple[_Word, ...]:
    return tuple(word for raw in term.split() for word in _words_in(raw, lang))


@cache
def _words_in(raw: str, lang: str) -> tuple[_Word, ...]:
    """What stands between the blanks of a term; many terms are made of the same words."""
    stem = raw.removesuffix("*")
    tokens = nlp.analyse(stem, lang) if raw.endswith("*") else content(stem, lang)
    ends = [n == len(tokens) - 1 and raw.endswith("*") for n in range(len(tokens))]
    return tuple(_Word(t.spelled if end else t.lemma, end) for t, end in zip(tokens, ends, strict=True))


def _checked(file: str, code: str, listed: object) -> tuple[str, ...]:
    if not isinstance(listed, list) or not listed or not all(isinstance(t, str) and t.strip() for t in listed):
        raise InputError(f"{code}: no list of words", file=file, expected="a list")
    if wrong := [t for t in listed if any("*" in word[:-1] for word in t.split())]:
        raise InputError(f"{code}: {wrong[0]!r}", file=file, expected="* only at the end of a word")
    return tuple(listed)
