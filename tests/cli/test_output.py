"""Where results go, and that nothing is lost on the way."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import click
import pytest

from palermo.cli.output import Output, choose_output, note
from palermo.corpus.errors import UsageError
from palermo.report.format.terminal import Screen
from tests.conftest import Palermo
from tests.support.failures.same_text import assert_same_text

FORMATS = ("text", "json", "html")


@pytest.mark.parametrize(
    ("wanted", "file", "chosen"),
    [
        (None, None, "text"),
        (None, "-", "text"),
        ("json", None, "json"),
        (None, "a.json", "json"),
        (None, "A.HTM", "html"),
        (None, "a.txt", "text"),
        ("json", "a.html", "json"),
        ("text", "a", "text"),
    ],
)
def test_the_suffix_decides_unless_the_format_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wanted: str | None, file: str | None, chosen: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert choose_output(FORMATS, wanted, file).format == chosen


@pytest.mark.parametrize("file", ["a.csv", "a.pdf", "a", "missing/a.json", "."])
def test_a_file_that_cannot_be_written_is_refused_before_any_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError) as caught:
        choose_output(FORMATS, None, file)
    assert caught.value.file == file
    assert caught.value.expected


def test_a_closed_standard_output_is_said(palermo: Palermo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", None)
    with pytest.raises(UsageError, match="closed"):
        choose_output(FORMATS, None, None)


def test_a_file_is_replaced_whole_and_keeps_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "report.txt"
    target.write_text("before", encoding="utf-8")
    target.chmod(0o640)
    Output("text", target).write("торговля людьми\r\n")
    assert target.read_bytes() == "торговля людьми\r\n".encode()
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [target]


def test_a_new_file_has_the_permissions_that_others_have(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    Output("text", tmp_path / "report").write("after")
    modes = {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert len(modes) == 1


def test_a_failure_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "report.txt"
    target.write_text("before", encoding="utf-8")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("palermo.cli.output.os.fsync", full)
    with pytest.raises(UsageError, match="cannot be written: No space left on device") as caught:
        Output("text", target).write("after")
    assert caught.value.file == str(target)
    assert target.read_text(encoding="utf-8") == "before"
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target.txt", tmp_path / "link.txt"
    target.touch()
    link.symlink_to(target)
    Output("text", link).write("after")
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "after\n"


def test_a_device_is_written_to_and_not_replaced() -> None:
    Output("text", Path(os.devnull)).write("gone")
    assert not Path(os.devnull).is_file()


def test_notes_go_to_standard_error_unless_quiet(
    palermo: Palermo, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    law = tmp_path / "law.txt"
    law.write_text("Section 1. Whoever recruits a person by force commits an offence.\n", encoding="utf-8")
    loud, hushed = palermo("show", law), palermo("show", law, "--quiet")
    assert loud.err.startswith("palermo: ")
    assert hushed.err == ""
    assert_same_text(loud.out, hushed.out)
    with click.Context(click.Command("x")):
        note("heard")
    assert capsys.readouterr() == ("", "palermo: heard\n")


@pytest.mark.parametrize("colour", [False, True])
def test_nothing_in_a_text_is_carried_out_by_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, colour: bool
) -> None:
    monkeypatch.setattr(Output, "screen", lambda _self: Screen(80, colour))
    Output("text", None).write("\x1b[1mA\x1b[0m\t\x1b]0;title\x07 \x9b31m \x08\x7f\n")
    shown = capsys.readouterr().out
    style = "\x1b[1mA\x1b[0m" if colour else "\ufffd[1mA\ufffd[0m"
    assert shown == f"{style}\t\ufffd]0;title\ufffd \ufffd31m \ufffd\ufffd\n"
    note("a\x1b[8mb")
    assert capsys.readouterr().err == "palermo: a\ufffd[8mb\n"
