"""`palermo.text/1`: a text as read, with its structure."""

from __future__ import annotations

from corpus.model import Provision, Version
from palermo.report.contract import common

__all__ = ["show"]


def show(version: Version) -> dict[str, object]:
    """The object for `version`; where it is narrowed to a provision, `root` is that one and `text` still the whole."""
    return {
        "schema": "palermo.text/1",
        "source": common.source(version),
        "text": version.text,
        "root": _tree(version.root),
        "unplaced": [list(span) for span in version.unplaced],
    }


def _tree(provision: Provision) -> dict[str, object]:
    return {**common.provision(provision), "children": [_tree(child) for child in provision.children]}
