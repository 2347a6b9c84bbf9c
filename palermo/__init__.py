"""Reading, comparison and analysis of law: provisions, gaps against a framework, a library of texts.

>>> import palermo
>>> from importlib.resources import files
>>> law = files("palermo") / "sample"
>>> old = palermo.read(str(law / "criminal-code-2004.en.md"))
>>> new = palermo.read(str(law / "criminal-code-2019.en.md"))
>>> [str(pair.left[0].cite) for pair in palermo.compare(old, new).pairs if pair.kind == "removed"]
['128(2)(3)']
>>> finding = palermo.gaps(new).finding("act.harbouring")
>>> finding.rating, finding.evidence[0].provision.cite, finding.evidence[0].quote
(<Rating.MET: 'met'>, '128(1)', 'harbouring')

Each name is loaded when it is first used, so that `import palermo` costs nothing. All expected errors derive from
`PalermoError`. Names of other modules are not promised to stay.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a type checker sees the names that `__getattr__` loads
    from palermo.alignment.compare.model import Alignment, Divergence, Pair, PairKind, WordEdit, WordOp
    from palermo.alignment.concordance.model import Concordance, Match, Strength
    from palermo.alignment.definitions.define import Definition, DefinitionCell, DefinitionRow
    from palermo.alignment.gaps.gaps_change import GapChange, GapChangeKind, GapsChange, PenaltyChange
    from palermo.alignment.gaps.history import Edition, History
    from palermo.alignment.threeway import Direction, ThreeWay, Touch
    from palermo.amending.check.model import Check, Difference, Verdict
    from palermo.api import (
        Law,
        amend,
        change,
        check,
        compare,
        concordance,
        define,
        gaps,
        history,
        instructions,
        threeway,
    )
    from palermo.corpus.amendments.model import Amendment, Instruction, Op, Outcome, Status, Target
    from palermo.corpus.amendments.read_act import AmendingReading
    from palermo.corpus.errors import InputError, LibraryError, NotFoundError, PalermoError, QueryError, UsageError
    from palermo.corpus.model.findings import (
        Evidence,
        Extent,
        Finding,
        GapAnalysis,
        Penalty,
        Rating,
        Requirement,
        Value,
    )
    from palermo.corpus.model.refs import InstrumentId, ProvisionRef, VersionRef
    from palermo.corpus.model.reviews import Review, Reviewed
    from palermo.corpus.model.text_model import Basis, Interval, Provision, Source, Span, Version
    from palermo.corpus.readers.read import read_file as read
    from palermo.kb.frameworks.framework import Element, Framework
    from palermo.kb.library.library import Body, Library

__all__ = [
    "Alignment",
    "AmendingReading",
    "Amendment",
    "Basis",
    "Body",
    "Check",
    "Concordance",
    "Definition",
    "DefinitionCell",
    "DefinitionRow",
    "Difference",
    "Direction",
    "Divergence",
    "Edition",
    "Element",
    "Evidence",
    "Extent",
    "Finding",
    "Framework",
    "GapAnalysis",
    "GapChange",
    "GapChangeKind",
    "GapsChange",
    "History",
    "InputError",
    "Instruction",
    "InstrumentId",
    "Interval",
    "Law",
    "Library",
    "LibraryError",
    "Match",
    "NotFoundError",
    "Op",
    "Outcome",
    "Pair",
    "PairKind",
    "PalermoError",
    "Penalty",
    "PenaltyChange",
    "Provision",
    "ProvisionRef",
    "QueryError",
    "Rating",
    "Requirement",
    "Review",
    "Reviewed",
    "Source",
    "Span",
    "Status",
    "Strength",
    "Target",
    "ThreeWay",
    "Touch",
    "UsageError",
    "Value",
    "Verdict",
    "Version",
    "VersionRef",
    "WordEdit",
    "WordOp",
    "amend",
    "change",
    "check",
    "compare",
    "concordance",
    "define",
    "gaps",
    "history",
    "instructions",
    "read",
    "threeway",
]

_HOMES = {
    "palermo.corpus.errors": "InputError LibraryError NotFoundError PalermoError QueryError UsageError",
    "palermo.corpus.model.text_model": "Basis Interval Provision Source Span Version",
    "palermo.corpus.model.refs": "InstrumentId ProvisionRef VersionRef",
    "palermo.corpus.model.findings": "Evidence Extent Finding GapAnalysis Penalty Rating Requirement Value",
    "palermo.corpus.model.reviews": "Review Reviewed",
    "palermo.corpus.amendments.model": "Amendment Instruction Op Outcome Status Target",
    "palermo.corpus.amendments.read_act": "AmendingReading",
    "palermo.corpus.readers.read": "read_file",
    "palermo.kb.frameworks.framework": "Element Framework",
    "palermo.kb.library.library": "Body Library",
    "palermo.alignment.compare.model": "Alignment Divergence Pair PairKind WordEdit WordOp",
    "palermo.alignment.concordance.model": "Concordance Match Strength",
    "palermo.alignment.definitions.define": "Definition DefinitionCell DefinitionRow",
    "palermo.alignment.gaps.gaps_change": "GapChange GapChangeKind GapsChange PenaltyChange",
    "palermo.alignment.gaps.history": "Edition History",
    "palermo.alignment.threeway": "Direction ThreeWay Touch",
    "palermo.amending.check.model": "Check Difference Verdict",
    "palermo.api": "Law amend change check compare concordance define gaps history instructions threeway",
}
_MODULE_OF = {name: module for module, names in _HOMES.items() for name in names.split()}
_NAMED_OTHERWISE = {"read": "read_file"}


def __getattr__(name: str) -> object:
    attribute = _NAMED_OTHERWISE.get(name, name)
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_MODULE_OF[attribute]), attribute)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
