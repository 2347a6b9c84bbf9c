"""What keeps a library sound: numbers given once, seals, moments, locks; and what removing a text does to the rest."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from palermo.corpus.errors import LibraryError, NotFoundError, UsageError
from palermo.corpus.model.refs import VersionRef
from palermo.corpus.model.text_model import Version
from palermo.corpus.readers import read_text
from palermo.kb.library.collections import CollectionItem
from palermo.kb.library.file_errors import DamageError, NotWritableError
from palermo.kb.library.library import Body, Library
from palermo.kb.library.links.read_links import link
from palermo.kb.search.index import keep_current as indexing
from palermo.kb.search.index.contract import IndexedMark, SearchIndex
from palermo.kb.search.index.keep_current import ask, follow, open_index, rebuild
from palermo.kb.search.index.whoosh_index import WhooshIndex
from palermo.kb.search.search import search
from palermo.kb.upkeep.remove import remove
from palermo.kb.upkeep.verify import faults


def act(number: int, date: str | None = "2001", words: str = "slavery", articles: str = "1") -> Version:
    text = "".join(f"Section {n}. {words} {n}\n\nWhoever does {words} commits offence {number}.\n\n" for n in articles)
    name = f"act-{number}-{date}-{articles}.md"
    return read_text(text, name=name, lang="en", title=f"Act {number}", instrument=f"/akn/zz/act/{number}", date=date)


def total(library: Library, query: str) -> int:
    return ask(library, lambda held, index: search(held, index, query)).total


def test_a_number_is_never_given_twice(shelf: Library) -> None:
    (one,) = shelf.add([act(1)])
    shelf.remove([one.key])
    (two,) = shelf.add([act(2)])
    assert two.key > one.key


def test_what_was_indexed_under_a_number_is_not_taken_for_what_came_later(shelf: Library) -> None:
    (one,) = shelf.add([act(1, words="slavery")])
    open_index(shelf).close()
    shelf.remove([one.key])
    shelf.add([act(2, words="servitude")])
    assert (total(shelf, "slavery"), total(shelf, "servitude")) == (0, 1)


def test_a_moment_stays_one_whatever_others_write(shelf: Library) -> None:
    shelf.add([act(1)])
    with Library.open(shelf.path) as other, shelf.snapshot():
        assert len(shelf.fragments()) == 1
        other.add([act(2)])
        assert len(shelf.fragments()) == 1
    assert len(shelf.fragments()) == 2


def test_nothing_is_written_in_a_moment(shelf: Library) -> None:
    with shelf.snapshot():
        assert shelf.still
        with pytest.raises(LibraryError):
            shelf.add([act(1)])
        link(shelf)
    assert not shelf.still
    assert shelf.add([act(1)])


def test_a_text_that_was_just_removed_is_no_damage(shelf: Library) -> None:
    for read in (shelf.version, shelf.text, shelf.fragment):
        with pytest.raises(LibraryError, match="just been removed") as caught:
            read(7)
        assert not isinstance(caught.value, DamageError)


def test_changes_inside_one_another_are_made_together_or_not_at_all(shelf: Library) -> None:
    def break_off() -> None:
        with shelf.changing():
            shelf.add([act(1)])
            shelf.add_body(Body("b", "B", (VersionRef.parse("/akn/zz/act/1"),)))
            raise KeyError

    with pytest.raises(KeyError):
        break_off()
    assert (shelf.fragments(), shelf.bodies()) == ((), ())


def test_a_library_that_is_still_being_made_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(source: Path, target: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("palermo.kb.library.store.os.link", killed)
        with pytest.raises(KeyboardInterrupt):
            Library.create(tmp_path / "l")
    assert not Library.is_at(tmp_path / "l")
    Library.create(tmp_path / "l").close()


@pytest.mark.parametrize(
    "wanted", ["/akn/zz/act/1", "/akn/zz/act/1/eng", "/akn/zz/act/1/eng@2001", "act-1-2001-1.md", "sha256"]
)
def test_what_can_be_removed(shelf: Library, wanted: str) -> None:
    one, two = shelf.add([act(1), act(2)])
    gone = remove(shelf, [one.source.sha256[:10] if wanted == "sha256" else wanted])
    assert gone.fragments == (one,)
    assert shelf.fragments() == (two,)


def test_an_instrument_goes_with_all_of_its_texts_and_a_file_alone(shelf: Library) -> None:
    shelf.add([act(1, "2001"), act(1, "2002"), act(2, articles="1"), act(2, articles="2")])
    assert len(remove(shelf, ["/akn/zz/act/1"]).fragments) == 2
    assert [f.source.path for f in remove(shelf, ["act-2-2001-2.md"]).fragments] == ["act-2-2001-2.md"]
    assert [f.source.path for f in shelf.fragments()] == ["act-2-2001-1.md"]


@pytest.mark.parametrize(
    ("wanted", "error", "said"),
    [
        ("/akn/zz/act/1~sec_1", UsageError, "provision"),
        ("/akn/zz/act/9", NotFoundError, "not in the library"),
        ("/akn/zz/act/1/rus", NotFoundError, "not there in rus"),
        ("/akn/zz/act/1/eng@1999", NotFoundError, "2001"),
        ("nothing.md", NotFoundError, "palermo list"),
        ("abcdef01", NotFoundError, "palermo list"),
        ("same.md", UsageError, "2 texts"),
    ],
)
def test_what_cannot_be_removed_leaves_all_as_it_was(shelf: Library, wanted: str, error: type, said: str) -> None:
    same = [replace(act(n), source=replace(act(n).source, path=f"{n}/same.md")) for n in (2, 3)]
    before = shelf.add([act(1), *same])
    with pytest.raises(error, match=said):
        remove(shelf, ["act-1-2001-1.md", wanted])
    assert set(shelf.fragments()) == set(before)


def test_bodies_lose_what_means_nothing_any_more_and_collections_keep_it(shelf: Library) -> None:
    shelf.add([act(1, "2001"), act(1, "2002"), act(2)])
    one, old, two = (VersionRef.parse(f"/akn/zz/act/{ref}") for ref in ("1", "1/eng@2001", "2"))
    shelf.add_body(Body("both", "Both", (one, old, two)))
    shelf.add_body(Body("old", "Old", (old,)))
    shelf.collections.create("kept", "2026-01-01")
    shelf.collections.put(
        "kept", [CollectionItem("/akn/zz/act/1/eng@2001~sec_1", "2026-01-01", "Act", "1", "a" * 64, "Words.")]
    )
    rehearsed = remove(shelf, [str(old)], rehearse=True)
    assert len(shelf.fragments()) == 3
    assert remove(shelf, [str(old)]) == rehearsed
    assert [(b.body.id, b.refs, b.gone) for b in rehearsed.bodies] == [("both", (old,), False), ("old", (old,), True)]
    assert rehearsed.collections == (("kept", 1),)
    assert [(b.id, b.refs) for b in shelf.bodies()] == [("both", (one, two))]
    assert len(shelf.collections.get("kept").items) == 1


def test_what_was_read_with_a_removed_text_is_annotated_again(shelf: Library) -> None:
    """The marks say how many texts are read together: one less after."""

    def annotate(versions: Sequence[Version]) -> list[list[IndexedMark]]:
        return [[IndexedMark(f"read.{len(versions)}", 1, version.root.span)] for version in versions]

    def marks() -> set[str]:
        def marked(library: Library, index: SearchIndex) -> set[str]:
            return set(search(library, index, "slavery").facets["element"])

        return ask(shelf, marked, annotate=annotate)

    shelf.add([act(1, "2001", articles="1"), act(1, "2002", articles="2")])
    assert marks() == {"read.1", "read.2"}
    assert [f.ref.date for f in remove(shelf, ["/akn/zz/act/1/eng@2001"]).again] == ["2002"]
    assert [fault.what for fault in faults(shelf)][1:] == [
        "in the index as it was before something was removed: /akn/zz/act/1/eng@2002"
    ]
    assert marks() == {"read.1"}
    assert not [*faults(shelf)]


def test_a_text_that_goes_stale_while_others_are_indexed_stays_so(shelf: Library) -> None:
    shelf.add([act(1, "2001"), act(1, "2002", articles="2")])
    remove(shelf, ["/akn/zz/act/1/eng@2001"])
    _, mark = shelf.out_of_date()
    shelf.remove([], [shelf.fragments()[0].key])
    shelf.refresh_index(mark)
    assert shelf.out_of_date()[0] == {shelf.fragments()[0].key}


def test_a_library_can_be_emptied_and_filled_again(shelf: Library) -> None:
    shelf.add([act(1)])
    assert total(shelf, "slavery") == 1
    remove(shelf, ["/akn/zz/act/1"])
    assert total(shelf, "slavery") == 0
    assert rebuild(shelf) == 0
    assert total(shelf, "slavery") == 0
    assert not [*faults(shelf)]
    shelf.add([act(2)])
    assert total(shelf, "slavery") == 1


def test_whoever_finds_the_index_busy_searches_what_is_there_and_says_what_is_missing(shelf: Library) -> None:
    shelf.add([act(1)])
    open_index(shelf).close()
    said: list[str] = []
    other = WhooshIndex(shelf.path / "index" / shelf.stamp)
    shelf.add([act(2)])
    with other.write_lock() as mine:
        assert mine
        found = ask(shelf, lambda library, index: search(library, index, "slavery").total, say=said.append)
    assert found == 1
    assert said == [
        "1 of the library's texts cannot be found yet as they are now: another process is writing the index"
    ]
    assert total(shelf, "slavery") == 2


def test_whoever_adds_waits_for_the_index(shelf: Library) -> None:
    shelf.add([act(1)])
    other = WhooshIndex(shelf.path / "index" / shelf.stamp)
    freed = threading.Event()

    def hold() -> None:
        with other.write_lock():
            held.set()
            time.sleep(0.4)
            freed.set()

    held = threading.Event()
    thread = threading.Thread(target=hold)
    thread.start()
    held.wait()
    assert follow(shelf).why is None
    assert freed.is_set()
    thread.join()


def test_an_index_that_was_made_of_something_else_is_not_taken(shelf: Library) -> None:
    shelf.add([act(1)])
    open_index(shelf).close()
    shelf.rename()
    assert follow(shelf).index.fragments() == {f.key for f in shelf.fragments()}
    rebuild(shelf)
    assert [entry.name for entry in (shelf.path / "index").iterdir()] == [shelf.stamp]


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
def test_postings_that_turn_out_to_be_damaged_are_made_again(shelf: Library) -> None:
    shelf.add([act(1)])
    open_index(shelf).close()
    asked = []

    def question(library: Library, index: SearchIndex) -> int:
        asked.append(index)
        if len(asked) == 1:
            raise DamageError("the index is damaged")
        return search(library, index, "slavery").total

    assert ask(shelf, question) == 1

    def hopeless(library: Library, index: SearchIndex) -> int:
        raise DamageError("the library is damaged")

    with pytest.raises(DamageError):
        ask(shelf, hopeless)


def test_a_full_disk_leaves_the_old_index_which_still_answers(shelf: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf.add([act(1)])
    open_index(shelf).close()
    shelf.add([act(2)])

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    said: list[str] = []
    with monkeypatch.context() as patch:
        patch.setattr("palermo.kb.search.index.checksums.record", full)
        patch.setattr(indexing, "documents", full)
        assert ask(shelf, lambda library, index: search(library, index, "slavery").total, say=said.append) == 1
        with pytest.raises(NotWritableError, match="no space left"):
            rebuild(shelf)
    assert "no space left" in said[0]
    assert total(shelf, "slavery") == 2


def corrupt(library: Library, statement: str, *values: object) -> None:
    db = sqlite3.connect(library.path / "library.sqlite")
    assert db.execute(statement, values).rowcount
    db.commit()
    db.close()


@pytest.mark.parametrize(
    ("statement", "part"),
    [
        ("UPDATE fragment SET text = replace(text, 'offence', 'Offence') WHERE id = 1", "text"),
        ("UPDATE fragment SET title = 'Another' WHERE id = 1", "text"),
        ("UPDATE fragment SET date = '1999', force_start = '1999' WHERE id = 1", "text"),
        ("UPDATE fragment SET marks = '[[5, 900000]]' WHERE id = 1", "text"),
        ("UPDATE fragment SET translation = '?' WHERE id = 1", "file"),
        ("UPDATE provision SET stop = stop + 5000 WHERE fragment = 1 AND seq = 2", "text"),
        ("UPDATE provision SET cite = '99' WHERE fragment = 1 AND seq = 2", "text"),
        ("DELETE FROM provision WHERE fragment = 1", "text"),
        ("DELETE FROM provision WHERE fragment = 1 AND seq = 2", "text"),
        ("DELETE FROM claim WHERE fragment = 1", "text"),
        ("DELETE FROM fragment WHERE id = 1", "file"),
        ("UPDATE body_ref SET ref = '/akn/zz/act/7'", "body"),
    ],
)
def test_whatever_was_changed_is_found(shelf: Library, statement: str, part: str) -> None:
    shelf.add([act(1, articles="12"), act(2)])
    shelf.add_body(Body("b", "B", (VersionRef.parse("/akn/zz/act/2"),)))
    open_index(shelf).close()
    assert not [*faults(shelf)]
    corrupt(shelf, statement)
    found = [*faults(shelf)]
    assert part in {fault.part for fault in found}
    assert all(fault.remedy and fault.place and fault.what for fault in found)


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("damage", [pytest.param("gone", marks=pytest.mark.slow), "flipped", "cut", "older"])
def test_an_index_that_is_not_as_it_was_written_is_found_and_mended(shelf: Library, damage: str) -> None:
    shelf.add([act(1)])
    open_index(shelf).close()
    (segment,) = (shelf.path / "index" / shelf.stamp).glob("v*/*.seg")
    content = segment.read_bytes()
    if damage == "older":
        corrupt(shelf, "DELETE FROM fragment WHERE id = 1")
    elif damage == "gone":
        segment.unlink()
    else:
        segment.write_bytes(content[:-9] if damage == "cut" else content[:200] + b"?" + content[201:])
    assert {fault.part for fault in faults(shelf)} >= {"index"}
    rebuild(shelf)
    assert not [fault for fault in faults(shelf) if fault.part == "index"]


def test_a_damaged_file_says_so(tmp_path: Path) -> None:
    with Library.create(tmp_path) as library:
        library.add([act(n) for n in range(1, 30)])
        open_index(library).close()
    file = tmp_path / "library.sqlite"
    content = bytearray(file.read_bytes())
    for at in range(20_000, len(content), 4096):
        content[at : at + 64] = bytes(64)
    file.write_bytes(content)
    try:
        with Library.open(tmp_path) as library:
            assert [*faults(library)]
    except LibraryError as error:
        assert "damaged" in error.message  # noqa: PT017 - either way of saying it will do
