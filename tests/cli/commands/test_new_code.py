"""A new code, added to a copy of palermo in the four places of docs/frameworks.md, appears wherever its record says."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import palermo as original

CODE = "child.doubted_age"
PAGE = Path(__file__).parents[3] / "docs" / "frameworks.md"
LAW = """\
Criminal Code of Talmeria

Article 5. Trafficking in persons

1. Whoever recruits, transports or receives a person by force or deception for the purpose of exploitation is punished
by imprisonment of up to ten years.

2. A victim of recruitment or transportation whose age is in doubt is presumed to be a child.
"""
OTHER = """\
Penal Code of Verania

Section 12. Trafficking in persons

1. Any person who recruits, harbours or receives another person by threats for the purpose of exploitation commits an
offence and is liable to imprisonment for five years.

2. Until the age is known, the victim of recruitment or receipt is presumed to be a child.
"""
RUN = """\
import contextlib, io, json, sys
from palermo.cli.main import run
def ran(args):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run(args)
    return [code, out.getvalue(), err.getvalue()]
print(json.dumps({name: ran(args) for name, args in json.load(sys.stdin).items()}))
"""


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Output of commands of a copy of palermo that has the code, by name."""
    folder = tmp_path_factory.mktemp("copy")
    package = folder / "palermo"
    shutil.copytree(Path(original.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    _add_code(package)
    law, other = folder / "law.txt", folder / "other.txt"
    law.write_text(LAW, "utf-8")
    other.write_text(OTHER, "utf-8")
    texts = [str(law), str(other)]
    as_json = ["--format", "json"]
    return _outputs(
        folder,
        {
            "add": ["add", texts[0], "--id", "/akn/xt/act/2020/5", "--lang", "en"],
            "gaps": ["gaps", texts[0], *as_json],
            "gaps in Russian": ["gaps", texts[0], "--format", "html", "--report-lang", "ru"],
            "explain": ["explain", CODE, texts[0], *as_json],
            "codebook": ["codebook", *as_json],
            "define child": ["define", "child", *texts, *as_json],
            "define vulnerability": ["define", "vulnerability", *texts, *as_json],
            "define consent": ["define", "consent", *texts, *as_json],
            "search": ["search", "--element", CODE, *as_json],
            "matrix": ["matrix", *texts, *as_json],
            "concordance": ["concordance", *texts, *as_json],
        },
    )


def _add_code(package: Path) -> None:
    """The record, the rule and the cue of the page's example, and a message in the Russian catalogue."""
    record, rule, cue = re.findall(r"```(?:yaml|python)\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)[-3:]
    file = package / "kb" / "frameworks" / "catalogues" / "palermo.yaml"
    file.write_text(f"{file.read_text('utf-8').rstrip()}\n{record}", "utf-8")
    (package / "alignment" / "rules" / "doubt.py").write_text(rule, "utf-8")
    file = package / "kb" / "languages" / "en" / "cues.yaml"
    head, elements, rest = re.split(r"(?m)^(elements:.*\n)", file.read_text("utf-8"), maxsplit=1)
    file.write_text(f"{head}{elements}{cue}{rest}", "utf-8")
    file = package / "report" / "language" / "catalogues" / "ru.po"
    said = '\nmsgid "In doubt the victim counts as a child."\nmsgstr "При сомнении жертва считается ребёнком."\n'
    file.write_text(f"{file.read_text('utf-8').rstrip()}\n{said}", "utf-8")


def _outputs(folder: Path, commands: Mapping[str, list[str]]) -> Mapping[str, str]:
    ran = subprocess.run(
        [sys.executable, "-c", RUN],
        cwd=folder,
        env={
            "PYTHONPATH": str(folder),
            "PALERMO_LIBRARY": str(folder / "library"),
            "NO_COLOR": "1",
            "LC_ALL": "C.UTF-8",
        },
        input=json.dumps(commands),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    outputs = {}
    for name, (code, out, err) in json.loads(ran.stdout).items():
        assert code == 0, (name, err)
        outputs[name] = out
    return outputs


def _finding(output: str) -> dict[str, Any]:
    return next(finding for finding in json.loads(output)["findings"] if finding["code"] == CODE)


def test_gaps_answers_it_by_its_rule_and_says_so_in_russian(shown: Mapping[str, str]) -> None:
    finding = _finding(shown["gaps"])
    assert (finding["value"], finding["rating"], finding["rule"]) == ("yes", "broader", "doubt-settled")
    assert "presumed to be a child" in finding["evidence"][0]["quote"]
    assert "При сомнении жертва считается ребёнком." in shown["gaps in Russian"]


def test_explain_lists_its_words_and_what_was_searched(shown: Mapping[str, str]) -> None:
    explained = json.loads(shown["explain"])
    assert any("presumed to be" in word for word in explained["words"])
    assert explained["searched"]


def test_define_has_it_under_its_own_term_and_that_of_its_group(shown: Mapping[str, str]) -> None:
    for term in ("child", "vulnerability", "consent"):
        rows = {row["code"] for row in json.loads(shown[f"define {term}"])["rows"]}
        assert (CODE in rows) is (term != "consent")


def test_codebook_says_what_a_yes_means_and_how_close_calls_of_its_group_go(shown: Mapping[str, str]) -> None:
    entry = next(e for e in json.loads(shown["codebook"])["codes"] if e["code"] == CODE)
    assert entry["means"] == "A victim who may be a child counts as one until the age is known."
    assert entry["decisions"]


def test_a_search_for_the_element_finds_the_text(shown: Mapping[str, str]) -> None:
    assert json.loads(shown["search"])["total"] == 1


def test_the_matrix_has_it_for_both_texts(shown: Mapping[str, str]) -> None:
    cells = [cell for cell in json.loads(shown["matrix"])["cells"] if cell["code"] == CODE]
    assert [cell["value"] for cell in cells] == ["yes", "yes"]


def test_a_concordance_takes_it_as_evidence(shown: Mapping[str, str]) -> None:
    pairs = {pair["left"]["cite"]: pair for pair in json.loads(shown["concordance"])["pairs"]}
    assert pairs["5(2)"]["right"]["cite"] == "12(2)"
    assert CODE in pairs["5(2)"]["shared"]
    assert pairs["5(2)"]["parts"]["answers"] == 1.0
