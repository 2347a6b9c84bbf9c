"""What is shipped: every module and data file, with pinned and licensed dependencies, and no address of a machine."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import distribution, metadata, requires
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

import palermo

ROOT = Path(__file__).parents[1]
ROOTS = ("corpus", "kb", "alignment", "palermo", "cli")
PERMISSIVE = re.compile(
    r"MIT|BSD|Apache|PSF|Python Software Foundation|ISC|0BSD|MPL|Public Domain|Unlicense", re.IGNORECASE
)


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def checkout() -> Path:
    if not (ROOT / "corpus").is_dir():
        pytest.skip("run against the installed package, away from the checkout")
    return ROOT


def _tracked(checkout: Path) -> list[Path]:
    if not (checkout / ".git").exists():
        pytest.skip("no checkout of a repository")
    done = subprocess.run(["git", "ls-files", "-z"], cwd=checkout, capture_output=True, text=True, check=True)
    return [path for name in done.stdout.split("\0") if name and (path := checkout / name).is_file()]


def test_every_folder_of_code_is_a_package_that_is_found(checkout: Path) -> None:
    for root in ROOTS:
        for file in (checkout / root).rglob("*.py"):
            assert (file.parent / "__init__.py").is_file(), file.parent


def test_one_name_is_installed_and_the_rooms_are_linked_into_it(checkout: Path) -> None:
    for root in ROOTS:
        assert root == "palermo" or (checkout / "palermo" / root).resolve() == checkout / root
    assert (distribution("palermo").read_text("top_level.txt") or "").split() == ["palermo"]


def test_every_data_file_is_shipped(checkout: Path, project: dict[str, Any]) -> None:
    patterns = project["tool"]["setuptools"]["package-data"]["*"]
    for file in _tracked(checkout):
        name = file.relative_to(checkout)
        if name.parts[0] in ROOTS and file.suffix != ".py" and not file.is_symlink():
            suffixes = {Path(pattern).suffix for pattern in patterns}
            assert file.suffix in suffixes or file.name in patterns or "sample" in name.parts, (
                f"{name} is in no package-data"
            )


def test_every_dependency_is_pinned_once_and_without_an_address() -> None:
    lines = [line for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines() if not line.startswith("#")]
    pinned = {}
    for line in lines:
        assert re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.]*", line), line
        name, version = line.split("==")
        pinned[_plain(name)] = version
    assert len(pinned) == len(lines)
    for needed in map(Requirement, requires("palermo") or []):
        assert _plain(needed.name) in pinned
        assert needed.specifier.contains(pinned[_plain(needed.name)])


def test_every_dependency_is_permissively_licensed() -> None:
    for needed in map(Requirement, requires("palermo") or []):
        if needed.marker is not None and "extra" in str(needed.marker):
            continue
        about = metadata(needed.name)
        said = " ".join([about[key] or "" for key in ("License-Expression", "License") if key in about])
        said += " ".join(c for c in about.get_all("Classifier") or [] if c.startswith("License"))
        said = said.strip() or _licence(needed.name)
        assert PERMISSIVE.search(said), (needed.name, said)
        assert "AGPL" not in said
        assert "Affero" not in said


def _licence(name: str) -> str:
    """The licence that a package brings along as a file, where its metadata names none; MIT's does not name itself."""
    brought = [file.read_text() for file in distribution(name).files or [] if "licenses" in file.parts]
    return " ".join("MIT" if "hereby granted, free of charge" in text else text for text in brought)


def test_only_declared_libraries_are_imported(checkout: Path, project: dict[str, Any]) -> None:
    extras = project["project"]["optional-dependencies"]
    needed = project["project"]["dependencies"] + [line for name in extras if name != "dev" for line in extras[name]]
    declared = {_plain(Requirement(line).name) for line in needed}
    called = {"diff_match_patch": "diff-match-patch", "docx": "python-docx", "yaml": "pyyaml", "whoosh": "whoosh3"}
    for root in ROOTS:
        for file in (checkout / root).rglob("*.py"):
            for name in _imported(file):
                if name == "palermo" or name in sys.stdlib_module_names:
                    continue
                assert _plain(called.get(name, name)) in declared, f"{file.relative_to(checkout)} imports {name}"


def test_no_file_names_a_machine(checkout: Path) -> None:
    homes, registries = "|".join(("work", "root", r"home/\w+")), "|".join(("py" + "pi", "python" + "hosted"))
    forbidden = re.compile(rf"/(?:{homes})/|(?:{registries})\.org|--(?:extra-)?index-url|localhost:\d")
    for file in _tracked(checkout):
        if file != Path(__file__) and file.suffix not in {".png", ".docx"}:
            found = forbidden.search(file.read_text(encoding="utf-8"))
            assert found is None, f"{file.relative_to(checkout)}: {found and found.group()}"


def test_the_public_names_are_there_and_nothing_heavy_is_loaded_for_them() -> None:
    for name in palermo.__all__:
        assert getattr(palermo, name) is not None
    assert set(palermo.__all__) <= set(dir(palermo))
    with pytest.raises(AttributeError):
        _ = palermo.nothing


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _imported(file: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names
