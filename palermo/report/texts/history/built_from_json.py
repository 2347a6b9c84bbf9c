"""What a text asked for by its day was built from, as further keys of `palermo.text/1`."""

from __future__ import annotations

from collections import Counter

from palermo.amending.text_on_day import Carried, Standing
from palermo.report.format import json_parts as common
from palermo.report.library.holdings.links_json import amended_by

__all__ = ["built"]


def built(found: Standing) -> dict[str, object]:
    """`built_from` are the texts that the library holds, `amended_by` the acts carried out on them (none: the text is
    one that it holds), `outcomes` how many instructions came to what, `unknown` acts whose day is not known.
    `later` are the acts that amended a text named by its date by that day, and were not carried out."""
    counts = Counter(o.status.value for step in found.carried for o in step.outcomes)
    absent = sum(step.absent for step in found.carried)
    return {
        "at": found.at,
        "built": bool(found.carried),
        "built_from": [{"ref": str(base.ref), "source": common.source(base)} for base in found.bases],
        "amended_by": [_step(step) for step in found.carried],
        "outcomes": {**counts, **({"not addressed": absent} if absent else {})},
        "unknown": [amended_by(one) for one in found.unknown],
        "later": [amended_by(one) for one in found.later],
    }


def _step(step: Carried) -> dict[str, object]:
    return {
        "ref": str(step.amending.amending.ref),
        "title": step.amending.amending.title or None,
        "date": step.date,
        "applied": step.applied,
        "refused": [
            {"target": o.instruction.target.cite, "instruction": o.instruction.text, "reason": o.reason}
            for o in step.refused
        ],
    }
