"""`remove`, `reindex`, `verify`, `backup`, `restore`, `doctor` and the filters of `list`, as they are called."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import pytest
import wcwidth

from tests.conftest import Palermo, Ran
from tests.support.failures.same_text import assert_same_text

ROOT = Path(__file__).parents[3]
ENGLISH = "# Slavery Act\n\nSection 1. Slavery\n\nWhoever enslaves children or other persons commits an offence.\n"
RUSSIAN = "# Закон\n\nСтатья 5. Торговля людьми\n\n1. Вербовка людей наказывается.\n\n2. Суд может назначить штраф.\n"


@pytest.fixture
def stocked(palermo: Palermo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Palermo:
    """The command, in a folder with two acts that are in its library; one is in a body."""
    monkeypatch.chdir(tmp_path)
    for name, text, lang, ref, date in (
        ("en.md", ENGLISH, "en", "/akn/zz/act/1", "2001"),
        ("ru.md", RUSSIAN, "ru", "/akn/zy/act/2", "2000"),
    ):
        Path(name).write_text(text, encoding="utf-8")
        assert palermo("add", name, "--lang", lang, "--title", f"The {lang}", "--id", ref, "--date", date).code == 0
    assert palermo("body", "add", "zz", "/akn/zz/act/1").code == 0
    return palermo


def as_json(ran: Ran, code: int = 0) -> dict[str, Any]:
    assert (ran.code, ran.err) == (code, "")
    return cast(dict[str, Any], json.loads(ran.out))


def refs(palermo: Palermo, *args: str) -> list[str]:
    return [one["ref"] for one in as_json(palermo("list", "--format", "json", *args))["versions"]]


def test_remove_says_what_goes_and_what_that_does(stocked: Palermo) -> None:
    told = stocked("remove", "/akn/zz/act/1", "--dry-run")
    assert told.code == 0
    assert "would remove /akn/zz/act/1/eng@2001" in told.out
    assert "the body zz goes" in told.out
    assert len(refs(stocked)) == 2
    gone = as_json(stocked("remove", "en.md", "--format", "json"))
    assert gone["schema"] == "palermo.remove/1"
    assert gone["dry_run"] is False
    assert [(one["ref"], one["source"]["path"]) for one in gone["removed"]] == [("/akn/zz/act/1/eng@2001", "en.md")]
    assert gone["bodies"] == [{"id": "zz", "refs": ["/akn/zz/act/1"], "removed": True}]
    assert refs(stocked) == ["/akn/zy/act/2/rus@2000"]
    assert as_json(stocked("search", "slavery", "--format", "json"))["total"] == 0
    assert as_json(stocked("add", "en.md", "--lang", "en", "--format", "json"))["added"]


def test_the_amending_act_that_goes_says_what_it_amended(palermo: Palermo, tmp_path: Path) -> None:
    from tests.support.amending.ferry_code import ACT_2005, CODE
    from tests.support.amending.ferry_code import stocked as ferries

    library = ferries(tmp_path, "code", "2005")
    gone = as_json(palermo("remove", CODE, "--library", library, "--format", "json"))
    assert [one["instructions"] for one in gone["amended_by"]]
    assert palermo("remove", ACT_2005, "--library", library).out.count("with it goes that it amends") == 1
    assert palermo("list", "--library", library).code == 0


def test_reindex_and_verify(stocked: Palermo) -> None:
    made = as_json(stocked("reindex", "--format", "json"))
    assert made == {"schema": "palermo.reindex/1", "files": 2, "units": made["units"]}
    assert made["units"] >= 4  # a root and a section or article of each
    assert as_json(stocked("verify", "--format", "json")) == {
        "schema": "palermo.verify/1", "files": 2, "sound": True, "faults": [],
    }  # fmt: skip


def test_verify_lists_faults_and_ends_with_one(stocked: Palermo, tmp_path: Path) -> None:
    import sqlite3

    db = sqlite3.connect(tmp_path / "library" / "library.sqlite")
    db.execute("UPDATE fragment SET text = replace(text, 'offence', 'reward !')")
    db.commit()
    db.close()
    for file in (tmp_path / "library" / "index").glob("*/v*/*.seg"):
        file.write_bytes(file.read_bytes()[:-3])
    found = as_json(stocked("verify", "--format", "json"), 1)
    assert {fault["part"] for fault in found["faults"]} == {"text", "index"}
    ran = stocked("verify")
    assert ran.code == 1
    assert "/akn/zz/act/1/eng@2001 (en.md)" in ran.out
    assert "palermo reindex" in ran.out
    assert all(wcwidth.width(line) <= 80 for line in ran.out.splitlines())


def test_a_library_that_cannot_be_opened_is_a_fault_with_a_remedy(stocked: Palermo, tmp_path: Path) -> None:
    assert stocked("backup", "b.zip").code == 0
    (tmp_path / "library" / "library.sqlite").write_bytes(b"no database" * 999)
    ran = stocked("verify")
    assert ran.code == 1
    assert "palermo restore --replace" in " ".join(ran.out.split())
    assert stocked("doctor").code == 1
    restored = as_json(stocked("restore", "--replace", "b.zip", "--format", "json"))
    assert Path(restored["damaged"]).name == "library.damaged-1.sqlite"
    assert stocked("verify").code == 0
    assert len(refs(stocked)) == 2


def test_backup_and_restore(stocked: Palermo, tmp_path: Path) -> None:
    made = as_json(stocked("backup", "b.zip", "--format", "json"))
    assert (made["schema"], made["file"], made["texts"], made["bodies"]) == ("palermo.backup/1", "b.zip", 2, 1)
    stocked("remove", "/akn/zz/act/1")
    assert "2 files" in stocked("restore", "b.zip", "--library", "other").out
    assert len(refs(stocked, "--library", "other")) == 2
    assert stocked("restore", "b.zip").code == 2
    back = as_json(stocked("restore", "b.zip", "--replace", "--format", "json"))
    assert (back["schema"], back["replaced"], back["damaged"]) == ("palermo.restore/1", 1, None)
    assert len(refs(stocked)) == 2
    assert stocked("body", "list").out.startswith("zz")


def test_doctor(stocked: Palermo, palermo: Palermo) -> None:
    found = as_json(stocked("doctor", "--format", "json"))
    assert found["schema"] == "palermo.doctor/1"
    assert found["sound"]
    assert {check["name"] for check in found["checks"]} >= {"Python", "Dictionaries", "Library", "Disk", "Index"}
    assert all(check["remedy"] is None for check in found["checks"] if check["state"] == "ok")
    ran = stocked("doctor", "--library", "nowhere")
    assert ran.code == 0
    assert "palermo add" in ran.out
    assert not Path("nowhere").exists()
    assert all(wcwidth.width(line) <= 80 for line in ran.out.splitlines())


def test_doctor_says_what_is_missing_in_the_index(stocked: Palermo, tmp_path: Path) -> None:
    for current in (tmp_path / "library" / "index").glob("*/current"):
        current.unlink()
    (tmp_path / "library" / ".new-broken-off").mkdir()
    told = " ".join(stocked("doctor").out.split())
    assert "2 of 2 files are not in it yet" in told
    assert "Leftovers" in told
    stocked("reindex")
    told = " ".join(stocked("doctor").out.split())
    assert "has every file" in told
    assert "Leftovers" not in told


def test_list_is_narrowed_and_sorted(stocked: Palermo) -> None:
    english, russian = "/akn/zz/act/1/eng@2001", "/akn/zy/act/2/rus@2000"
    assert refs(stocked, "--jurisdiction", "ZZ") == [english]
    assert refs(stocked, "--lang", "ru") == [russian]
    assert refs(stocked, "--lang", "fr") == []
    assert refs(stocked) == [russian, english]
    assert refs(stocked, "--sort", "added") == [english, russian]
    assert refs(stocked, "--sort", "date") == [russian, english]
    assert refs(stocked, "--sort", "title") == [english, russian]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["remove", "/akn/zz/act/9"], "not in the library"),
        (["remove", "/akn/zz/act/1~sec_1"], "is a provision"),
        (["remove", "nothing.md"], "palermo list"),
        (["remove"], "missing argument"),
        (["backup", "en.md"], "no backup"),
        (["backup", "."], "folder"),
        (["backup", "nowhere/b.zip"], "folder"),
        (["restore", "nothing.zip", "--replace"], "no such file"),
        (["restore", "en.md", "--replace"], "no backup"),
        (["list", "--sort", "size"], "size"),
        (["verify", "--library", "nowhere"], "palermo add"),
        (["reindex", "--library", "nowhere"], "palermo add"),
        (["backup", "b.zip", "--library", "nowhere"], "palermo add"),
    ],
)
def test_a_mistake_is_one_line_and_changes_nothing(stocked: Palermo, args: list[str], said: str) -> None:
    before = stocked("list").out
    ran = stocked(*args)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert re.fullmatch(r"palermo: error: [^\n]*\n", ran.err)
    assert_same_text(stocked("list").out, before)
    assert Path("en.md").read_text(encoding="utf-8") == ENGLISH


@contextmanager
def apart() -> Iterator[Path]:
    """A folder that everybody may enter, unlike those of pytest."""
    with tempfile.TemporaryDirectory(prefix="palermo-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def run(folder: Path, *args: str, limit: int | None = None, bound: bool = False) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own: with files of so many bytes at most, or `bound` by rights even if root."""

    def limited() -> None:
        import resource

        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PALERMO_LIBRARY": str(folder / "library")}
    start = "import sys; from palermo.cli.main import run; sys.exit(run(sys.argv[1:]))"
    free = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if bound and os.geteuid() == 0 else []
    return subprocess.run(
        [*free, sys.executable, "-B", "-c", start, *args], capture_output=True, text=True, check=False, cwd=folder,
        env=environment, preexec_fn=limited if limit is not None else None,
    )  # fmt: skip


