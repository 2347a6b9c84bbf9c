"""Every kind of page that palermo writes, made by its commands of the law of the invented state."""

from __future__ import annotations

import contextlib
import csv
import io
from pathlib import Path

from palermo.cli.main import run

__all__ = ["PAGES", "pages"]

_OLD, _NEW, _VICTIMS = (
    f"law/{name}.en.md" for name in ("criminal-code-2004", "criminal-code-2019", "victims-act-2022")
)
_BEFORE, _RUSSIAN, _VICTIMS_RU, _BILL = (
    f"law/{name}.ru.md"
    for name in ("criminal-code-2004", "criminal-code-2019", "victims-act-2022", "amending-act-2019")
)
_REFUSED = "law/amending-act-2019.en.md"  # in a tradition that is read in Russian only
_CODE = "/akn/xt/act/2003-06-12/63"
_ARTICLE = f"{_CODE}/eng@2019-06-01~art_128"

_LIBRARY = [
    ["demo", "--out", "."],
    ["collection", "add", "defences", _ARTICLE, "--note", "To be <read> again"],
    ["collection", "add", "defences", f"{_CODE}/eng@2004-01-01~art_128"],
    ["collection", "keep", "defences", "trafficking"],
    ["review", "accept", "talmeria-2022", "act.transfer", "--by", "A. Reader", "--reason", "It is there."],
    [
        "review",
        "override",
        "talmeria-2022",
        "act.receipt",
        "--value",
        "yes",
        "--by",
        "B. Reader",
        "--reason",
        "Implied.",
    ],
    [
        "review",
        "override",
        "talmeria-2022",
        "act.receipt",
        "--value",
        "no",
        "--by",
        "A. Reader",
        "--reason",
        "Not said.",
    ],
]

PAGES: dict[str, list[str]] = {
    "show": ["show", _VICTIMS],
    "show a provision": ["show", _ARTICLE],
    "show the history": ["show", _ARTICLE, "--history"],
    "show another language": ["show", _VICTIMS_RU],
    "compare": ["compare", _OLD, _NEW],
    "compare against": ["compare", _OLD, _NEW, "--against", "palermo"],
    "compare languages": ["compare", _VICTIMS, _VICTIMS_RU],
    "compare in a table": ["compare", _OLD, _NEW, "--layout", "table"],
    "compare rivals": ["compare", _OLD, _NEW, "--rival", _OLD],
    "concordance": ["concordance", _VICTIMS, _VICTIMS_RU],
    "correlation": ["concordance", _VICTIMS, _VICTIMS_RU, "--layout", "correlation"],
    "define": ["define", "trafficking", _OLD, _NEW, _RUSSIAN],
    "define another term": ["define", "victim", _VICTIMS, _VICTIMS_RU],
    "gaps": ["gaps", _NEW, _VICTIMS],
    "gaps reviewed": ["gaps", "talmeria-2022"],
    "gaps of a law without": ["gaps", _VICTIMS],
    "gaps with": ["gaps", _OLD, "--with", _NEW],
    "gaps with a bill": ["gaps", _BEFORE, "--with-bill", _BILL],
    "gaps history": ["gaps", "--history", _CODE, "--lang", "en"],
    "brief": ["brief", _NEW, _VICTIMS],
    "matrix": ["matrix"],
    "matrix history": ["matrix", "--history", _CODE, "--lang", "en"],
    "codebook": ["codebook"],
    "amend": ["amend", _BEFORE, _BILL],
    "amend in columns": ["amend", _BEFORE, _BILL, "--layout", "columns"],
    "amend in a table": ["amend", _BEFORE, _BILL, "--layout", "table"],
    "amend several": ["amend", f"{_BEFORE},{_VICTIMS_RU}", _BILL],
    "amend checked": ["amend", _BEFORE, _BILL, "--check", _RUSSIAN],
    "amend refused": ["amend", _OLD, _REFUSED],
    "search": ["search", "trafficking", "--explain"],
    "search for nothing": ["search", "xylophone"],
    "similar": ["search", "--similar", _ARTICLE],
    "list": ["list"],
    "collection": ["collection", "show", "defences"],
    "collection news": ["collection", "news", "defences"],
    "coding compared": ["review", "compare", "coding.csv"],
}


def pages(folder: Path) -> dict[str, Path]:
    """The pages by their names in `PAGES`, each a file in `folder`, in which the law and its library are made, too."""
    library = ["--library", "library"]
    with contextlib.chdir(folder), contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        for command in _LIBRARY:
            assert run([*command, *([] if command[0] == "demo" else library)]) == 0, command
        _code(folder / "coding.csv")
        found = {}
        for n, (name, command) in enumerate(PAGES.items()):
            file = folder / f"page{n}.html"
            taken = library if command[0] != "codebook" else []
            assert run([*command, *taken, "-o", str(file)]) == 0, command
            found[name] = file
    return found


def _code(file: Path) -> None:
    """The coding of a person who agrees here and there."""
    with file.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(("body", "code", "value", "provision"))
        for code, value in (
            ("act.transfer", "yes"),
            ("act.receipt", "yes"),
            ("means.fraud", "no"),
            ("means.threat", "yes"),
        ):
            rows.writerow(("talmeria-2022", code, value, "128(1)"))
