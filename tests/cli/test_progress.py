"""Progress speaks to people only, and only about what takes long."""

from __future__ import annotations

import io
from collections.abc import Generator

import pytest

from palermo.cli import progress
from palermo.cli.progress import track


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [0.0]
    monkeypatch.setattr("palermo.cli.progress.time.monotonic", lambda: now[0])
    return now


def _run(clock: list[float], seconds: float) -> None:
    for _ in track([1, 2, 3, 4], "reading"):
        clock[0] += seconds


def test_it_counts_on_a_terminal_after_two_seconds_and_leaves_no_trace(
    clock: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr", Terminal())
    _run(clock, 1.5)
    written = progress.sys.stderr.getvalue()  # type: ignore[attr-defined]
    assert "reading: 1 of 4" not in written
    assert "\rreading: 2 of 4\rreading: 3 of 4" in written
    assert written.endswith("\r" + " " * len("reading: 3 of 4") + "\r")


def test_it_is_silent_about_what_is_quick(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", Terminal())
    _run(clock, 0.4)
    assert progress.sys.stderr.getvalue() == ""  # type: ignore[attr-defined]


def test_it_is_silent_where_there_is_no_terminal(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", io.StringIO())
    _run(clock, 10)
    assert progress.sys.stderr.getvalue() == ""  # type: ignore[attr-defined]


def test_the_line_goes_when_the_work_fails(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", Terminal())
    work = track([1, 2], "reading")
    next(work)
    clock[0] = 5
    next(work)
    assert isinstance(work, Generator)
    work.close()
    assert progress.sys.stderr.getvalue().endswith("\r")  # type: ignore[attr-defined]
