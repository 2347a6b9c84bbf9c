"""Record what the commands write, so that a change to the code can be shown to change nothing that a user sees.

    python -m tests.support.recorder record FOLDER     # every case, each into a folder of its own
    python -m tests.support.recorder compare OLD NEW   # what differs, line by line; exit 1 if anything does

Cases of one lane share a folder and run in order, as later ones read what earlier ones kept. Each case runs in a
process forked after the program was loaded and warmed up, so that none sees the state of another.
"""

from __future__ import annotations

import argparse
import contextlib
import difflib
import json
import multiprocessing
import os
import re
import shutil
import sys
import tempfile
import traceback
import zipfile
from collections.abc import Callable, Iterator
from importlib.metadata import entry_points
from pathlib import Path

from tests.support.recorder.cases import SAMPLE, Case, Lane, lanes

__all__ = ["compare", "main", "record"]

EPOCH = "1790000000"  # 2026-09-21: the day that documents and reviews bear
# Run once before the first case, so that the cases find the program and its data loaded.
_WARMING = (
    ("gaps", "criminal-code-2019.en.md", "-o", "warm.docx", "--quiet"),
    ("gaps", "criminal-code-2019.ru.md", "-o", "warm.html", "--quiet"),
    ("gaps", "criminal-code-2019.ru.md", "-o", "warm.xlsx", "--quiet"),
    ("compare", "criminal-code-2004.en.md", "criminal-code-2019.en.md", "-o", "warm.docx", "--quiet"),
    ("amend", "criminal-code-2004.en.md", "amending-act-2019.en.md", "-o", "warm.akn", "--quiet"),
    ("concordance", "criminal-code-2004.en.md", "criminal-code-2019.en.md", "-o", "warm.html", "--quiet"),
    ("add", "criminal-code-2019.en.md", "--library", "warm", "-o", "warm.json", "--quiet"),
    ("search", "consent", "--lang", "en", "--library", "warm", "-o", "warm.json", "--quiet"),
)


def record(folder: Path, wanted: str, every: int, processes: int) -> int:
    """Run every case of each `every`-th lane whose name has `wanted` in it; returns how many cases were recorded."""
    checkout = Path.cwd()
    mirror = os.environ.get("PALERMO_MIRROR")
    chosen = [lane for lane in lanes(checkout, Path(mirror).resolve() if mirror else None) if wanted in lane.name][
        ::every
    ]
    folder.mkdir(parents=True, exist_ok=True)
    (entry,) = (point for point in entry_points(group="console_scripts") if point.name == "palermo")
    run = entry.load()
    _warm(run, checkout)
    queue = [(run, lane, folder.resolve()) for lane in sorted(chosen, key=lambda lane: -len(lane.cases))]
    with multiprocessing.get_context("fork").Pool(processes) as pool:
        return sum(pool.imap_unordered(_record_lane, queue, chunksize=1))


def _warm(run: Callable[[list[str]], int], checkout: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(checkout / SAMPLE, folder, dirs_exist_ok=True)
        with contextlib.chdir(folder):
            for args in _WARMING:
                run(list(args))


def _record_lane(work: tuple[Callable[[list[str]], int], Lane, Path]) -> int:
    run, lane, folder = work
    home = folder / "work" / lane.name
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    for file in lane.files:
        shutil.copy(file, home / file.name)
    for name, target in lane.links:
        (home / name).symlink_to(target)
    for case in lane.cases:
        kept = folder / "cases" / lane.name / case.name
        shutil.rmtree(kept, ignore_errors=True)
        kept.mkdir(parents=True)
        child = os.fork()
        if child == 0:
            _run_case(run, case, home, kept)
        _, status = os.waitpid(child, 0)
        (kept / "exit").write_text(f"{os.waitstatus_to_exitcode(status)}\n")
        (kept / "command").write_text(json.dumps(["palermo", *case.args], ensure_ascii=False) + "\n")
    return len(lane.cases)


def _run_case(run: Callable[[list[str]], int], case: Case, home: Path, kept: Path) -> None:
    """Run the case in this process, which ends here."""
    code = 99
    try:
        os.chdir(home)
        os.environ["SOURCE_DATE_EPOCH"] = EPOCH
        os.environ.pop("PALERMO_MIRROR", None)
        os.environ.pop("PALERMO_LIBRARY", None)
        with Path(case.stdin or os.devnull).open("rb") as source:
            os.dup2(source.fileno(), 0)
        for number, name in ((1, "stdout"), (2, "stderr")):
            with (kept / name).open("wb") as stream:
                os.dup2(stream.fileno(), number)
        sys.stdin, sys.stdout, sys.stderr = (
            os.fdopen(n, mode, encoding="utf-8", closefd=False) for n, mode in ((0, "r"), (1, "w"), (2, "w"))
        )
        written = kept / f"written.{case.out}"
        code = run([*case.args, *(("-o", str(written)) if case.out else ())])
        sys.stdout.flush()
        sys.stderr.flush()
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def compare(old: Path, new: Path, lines: int) -> int:
    """Print what differs between two recordings; returns in how many files."""
    files = [{p.relative_to(side / "cases") for p in (side / "cases").rglob("*") if p.is_file()} for side in (old, new)]
    differing = 0
    for name in sorted(files[0] | files[1]):
        left, right = old / "cases" / name, new / "cases" / name
        if not left.exists() or not right.exists():
            print(f"{name}: only in the {'new' if right.exists() else 'old'} recording")
        elif left.read_bytes() != right.read_bytes():
            print(f"{name}: differs")
            for line in list(_difference(left, right))[:lines]:
                print(f"    {line[:300]}")
        else:
            continue
        differing += 1
    print(f"{len(files[0] & files[1])} files in both recordings, {differing} differ")
    return differing


def _difference(left: Path, right: Path) -> Iterator[str]:
    yield from (
        line
        for line in difflib.unified_diff(_lines(left), _lines(right), n=0, lineterm="")
        if not line.startswith(("---", "+++", "@@"))
    )


def _lines(path: Path) -> list[str]:
    """The file's lines; of a zip archive, those of its members; long ones cut at tags and at keys."""
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            text = "\n".join(
                f"{name}\n{archive.read(name).decode('utf-8', 'replace')}" for name in sorted(archive.namelist())
            )
    else:
        text = path.read_text("utf-8", "replace")
    return re.sub(r'(?<=>)(?=<)|(?=\{")|(?<=, )(?=")', "\n", text).splitlines()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    actions = parser.add_subparsers(dest="action", required=True)
    recording = actions.add_parser("record")
    recording.add_argument("folder", type=Path)
    recording.add_argument("--only", default="", help="lanes whose name has this in it")
    recording.add_argument("--every", type=int, default=1, metavar="N", help="each N-th lane only")
    recording.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    comparing = actions.add_parser("compare")
    comparing.add_argument("old", type=Path)
    comparing.add_argument("new", type=Path)
    comparing.add_argument("--lines", type=int, default=6, help="lines shown of each difference")
    options = parser.parse_args()
    if options.action == "record":
        print(f"{record(options.folder, options.only, options.every, options.processes)} cases recorded")
        return 0
    return 1 if compare(options.old, options.new, options.lines) else 0


if __name__ == "__main__":
    sys.exit(main())
