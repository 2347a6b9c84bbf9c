"""Words for texts that a library holds, as every report has them."""

from __future__ import annotations

from palermo.corpus.model.text_model import Interval
from palermo.library.info import Info
from palermo.library.upkeep import Verified
from palermo.library.use_cases import Held
from palermo.report.language.english import count

__all__ = ["HEAD", "dates", "faults_found", "files", "pending_in"]

HEAD = ("Title", "Jurisdiction", "Language", "In force", "Reference", "Files")


def dates(in_force: Interval | None) -> str:
    """`from 2019-06-01 until 2022-01-01 (enacted)`, or `undated`."""
    if in_force is None:
        return "undated"
    until = f" until {in_force.end}" if in_force.end else ""
    return f"from {in_force.start}{until} ({in_force.basis})"


def files(held: Held) -> str:
    """The files that a text was added from."""
    return ", ".join(fragment.source.path for fragment in held.fragments)


def pending_in(found: Info) -> str:
    """A heading for the acts that the newest text in their language has not, or perhaps has not."""
    newest = sorted({one.newest or "undated" for one in found.pending})
    return f"Not, or perhaps not, in the newest text ({', '.join(newest)})"


def faults_found(result: Verified) -> str:
    """Number of faults, or a statement that there is none."""
    return count(len(result.faults), "fault") if result.faults else "as they were added, the index and the rest agree"
