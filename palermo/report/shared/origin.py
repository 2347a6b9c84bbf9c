"""Where a text comes from, in a line, for the foot of a page."""

from __future__ import annotations

from palermo.corpus.model.text_model import Version

__all__ = ["origin"]


def origin(version: Version) -> str:
    """Its path, the day from which it is in force, its SHA-256."""
    dated = [version.in_force.start] if version.in_force is not None else []
    return " · ".join([version.source.path, *dated, f"SHA-256 {version.source.sha256}"])