def one_line(ran: subprocess.CompletedProcess[str], said: str) -> None:
    assert (ran.returncode, ran.stdout) == (2, "")
    assert said in ran.stderr
    assert re.fullmatch(r"palermo: error: [^\n]*\n", ran.stderr)


posix = pytest.mark.skipif(os.name != "posix", reason="rights and limits as POSIX has them")


@posix
@pytest.mark.slow
@pytest.mark.skipif(
    os.name == "posix" and os.geteuid() == 0 and not shutil.which("setpriv"), reason="no rights keep root out"
)
def test_in_a_folder_that_can_only_be_read_texts_are_found_and_nothing_is_lost() -> None:
    with apart() as folder:
        (folder / "en.md").write_text(ENGLISH, encoding="utf-8")
        (folder / "more.md").write_text(RUSSIAN, encoding="utf-8")
        assert run(folder, "add", "en.md", "--lang", "en", "--id", "/akn/zz/act/1").returncode == 0
        assert run(folder, "backup", "b.zip").returncode == 0
        places = [folder / "library", *(folder / "library").rglob("*")]
        for place in places:
            place.chmod(0o555 if place.is_dir() else 0o444)
        try:
            assert "en.md" in run(folder, "search", "slavery", bound=True).stdout
            assert "1 text" in run(folder, "list", bound=True).stdout
            assert run(folder, "verify", bound=True).returncode == 0
            assert "write-protected" in run(folder, "doctor", bound=True).stdout
            one_line(run(folder, "add", "more.md", "--lang", "ru", bound=True), "can only be read")
            one_line(run(folder, "remove", "en.md", bound=True), "can only be read")
            one_line(run(folder, "reindex", bound=True), "permission denied")
            one_line(run(folder, "restore", "--replace", "b.zip", bound=True), "permission denied")
            one_line(run(folder, "body", "add", "x", "/akn/zz/act/1", bound=True), "can only be read")
        finally:
            for place in places:
                place.chmod(0o755)
        assert run(folder, "verify").returncode == 0


