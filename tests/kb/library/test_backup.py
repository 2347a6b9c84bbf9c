"""A library in one file and back: all of it or nothing, and nothing that is no sound backup."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from pathlib import Path

import pytest

from palermo.corpus.errors import InputError, LibraryError, UsageError
from palermo.corpus.model.refs import VersionRef
from palermo.corpus.model.text_model import Version
from palermo.corpus.readers import read_text
from palermo.kb.library import store
from palermo.kb.library.collections import CollectionItem
from palermo.kb.library.file_errors import DamageError, NotWritableError
from palermo.kb.library.library import Body, Library
from palermo.kb.search.index.contract import SearchIndex
from palermo.kb.search.index.keep_current import ask, open_index
from palermo.kb.search.search import search
from palermo.kb.upkeep import restore as restoring
from palermo.kb.upkeep.backup import is_backup, pack
from palermo.kb.upkeep.restore import restore
from palermo.kb.upkeep.verify import faults
from palermo.library.upkeep import backup

ITEM = CollectionItem("/akn/zz/act/1/eng@2001~sec_1", "2026-01-01", "Act", "1", "a" * 64, "Words.", "my note")


def act(number: int) -> Version:
    text = f"Section 1. Slavery {number}\n\nWhoever enslaves another commits offence {number}.\n"
    return read_text(text, name=f"{number}.md", lang="en", title="Act", instrument=f"/akn/zz/act/{number}", date="2001")


@pytest.fixture
def backed_up(shelf: Library, tmp_path: Path) -> Path:
    """A backup of two acts, a body and a collection; the library has gone on since."""
    shelf.add([act(1), act(2)])
    shelf.add_body(Body("b", "B", (VersionRef.parse("/akn/zz/act/1"),)))
    shelf.collections.create("c", "2026-01-01")
    shelf.collections.put("c", [ITEM])
    manifest = pack(shelf, tmp_path / "b.zip")
    assert (manifest.texts, manifest.bodies, manifest.library_schema) == (2, 1, store.SCHEMA_VERSION)
    shelf.add([act(3)])
    open_index(shelf).close()
    return tmp_path / "b.zip"


def numbers(library: Library) -> list[str]:
    return [f.ref.instrument.path[-1] for f in library.fragments()]


def hits(library: Library) -> int:
    return ask(library, lambda held, index: search(held, index, "slavery")).total


def test_what_was_backed_up_comes_back_with_all_that_hangs_on_it(backed_up: Path, tmp_path: Path) -> None:
    restore(backed_up, tmp_path / "new")
    with Library.open(tmp_path / "new") as library:
        assert numbers(library) == ["1", "2"]
        assert [b.id for b in library.bodies()] == ["b"]
        assert library.collections.get("c").items == (ITEM,)
        assert hits(library) == 2
        assert not [*faults(library)]
    assert {p.name for p in (tmp_path / "new").iterdir()} == {"library.sqlite", "index"}


def test_a_library_that_has_something_is_replaced_only_if_that_is_wanted(backed_up: Path, shelf: Library) -> None:
    with pytest.raises(LibraryError, match="--replace"):
        restore(backed_up, shelf.path)
    assert numbers(shelf) == ["1", "2", "3"]
    assert hits(shelf) == 3
    assert restore(backed_up, shelf.path, replace=True).replaced == 3
    assert numbers(shelf) == ["1", "2"]  # whoever had it open has the new one, too
    assert hits(shelf) == 2
    assert not [*faults(shelf)]
    shelf.add([act(4)])
    assert hits(shelf) == 3


def test_the_index_never_belongs_to_another_content(backed_up: Path, shelf: Library) -> None:
    """Numbers are given again after a restore: text 3 is another one than it was."""
    restore(backed_up, shelf.path, replace=True)
    shelf.add([act(5)])
    found = ask(shelf, lambda held, index: search(held, index, "offence 5")).hits
    assert str(found[0].fragment.ref.instrument) == "/akn/zz/act/5"


def test_whoever_reads_while_it_is_replaced_has_the_old_one_whole(backed_up: Path, shelf: Library) -> None:
    def question(library: Library, index: SearchIndex) -> tuple[list[str], int]:
        restore(backed_up, shelf.path, replace=True)
        return numbers(library), search(library, index, "slavery").total

    with Library.open(shelf.path) as reader:
        assert ask(reader, question) == (["1", "2", "3"], 3)
        assert numbers(reader) == ["1", "2"]


@pytest.mark.parametrize(("schema", "reason"), [(99, "newer palermo"), (4, "before 0.1.0")])
def test_a_backup_of_an_unknown_schema_is_refused(
    backed_up: Path, shelf: Library, tmp_path: Path, schema: int, reason: str
) -> None:
    rewrite(backed_up, tmp_path / "other.zip", library_schema=schema)
    with pytest.raises(InputError, match=reason):
        restore(tmp_path / "other.zip", shelf.path, replace=True)
    assert numbers(shelf) == ["1", "2", "3"]


def rewrite(file: Path, to: Path, database: bytes | None = None, **manifest: object) -> None:
    """The backup with another database, taken down in its manifest, and whatever else is to be in there."""
    from hashlib import sha256

    with zipfile.ZipFile(file) as archive:
        data = database if database is not None else archive.read("library.sqlite")
        noted = json.loads(archive.read("manifest.json"))
    noted |= {"size": len(data), "sha256": sha256(data).hexdigest()} | manifest
    with zipfile.ZipFile(to, "w") as archive:
        archive.writestr("manifest.json", json.dumps(noted))
        archive.writestr("library.sqlite", data)


@pytest.mark.parametrize(
    "damage",
    [
        "missing",
        "text",
        "empty",
        "cut",
        "flipped",
        "another zip",
        "no database",
        "sum",
        "size",
        "broken inside",
        "manifest",
    ],
)
def test_what_is_no_sound_backup_is_refused_and_changes_nothing(
    backed_up: Path, shelf: Library, tmp_path: Path, damage: str
) -> None:
    file, content = tmp_path / "bad.zip", backed_up.read_bytes()
    if damage == "text":
        file.write_text("law", encoding="utf-8")
    elif damage == "empty":
        file.touch()
    elif damage == "cut":
        file.write_bytes(content[:-40])
    elif damage == "flipped":
        file.write_bytes(content[:1500] + bytes(b ^ 255 for b in content[1500:1600]) + content[1600:])
    elif damage in ("another zip", "no database"):
        with zipfile.ZipFile(file, "w") as archive:
            if damage == "no database":
                archive.writestr("manifest.json", zipfile.ZipFile(backed_up).read("manifest.json"))
            archive.writestr("x", "y")
    elif damage == "sum":
        rewrite(backed_up, file, sha256="0" * 64)
    elif damage == "size":
        rewrite(backed_up, file, size=1)
    elif damage == "broken inside":
        with zipfile.ZipFile(backed_up) as archive:
            data = bytearray(archive.read("library.sqlite"))
        data[4096 * 3 : 4096 * 6] = bytes(4096 * 3)
        rewrite(backed_up, file, database=bytes(data))
    elif damage == "manifest":
        rewrite(backed_up, file, more=1)
    before = sorted(p.name for p in shelf.path.rglob("*") if ".lock" not in p.name)
    with pytest.raises((InputError, LibraryError)) as caught:
        restore(file, shelf.path, replace=True)
    assert str(file) in str(caught.value) or damage == "broken inside"
    assert numbers(shelf) == ["1", "2", "3"]
    assert hits(shelf) == 3
    assert sorted(p.name for p in shelf.path.rglob("*") if ".lock" not in p.name) == before
    assert not is_backup(file) or damage in ("sum", "flipped", "broken inside")


def test_a_damaged_library_is_kept_beside_the_restored_one(backed_up: Path, shelf: Library) -> None:
    shelf.close()
    (shelf.path / "library.sqlite").write_bytes(b"no database" * 999)
    with pytest.raises(LibraryError, match="damaged"):
        restore(backed_up, shelf.path)
    kept = restore(backed_up, shelf.path, replace=True).kept
    assert kept is not None
    assert kept.read_bytes() == b"no database" * 999
    with Library.open(shelf.path) as library:
        assert (numbers(library), hits(library)) == (["1", "2"], 2)


def test_a_restore_that_breaks_off_leaves_the_old_library(
    backed_up: Path, shelf: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    for step in ("unpack", "link", "open_index"):
        with monkeypatch.context() as patch:
            patch.setattr(restoring, step, full)
            with pytest.raises(NotWritableError, match="no room is left"):
                restore(backed_up, shelf.path, replace=True)
        assert numbers(shelf) == ["1", "2", "3"]
        assert hits(shelf) == 3


def test_a_backup_is_of_one_moment_while_others_write(shelf: Library, tmp_path: Path) -> None:
    shelf.add([act(1)])
    with Library.open(shelf.path) as writer, writer.changing():
        writer.add([act(2)])
        pack(shelf, tmp_path / "b.zip")
    restore(tmp_path / "b.zip", tmp_path / "new")
    with Library.open(tmp_path / "new") as library:
        assert numbers(library) == ["1"]


def test_a_backup_that_fails_leaves_the_older_one(
    backed_up: Path, shelf: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = backed_up.read_bytes()

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(zipfile.ZipFile, "write", full)
        with pytest.raises(NotWritableError, match="no room is left"):
            backup(backed_up, library=shelf.path)
    assert backed_up.read_bytes() == before
    assert [p.name for p in backed_up.parent.iterdir() if p.name.startswith(".b.zip")] == []
    assert backup(backed_up, library=shelf.path).texts == 3


def test_only_a_backup_is_overwritten(shelf: Library, tmp_path: Path) -> None:
    law = tmp_path / "law.docx"
    law.write_text("my only copy", encoding="utf-8")
    for file, said in ((law, "no backup"), (tmp_path, "folder"), (tmp_path / "no" / "b.zip", "folder")):
        with pytest.raises(UsageError, match=said):
            backup(file, library=shelf.path)
    assert law.read_text(encoding="utf-8") == "my only copy"


def test_of_a_damaged_library_no_backup_is_made(shelf: Library, tmp_path: Path) -> None:
    shelf.add([act(n) for n in range(1, 40)])
    shelf.close()
    file = shelf.path / "library.sqlite"
    content = bytearray(file.read_bytes())
    for at in range(40_000, len(content), 8192):
        content[at : at + 400] = bytes(400)
    file.write_bytes(content)
    with pytest.raises(DamageError):
        backup(tmp_path / "b.zip", library=shelf.path)
    assert not (tmp_path / "b.zip").exists()
    with sqlite3.connect(file) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() != ("ok",)
    db.close()


def test_a_full_disk_is_told_of_what_the_user_named(
    backed_up: Path, shelf: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("palermo.kb.upkeep.backup.copyfileobj", full)
    with pytest.raises(NotWritableError, match="no room is left on the disk: the library is as it was") as found:
        restore(backed_up, shelf.path, replace=True)
    assert found.value.file == str(shelf.path)
    assert numbers(shelf) == ["1", "2", "3"]
    with pytest.raises(NotWritableError, match="no room is left") as found:
        pack(shelf, tmp_path / "new.zip")
    assert found.value.file == str(tmp_path / "new.zip")
