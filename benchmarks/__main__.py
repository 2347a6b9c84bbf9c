"""Time the main steps on the sample law, and on the longest real statutes where PALERMO_MIRROR names them.

Each line is the best of several runs, because other work on the machine can only make a run slower. The rate counts the
code points read.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from importlib.resources import as_file, files
from itertools import count
from pathlib import Path

import palermo
from palermo.library.use_cases import add_files, search

_RUNS = 3
_REAL = 3  # how many of the real statutes, the longest first


def main() -> None:
    print(f"{'step':58} {'seconds':>8} {'per second':>14}")
    command = "import sys; from palermo.cli.main import run; sys.exit(run(['--help']))"
    base = _best(lambda: _python("import click"))
    _print("python -c 'import click'", base)
    shown = _best(lambda: _python(command))
    _print(f"palermo --help ({shown / base:.1f} times that; at most 4)", shown)
    with as_file(files("palermo") / "sample") as sample:
        old, new = (palermo.read(str(sample / f"criminal-code-{year}.en.md")) for year in (2004, 2019))
        for path in sorted(sample.glob("criminal-code-*.md")):
            _print_read(path)
        size = len(old.text) + len(new.text)
        _print("compare the sample code of 2004 and 2019", _best(lambda: palermo.compare(old, new)), size)
        _print("gaps of the sample code of 2019", _best(lambda: palermo.gaps(new)), len(new.text))
        _library([str(path) for path in sorted(sample.glob("*.md"))])
    for path in _real():
        _print_read(path)


def _library(laws: list[str]) -> None:
    size = sum(len(palermo.read(law).text) for law in laws)
    with tempfile.TemporaryDirectory() as folder:
        homes = (Path(folder) / str(n) for n in count())
        _print(f"add {len(laws)} laws to a new library", _best(lambda: add_files(laws, library=next(homes))), size)
        home = Path(folder) / "0"
        for words in ("vulnerable position", "согласие потерпевшего"):
            _print(f"search for {words}", _best(partial(search, words, library=home)))


def _print_read(path: Path) -> None:
    version = palermo.read(str(path))
    _print(f"read {path.parent.name}/{path.name}", _best(lambda: palermo.read(str(path))), len(version.text))


def _real() -> Iterator[Path]:
    mirror = Path(os.environ.get("PALERMO_MIRROR", ""))
    if mirror.is_dir() and (mirror / "MANIFEST.tsv").is_file():
        texts = [path for path in mirror.rglob("*") if path.suffix.lower() in {".md", ".txt", ".xml"}]
        texts = [path for path in texts if "formats" not in path.parts]  # examples of formats, some broken on purpose
        yield from sorted(texts, key=lambda path: path.stat().st_size, reverse=True)[:_REAL]


def _best(step: Callable[[], object]) -> float:
    times = []
    for _ in range(_RUNS):
        started = time.perf_counter()
        step()
        times.append(time.perf_counter() - started)
    return min(times)


def _python(code: str) -> None:
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)


def _print(step: str, seconds: float, size: int = 0) -> None:
    rate = f"{size / seconds:14,.0f}" if size else ""
    print(f"{step[:58]:58} {seconds:8.3f} {rate}".rstrip(), flush=True)


if __name__ == "__main__":
    main()
