"""The documentation says what the program does."""

from __future__ import annotations

import contextlib
import io
import re
import runpy
import tomllib
from pathlib import Path

import pytest

from palermo.cli.main import COMMANDS, run
from tests.conftest import Palermo
from tests.support.failures.same_text import assert_same_text

DOCS = Path(__file__).parents[2] / "docs"
README = (DOCS.parent / "README.md").read_text("utf-8")
PAGES = [*sorted(DOCS.glob("*.md")), *sorted(DOCS.parent.glob("*.md"))]


def test_the_command_reference_is_what_the_commands_say() -> None:
    render = runpy.run_path(str(DOCS / "tools" / "write_commands.py"))["render"]
    page = (DOCS / "commands.md").read_text("utf-8")
    assert_same_text(page, render(), "a command's help has changed: run `python docs/tools/write_commands.py`")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented(name: str) -> None:
    assert f"\n## palermo {name}\n" in (DOCS / "commands.md").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_and_named_files_lead_somewhere(page: Path) -> None:
    text = page.read_text("utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", text):
        assert (page.parent / target).exists(), target
    if not (DOCS.parent / "corpus").is_dir():
        return  # beside an installed palermo there are no sources to name
    for named in re.findall(r"`((?:corpus|kb|alignment|palermo|cli|docs|tests|benchmarks)/[\w./]*)`", text):
        stands_for_many = re.search(r"\b[A-Z]{2,}\b", named)  # kb/cues/LANG.yaml
        assert stands_for_many or (DOCS.parent / named).exists(), named


def test_the_page_on_formats_says_which_command_writes_which() -> None:
    reference = (DOCS / "commands.md").read_text("utf-8")
    kinds = re.findall(r"\n## palermo ([a-z ]+)\n(?:(?!\n## ).)*?--format \[([a-z|]+)\]", reference, re.S)
    page = (DOCS / "formats.md").read_text("utf-8").partition("## What palermo writes")[2]
    rows = {
        "HTML": "html",
        "Word": "docx",
        "Markdown": "md",
        "Excel": "xlsx",
        "CSV": "csv",
        "BibTeX": "bibtex",
        "Akoma": "akn",
    }
    for name, format_ in rows.items():
        row = next(line for line in page.splitlines() if line.startswith(f"| {name}"))
        assert set(re.findall(r"`([a-z ]+)`", row)) == {c for c, some in kinds if format_ in some.split("|")}, name
    assert {c for c, some in kinds if "docx" in some} == {c for c, some in kinds if "pdf" in some}


def test_every_dependency_is_explained() -> None:
    project = tomllib.loads((DOCS.parent / "pyproject.toml").read_text("utf-8"))["project"]
    page = (DOCS / "dependencies.md").read_text("utf-8").lower()
    for requirement in project["dependencies"]:
        name = re.split(r"[<>=!~\[; ]", requirement)[0]
        assert f"\n| {name.lower()} |" in page, name


def test_the_readme_names_every_page() -> None:
    for page in DOCS.glob("*.md"):
        assert f"docs/{page.name}" in README, page.name


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("readme")
    with contextlib.chdir(folder), contextlib.redirect_stdout(io.StringIO()):
        assert run(["demo"]) == 0
    return folder


def _blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.M | re.S)


@pytest.mark.parametrize("block", _blocks("console"), ids=lambda block: block.split()[2])
def test_what_the_readme_shows_is_what_is_printed(
    block: str, demo: Path, palermo: Palermo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(demo)
    command, *shown = block.splitlines()
    ran = palermo(*command.removeprefix("$ palermo ").split())
    assert ran.code == 0
    rest = ran.out
    for words in filter(None, (passage.strip("\n") for passage in re.split("^…$", "\n".join(shown), flags=re.M))):
        assert words in rest, f"the README shows\n{words}\nbut this is printed:\n{ran.out}"
        rest = rest.partition(words)[2]


def test_the_readme_s_program_prints_what_it_says(
    demo: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(demo)
    [program], [printed] = _blocks("python"), _blocks("text")
    exec(compile(program, "README.md", "exec"), {})
    assert_same_text(capsys.readouterr().out, printed)
