"""`palermo.text/1`: a text as read, with its structure, as a JSON object."""

from __future__ import annotations

from typing import Literal, TypedDict

from palermo.amending.text_on_day import Standing
from palermo.corpus.model.text_model import Provision, Span, Version
from palermo.report.format.json_parts import ProvisionJson, SourceJson, provision, source
from palermo.report.texts.history.built_from_json import StandingJson, built

__all__ = ["show"]


class ProvisionTreeJson(ProvisionJson):
    """A provision with the ones inside it."""

    children: list[ProvisionTreeJson]


class TextJson(TypedDict):
    """Result of `palermo show`: the whole text as read, its provisions, and the spans that are in none (`unplaced`).

    `root` is the provision asked for, or the whole.
    """

    schema: Literal["palermo.text/1"]
    source: SourceJson
    text: str
    root: ProvisionTreeJson
    unplaced: list[Span]


class TextOnDayJson(TextJson, StandingJson):
    """Result of `palermo show --at`: a text on a day; offsets of one that was built are into that text, in no file."""


def show(version: Version, standing: Standing | None = None) -> TextJson | TextOnDayJson:
    """The whole object; `standing` says how a text asked for by its day came about."""
    text: TextJson = {
        "schema": "palermo.text/1",
        "source": source(version),
        "text": version.text,
        "root": _tree(version.root),
        "unplaced": list(version.unplaced),
    }
    if standing is None:
        return text
    on_day: TextOnDayJson = {**text, **built(standing)}
    return on_day


def _tree(root: Provision) -> ProvisionTreeJson:
    return {**provision(root), "children": [_tree(child) for child in root.children]}
