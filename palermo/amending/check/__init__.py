"""Check of an amended text against the official consolidation of the act.

(Amendment, official) ──► sections ──► stretches ──► regions ──► judging ──► Check
                          (article by article)       (where each instruction worked)
"""

from palermo.amending.check.check import check
from palermo.amending.check.model import Check, Difference, DifferenceReason, Verdict

__all__ = ["Check", "Difference", "DifferenceReason", "Verdict", "check"]
