"""Provenance of a document: how it came about, so that anybody can make it again."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version

from palermo.corpus.build_date import made_on

__all__ = ["Provenance", "provenance"]


@dataclass(frozen=True, slots=True)
class Provenance:
    """The command as a shell would take it, the ISO day it ran, and palermo's version."""

    command: str
    made: str
    palermo: str


def provenance(command: str) -> Provenance:
    """Provenance of a document that this command makes now. Raises UsageError if SOURCE_DATE_EPOCH is no number."""
    return Provenance(command, made_on(), version("palermo"))
