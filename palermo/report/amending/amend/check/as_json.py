"""`check` in `palermo.amend/1`: what an official consolidation shows of an amendment."""

from __future__ import annotations

from palermo.amending.check import Check, Difference, Verdict
from palermo.report.format.json_parts import provision, source
from palermo.report.texts.compare.as_json import edit

__all__ = ["checked"]


def checked(check: Check) -> dict[str, object]:
    """The object; `outcome` and `outcomes` count in the outcomes of the document. Of an edit `left` is a span of its
    `text`, `right` of the official text as read."""
    return {
        "official": source(check.official),
        "differs": check.differs,
        "counts": {verdict.value: check.count(verdict) for verdict in Verdict},
        "instructions": [{"outcome": n, "verdict": v.value} for n, v in sorted(check.verdicts.items())],
        "differences": [_difference(d) for d in check.differences],
        "print": dict(check.printed),
        "left_out": check.aside,
    }


def _difference(difference: Difference) -> dict[str, object]:
    return {
        "why": difference.why.value,
        "outcomes": list(difference.outcomes),
        "moved": difference.pair.moved,
        "renumbered": difference.pair.renumbered,
        "left": [provision(p) for p in difference.left],
        "right": [provision(p) for p in difference.right],
        "result": difference.was,
        "official": difference.official,
        "edits": [edit(e) for e in difference.edits],
        "notes": list(difference.notes),
    }
