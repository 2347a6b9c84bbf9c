"""The table of commands, the help, and the one place where errors end."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import click
import pytest

from palermo.cli import main
from palermo.cli.errors import wants_json
from palermo.cli.main import COMMANDS, command_module, root
from palermo.corpus.errors import InputError
from tests.conftest import Palermo
from tests.support.failures.same_text import assert_same_text


def _commands(group: click.Group, path: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], click.Command]]:
    found: list[tuple[tuple[str, ...], click.Command]] = []
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        found.append(((*path, name), command))
        if isinstance(command, click.Group):
            found.extend(_commands(command, (*path, name)))
    return found


@pytest.mark.parametrize("name", COMMANDS)
def test_the_table_agrees_with_the_modules(name: str) -> None:
    command = command_module(name).command
    assert command.name == name
    assert command.get_short_help_str(200) == COMMANDS[name]


def test_every_command_and_option_has_help() -> None:
    for path, command in _commands(root):
        assert command.help, path
        for option in command.params:
            if isinstance(option, click.Option):
                assert option.help, (path, option.name)


def test_help_lists_every_command_in_eighty_columns(palermo: Palermo) -> None:
    ran = palermo("--help")
    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= 80
    for name, words in COMMANDS.items():
        assert f"  {name} " in ran.out
        assert words.split()[0] in ran.out
    assert_same_text(palermo().out, ran.out)


def _modules(code: str) -> set[str]:
    """The modules that Python has loaded when it has run the code."""
    told = f"{code}; import sys; print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-W", "error", "-c", told], check=True, capture_output=True, text=True)
    return set(done.stderr.split())


def test_help_loads_at_most_half_as_many_modules_again_as_the_import_of_click() -> None:
    shown, click_alone = _modules("from palermo.cli.main import run; run(['--help'])"), _modules("import click")
    assert "palermo.cli.main" in shown
    more = shown - click_alone
    assert len(more) <= len(click_alone) / 2, sorted(more)
    own = {name for name in more if name.partition(".")[0] == "palermo"}
    assert len(own) <= 12, sorted(own)
    assert not any(name.startswith("palermo.cli.commands.") for name in own)


def test_help_imports_none_of_the_heavy_libraries() -> None:
    code = (
        "import sys; from palermo.cli.main import run; run(['--help']); sys.exit(' '.join({heavy} & set(sys.modules)))"
    )
    heavy = {
        "spacy",
        "whoosh",
        "lxml",
        "yaml",
        "numpy",
        "simplemma",
        "sqlite3",
        "diff_match_patch",
        "jinja2",
        "palermo.kb",
    }
    done = subprocess.run([sys.executable, "-c", code.format(heavy=heavy)], capture_output=True, text=True, check=False)
    assert done.stderr.strip() == ""


def test_a_mistake_is_one_line_and_ends_with_2(palermo: Palermo) -> None:
    for args in (["bogus"], ["--bogus"], ["show"], ["show", "a", "--format", "doc"], ["show", "--bogus", "a"]):
        ran = palermo(*args)
        assert (ran.code, ran.out) == (2, ""), args
        assert ran.err.startswith("palermo: error: "), args
        assert ran.err.count("\n") == 1, args
        assert "--help'" in ran.err, args
    assert palermo("show", "--langg", "a").err == (
        "palermo: error: no such option '--langg' (did you mean '--lang'?); see 'palermo show --help'\n"
    )
    assert (
        palermo("serach").err
        == "palermo: error: no such command 'serach' (did you mean 'search'?); see 'palermo --help'\n"
    )


def test_a_mistake_is_an_object_where_json_was_asked_for(palermo: Palermo) -> None:
    ran = palermo("show", "no-such-file.txt", "--format=json")
    assert (ran.code, ran.out) == (2, "")
    error = json.loads(ran.err)
    assert error["schema"] == "palermo.error/1"
    assert set(error) == {"schema", "error", "message", "file", "line", "expected"}
    assert error["file"] == "no-such-file.txt"


@pytest.mark.parametrize(
    ("argv", "wanted"),
    [
        (["show", "--format", "json"], True),
        (["--format=json"], True),
        (["--format", "json", "--format", "text"], False),
        (["show", "--", "--format", "json"], False),
        (["show", "json"], False),
    ],
)
def test_json_is_recognised_before_parsing(argv: list[str], wanted: bool) -> None:
    assert wants_json(argv) is wanted


def _raising(error: BaseException) -> click.Command:
    def fail() -> None:
        raise error

    return click.Command("show", callback=fail)


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (InputError("is empty", file="a.txt", line=3, expected="a law"), 2, "a.txt:3: is empty (expected a law)"),
        (PermissionError(13, "Permission denied", "a.txt"), 2, "a.txt: permission denied"),
        (KeyError("x"), 2, "KeyError: 'x'"),
        (KeyboardInterrupt(), 130, ""),
        (BrokenPipeError(), 141, ""),
    ],
)
def test_whatever_is_raised_ends_here(
    palermo: Palermo, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, line: str
) -> None:
    monkeypatch.setattr(main.Commands, "get_command", lambda *_: _raising(error))
    monkeypatch.setattr(main, "discard_output", lambda: None)  # the test's own standard output is still needed
    ran = palermo("show")
    assert ran.code == code
    assert "Traceback" not in ran.err
    assert line in ran.err
    assert bool(ran.err) == bool(line)


def test_a_pipe_that_closes_is_no_complaint(tmp_path: Path) -> None:
    law = tmp_path / "law.txt"
    law.write_text(
        "\n".join(f"Section {n}. Nobody shall be held in servitude." for n in range(1, 800)), encoding="utf-8"
    )
    code = "import sys; from palermo.cli.main import run; sys.exit(run())"
    command = [sys.executable, "-c", code, "show", str(law), "--quiet", "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def test_output_is_utf8_whatever_the_locale() -> None:
    code = "import sys; from palermo.cli.main import run; sys.exit(run(['show', 'нет-такого.txt']))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, env={"PYTHONIOENCODING": "ascii"}
    )
    assert done.returncode == 2
    assert "нет-такого.txt" in done.stderr.decode("utf-8")
