"""Objects that the commands write as JSON about the sample law: every command, in one folder, with one library."""

from __future__ import annotations

import contextlib
import io
import json
import shlex
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from palermo.cli.main import run

__all__ = ["COMMANDS", "WrittenJson", "write_all"]

OLD, NEW, ACT, VICTIMS = (
    f"{name}.en.md" for name in ("criminal-code-2004", "criminal-code-2019", "amending-act-2019", "victims-act-2022")
)
RUSSIAN = "criminal-code-2019.ru.md"
CODE = "/akn/xt/act/2003-06-12/63"
REVIEWER = "--by 'A. Reader' --date 2026-09-01"
CASE = {"id": 7, "lang": "en", "before": "5 A fine is due.", "instruction": "Section 5 is repealed."}
CODING = "body,code,value\ntalmeria,act.receipt,yes\ntalmeria,means.payment,no\n"

# In order: later commands read what earlier ones kept.
COMMANDS = (
    f"show {NEW}",
    f"gaps {NEW} {VICTIMS}",
    f"gaps {OLD} --with {NEW}",
    f"gaps {OLD} --with-bill {ACT}",
    f"matrix {OLD} {RUSSIAN}",
    "codebook",
    "frameworks palermo",
    f"explain act.receipt {NEW}",
    f"explain means.payment {OLD}",
    f"explain --scope {NEW} {VICTIMS}",
    f"compare {OLD} {NEW}",
    f"compare {OLD} {NEW} --against palermo",
    f"concordance {NEW} {RUSSIAN}",
    f"define 'trafficking in persons' {NEW} {RUSSIAN}",
    f"amend {OLD} {ACT}",
    f"amend {OLD} {ACT} --check {NEW}",
    f"amend {OLD},{VICTIMS} {ACT}",
    "amend --jsonl cases.jsonl",
    f"instructions {ACT}",
    f"add {OLD} {ACT} {VICTIMS}",
    f"add {OLD} {NEW}",
    "list",
    f"info {CODE}",
    f"body add talmeria {CODE}/eng",
    "body list",
    "search 'consent of the victim' --lang en",
    "search 'consent of the victim' --lang en --explain",
    "search consnet --lang en",
    "search 'jurisdiction:xq consent' --lang en",
    f"search --similar {CODE}/eng@2019-06-01~art_128",
    f"show {CODE}/eng --at 2018-01-01",
    f"show {CODE}/eng~art_128 --history",
    "gaps talmeria --history",
    f"review accept talmeria act.receipt {REVIEWER}",
    f"review override talmeria consent.irrelevant --value yes --reason 'as I read it' {REVIEWER}",
    "review list",
    "review show talmeria consent.irrelevant",
    "gaps talmeria",
    "review export",
    "review import reviews.csv --dry-run",
    f"review withdraw talmeria act.receipt {REVIEWER}",
    "review compare coding.csv",
    "collection create consent",
    f"collection add consent {CODE}/eng@2019-06-01~art_128 --note 'look here'",
    "collection annotate consent 1 'again'",
    "collection keep consent 'consent of the victim' --lang en",
    "collection list",
    "collection show consent",
    f"remove {CODE}/eng@2019-06-01 --dry-run",
    f"remove {CODE}/eng@2019-06-01",
    "collection news consent",
    "collection remove consent 1",
    "verify",
    "reindex",
    "backup library.zip",
    "restore library.zip --replace",
    "doctor",
    "body remove talmeria",
    "show nowhere.md",
    "show",
)


@dataclass(frozen=True, slots=True)
class WrittenJson:
    """The objects that a command wrote on standard output, or, if it failed, on standard error."""

    code: int
    objects: tuple[dict[str, Any], ...]


def write_all(folder: Path) -> dict[str, WrittenJson]:
    """The objects of each of the COMMANDS, run in the folder."""
    for file in resources.files("palermo").joinpath("sample").iterdir():
        folder.joinpath(file.name).write_bytes(file.read_bytes())
    folder.joinpath("cases.jsonl").write_text(json.dumps(CASE), encoding="utf-8")
    folder.joinpath("coding.csv").write_text(CODING, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PALERMO_LIBRARY", str(folder / "library"))
        patch.chdir(folder)
        return {command: _run(command, folder) for command in COMMANDS}


def _run(command: str, folder: Path) -> WrittenJson:
    if command.startswith("review import"):
        with contextlib.redirect_stdout(io.StringIO()):
            assert run(["review", "export", "-o", str(folder / "reviews.csv")]) == 0
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run([*shlex.split(command), *([] if "--jsonl" in command else ["--format", "json"])])
    printed = err if code == 2 else out
    return WrittenJson(code, tuple(json.loads(line) for line in printed.getvalue().splitlines()))
