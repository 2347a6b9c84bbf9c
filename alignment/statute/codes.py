"""The framework's codes by kind, for rules that speak of all of a kind at once."""

from __future__ import annotations

from palermo.kb.lexicon.cues import Cues

__all__ = ["ACTS", "FORMS", "LIABILITY", "MEANS", "MOVES", "PURPOSES", "acts"]


def _codes(group: str, names: str) -> tuple[str, ...]:
    return tuple(f"{group}.{name}" for name in names.split())


MOVES = _codes("act", "recruitment transportation transfer harbouring receipt")  # the acts of Protocol article 3(a)
ACTS = (*MOVES, *_codes("act", "sale exploitation"))
MEANS = _codes(
    "means", "threat force coercion abduction fraud deception abuse_of_power vulnerability payment"
)  # Protocol article 3(a)
FORMS = _codes("purpose", "sexual forced_labour slavery servitude organs begging")  # by which a list of forms is known
PURPOSES = (*FORMS, *_codes("purpose", "crime marriage adoption surrogacy pornography"))
LIABILITY = _codes("offence", "attempt accomplice organising legal_persons non_punishment")


def acts(text: str, cues: Cues) -> int:
    """How many of the Protocol's five acts a folded text names."""
    return sum(cues.element(code).search(text) is not None for code in MOVES)