@posix
@pytest.mark.slow
def test_where_no_room_is_left_a_line_says_so_and_nothing_is_lost() -> None:
    """As a limit on the size of files, so that it fails at every place where something is written."""
    with apart() as folder:
        (folder / "en.md").write_text(ENGLISH, encoding="utf-8")
        (folder / "more.md").write_text("\n".join(RUSSIAN.replace("5", str(n)) for n in range(300)), encoding="utf-8")
        assert run(folder, "add", "en.md", "--lang", "en", "--id", "/akn/zz/act/1").returncode == 0
        for limit in (1_000, 60_000, 200_000, 400_000):
            ran = run(folder, "add", "more.md", "--lang", "ru", "--id", "/akn/zy/act/2", limit=limit)
            if ran.returncode:
                one_line(ran, "")
                assert "bug" not in ran.stderr
            assert "en.md" in run(folder, "search", "slavery").stdout
            assert run(folder, "verify").returncode == 0
            run(folder, "remove", "more.md")


@contextmanager
def small_disk(folder: Path) -> Iterator[None]:
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("no disk can be mounted here")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="a disk in memory, as Linux has it")
def test_on_a_full_disk_a_line_says_so_and_nothing_is_lost() -> None:
    """Filled up more and more, so that another step of `add` is the one that fails."""
    with apart() as folder, small_disk(folder):
        (folder / "en.md").write_text(ENGLISH, encoding="utf-8")
        (folder / "more.md").write_text("\n".join(RUSSIAN.replace("5", str(n)) for n in range(300)), encoding="utf-8")
        assert run(folder, "add", "en.md", "--lang", "en", "--id", "/akn/zz/act/1").returncode == 0
        failed = 0
        for free in (8_000, 120_000, 400_000, 700_000, 1_100_000):
            room = os.statvfs(folder)
            (folder / "ballast").write_bytes(bytes(max(room.f_bavail * room.f_frsize - free, 0)))
            ran = run(folder, "add", "more.md", "--lang", "ru", "--id", "/akn/zy/act/2")
            if ran.returncode:
                failed += 1
                one_line(ran, "")
                assert "no room" in ran.stderr or "no space" in ran.stderr, ran.stderr
            assert "en.md" in run(folder, "search", "slavery").stdout
            (folder / "ballast").unlink()
            assert "en.md" in run(folder, "search", "slavery").stdout
            assert run(folder, "verify").returncode == 0
            run(folder, "remove", "more.md")
        assert failed > 1
