"""The kind of divergence of every change: the rules in their order, the first that explains it decides.

What nothing explains is a difference of wording. Two texts in different languages are not compared word by word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from palermo.alignment.compare.clauses import Clause
from palermo.alignment.compare.divergence.change import ClauseChange, changes
from palermo.alignment.compare.divergence.editorial import printed, said
from palermo.alignment.compare.divergence.force import connective, modality, negation
from palermo.alignment.compare.divergence.item import LIST_ITEM, is_item, list_item
from palermo.alignment.compare.divergence.number import date, number
from palermo.alignment.compare.divergence.penalty import penalty
from palermo.alignment.compare.divergence.reference import cross_reference
from palermo.alignment.compare.divergence.side import DivergenceSide
from palermo.alignment.compare.divergence.term import Terms, collect, defined_term, definition
from palermo.alignment.compare.model import EDITORIAL, EDITORS_NOTE, Divergence, WordEdit, WordOp
from palermo.corpus.model.text_model import EDITORS_NOTES
from palermo.kb.lexicon.change_words import words
from palermo.kb.lexicon.cues import Cues, languages, load

__all__ = ["WORDING", "Explainer", "explain_alone"]

WORDING = "wording"
_NOTE = Divergence(EDITORIAL, EDITORS_NOTE)
_ITEM = Divergence(LIST_ITEM, "an item that only one of the texts has")
_OTHER = Divergence(WORDING, "other words")

# The order is that of how much each says: what is editorial matters to nobody, a penalty to everybody; a number inside
# a reference or a date is that reference or date.
_RULES = (printed, penalty, cross_reference, said, date, number, modality, negation, connective)


class Explainer:
    """Explains the changes between two sides, whose clauses it is given; the terms they define are read once."""

    def __init__(self, left: Sequence[Clause], right: Sequence[Clause]) -> None:
        self._sides = left, right
        self._terms: dict[str, Terms] = {}

    def explain(
        self, lefts: Sequence[Clause], rights: Sequence[Clause], found: tuple[WordEdit, ...]
    ) -> tuple[WordEdit, ...]:
        """The edits of a pair with the kind of each change; edits that have one keep theirs."""
        versions = lefts[0].version, rights[0].version
        lang = versions[0].lang
        if lang != versions[1].lang or not any(e.op is not WordOp.EQUAL and e.divergence is None for e in found):
            return found
        known = words(lang)
        sides = [
            DivergenceSide.of(version, [span for clause in some for span in clause.spans], known, _cues(lang))
            for version, some in zip(versions, (lefts, rights), strict=True)
        ]
        explained = list(found)
        notes = all(clause.provision.level in EDITORS_NOTES for clause in (*lefts, *rights))
        for change in changes(found, sides[0], sides[1], known):
            divergence = _NOTE if notes and change.in_history else self._why(change)
            for at in range(change.first, change.last):
                explained[at] = _filled(explained[at], divergence)
        return tuple(explained)

    def _why(self, change: ClauseChange) -> Divergence:
        for rule in _RULES:
            if found := rule(change):
                return found
        return defined_term(change, self._defined(change)) or list_item(change) or _OTHER

    def _defined(self, change: ClauseChange) -> Terms:
        """The terms that either side defines, in the language of the change."""
        lang = change.words.lang
        if lang not in self._terms:
            versions = {id(clause.version): clause.version for side in self._sides for clause in side}
            texts = (version.text for version in versions.values() if version.lang == lang)
            self._terms[lang] = collect(texts, change.words)
        return self._terms[lang]


def explain_alone(clause: Clause, side: Sequence[Clause], found: Sequence[WordEdit]) -> tuple[WordEdit, ...]:
    """The edits of a provision that only one side has, which is of `side`, with the kind of what it is.

    A note, a definition, an item of a list; edits of any other provision stay without a kind.
    """
    divergence = _alone(clause, side)
    return tuple(found) if divergence is None else tuple(_filled(edit, divergence) for edit in found)


def _alone(clause: Clause, side: Sequence[Clause]) -> Divergence | None:
    if clause.provision.level in EDITORS_NOTES:
        return _NOTE
    if found := definition(clause, words(clause.version.lang)):
        return found
    return _ITEM if is_item(clause, side) else None


@cache
def _cues(lang: str) -> Cues | None:
    return load(lang) if lang in languages() else None


def _filled(edit: WordEdit, divergence: Divergence | None) -> WordEdit:
    return edit if edit.op is WordOp.EQUAL or edit.divergence is not None else replace(edit, divergence=divergence)
