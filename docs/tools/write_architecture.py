"""Write docs/architecture.md: the page of the house. Its list of rooms comes from the packages' own docstrings.

    python docs/tools/write_architecture.py

What stands between the two marks is made anew; the rest is written by hand.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "architecture.md"
ROOMS = ("corpus", "kb", "alignment", "palermo", "cli")
_MARKS = re.compile(r"(<!-- rooms -->\n).*?(<!-- end of rooms -->)", re.S)


def rooms() -> list[tuple[str, str]]:
    """Every folder of code with the first sentence of its docstring, in the order of the imports, then by path."""
    found = []
    for room in ROOMS:
        for init in sorted((ROOT / room).rglob("__init__.py"), key=lambda path: path.parent.parts):
            if not any(parent.is_symlink() for parent in init.parents):
                said = ast.get_docstring(ast.parse(init.read_text("utf-8"))) or ""
                found.append((init.parent.relative_to(ROOT).as_posix(), " ".join(said.split("\n\n")[0].split())))
    return found


def render() -> str:
    """The page with today's rooms in it."""
    lines = ["| room | what is in it |", "|---|---|"]
    lines += [f"| {'&nbsp;&nbsp;' * path.count('/')}`{path}/` | {said} |" for path, said in rooms()]
    return _MARKS.sub(lambda found: found[1] + "\n" + "\n".join(lines) + "\n\n" + found[2], PAGE.read_text("utf-8"))


if __name__ == "__main__":
    PAGE.write_text(render(), encoding="utf-8")
