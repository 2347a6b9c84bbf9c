"""A query in the other languages of an index: by the terms that the thesaurus has for what it names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from palermo.kb.lexicon import lemmatise as nlp
from palermo.kb.search.index.contract import Field, FieldKind, IndexView, SearchIndex, TermQuery
from palermo.kb.thesaurus import thesaurus

__all__ = ["concepts", "look", "mentions", "said_by_laws"]

_MOST = 40  # readings of one term: "traffick* person*" stands for every pair of words that begin so


def mentions(words: str, lang: str) -> list[thesaurus.Mention]:
    """The concepts that the words name, in order; formulae of drafting left out.

    What the words of laws in them name counts even inside of what people call otherwise: in "rights of victims" the
    victim, too.
    """
    found = {*_mentions(thesaurus.load_queries(), words, lang), *said_by_laws(words, lang)}
    telling = [mention for mention in found if not mention.code.startswith(thesaurus.FORMULAE)]
    return sorted(telling, key=lambda mention: (mention.start, mention.end, mention.code))


def said_by_laws(words: str, lang: str) -> set[thesaurus.Mention]:
    """Those of the mentions whose words are the laws' own; the others are how people call it."""
    return set(_mentions(thesaurus.load_sought(), words, lang))


def _mentions(known: thesaurus.Thesaurus, words: str, lang: str) -> Iterator[thesaurus.Mention]:
    """As `Thesaurus.mentions`, and with an open end also what begins like another word of the family."""
    tokens = thesaurus.content(words, lang)
    yield from known.among(tokens, lang)
    for n, token in enumerate(tokens):
        for beginning in nlp.beginnings(token.spelled, token.lemma, lang):
            yield from known.among([*tokens[:n], token._replace(spelled=beginning), *tokens[n + 1 :]], lang)


def concepts(words: str, lang: str) -> list[str]:
    """The codes of the concepts that the words name, in order, each once."""
    return list(dict.fromkeys(mention.code for mention in mentions(words, lang)))


def look(
    index: SearchIndex, code: str, lang: str, field: Field | None, *, strictly: bool = False
) -> tuple[TermQuery, tuple[str, ...]] | None:
    """Any of the concept's terms in a language, and those that the index has; None where it has none of them.

    Strictly, its terms in the thesaurus alone, where it is there.
    """
    found: dict[IndexView, None] = {}
    used: list[str] = []
    known = thesaurus.load() if strictly and code in thesaurus.load().concepts else thesaurus.load_sought()
    for term in known.concepts[code].get(lang, ()):
        readings = list(_readings(index, term, lang))
        if readings:
            used.append(term)
            found.update(dict.fromkeys(readings))
    return (TermQuery(tuple(found), field), tuple(used)) if found else None


def _readings(index: SearchIndex, term: str, lang: str) -> Iterator[IndexView]:
    """The term as words by their keys: a word that ends in * is every word of the index that begins so."""
    choices: list[Sequence[str]] = []
    for raw in term.split():
        if raw.endswith("*"):
            spelled = index.spellings(lang, nlp.fold(raw[:-1]))
            choices.append(list(dict.fromkeys(nlp.key(word, lang) for word in spelled)))
        else:
            keys = [token.lemma for token in nlp.analyse(raw, lang)]
            choices += [[key] if index.frequency(IndexView(lang, FieldKind.KEY, (key,)), None) else [] for key in keys]
    for number, words in enumerate(product(*choices)):
        if number == _MOST:
            return
        yield IndexView(lang, FieldKind.KEY, words)
