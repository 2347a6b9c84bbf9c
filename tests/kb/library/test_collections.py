"""What people put together in a library, as its file keeps it."""

from __future__ import annotations

import sqlite3

import pytest

from palermo.corpus.errors import NotFoundError, UsageError
from palermo.kb.library.collections import CollectionItem, KeptHit, KeptSearch
from palermo.kb.library.library import Library

ONE = CollectionItem("/akn/zz/act/1/eng@2001~sec_1", "2026-01-01", "An Act", "1", "a" * 64, "Words.", "first")
TWO = CollectionItem("/akn/zy/act/2/rus@2002~art_5", "2026-01-02", "Закон", "5", "b" * 64, "Слова.")
FOUND = KeptSearch("slavery", "{}", "2026-01-03", (KeptHit(ONE.ref, "c" * 64, "An Act", "1"),), frozenset({"c" * 64}))


def test_a_collection_keeps_what_is_put_in_and_where(shelf: Library) -> None:
    shelf.collections.create("slavery", "2026-01-01")
    shelf.collections.put("slavery", [TWO, ONE])
    shelf.collections.annotate("slavery", TWO.ref, "вторая")
    found = shelf.collections.get("slavery")
    assert (found.name, found.made, found.kept) == ("slavery", "2026-01-01", None)
    assert [(item.ref, item.note) for item in found.items] == [(TWO.ref, "вторая"), (ONE.ref, "first")]
    with Library.open(shelf.path) as again:
        assert again.collections.get("slavery") == found


def test_what_is_put_in_again_is_refreshed_in_its_place_and_keeps_its_note(shelf: Library) -> None:
    shelf.collections.create("c", "2026-01-01")
    shelf.collections.put("c", [ONE, TWO])
    shelf.collections.put("c", [CollectionItem(ONE.ref, "2026-02-02", "An Act", "1", "d" * 64, "Other words.")])
    first, second = shelf.collections.get("c").items
    assert (first.sha256, first.words, first.note, first.added) == ("d" * 64, "Other words.", "first", "2026-02-02")
    assert second == TWO


def test_taking_out_is_all_or_nothing(shelf: Library) -> None:
    shelf.collections.create("c", "2026-01-01")
    shelf.collections.put("c", [ONE, TWO])
    with pytest.raises(NotFoundError, match="art_6"):
        shelf.collections.remove("c", [ONE.ref, "/akn/zy/act/2/rus@2002~art_6"])
    assert shelf.collections.get("c").items == (ONE, TWO)
    shelf.collections.remove("c", [ONE.ref])
    assert shelf.collections.get("c").items == (TWO,)


def test_a_name_is_taken_once_and_a_wrong_one_is_answered_with_the_nearest(shelf: Library) -> None:
    shelf.collections.create("penalties", "2026-01-01")
    with pytest.raises(UsageError, match="already"):
        shelf.collections.create("penalties", "2026-01-01")
    with pytest.raises(NotFoundError) as error:
        shelf.collections.get("penaltys")
    assert "penalties" in str(error.value)
    with pytest.raises(NotFoundError):
        shelf.collections.delete("nothing")


def test_a_kept_search_is_replaced_whole_and_goes_with_its_collection(shelf: Library) -> None:
    shelf.collections.create("c", "2026-01-01")
    shelf.collections.keep("c", FOUND)
    assert shelf.collections.get("c").kept == FOUND
    later = KeptSearch("slavery", "{}", "2026-02-03", (), frozenset({"c" * 64, "e" * 64}))
    shelf.collections.keep("c", later)
    assert shelf.collections.get("c").kept == later
    shelf.collections.put("c", [ONE])
    shelf.collections.delete("c")
    assert shelf.collections.names() == ()
    with sqlite3.connect(shelf.path / "library.sqlite") as db:
        for table in ("collected", "kept_search", "kept_hit", "kept_text"):
            assert db.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
    db.close()
