"""An amendment in the format asked for: the one place where `palermo amend` chooses a report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cli.output import Output

if TYPE_CHECKING:
    from corpus.amendments import Amendment
    from corpus.model import Version

__all__ = ["FORMATS", "write"]

FORMATS = ("text", "json")


def write(amendment: Amendment, act: Version, acts: Sequence[Version], output: Output) -> None:
    """Write what amending acts made of an act, as `output` says."""
    if output.format == "json":
        from palermo.report.contract.amend import amend as as_object

        output.json(as_object(amendment, act, acts))
    else:
        from palermo.report.terminal.amend import amend as as_text

        output.write(as_text(amendment, act, acts, output.screen()))
