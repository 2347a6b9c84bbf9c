"""palermo for programs: read law, compare it, hold it against a framework, keep it in a library.

    import palermo

    old, new = palermo.read("code-2005.xml"), palermo.read("code-2006.xml")
    for pair in palermo.compare(old, new).pairs:
        print(pair.kind, [p.cite for p in pair.left], [p.cite for p in pair.right])
    for finding in palermo.gaps(new).findings:
        print(finding.code, finding.value, finding.rating, [e.quote for e in finding.evidence])

Each name is loaded when it is first used, so that `import palermo` costs nothing. What is raised on purpose is a
`PalermoError`; the types that come back stand in `palermo.corpus.model.text_model`, `palermo.corpus.amendments`,
`palermo.corpus.model.findings`,
`palermo.alignment.compare.model`, `palermo.alignment.concordance`, `palermo.alignment.definitions.define`,
`palermo.alignment.gaps.gaps_change`,
`palermo.alignment.gaps.history`, `palermo.alignment.threeway` and `palermo.amending.check`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from palermo.api import (
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
    from palermo.corpus.errors import PalermoError
    from palermo.corpus.readers import read_file as read
    from palermo.kb.library.library import Library

__all__ = [
    "Library",
    "PalermoError",
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
    "Library": ("palermo.kb.library.library", "Library"),
    "PalermoError": ("palermo.corpus.errors", "PalermoError"),
    "amend": ("palermo.api", "amend"),
    "change": ("palermo.api", "change"),
    "check": ("palermo.api", "check"),
    "compare": ("palermo.api", "compare"),
    "concordance": ("palermo.api", "concordance"),
    "define": ("palermo.api", "define"),
    "gaps": ("palermo.api", "gaps"),
    "history": ("palermo.api", "history"),
    "instructions": ("palermo.api", "instructions"),
    "read": ("palermo.corpus.readers", "read_file"),
    "threeway": ("palermo.api", "threeway"),
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, attribute = _HOMES[name]
    value = getattr(import_module(module), attribute)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
