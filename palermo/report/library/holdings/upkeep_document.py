"""State of a library, and checks that palermo can work with it, as a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from palermo.library.doctor import DoctorCheck
from palermo.library.upkeep import Verified
from palermo.report.format.document import Document, cell
from palermo.report.format.parts import Run, Table
from palermo.report.language.english import count
from palermo.report.library.holdings.words import faults_found
from palermo.report.shared.provenance import Provenance
from palermo.report.shared.sources import made

__all__ = ["doctor", "verified"]

_STATES = {"ok": "ok", "note": "to know", "fault": "fault"}


def doctor(checks: Sequence[DoctorCheck], provenance: Provenance) -> Document:
    """A row for each thing that was looked at, with what helps where it does not work."""
    rows = tuple(
        (cell(Run(check.name, strong=True)), cell(_STATES[check.state]), cell(check.found), cell(check.remedy))
        for check in checks
    )
    states = Counter(check.state for check in checks)
    faults = count(states["fault"], "fault") if states["fault"] else "nothing keeps palermo from working"
    table = Table("Checks", ("Part", "State", "Found", "What helps"), rows, (18, 10, 38, 34))
    return made("palermo doctor", f"{count(len(checks), 'check')}: {faults}", provenance, [table])


def verified(result: Verified, provenance: Provenance) -> Document:
    """A row for each fault, with what helps."""
    rows = tuple(
        (cell(Run(fault.part, strong=True)), cell(fault.place), cell(fault.what), cell(fault.remedy))
        for fault in result.faults
    )
    table = Table("Faults", ("Part", "Place", "Fault", "What helps"), rows, (14, 26, 30, 30))
    subject = f"{count(result.files, 'file')}: {faults_found(result)}"
    return made("Verification of the library", subject, provenance, [table])
