"""Negation: the words by which a statute denies what it speaks of (`kb/languages/LANG/negation.yaml`).

Patterns are regular expressions on folded text (`palermo.kb.lexicon.cues.fold`) that match from the start of a word. A
negation that belongs to a cue itself ("shall not be a defence") is a cue; these are the negations around one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from palermo.corpus.errors import InputError
from palermo.corpus.language_data import data_file, language_data
from palermo.kb.lexicon.cues import compile_table

__all__ = ["Negation", "negation"]

_NEVER = re.compile(r"(?!)")
_TOPIC = "negation"


@dataclass(frozen=True, slots=True, eq=False)
class Negation:
    """The compiled patterns of one language, one for each kind of words; a kind without words has one that never
    matches.

    contrast    opens a clause that a negation before it does not govern
    relative    opens a clause on the word before it: what it leaves out ends at the next comma
    nothing     "nothing in this section makes …": denies what follows it in the clause
    before      stands directly before words that say a thing does not matter, and denies them
    after       stands directly behind them and does so (where a language puts its negation last)
    excludes    takes out of a list what follows it in the clause
    exceptions  takes out of a list what follows it up to the next comma
    excluded    takes out of a list what stands before it in the clause
    unpunished  says that who or what the clause speaks of is not punishable
    punished    says that it is: a negation on the other side of it governs something else
    unfreed     says that a victim is not freed from punishment
    unraised    says that what the clause speaks of does not raise the penalty
    needed      says that one of the means is needed, whoever the victim is
    condition   makes a denial one for some cases, or for lesser offences
    applies     says what a provision is about; the two that follow are read in other provisions only beside it
    crossing    says that the provision is about what crosses a border only
    female      says that the provision protects women only
    """

    contrast: re.Pattern[str] = _NEVER
    relative: re.Pattern[str] = _NEVER
    nothing: re.Pattern[str] = _NEVER
    before: re.Pattern[str] = _NEVER
    after: re.Pattern[str] = _NEVER
    excludes: re.Pattern[str] = _NEVER
    exceptions: re.Pattern[str] = _NEVER
    excluded: re.Pattern[str] = _NEVER
    unpunished: re.Pattern[str] = _NEVER
    punished: re.Pattern[str] = _NEVER
    unfreed: re.Pattern[str] = _NEVER
    unraised: re.Pattern[str] = _NEVER
    needed: re.Pattern[str] = _NEVER
    condition: re.Pattern[str] = _NEVER
    applies: re.Pattern[str] = _NEVER
    crossing: re.Pattern[str] = _NEVER
    female: re.Pattern[str] = _NEVER


@cache
def negation(lang: str) -> Negation:
    """The words of a language, those of no language where it has none.

    Raises InputError for an unknown kind of words and for a pattern that is none.
    """
    data = language_data(lang, _TOPIC)
    known = Negation.__dataclass_fields__
    if unknown := [kind for kind in data if kind not in known]:
        raise InputError(f"unknown kind {unknown[0]!r}", file=data_file(lang, _TOPIC), expected=", ".join(known))
    return Negation(**compile_table(data_file(lang, _TOPIC), data))
