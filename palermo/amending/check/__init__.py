"""Instructed against actual: what amending acts make of an act, held against its official consolidation.

(Amendment, official) ──► sections ──► stretches ──► regions ──► judging ──► Check
                          (article by article)       (where each instruction worked)
"""

from palermo.amending.check.check import check
from palermo.amending.check.model import Check, Difference, DifferenceReason, Verdict

__all__ = ["Check", "Difference", "DifferenceReason", "Verdict", "check"]
