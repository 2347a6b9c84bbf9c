"""`palermo.text/1`: a text as read, with its structure."""

from __future__ import annotations

from palermo.amending.text_on_day import Standing
from palermo.corpus.model.text_model import Provision, Version
from palermo.report.format import json_parts as common
from palermo.report.texts.history.built_from_json import built

__all__ = ["show"]


def show(version: Version, standing: Standing | None = None) -> dict[str, object]:
    """The object for `version`; where it is narrowed to a provision, `root` is that one and `text` still the whole.

    Of a text asked for by its day (`standing`), `at`, `built_from`, `amended_by`, `outcomes` and `unknown` say what it
    is; offsets of a built text are into that text, which is in no file.
    """
    return {
        "schema": "palermo.text/1",
        "source": common.source(version),
        "text": version.text,
        "root": _tree(version.root),
        "unplaced": [list(span) for span in version.unplaced],
        **({} if standing is None else built(standing)),
    }


def _tree(provision: Provision) -> dict[str, object]:
    return {**common.provision(provision), "children": [_tree(child) for child in provision.children]}
