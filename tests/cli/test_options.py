"""The options that mean the same everywhere."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from palermo.cli import options
from palermo.corpus import errors
from tests.conftest import Palermo


def _passed(decorator, *args: str, env: dict[str, str] | None = None) -> dict[str, object]:  # type: ignore[no-untyped-def]
    seen: dict[str, object] = {}
    command = click.command(decorator(lambda **values: seen.update(values)))
    CliRunner(env=env).invoke(command, args, catch_exceptions=False)
    return seen


def test_the_library_is_the_option_then_the_variable_then_the_platforms_folder() -> None:
    env = {"PALERMO_LIBRARY": "/from/variable", "XDG_DATA_HOME": "/data"}
    assert _passed(options.library, "--library", "here", env=env) == {"library": Path("here")}
    assert _passed(options.library, env=env) == {"library": Path("/from/variable")}
    chosen = _passed(options.library, env={"PALERMO_LIBRARY": ""})["library"]
    assert isinstance(chosen, Path)
    assert chosen.name == "palermo"


@pytest.mark.parametrize(
    ("args", "langs"),
    [
        ([], (None, None)),
        (["--lang", "en"], ("en", "en")),
        (["--lang", "en,rus"], ("en", "ru")),
        (["--lang", "en", "--right-lang", "ru"], ("en", "ru")),
        (["--left-lang", "fr-CA"], ("fr", None)),
    ],
)
def test_sides_have_their_languages(args: list[str], langs: tuple[str | None, str | None]) -> None:
    assert _passed(options.side_langs, *args) == {"langs": langs}


def test_two_sides_have_no_three_languages(palermo: Palermo) -> None:
    ran = palermo("compare", "a", "b", "--lang", "en,ru,fr")
    assert ran.code == 2
    assert "two sides" in ran.err


def test_languages_and_dates_are_checked() -> None:
    with pytest.raises(errors.UsageError, match="unknown language 'qq'"):
        _passed(options.lang, "--lang", "qq")
    with pytest.raises(errors.NotFoundError, match="'2013-13-01' is no date"):
        _passed(options.at, "--at", "2013-13-01")
    assert _passed(options.at, "--at", "2013-07") == {"day": "2013-07"}


def test_a_limit_is_at_least_one() -> None:
    assert _passed(options.limit(20)) == {"limit": 20}
    assert _passed(options.limit(20), "--limit", "0") == {}
