"""Drafting traditions of other packages: the one of docs/traditions.md at work, and entry points that lead to none."""

from __future__ import annotations

import importlib.metadata
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from palermo.corpus.amendments import Op, amend_section
from palermo.corpus.amendments.contenders import contenders
from palermo.corpus.amendments.reading.passages import of_text
from palermo.corpus.amendments.tradition import DraftingTradition
from palermo.corpus.amendments.traditions import tradition_registry as registry
from palermo.corpus.errors import UsageError
from tests.conftest import Palermo

PAGE = Path(__file__).parents[3] / "docs" / "traditions.md"
SECTION = "Lamps 3 (1) A lamp burns oil. (2) A keeper trims it."
ACT = """Lamps Act

Section 1. Lamps

(1) A lamp burns oil.

(2) A keeper trims it.

Section 2. Keepers

A keeper sleeps by day.
"""
BILL = """Lamps (Amendment) Act

Section 1. In section 1(1) may “oil” become “gas”. May section 1(2) be forgotten.

Section 2. May section 2 henceforth say “Watchmen 2 A keeper never sleeps.”.

Section 3. May section 2 glow.
"""


def _toy() -> DraftingTradition:
    block = re.search(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.S)
    assert block is not None
    names: dict[str, object] = {"__name__": "lantern"}
    exec(compile(block[1], str(PAGE), "exec"), names)
    tradition = names["TRADITION"]
    assert isinstance(tradition, DraftingTradition)
    return tradition


@pytest.fixture
def plug(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """One entry point of another package, whose value a test chooses with `setattr(EntryPoint, "load", …)`."""
    point = importlib.metadata.EntryPoint("lantern-coast", "lantern:TRADITION", registry.GROUP)
    found = importlib.metadata.EntryPoints([point])
    monkeypatch.setattr(importlib.metadata, "entry_points", lambda group: found.select(group=group))
    for cached in (registry.traditions, registry._installed):
        cached.cache_clear()
    yield monkeypatch
    for cached in (registry.traditions, registry._installed):
        cached.cache_clear()


@pytest.fixture
def coast(plug: pytest.MonkeyPatch) -> DraftingTradition:
    toy = _toy()
    plug.setattr(importlib.metadata.EntryPoint, "load", lambda self: toy)
    return toy


@pytest.mark.parametrize(
    ("said", "after"),
    [
        ("In section 3(1) may “oil” become “gas”.", "Lamps 3 (1) A lamp burns gas. (2) A keeper trims it."),
        ("May section 3 henceforth say “3 A lamp burns.”.", "Lamps 3 A lamp burns."),
        ("May section 3(2) be followed by “(3) It hums.”.", f"{SECTION} (3) It hums."),
        ("May section 3(2) be forgotten.", "Lamps 3 (1) A lamp burns oil."),
    ],
    ids=["words", "section", "insertion", "deletion"],
)
def test_the_tradition_of_the_page_amends_a_section(coast: DraftingTradition, said: str, after: str) -> None:
    amended = amend_section(SECTION, said, "en")
    assert (amended.status, amended.text) == ("applied", after)


def test_it_is_told_from_the_others_of_its_language(coast: DraftingTradition) -> None:
    (reading,) = contenders(of_text("In section 3(1) may “oil” become “gas”."), "en")
    assert (reading.name, [i.op for i in reading.instructions]) == ("Lantern Coast", [Op.SUBSTITUTE_TEXT])
    assert contenders(of_text("For “oil” substitute “gas”."), "en")[0].tradition is not coast


def test_palermo_amend_carries_out_an_act_of_the_coast(
    coast: DraftingTradition, palermo: Palermo, tmp_path: Path
) -> None:
    act, bill = tmp_path / "act.txt", tmp_path / "bill.txt"
    act.write_text(ACT, "utf-8")
    bill.write_text(BILL, "utf-8")
    ran = palermo("amend", act, bill, "--lang", "en", "--tradition", "the coast", "--format", "json")
    document = json.loads(ran.out)
    assert [(o["status"], o["reason"]) for o in document["outcomes"]] == [
        ("applied", ""),
        ("applied", ""),
        ("applied", ""),
        ("refused", "not understood"),
    ]
    assert "(1) A lamp burns gas." in document["text"]
    assert "A keeper trims it" not in document["text"]
    assert "Watchmen 2 A keeper never sleeps." in document["text"]


@pytest.mark.parametrize(("module", "langs"), registry.BUILT_IN.items(), ids=list(registry.BUILT_IN))
def test_the_table_names_the_languages_of_each_tradition(module: str, langs: tuple[str, ...]) -> None:
    (found,) = (t for t in registry.traditions(langs[0]) if type(t).__module__.endswith(module))
    assert found.langs == langs


@pytest.mark.parametrize(
    ("loaded", "line"),
    [
        (lambda self: "a word", "is no palermo.corpus.amendments.tradition.DraftingTradition"),
        (lambda self: DraftingTradition, "is no palermo.corpus.amendments.tradition.DraftingTradition"),
        (importlib.metadata.EntryPoint.load, "cannot be loaded: No module named 'lantern'"),
    ],
    ids=["no tradition", "the class itself", "no module"],
)
def test_an_entry_point_that_leads_to_no_tradition_is_named(
    plug: pytest.MonkeyPatch, loaded: Callable[..., object], line: str
) -> None:
    plug.setattr(importlib.metadata.EntryPoint, "load", loaded)
    with pytest.raises(UsageError) as told:
        registry.traditions("en")
    assert str(told.value) == f"the drafting tradition lantern-coast (lantern:TRADITION) {line}"
