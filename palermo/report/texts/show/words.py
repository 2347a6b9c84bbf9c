"""Facts about a text, as every report that shows it has them."""

from __future__ import annotations

from palermo.amending.text_on_day import Standing
from palermo.corpus.model.text_model import Version
from palermo.report.texts.history import built_from

__all__ = ["known", "steps"]


def known(version: Version) -> list[tuple[str, str]]:
    """Names and values: reference, language, dates, file, how many blocks have no place in the structure."""
    found = [("Reference", str(version.ref)), ("Language", version.lang)]
    if version.in_force is not None:
        until = f" until {version.in_force.end}" if version.in_force.end else ""
        found.append(("In force", f"from {version.in_force.start}{until} ({version.in_force.basis})"))
    found.append(("File", version.source.path))
    if version.unplaced:
        found.append(("Without a place in the structure", f"{len(version.unplaced)}"))
    return found


def steps(found: Standing) -> list[str]:
    """A line for each act that was carried out, each instruction that was refused, each act of an unknown day."""
    refused = [
        f"refused at {outcome.instruction.target.cite or 'the act'}: {outcome.reason}"
        for _, outcome in built_from.refused(found)
    ]
    return [*map(built_from.carried, found.carried), *refused, *built_from.open_acts(found)]
