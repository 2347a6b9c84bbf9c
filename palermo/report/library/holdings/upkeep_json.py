"""Results of the upkeep of a library: `palermo.remove/1`, `palermo.reindex/1`, `palermo.verify/1`, `palermo.backup/1`,
`palermo.restore/1` and `palermo.doctor/1`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal, TypedDict

from palermo.kb.upkeep.backup import Manifest
from palermo.kb.upkeep.restore import Restored
from palermo.library.doctor import DoctorCheck
from palermo.library.remove import Removed
from palermo.library.upkeep import Reindexed, Verified
from palermo.report.format.json_parts import source
from palermo.report.library.holdings.links_json import AmendedByJson, AmendsJson, HeldSourceJson, amended_by, amends

__all__ = ["backed_up", "doctor", "reindexed", "removed", "restored", "verified"]


class ShortenedBodyJson(TypedDict):
    """A body of law that lost the texts in `refs`, and whether it went with them."""

    id: str
    refs: list[str]
    removed: bool


class ShortenedCollectionJson(TypedDict):
    """A collection that keeps provisions of the texts that went, and how many."""

    name: str
    provisions: int


class RemoveJson(TypedDict):
    """Result of `palermo remove`: the texts that went (with `dry_run`: would go), and the holdings that this concerns.

    `indexed_again` are texts that stay, and that the index had to read again.
    """

    schema: Literal["palermo.remove/1"]
    dry_run: bool
    removed: list[HeldSourceJson]
    bodies: list[ShortenedBodyJson]
    collections: list[ShortenedCollectionJson]
    amends: list[AmendsJson]
    amended_by: list[AmendedByJson]
    indexed_again: list[str]


class ReindexJson(TypedDict):
    """Result of `palermo reindex`: the number of files and of provisions in the new index."""

    schema: Literal["palermo.reindex/1"]
    files: int
    units: int


class FaultJson(TypedDict):
    """A fault in a part of the library, and its remedy."""

    part: str
    place: str
    what: str
    remedy: str


class VerifyJson(TypedDict):
    """Result of `palermo verify`: the faults of a library, none if it is sound."""

    schema: Literal["palermo.verify/1"]
    files: int
    sound: bool
    faults: list[FaultJson]


class _ManifestJson(TypedDict):
    library_schema: int
    made: str
    texts: int
    bodies: int
    size: int
    sha256: str


class BackupJson(_ManifestJson):
    """Result of `palermo backup`: the file, and the contents of the backup (`size` in bytes)."""

    schema: Literal["palermo.backup/1"]
    file: str


class RestoreJson(_ManifestJson):
    """Result of `palermo restore`: the contents of the backup, and the number of texts in the library that it replaced.

    `damaged` is the folder to which a library that could not be read was moved.
    """

    schema: Literal["palermo.restore/1"]
    replaced: int
    damaged: str | None


class DoctorCheckJson(TypedDict):
    """A check; `state` is ok, note (palermo works) or fault, and only the last two have a remedy."""

    name: str
    state: str
    found: str
    remedy: str | None


class DoctorJson(TypedDict):
    """Result of `palermo doctor`: the checks of an installation; `sound` if nothing keeps palermo from working."""

    schema: Literal["palermo.doctor/1"]
    sound: bool
    checks: list[DoctorCheckJson]


def removed(result: Removed) -> RemoveJson:
    """The texts that went, or would go."""
    gone = result.removal
    return {
        "schema": "palermo.remove/1",
        "dry_run": result.rehearsed,
        "removed": [{"ref": str(f.ref), "source": source(f)} for f in gone.fragments],
        "bodies": [{"id": b.body.id, "refs": [str(ref) for ref in b.refs], "removed": b.gone} for b in gone.bodies],
        "collections": [{"name": name, "provisions": number} for name, number in gone.collections],
        "amends": [amends(one) for one in result.amends],
        "amended_by": [amended_by(one) for one in result.amended],
        "indexed_again": [str(f.ref) for f in gone.again],
    }


def reindexed(result: Reindexed) -> ReindexJson:
    """The size of the new index."""
    return {"schema": "palermo.reindex/1", "files": result.files, "units": result.units}


def verified(result: Verified) -> VerifyJson:
    """Every fault with its remedy."""
    faults: list[FaultJson] = [
        {"part": f.part, "place": f.place, "what": f.what, "remedy": f.remedy} for f in result.faults
    ]
    return {"schema": "palermo.verify/1", "files": result.files, "sound": not faults, "faults": faults}


def backed_up(manifest: Manifest, file: Path) -> BackupJson:
    """The contents of the backup in the file."""
    return {"schema": "palermo.backup/1", "file": str(file), **_manifest(manifest)}


def restored(result: Restored) -> RestoreJson:
    """The contents of the backup that was put back."""
    damaged = str(result.kept) if result.kept else None
    return {
        "schema": "palermo.restore/1",
        **_manifest(result.manifest),
        "replaced": result.replaced,
        "damaged": damaged,
    }


def doctor(checks: Sequence[DoctorCheck]) -> DoctorJson:
    """The checks in their order."""
    return {
        "schema": "palermo.doctor/1",
        "sound": all(check.state != "fault" for check in checks),
        "checks": [{"name": c.name, "state": c.state, "found": c.found, "remedy": c.remedy or None} for c in checks],
    }


def _manifest(manifest: Manifest) -> _ManifestJson:
    return {
        "library_schema": manifest.library_schema,
        "made": manifest.made,
        "texts": manifest.texts,
        "bodies": manifest.bodies,
        "size": manifest.size,
        "sha256": manifest.sha256,
    }
