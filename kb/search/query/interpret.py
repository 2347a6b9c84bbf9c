"""Interprets the words of a query in each language of an index.

A query has no language of its own, so it is read in those languages of the index that know most of its words: in both
English and French for "transport", in French alone for "traite des êtres humains".
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import accumulate
from math import ceil, log1p

from palermo.corpus.citations.find import Citation
from palermo.corpus.errors import QueryError
from palermo.corpus.model.languages import UNDETERMINED
from palermo.kb.lexicon import lemmatise as nlp
from palermo.kb.library.source_kinds import meant
from palermo.kb.search.index.contract import (
    ELEMENT,
    SOURCE,
    And,
    AtLeast,
    Cited,
    DisMax,
    Field,
    FieldKind,
    Filter,
    IndexView,
    Or,
    Query,
    SearchIndex,
    TermQuery,
)
from palermo.kb.search.index.documents import plain_cite
from palermo.kb.search.query.element_concepts import concepts_of, of_concept
from palermo.kb.search.query.jurisdiction_names import jurisdiction_names
from palermo.kb.search.query.other_languages import concepts, look, mentions, said_by_laws
from palermo.kb.search.query.synonymous_words import Others, group_synonyms, synonym_query
from palermo.kb.thesaurus.thesaurus import Mention

__all__ = ["Terms"]

_ALL_UP_TO = 2  # of so many words a text must have all
_SHARE = 0.6  # of more words this share
_OTHER_TERM = 0.35  # what another term of the same concept counts
_LAWS_TERM = 0.7  # what a law's term counts for a word that laws do not call it by
_IMPLIED = "crime.trafficking"  # what acts on trafficking are about in every article, whether it says so or not
_IMPLIED_WORD = 0.2  # what a word for that counts beside others, which are what is asked
_ITS_ELEMENT = 12.0  # what the concept's element in the unit counts, beside 1 and a tenth for each other element
_IN_TITLE = 3.0  # what words beside a citation count in the title of an act
_ITS_LAW = 120.0  # what it counts that a text is of the country that the query names: more than words in most headings
_RARE = 1000  # one unit of so many having a word is little
_HARDLY = 0.25  # a language in which the words are so much less usual than in another is not meant: au, pays in English
_COMMON = 0.1  # a function word that stands in more than this share of the units says nothing


class Terms:
    """The `Leaves` of a query over `index`; with `lang` its words are of that language, whatever they look like.

    With `across` words and phrases are also looked for in the other languages, by the thesaurus. After the query was
    read, `widened` has the terms that were added by language, `corrected` the words of the texts that were taken for
    mistyped ones. `paths` are those of the texts' files, `jurisdictions` whose laws there
    are: what words name of these is preferred.
    """

    def __init__(
        self,
        index: SearchIndex,
        lang: str | None = None,
        *,
        across: bool = False,
        paths: Collection[str] = (),
        jurisdictions: Collection[str] = (),
    ) -> None:
        self._index = index
        self._jurisdictions = jurisdictions
        self._paths = paths
        self._all = sorted(index.languages())
        self._languages = [lang] if lang else self._all or [UNDETERMINED]
        self._across = across
        self._known: frozenset[str] = frozenset()  # the words at hand that texts of one of their languages have
        self._named: dict[str, set[str]] = {}  # those that name a concept, by language
        self.literally = False  # whether a word by itself, as operators join them, means just that
        self.widened: dict[str, list[str]] = {}
        self.corrected: dict[str, str] = {}
        self._found: set[str] = set()
        self._missed: dict[str, None] = {}
        self._strange: set[str] = set()

    @property
    def unknown(self) -> tuple[str, ...]:
        """The words, folded, that no text has, nor any like them, in the languages in which they were read."""
        return tuple(word for word in self._missed if word not in self._found)

    @property
    def strange(self) -> bool:
        """True if one of the unknown words names nothing of the field either."""
        return not self._strange.isdisjoint(self.unknown)

    def words(self, words: Sequence[str], field: Field | None) -> Query:
        laws = self._whose(words) if field is None else {}
        named = frozenset[int]().union(*laws.values())
        asked = [word for n, word in enumerate(words) if n not in named]
        if not any(map(nlp.spell, asked)):
            laws, asked, named = {}, list(words), frozenset()
        spoken = self._languages_of(asked, field)
        choices = [self._some(words, lang, field, named) for lang in spoken]
        found = self._widen(_one_of([c for c in choices if c], " ".join(words)), asked, spoken, field)
        return AtLeast((found,), 1, _of(laws)) if laws else found

    def phrase(self, text: str, field: Field | None, apart: int) -> Query:
        spoken = self._languages_of([text], field)
        rows = [replace(self._row(text, lang, field), apart=apart) for lang in spoken]
        return self._widen(self._look(rows, text, field), [text], spoken, field)

    def exact(self, text: str, apart: int) -> Query:
        readings = [
            IndexView(lang, FieldKind.SPELLED, tuple(token.spelled for token in nlp.analyse(text, lang)), apart)
            for lang in self._languages_of([text])
        ]
        return self._look(readings, text, None)

    def prefix(self, beginning: str, field: Field | None) -> Query:
        *before, last = nlp.spell(beginning)
        readings = tuple(IndexView(lang, FieldKind.PREFIX, (last,)) for lang in self._languages)
        look = TermQuery(readings, field)
        return And((self.words(before, field), look)) if before else look

    def source(self, wanted: str) -> Query:
        found = tuple(Filter(SOURCE, value) for value in meant(wanted, self._paths))
        return found[0] if len(found) == 1 else Or(found)

    def citation(self, citation: Citation, text: str, words: Sequence[str]) -> Query:
        mention = self._look([self._as_typed(text, lang) for lang in self._languages_of([text])], text, None)
        cited = Cited(plain_cite(citation.cite), citation.level, citation.langs, mention)
        laws = self._whose(words)
        named = frozenset[int]().union(*laws.values())
        others = [word for n, word in enumerate(words) if n not in named]
        beside: list[Query] = [_of(laws)] if laws else []
        if any(map(nlp.spell, others)):
            beside.append(DisMax(((self.words(others, Field.TITLE), _IN_TITLE), (self.words(others, None), 1.0))))
        if not beside:
            return cited
        return AtLeast((cited,), 1, beside[0] if len(beside) == 1 else Or(tuple(beside)))

    def _whose(self, words: Sequence[str]) -> dict[str, frozenset[int]]:
        """Whose law the words name, of those that there are, with the places of these words."""
        return {of: places for of, places in jurisdiction_names(words).items() if of in self._jurisdictions}

    def element(self, code: str) -> Query:
        """The provisions with an element; what its heading says is what it is about."""
        headings = [
            found[0]
            for concept in concepts_of(code)
            for lang in self._languages
            if (found := look(self._index, concept, lang, Field.HEADING))
        ]
        return AtLeast((Filter(ELEMENT, code),), 1, Or(tuple(headings)) if headings else None)

    def _widen(self, query: Query, words: Sequence[str], spoken: Sequence[str], field: Field | None) -> Query:
        """The query, or what it names in a language in which it was not typed: each concept by any of its terms."""
        named = self._concepts(" ".join(words), spoken) if self._across else []
        choices = [query]
        for lang in self._all if named else ():
            if lang in spoken:
                continue
            found = {code: found for code in named if (found := look(self._index, code, lang, field, strictly=True))}
            if len(found) >= _least(len(named)):
                parts = tuple(DisMax(((part, 1.0), *self._elements(code, lang))) for code, (part, _) in found.items())
                choices.append(parts[0] if len(parts) == 1 else AtLeast(parts, _least(len(named))))
                terms = self.widened.setdefault(lang, [])
                terms += [term for _, used in found.values() for term in used if term not in terms]
        return choices[0] if len(choices) == 1 else Or(tuple(choices))

    def _concepts(self, text: str, spoken: Sequence[str]) -> list[str]:
        """The concepts that the words name in that of their languages in which they name most."""
        return max((concepts(text, lang) for lang in spoken), key=len, default=[])

    def _languages_of(self, texts: Sequence[str], field: Field | None = None) -> list[str]:
        """The languages that know the most of these words: as spelled; else, where none does, by their keys; else
        those that have words like them.
        """
        spelled = [part for text in texts for word in nlp.spell(text) for part in {word, *word.split("'")} if part]

        def best(languages: list[str], knows: Callable[[str, str], float]) -> list[str]:
            known = {lang: sum(knows(lang, word) for word in spelled) for lang in languages}
            most = max(known.values(), default=0)
            return [lang for lang in languages if known[lang] == most] if most else []

        def keyed(lang: str, word: str) -> bool:
            return self._knows(IndexView(lang, FieldKind.KEY, (nlp.key(word, lang),)), field)

        spoken = best(self._languages, lambda lang, word: self._spells(lang, word, field))
        if len(spoken) > 1 and len(spelled) > 1:
            usual = {lang: sum(self._usual(lang, word) for word in spelled) for lang in spoken}
            spoken = [lang for lang in spoken if usual[lang] >= _HARDLY * max(usual.values())]
        if not spoken:
            # A dictionary takes up to a second to load: only those are asked whose texts are in the words' script.
            letters = {word[0] for word in spelled}
            of_script = [lang for lang in self._languages if any(self._begins(lang, letter) for letter in letters)]
            near = best(of_script, keyed) or best(of_script, self._likeness)
            spoken = near or of_script[:1] or self._languages[:1]
        whole = " ".join(texts)
        tokens = {lang: nlp.analyse(whole, lang) for lang in spoken}
        genuine = {lang: [t for t in tokens[lang] if self._is_genuine(t.spelled, lang)] for lang in spoken}
        self._known = frozenset(
            token.spelled for lang in spoken for token in genuine[lang] if self._keys(lang, token.lemma)
        )
        self._named = {lang: _within(mentions(whole, lang), genuine[lang]) for lang in spoken}
        return spoken

    def _usual(self, lang: str, word: str) -> float:
        """How usual a word is in the texts of a language: the order of the share of units that have it."""
        often = self._index.frequency(IndexView(lang, FieldKind.SPELLED, (word,)), None)
        return log1p(_RARE * often / max(self._index.size(lang), 1))

    def _likeness(self, lang: str, word: str) -> float:
        """How like the word is the nearest one of a language's texts, from 0 to 1."""
        near = self._index.near(lang, word)
        return SequenceMatcher(None, word, near[0], autojunk=False).ratio() if near else 0.0

    def _is_genuine(self, spelled: str, lang: str) -> bool:
        """Whether a text or the dictionary has it so: what only begins like a known word may be mistyped."""
        return self._spells(lang, spelled, None) or nlp.is_word(spelled, lang)

    def _keys(self, lang: str, key: str) -> bool:
        return self._knows(IndexView(lang, FieldKind.KEY, (key,)), None)

    def _spells(self, lang: str, word: str, field: Field | None) -> bool:
        return self._knows(IndexView(lang, FieldKind.SPELLED, (word,)), field)

    def _begins(self, lang: str, letter: str) -> bool:
        return self._knows(IndexView(lang, FieldKind.PREFIX, (letter,)), None)

    def _knows(self, reading: IndexView, field: Field | None) -> bool:
        return self._index.frequency(reading, field) > 0

    def _some(self, words: Sequence[str], lang: str, field: Field | None, left_out: Collection[int]) -> Query | None:
        """The words in one language; function words are left out unless there is nothing else, and those at the
        places of `left_out`.
        """
        tokens = [[(token.lemma, token.spelled) for token in nlp.analyse(word, lang)] for word in words]
        telling = [
            bool(word) and not all(self._says_nothing(spelled, lang, len(words)) for _, spelled in word)
            for word in tokens
        ]
        others_tell = any(tells for n, tells in enumerate(telling) if n not in left_out)
        wanted = [n for n, word in enumerate(tokens) if word and (telling[n] or not others_tell) and n not in left_out]
        alone = self.literally and len(wanted) == 1
        beside, again, implied = _nothing(words) if alone else self._beside(words, lang, field)
        looks = {n: TermQuery((self._reading(tokens[n], lang, field),), field) for n in wanted}
        parts = {same[0]: synonym_query(same, looks, beside) for same in group_synonyms(wanted, again, implied)}
        wanted = list(parts)
        if len(parts) <= 1:
            return next(iter(parts.values()), None)
        typed = [token for n, word in enumerate(tokens) if n not in left_out for token in word]
        in_a_row = TermQuery(
            (IndexView(lang, FieldKind.KEY, tuple(self._meant(token, lang) for token in typed)),), field
        )
        asked = [parts[n] for n in wanted if n not in implied] or list(parts.values())
        if len(asked) == len(parts):
            implied = frozenset()
        naming = [part for part in asked if isinstance(part, DisMax)]
        others = [part for part in asked if not isinstance(part, DisMax)]
        more = [DisMax(((parts[n], _IMPLIED_WORD),)) for n in wanted if n in implied]
        among = len(asked) if more else None
        return AtLeast((*naming, *others, *more), _least(len(asked)), in_a_row, among=among)

    def _beside(
        self, words: Sequence[str], lang: str, field: Field | None
    ) -> tuple[list[Others], dict[int, int], frozenset[int]]:
        """For each word what else counts for it, if less: other terms of the concept that it names, its element. The
        words that name a concept which an earlier word named, with that word. And the words that only say what all of
        trafficking law is about.
        """
        found, again, _ = _nothing(words)
        if field is not None:
            return found, again, frozenset()
        named: dict[str, set[int]] = {}
        starts = list(accumulate((len(word) + 1 for word in words), initial=0))
        typed = " ".join(words)
        own = said_by_laws(typed, lang)
        implied: set[int] = set()
        for mention in mentions(typed, lang):
            code, start, end = mention
            others: list[tuple[Query, float]] = []
            if terms := look(self._index, code, lang, field):
                others.append((terms[0], _OTHER_TERM if mention in own else _LAWS_TERM))
            others += self._elements(code, lang)
            inside = {n for n in range(len(words)) if starts[n] < end and start < starts[n + 1] - 1}
            for n in inside:
                found[n] += others
            if code == _IMPLIED:
                implied |= inside
            elif others and inside.isdisjoint(before := named.setdefault(code, inside)):
                again |= {n: min(before) for n in inside if n not in again}
        return found, again, frozenset(implied)

    def _elements(self, code: str, lang: str) -> list[tuple[Query, float]]:
        """The elements that a concept is, in texts of a language."""
        return [(And((Filter(ELEMENT, e), Filter("lang", lang))), _ITS_ELEMENT) for e in of_concept(code)]

    def _says_nothing(self, spelled: str, lang: str, among: int) -> bool:
        """Whether it is a function word; in a short query a rare one was meant ("serious injury")."""
        if spelled not in nlp.common_words(lang):
            return False
        frequency = self._index.frequency(IndexView(lang, FieldKind.SPELLED, (spelled,)), None)
        return among > _ALL_UP_TO or frequency > _COMMON * self._index.size(lang)

    def _row(self, text: str, lang: str, field: Field | None) -> IndexView:
        return self._reading([(token.lemma, token.spelled) for token in nlp.analyse(text, lang)], lang, field)

    def _as_typed(self, text: str, lang: str) -> IndexView:
        """The words by their keys; as spelled where texts have them so alone. None is put right, none is missed."""
        tokens = nlp.analyse(text, lang)
        by_key = IndexView(lang, FieldKind.KEY, tuple(token.lemma for token in tokens))
        as_spelled = IndexView(lang, FieldKind.SPELLED, tuple(token.spelled for token in tokens))
        return as_spelled if self._knows_all(as_spelled, None) and not self._knows_all(by_key, None) else by_key

    def _reading(self, tokens: Sequence[tuple[str, str]], lang: str, field: Field | None) -> IndexView:
        """The words by their keys; as spelled where a key is unknown but all the spellings are not ("explotacion")."""
        by_key = IndexView(lang, FieldKind.KEY, tuple(key for key, _ in tokens))
        as_spelled = IndexView(lang, FieldKind.SPELLED, tuple(spelled for _, spelled in tokens))
        for reading in (by_key, as_spelled):
            if self._knows_all(reading, field):
                self._found.update(as_spelled.words)
                return reading
        return self._put_right(tokens, lang, field)

    def _put_right(self, tokens: Sequence[tuple[str, str]], lang: str, field: Field | None) -> IndexView:
        """The words by their keys; in the place of one that no text of the language has, the word that was meant."""
        keys: list[str] = []
        for key, spelled in tokens:
            known = self._knows(IndexView(lang, FieldKind.KEY, (key,)), field) or self._elsewhere(spelled, lang)
            near = () if known or nlp.is_word(spelled, lang) else self._index.near(lang, spelled)
            right = next(iter(near), None)
            if right is not None:
                self.corrected[spelled] = right
            elif known:
                self._found.add(spelled)
            else:
                self._missed[spelled] = None
                self._strange |= {spelled} - self._named.get(lang, set())
            keys.append(key if right is None else nlp.key(right, lang))
        return IndexView(lang, FieldKind.KEY, tuple(keys))

    def _elsewhere(self, spelled: str, here: str) -> bool:
        """Whether another of the words' languages knows it, or some text in any language spells it so."""
        named = any(spelled in words for lang, words in self._named.items() if lang != here)
        return named or spelled in self._known or any(self._spells(lang, spelled, None) for lang in self._all)

    def _meant(self, token: tuple[str, str], lang: str) -> str:
        """The key of a word, or of the one that was taken for it."""
        key, spelled = token
        return nlp.key(self.corrected[spelled], lang) if spelled in self.corrected else key

    def _knows_all(self, reading: IndexView, field: Field | None) -> bool:
        return all(self._knows(replace(reading, words=(word,)), field) for word in reading.words)

    def _look(self, readings: Sequence[IndexView], text: str, field: Field | None) -> TermQuery:
        readings = tuple(reading for reading in readings if reading.words)
        if not readings:
            raise QueryError(f"there is no word in {text!r}", expected="at least one letter or figure")
        return TermQuery(readings, field)


def _nothing(words: Sequence[str]) -> tuple[list[Others], dict[int, int], frozenset[int]]:
    """What `Terms._beside` gives for words that name nothing."""
    return [[] for _ in words], {}, frozenset()


def _within(named: Sequence[Mention], tokens: Sequence[nlp.Token]) -> set[str]:
    """The words, as spelled, that stand in a mention."""
    return {t.spelled for t in tokens if any(m.start < t.end and t.start < m.end for m in named)}


def _least(number: int) -> int:
    """How many of so many words a text must have."""
    return number if number <= _ALL_UP_TO else ceil(_SHARE * number)


def _of(laws: Collection[str]) -> Query:
    """What is of one of these jurisdictions."""
    facts = tuple(Filter("jurisdiction", of, _ITS_LAW) for of in laws)
    return facts[0] if len(facts) == 1 else Or(facts)


def _one_of(choices: list[Query], text: str) -> Query:
    if not choices:
        raise QueryError(f"there is no word in {text!r}", expected="at least one letter or figure")
    return choices[0] if len(choices) == 1 else Or(tuple(choices))
