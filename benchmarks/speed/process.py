"""How long a whole `palermo compare` takes and how much memory it needs, beside redlines and xmldiff on the same files.

    python -m benchmarks.speed.process LEFT RIGHT [--others PYTHON] [--grow]

PYTHON is an interpreter that has redlines (with typing_extensions) and xmldiff; xmldiff is given the texts as XML, one
element a paragraph. `--grow` compares texts of 10 KB to 5 MB made of LEFT, again and again with other words and
numbers. Each line is the best of the runs; only the ratios mean anything.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

_RUNS = 3
_SIZES = (10_000, 100_000, 500_000, 1_000_000, 5_000_000)
_CHANGED = 0.01  # of the longer words
_PALERMO = "import sys; from palermo.cli.main import run; sys.exit(run(['compare', *sys.argv[1:], '--format', 'json']))"
_REDLINES = (
    "import sys; from pathlib import Path; from redlines import Redlines\n"
    "print(Redlines(*(Path(p).read_text('utf-8') for p in sys.argv[1:])).output_markdown)"
)
_XMLDIFF = "import sys; from xmldiff import main\nprint(len(main.diff_files(*sys.argv[1:])))"


class Cost(NamedTuple):
    """Processor seconds and peak memory in bytes."""

    seconds: float
    memory: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("left", type=Path)
    parser.add_argument("right", type=Path)
    parser.add_argument("--lang", default="de")
    parser.add_argument("--others", metavar="PYTHON")
    parser.add_argument("--grow", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home, files = Path(folder), [options.left, options.right]
        ours = _report("palermo", sys.executable, _PALERMO, files, "--lang", options.lang)
        if options.others:
            xml = [_as_xml(path, home / f"{k}.xml") for k, path in enumerate(files)]
            for name, code, given in (("redlines", _REDLINES, files), ("xmldiff", _XMLDIFF, xml)):
                theirs = _report(name, options.others, code, given, runs=1)
                print(f"  palermo is {theirs.seconds / ours.seconds:.1f} times as fast as {name}", flush=True)
        for size in _SIZES if options.grow else ():
            pair = _grown(options.left.read_text("utf-8"), size, home)
            _report(f"palermo {size // 1000:,} KB", sys.executable, _PALERMO, pair, "--lang", options.lang, runs=1)


def _report(name: str, python: str, code: str, files: list[Path], *more: str, runs: int = _RUNS) -> Cost:
    costs = [_run([python, "-c", code, *map(str, files), *more]) for _ in range(runs)]
    best, size = min(costs), sum(path.stat().st_size for path in files)
    print(f"{name:18} {best.seconds:8.2f} s {best.memory / 1e6:8.0f} MB, {best.memory / size:6.1f} times the two texts")
    return best


def _run(command: list[str]) -> Cost:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} failed")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)


def _as_xml(path: Path, file: Path) -> Path:
    blocks = path.read_text("utf-8").split("\n\n")
    file.write_text(f"<act>{''.join(f'<p>{escape(b.strip())}</p>' for b in blocks if b.strip())}</act>", "utf-8")
    return file


def _grown(text: str, size: int, home: Path) -> list[Path]:
    """Two texts of that size: the same but for a hundredth of their longer words, which is turned round."""
    rng, whole, round_ = random.Random(size), "", 0
    while len(whole) < size:
        whole += _turned(_numbered(text, 1000 * round_), 0.5 if round_ else 0.0, rng)
        round_ += 1
    whole = whole[:size]
    files = [home / f"{size}.{side}.md" for side in ("left", "right")]
    files[0].write_text(whole, "utf-8")
    files[1].write_text(_turned(whole, _CHANGED, rng), "utf-8")
    return files


def _numbered(text: str, higher: int) -> str:
    return re.sub(r"§ (\d+)", lambda m: f"§ {int(m[1]) + higher}", text)


def _turned(text: str, share: float, rng: random.Random) -> str:
    return re.sub(r"[^\W\d_A-Z]{5,}", lambda m: m[0][::-1] if rng.random() < share else m[0], text)


if __name__ == "__main__":
    main()
