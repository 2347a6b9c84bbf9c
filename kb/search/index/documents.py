"""From a text to the documents of its index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from math import ceil

from palermo.corpus.model.text_model import Provision, Version
from palermo.corpus.model.units import PairUnit, units
from palermo.kb.lexicon import lemmatise as nlp
from palermo.kb.library.lru import Lru
from palermo.kb.library.source_kinds import facts as source_facts
from palermo.kb.search.index.contract import ELEMENT, SOURCE, IndexDocument, IndexedMark, IndexedWord
from palermo.kb.search.index.own_text import stretches
from palermo.kb.thesaurus import thesaurus

__all__ = ["documents", "plain_cite"]

# A chapter's heading, a preamble or an editor's remark says the words of the law in short, not what the law is.
_BESIDE_THE_LAW = 0.3
# People who ask palermo mean trafficking law: it stands before what other law says in the same words.
_SUBJECT = 2.5
_TRAFFICKING = "crime.trafficking"
_FIRST = 30  # units that show what a text is about
_GOOD_PART = 0.2  # of them that name trafficking, where it is the subject
_REMEMBERED = 3_000_000  # code points whose words are kept for the next edition of the act, which has most of them
_BESIDE = frozenset({"authorialNote", "crossHeading", "longTitle", "preamble", "preface", "recital", "remark", "toc"})

_kept = Lru(_REMEMBERED)


def documents(version: Version, fragment: int, marks: Sequence[IndexedMark] = ()) -> Iterator[IndexDocument]:
    """A document for each unit of the text that has words, and another for the root, which carries the title."""
    marked: dict[int, list[IndexedMark]] = {}
    for mark in marks:
        marked.setdefault(mark.provision, []).append(mark)
    title = _words(version.title, version.lang)
    special = _is_about_trafficking(version)
    shared = _version_facts(version)
    for unit in units(version.root):
        provisions = [p for _, p in unit.provisions]
        parts = [part for p in provisions for part in stretches(version.text, version.marks, p)]
        passages = [words for part in parts if (words := _words(part.text, version.lang))]
        if passages or not unit.seq:
            inside = tuple(mark for seq, _ in unit.provisions for mark in marked.get(seq, ()))
            elements = frozenset((ELEMENT, mark.code) for mark in inside)
            yield IndexDocument(
                fragment,
                unit.seq,
                version.lang,
                [] if unit.seq else title,
                _words(unit.top.heading, version.lang),
                passages,
                shared | _provision_facts(provisions) | elements if passages else frozenset(),
                _weight(unit) * (_SUBJECT if special or inside else 1.0),
                inside,
            )


def _is_about_trafficking(version: Version) -> bool:
    """Whether trafficking is the subject of the whole text: a good part of its first units name it."""
    first = [unit.top.span for unit in islice(units(version.root), 1, _FIRST + 1)]
    needed = ceil(_GOOD_PART * len(first))
    named = (True for start, end in first if _names_trafficking(version.text[start:end], version.lang))
    return bool(first) and sum(islice(named, needed)) == needed


def _names_trafficking(text: str, lang: str) -> bool:
    def named() -> bool:
        return any(mention.code == _TRAFFICKING for mention in thesaurus.load().mentions(text, lang))

    return _kept.get(("trafficking", text, lang), named, lambda _: len(text))


def plain_cite(cite: str) -> str:
    """A short citation as it is compared: without case and spaces."""
    return "".join(cite.split()).casefold()


def _words(text: str, lang: str) -> list[IndexedWord]:
    def words() -> list[IndexedWord]:
        return [IndexedWord(token.lemma, token.spelled) for token in nlp.analyse(text, lang)]

    return _kept.get((text, lang), words, lambda _: len(text))


def _version_facts(version: Version) -> frozenset[tuple[str, str]]:
    instrument = version.ref.instrument
    date = version.in_force.start if version.in_force else version.ref.date
    facts = {("lang", version.lang), ("jurisdiction", instrument.country), ("instrument", str(instrument).casefold())}
    facts |= {(SOURCE, value) for value in source_facts(version.source)}
    return frozenset(facts | ({("year", date[:4])} if date else set()))


def _provision_facts(provisions: Sequence[Provision]) -> frozenset[tuple[str, str]]:
    levels = {("level", p.level.casefold()) for p in provisions}
    return frozenset(levels | {("cite", plain_cite(p.cite)) for p in provisions if p.cite})


def _weight(unit: PairUnit) -> float:
    top = unit.top
    holds_others = len(unit.provisions) == 1 and bool(top.children)
    return _BESIDE_THE_LAW if holds_others or top.level in _BESIDE else 1.0
