"""palermo for programs: read law, compare it, hold it against a framework, keep it in a library.

    import palermo

    old, new = palermo.read("code-2005.xml"), palermo.read("code-2006.xml")
    for pair in palermo.compare(old, new).pairs:
        print(pair.kind, [p.cite for p in pair.left], [p.cite for p in pair.right])
    for finding in palermo.gaps(new).findings:
        print(finding.code, finding.value, finding.rating, [e.quote for e in finding.evidence])

Each name is loaded when it is first used, so that `import palermo` costs nothing. What is raised on purpose is a
`PalermoError`; the types that come back stand in `corpus.model`, `corpus.amendments`, `corpus.findings`,
`alignment.model`, `alignment.concordance`, `alignment.define`, `alignment.change`,
`alignment.history`, `alignment.threeway` and `palermo.checking`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.errors import PalermoError
    from corpus.readers import read_file as read
    from kb.library import Library
    from palermo.verbs import amend, change, check, compare, concordance, define, gaps, history, instructions, threeway

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
    "Library": ("kb.library", "Library"),
    "PalermoError": ("corpus.errors", "PalermoError"),
    "amend": ("palermo.verbs", "amend"),
    "change": ("palermo.verbs", "change"),
    "check": ("palermo.verbs", "check"),
    "compare": ("palermo.verbs", "compare"),
    "concordance": ("palermo.verbs", "concordance"),
    "define": ("palermo.verbs", "define"),
    "gaps": ("palermo.verbs", "gaps"),
    "history": ("palermo.verbs", "history"),
    "instructions": ("palermo.verbs", "instructions"),
    "read": ("corpus.readers", "read_file"),
    "threeway": ("palermo.verbs", "threeway"),
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
