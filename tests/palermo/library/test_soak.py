"""Killed at any moment, and used by many at once: a library holds the old or the new, and loses nothing that was said
to be done. `make soak` runs these for long, and prints what happened."""

from __future__ import annotations

import os
import random
from collections import Counter
from pathlib import Path

import pytest

from tests.support.library.soak import add, crowd, host, sound

LONG = bool(os.environ.get("PALERMO_SOAK"))
KILLS = 50 if LONG else 8
SECONDS = 120 if LONG else 8
READERS, WRITERS = 8, 2

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked to be killed")]


def test_killed_at_any_moment_it_holds_the_old_or_the_new(tmp_path: Path) -> None:
    library = tmp_path / "library"
    chance = random.Random(20261125)
    fresh = iter(range(1, 999))
    with host(library) as order:
        for _ in range(3):
            assert order("add", next(fresh))["done"]
        assert order("backup", 1)["done"]
        backed_up = acts = {1, 2, 3}
        lasts = {kind: order(kind, 1)["seconds"] for kind in ("reindex", "restore", "remove", "add")}
        tally: Counter[str] = Counter()
        for _ in range(KILLS):
            kind = chance.choice([*lasts]) if acts else "add"
            number = next(fresh) if kind == "add" else chance.choice(sorted(acts)) if kind == "remove" else 1
            new = {"add": acts | {number}, "remove": acts - {number}, "reindex": acts, "restore": backed_up}[kind]
            done = order(kind, number, delay=chance.uniform(0, lasts[kind]))
            assert not done["error"], (kind, done)
            after = order("sound", known=sorted(acts | new | backed_up))
            assert not after["error"], (kind, done, after)
            held = set(after["acts"])
            assert held in ([new] if done["done"] else [acts, new]), (kind, done, acts, after)
            tally[f"{kind}: {'done' if done['done'] else 'killed'}, {'new' if held == new else 'old'}"] += 1
            lasts[kind] = done.get("seconds", lasts[kind])
            acts = held
    print(f"\n{KILLS} kills: {dict(sorted(tally.items()))}")
    assert sum(number for what, number in tally.items() if "killed" in what) > KILLS / 3


def test_many_readers_and_two_writers_see_whole_acts_only(tmp_path: Path) -> None:
    library = tmp_path / "library"
    add(library, 999)
    reports = crowd(library, SECONDS, READERS, WRITERS)
    print(f"\n{SECONDS} s: {reports}")
    assert not [r["error"] for r in reports if r["error"]]
    wrote = [r for r in reports if r["kind"] == "write"]
    assert all(r["added"] for r in wrote)
    assert all(r["searches"] for r in reports if r["kind"] == "read")
    own = {number for r in wrote for number in r["own"]}
    assert own <= set(sound(library, own))
