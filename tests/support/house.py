"""Count what the rules of the house ask for: `python -m tests.support.house`.

Folders of code and their entries, circles of imported files, public class names and module stems that stand twice,
`TYPE_CHECKING` blocks, lists of words of a language in Python, riddles in docstrings, lines by package.
`tests/test_house.py` holds them.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

__all__ = [
    "ROOMS",
    "circles",
    "class_names",
    "entries",
    "lines",
    "modules",
    "riddles",
    "stems",
    "type_checking",
    "word_lists",
]

ROOT = Path(__file__).parents[2]
ROOMS = ("corpus", "kb", "alignment", "palermo", "cli")
MOST_ENTRIES = 15

# Stages that sibling rooms share: one a drafting tradition, a reader or a report.
SAME_STAGE = re.compile(
    r"as_\w+|model|read|tradition|words|read_instructions|make_instructions|references|resolve_references|quotations|"
    r"quoted_provisions|statements|source|clauses|formulae|unquoted_text|unit_starts|article_text|numbering|styles|__init__"
)


@cache
def modules() -> dict[str, Path]:
    """Every module of the program by its dotted name; `palermo.corpus.errors` lies in `corpus/errors.py`."""
    found = {}
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            if any(parent.is_symlink() for parent in path.parents):
                continue
            parts = path.relative_to(ROOT).with_suffix("").parts
            name = ".".join(parts if room == "palermo" else ("palermo", *parts)).removesuffix(".__init__")
            found[name] = path
    return found


def entries() -> dict[str, int]:
    """How many entries each folder of code has, `__init__.py` and `py.typed` left out."""
    found = {}
    for folder in sorted({path.parent for path in modules().values()}):
        inside = [e for e in folder.iterdir() if e.name not in {"__init__.py", "py.typed", "__pycache__"}]
        found[folder.relative_to(ROOT).as_posix()] = len(inside)
    return found


def stems() -> dict[tuple[str, str], list[str]]:
    """Module stems that stand twice inside one of the five packages, by package and stem, but for `SAME_STAGE`."""
    found = defaultdict(list)
    for name, path in modules().items():
        package = path.relative_to(ROOT).parts[0]
        if not SAME_STAGE.fullmatch(path.stem):
            found[package, path.stem].append(name)
    return {key: names for key, names in found.items() if len(names) > 1}


def class_names() -> dict[str, list[str]]:
    """Public class names that stand twice, with the modules that define them."""
    found = defaultdict(list)
    for name, path in modules().items():
        for node in _tree(path).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found[node.name].append(name)
    return {key: names for key, names in found.items() if len(names) > 1}


def type_checking() -> list[str]:
    """Modules with an `if TYPE_CHECKING:` block."""
    return [
        name
        for name, path in modules().items()
        if any(
            isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
            for node in ast.walk(_tree(path))
        )
    ]


def circles(*, lazy: bool = True) -> list[list[str]]:
    """Groups of modules that import each other, directly or through others.

    With `lazy`, imports inside functions and under `TYPE_CHECKING` count, too: a circle of files is a circle.
    """
    graph = {name: set(_imported(name, lazy)) - {name} for name in modules()}
    return sorted(sorted(group) for group in _components(graph) if len(group) > 1)


def word_lists() -> list[str]:
    """Places in Python where three or more words of a language stand in one list, set, tuple, dict or pattern.

    A word of a language is here one that is written with letters outside ASCII, or one of the commonest conjunctions,
    articles, months and ordinals of the languages that palermo reads. What a class of characters in a pattern holds is
    no word (`[a-zà-ÿ]`), nor are names of levels of Akoma Ntoso among themselves, nor labels and help in English.
    """
    found = []
    for path in modules().values():
        docstrings = {id(node.value) for node in ast.walk(_tree(path)) if isinstance(node, ast.Expr)}
        for node in ast.walk(_tree(path)):
            words = _words_in(node) if id(node) not in docstrings else set()
            if len(words) >= 3:
                place = f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"
                found.append(f"{place}  {' '.join(sorted(words)[:6])}")
    return found


def riddles() -> list[str]:
    """First lines of docstrings of modules and public names that begin with "What", "Who", "Whether" and the like."""
    found = []
    for path in modules().values():
        for node in _documented(_tree(path)):
            line = (ast.get_docstring(node) or "").partition("\n")[0]
            if _RIDDLE.match(line):
                found.append(f"{path.relative_to(ROOT)}:{node.body[0].lineno}  {line}")
    return found


def lines() -> dict[str, int]:
    """Lines of Python by package."""
    found: dict[str, int] = defaultdict(int)
    for path in modules().values():
        found[path.relative_to(ROOT).parts[0]] += len(path.read_text("utf-8").splitlines())
    return dict(found)


_COMMON = frozenset(
    """
    and or of the und oder der die das et ou ni o e u en van het och january february march april june july
    august september october november december janvier février mars avril mai juin juillet août septembre
    octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre
    diciembre bis ter quater first second third fourth fifth premier deuxième troisième primero segundo
    tercero chapter section article artículo artikel capítulo chapitre titre título
    """.split()  # noqa: SIM905 - words are easier to read in lines
)
_RIDDLE = re.compile(r"(?:What|Whatever|Who|Whoever|Whose|One|Whether|That|Which|So|How)\b")
_WORD = re.compile(r"[^\W\d_]{2,}|\b[yoeu]\b")
_LEVELS = frozenset({"article", "chapter", "section"})  # of Akoma Ntoso
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")  # of characters in a pattern
_LABEL = re.compile(r"[A-Z][a-z]+(?: \S+)+")  # a label of a report, a line of help


def _words_in(node: ast.AST) -> set[str]:
    pattern = False
    if isinstance(node, (ast.List, ast.Set, ast.Tuple)):
        parts = [e.value for e in node.elts if isinstance(e, ast.Constant) and isinstance(e.value, str)]
    elif isinstance(node, ast.Dict):
        parts = [k.value for k in node.keys if isinstance(k, ast.Constant) and isinstance(k.value, str)]
        parts += [v.value for v in node.values if isinstance(v, ast.Constant) and isinstance(v.value, str)]
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.count("|") >= 2:
        parts, pattern = [node.value], True
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split":
        held = ast.walk(node.func.value)
        parts = [c.value for c in held if isinstance(c, ast.Constant) and isinstance(c.value, str)]
    else:
        return set()
    plain = [_CLASS.sub(" ", part) if pattern else part for part in parts if pattern or not _LABEL.fullmatch(part)]
    words = {word.lower() for part in plain for word in _WORD.findall(part)}
    found = {word for word in words if word in _COMMON or (not word.isascii() and word.isalpha() and len(word) > 1)}
    return set() if found <= _LEVELS else found


def _documented(
    node: ast.Module | ast.ClassDef | ast.FunctionDef,
) -> Iterator[ast.Module | ast.ClassDef | ast.FunctionDef]:
    """The module or class and what is public in it; functions inside functions left out."""
    yield node
    if not isinstance(node, ast.FunctionDef):
        for inner in node.body:
            if isinstance(inner, ast.ClassDef | ast.FunctionDef) and not inner.name.startswith("_"):
                yield from _documented(inner)


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def _imported(name: str, lazy: bool) -> Iterator[str]:
    known = modules()
    tree = _tree(known[name])
    for node in ast.walk(tree) if lazy else tree.body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                below = f"{node.module}.{alias.name}"
                yield below if below in known else node.module if node.module in known else name


def _components(graph: dict[str, set[str]]) -> Iterator[list[str]]:
    """The strongly connected components (Tarjan, 1972), without recursion."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    for start in list(graph):
        if start in index:
            continue
        work = [(start, iter(sorted(graph[start])))]
        index[start] = low[start] = len(index)
        stack.append(start)
        on_stack.add(start)
        while work:
            node, rest = work[-1]
            for other in rest:
                if other not in index:
                    index[other] = low[other] = len(index)
                    stack.append(other)
                    on_stack.add(other)
                    work.append((other, iter(sorted(graph[other]))))
                    break
                if other in on_stack:
                    low[node] = min(low[node], index[other])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    group = []
                    while True:
                        member = stack.pop()
                        on_stack.discard(member)
                        group.append(member)
                        if member == node:
                            break
                    yield group


def main() -> None:
    counted = entries()
    crowded = {folder: number for folder, number in counted.items() if number > MOST_ENTRIES}
    print(f"folders of code {len(counted)}, most entries {max(counted.values())}", *crowded.items(), sep="\n  ")
    for title, found in (
        ("circles of files", [" ".join(group) for group in circles()]),
        ("public class names twice", [f"{name}: {' '.join(where)}" for name, where in class_names().items()]),
        ("module stems twice", [f"{'/'.join(key)}: {' '.join(where)}" for key, where in stems().items()]),
        ("TYPE_CHECKING blocks", type_checking()),
        ("lists of words in Python", word_lists()),
        ("docstrings that begin as riddles", riddles()),
    ):
        print(f"{title} {len(found)}", *found, sep="\n  ")
    print("lines of Python", lines(), sum(lines().values()))


if __name__ == "__main__":
    main()
