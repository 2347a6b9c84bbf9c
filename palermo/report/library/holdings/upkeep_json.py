"""What was done for a library, and how it is: `palermo.remove/1`, `palermo.reindex/1`, `palermo.verify/1`,
`palermo.backup/1`, `palermo.restore/1` and `palermo.doctor/1`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from palermo.kb.upkeep.backup import Manifest
from palermo.kb.upkeep.restore import Restored
from palermo.library.doctor import DoctorCheck
from palermo.library.remove import Removed
from palermo.library.upkeep import Reindexed, Verified
from palermo.report.format import json_parts as common
from palermo.report.library.holdings.links_json import amended_by, amends

__all__ = ["backed_up", "doctor", "reindexed", "removed", "restored", "verified"]


def removed(result: Removed) -> dict[str, object]:
    """The sources that went; with `dry_run` they would go."""
    gone = result.removal
    return {
        "schema": "palermo.remove/1",
        "dry_run": result.rehearsed,
        "removed": [{"ref": str(f.ref), "source": common.source(f)} for f in gone.fragments],
        "bodies": [{"id": b.body.id, "refs": [str(ref) for ref in b.refs], "removed": b.gone} for b in gone.bodies],
        "collections": [{"name": name, "provisions": number} for name, number in gone.collections],
        "amends": [amends(one) for one in result.amends],
        "amended_by": [amended_by(one) for one in result.amended],
        "indexed_again": [str(f.ref) for f in gone.again],
    }


def reindexed(result: Reindexed) -> dict[str, object]:
    """What the index was made of."""
    return {"schema": "palermo.reindex/1", "files": result.files, "units": result.units}


def verified(result: Verified) -> dict[str, object]:
    """Every fault with what to do."""
    faults = [asdict(fault) for fault in result.faults]
    return {"schema": "palermo.verify/1", "files": result.files, "sound": not faults, "faults": faults}


def backed_up(manifest: Manifest, file: Path) -> dict[str, object]:
    """What is in the backup."""
    return {"schema": "palermo.backup/1", "file": str(file), **asdict(manifest)}


def restored(result: Restored) -> dict[str, object]:
    """What was put back; `damaged` is where a library that could not be read was put."""
    kept = str(result.kept) if result.kept else None
    return {"schema": "palermo.restore/1", **asdict(result.manifest), "replaced": result.replaced, "damaged": kept}


def doctor(checks: Sequence[DoctorCheck]) -> dict[str, object]:
    """What was looked at; `sound` if nothing keeps palermo from working."""
    return {
        "schema": "palermo.doctor/1",
        "sound": all(check.state != "fault" for check in checks),
        "checks": [{**asdict(check), "remedy": check.remedy or None} for check in checks],
    }
