"""Amending acts: their instructions, and the text that results.

    passages ──► tradition.read ──► [Instruction] ──► locate ──► replace, insert, edit_words, … ──► Outcome
    (amending text)  (formulae: its data)             (in the WorkingText of the base)

`amend(base, amending)` works on acts that were read (`Version`), `amend_section` on one section as plain text;
`read(act)` gives the instructions alone. Nothing is guessed: a reference must lead to exactly one place, or the
instruction is refused with its reason and changes nothing. `docs/traditions.md` shows how a tradition is added.
"""

from palermo.corpus.amendments.amend import amend, amend_section
from palermo.corpus.amendments.model import Amendment, Edit, Instruction, Op, Outcome, Status, Target
from palermo.corpus.amendments.read_act import AmendingReading, read

__all__ = [
    "AmendingReading",
    "Amendment",
    "Edit",
    "Instruction",
    "Op",
    "Outcome",
    "Status",
    "Target",
    "amend",
    "amend_section",
    "read",
]
