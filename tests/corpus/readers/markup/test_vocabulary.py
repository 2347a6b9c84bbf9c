"""The vocabularies are data: every key is one that the reader knows, and no element has two roles."""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files
from typing import Any

import pytest
import yaml

from palermo.corpus.readers.markup import vocabulary
from palermo.corpus.readers.markup.vocabulary import vocabulary_named

FAMILIES = sorted(
    f.name.removesuffix(".yaml")
    for f in (files("palermo.corpus.readers.markup") / "vocabularies").iterdir()
    if f.name not in ("numbers.yaml",)
)
ROLES = (
    "skip", "provisions", "milestones", "groups", "heads", "numbers", "headings", "references", "notes", "quotes",
    "lines", "blocks", "inline", "rows", "cells", "verbatim", "raised", "breaks", "characters",
)  # fmt: skip
OTHERS = {
    "family",
    "roots",
    "namespaces",
    "folded",
    "variants",
    "citations",
    "indents",
    "signs",
    "titles",
    "named",
    "metadata",
}


def load(family: str) -> dict[str, Any]:
    text = (files("palermo.corpus.readers.markup") / "vocabularies" / f"{family}.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.safe_load(text)
    return data


@pytest.mark.parametrize("family", FAMILIES)
def test_a_vocabulary_is_well_formed(family: str) -> None:
    data = load(family)
    assert data["family"] == family
    assert set(data) <= {*ROLES, *OTHERS}
    roles = Counter(name for role in ROLES for name in data.get(role) or ())
    assert [name for name, n in roles.items() if n > 1] == []
    assert vocabulary_named(family).family == family


def test_every_key_is_documented() -> None:
    documented = set(re.findall(r"[a-z]+", vocabulary.__doc__ or ""))
    assert {*ROLES, *OTHERS} <= documented


def test_levels_of_variants_are_of_elements_that_are_known() -> None:
    for family in FAMILIES:
        data = load(family)
        for variant in data.get("variants") or ():
            assert set(variant["provisions"]) <= set(data["provisions"])
