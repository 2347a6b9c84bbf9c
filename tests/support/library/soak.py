"""A library under hardship: acts whose every word is known, what is done with them, and what has to be true after.

Run with `host` it waits for orders, one JSON object a line: each is carried out in a process of its own, which is
killed after `delay` seconds, and answered with what that process acknowledged. Run with `crowd` it makes so many
processes that use a library at once; the line that it prints says what they did.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, cast

ROOT = Path(__file__).parents[3]
SECTIONS = 25
_CONSONANTS, _VOWELS = "bdfglmnprstvz", "aeiou"


def word(number: int) -> str:
    """A word that only act `number` has, unlike any other's."""
    chance = random.Random(number)
    return "".join(chance.choice(_CONSONANTS) + chance.choice(_VOWELS) for _ in range(6)) + "x"


def act(number: int) -> str:
    """The text of an act: each section says its word."""
    lines = [f"# Act {number}"]
    for n in range(1, SECTIONS + 1):
        lines.append(f"Section {n}. Duty {n}")
        lines.append(f"(1) Whoever recruits {word(number)} by force commits an offence of the {n} kind.")
        lines.append(f"(2) A {word(number)} is liable to a fine, and the court may order compensation to a child.")
    return "\n\n".join(lines) + "\n"


def reference(number: int) -> str:
    return f"/akn/zz/act/{number}"


def add(library: Path, number: int) -> None:
    from palermo.corpus.readers import Options
    from palermo.library.use_cases import add_files

    file = library.parent / f"act-{number}.md"
    file.write_text(act(number), encoding="utf-8")
    add_files([str(file)], library=library, options=Options("en", f"Act {number}", "zz", "2001", reference(number)))


def remove(library: Path, number: int) -> None:
    from palermo.library.remove import remove as take_out

    take_out([reference(number)], library=library)


def reindex(library: Path, _: int) -> None:
    from palermo.library.upkeep import reindex as make_anew

    make_anew(library)


def restore(library: Path, number: int) -> None:
    """From the backup of this number."""
    from palermo.library.upkeep import restore as put_back

    put_back(backup_of(library, number), library=library, replace=True)


def backup(library: Path, number: int) -> None:
    from palermo.library.upkeep import backup as copy

    copy(backup_of(library, number), library=library)


def backup_of(library: Path, number: int) -> Path:
    return library.parent / f"backup-{number}.zip"


def there(library: Path) -> set[int]:
    """The numbers of the acts that the library has."""
    from palermo.library.use_cases import held

    return {int(one.ref.instrument.path[-1]) for one in held(library)}


def found(library: Path, number: int) -> int:
    """In how many units an act's word is found. Each hit has to show it, as the act has it."""
    from palermo.library.use_cases import search

    answer = search(f"exact:{word(number)}", library=library, limit=2 * SECTIONS)
    for hit in answer.hits:
        assert str(hit.fragment.ref.instrument) == reference(number), hit
        assert any(hit.snippet[start:end].casefold() == word(number) for start, end in hit.highlights), hit
    return answer.total


def sound(library: Path, known: set[int]) -> list[int]:
    """The acts that the library has, after everything about it was looked at: what is found of the known ones, and then
    whether nothing at all is wrong. Raises AssertionError."""
    from palermo.library.upkeep import verify

    before = verify(library).faults
    assert all(fault.part == "index" for fault in before), before
    acts = there(library)
    for number in sorted(known | acts):
        total = found(library, number)
        assert total == (SECTIONS if number in acts else 0), (number, number in acts, total)
    assert not verify(library).faults, verify(library).faults
    return sorted(acts)


_ORDERS: dict[str, Callable[[Path, int], object]] = {
    "add": add, "remove": remove, "reindex": reindex, "restore": restore, "backup": backup,
}  # fmt: skip


class Host:
    """Carries out what it is told, in processes that it kills."""

    def __init__(self, library: Path) -> None:
        self.library = library
        self._process = subprocess.Popen(
            [sys.executable, __file__, "host", str(library)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env=_environment(), cwd=ROOT,
        )  # fmt: skip

    def __call__(self, order: str, number: int = 0, delay: float | None = None, **more: object) -> dict[str, Any]:
        """What it answers: `done`, whether it was acknowledged, then with the `seconds` that it took; `error`."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"order": order, "number": number, "delay": delay, **more}) + "\n")
        self._process.stdin.flush()
        return cast(dict[str, Any], json.loads(self._process.stdout.readline()))

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(60)
        self._process.stdout.close()


@contextmanager
def host(library: Path) -> Iterator[Host]:
    made = Host(library)
    try:
        yield made
    finally:
        made.close()


def crowd(library: Path, seconds: float, readers: int, writers: int) -> list[dict[str, Any]]:
    """What each of so many processes did that used the library at once, for so long."""
    told = [sys.executable, __file__, "crowd", *map(str, (library, seconds, readers, writers))]
    ran = subprocess.run(told, capture_output=True, text=True, env=_environment(), cwd=ROOT, check=False)
    assert ran.returncode == 0, ran.stderr
    return [json.loads(line) for line in ran.stdout.splitlines()]


def _environment() -> dict[str, str]:
    paths = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    return {**os.environ, "PYTHONPATH": paths, "OPENBLAS_NUM_THREADS": "1", "PYTHONWARNINGS": "ignore"}


def _warm(library: Path) -> None:
    """Load all that is needed, so that processes made from this one need not."""
    add(library.parent / "warm", 999_999)
    sound(library.parent / "warm", {999_999})


def _serve(library: Path) -> None:
    for line in sys.stdin:
        order = json.loads(line)
        print(json.dumps(_carry_out(library, order)), flush=True)


def _forked(work: Callable[[], str]) -> tuple[int, int]:
    """The id of a process that does the work, and a pipe on which it says what came of it."""
    answer, acknowledge = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(answer)
        os.write(acknowledge, work().encode())
        os._exit(0)
    os.close(acknowledge)
    return child, answer


def _outcome(child: int, answer: int) -> dict[str, Any]:
    with os.fdopen(answer, encoding="utf-8") as said:
        text = said.read()
    os.waitpid(child, 0)
    return {"done": False, "error": "", **json.loads(text or "{}")}


def _carry_out(library: Path, order: dict[str, Any]) -> dict[str, Any]:
    child, answer = _forked(lambda: _attempt(library, order))
    if order["delay"] is not None:
        time.sleep(order["delay"])
        os.kill(child, signal.SIGKILL)
    return _outcome(child, answer)


def _crowd(library: Path, seconds: float, readers: int, writers: int) -> list[dict[str, Any]]:
    until = time.monotonic() + seconds
    crew = [("read", n) for n in range(readers)] + [("write", n) for n in range(writers)]
    children = [_forked(partial(_used, library, kind, n, until, writers)) for kind, n in crew]
    return [_outcome(*child) for child in children]


def _used(library: Path, kind: str, number: int, until: float, writers: int) -> str:
    try:
        return json.dumps((_read if kind == "read" else _write)(library, number, until, writers))
    except Exception as error:
        return json.dumps({"kind": kind, "error": f"{type(error).__name__}: {error}"})


def _attempt(library: Path, order: dict[str, Any]) -> str:
    try:
        if order["order"] == "sound":
            return json.dumps({"done": True, "acts": sound(library, set(order["known"]))})
        begun = time.monotonic()
        _ORDERS[order["order"]](library, order["number"])
        return json.dumps({"done": True, "seconds": time.monotonic() - begun})
    except Exception as error:
        return json.dumps({"error": f"{type(error).__name__}: {error}"})


def _read(library: Path, number: int, until: float, writers: int) -> dict[str, Any]:
    """Looks for acts that may be there, and lists and shows what is there: never a part of one."""
    from palermo.corpus.errors import NotFoundError
    from palermo.library.use_cases import held, resolve

    chance = random.Random(number)
    report: dict[str, Any] = {"kind": "read", "searches": 0, "full": 0, "shown": 0, "slowest": 0.0}
    while time.monotonic() < until:
        acts = there(library)
        picked = chance.choice(sorted(acts)) if acts and chance.random() < 0.8 else chance.randrange(writers * 1000)
        begun = time.monotonic()
        total = found(library, picked)
        report["slowest"] = max(report["slowest"], round(time.monotonic() - begun, 2))
        assert total in (0, SECTIONS), (picked, total)
        report["searches"] += 1
        report["full"] += bool(total)
        for one in held(library)[:3]:
            try:
                (version,) = resolve(str(one.ref), library=library)
            except NotFoundError:
                continue  # it was removed since
            assert version.text == act(int(one.ref.instrument.path[-1]))
            report["shown"] += 1
    return report


def _write(library: Path, number: int, until: float, writers: int) -> dict[str, Any]:
    """Adds and removes acts of its own numbers, which nobody else touches; what it was told is done has to be so."""
    chance = random.Random(number)
    own: set[int] = set()
    report: dict[str, Any] = {"kind": "write", "added": 0, "removed": 0, "reindexed": 0, "backups": 0}
    following = iter(range(number, 1000 * writers, writers))
    while time.monotonic() < until:
        roll = chance.random()
        if roll < 0.06:
            reindex(library, 0)
            report["reindexed"] += 1
        elif roll < 0.12:
            backup(library, number)
            report["backups"] += 1
        elif roll < 0.45 and len(own) > 3:
            gone = own.pop()
            remove(library, gone)
            assert found(library, gone) == 0, gone
            report["removed"] += 1
        else:
            new = next(following)
            add(library, new)
            own.add(new)
            assert found(library, new) == SECTIONS, new
            report["added"] += 1
        assert own <= there(library)
    return {**report, "own": sorted(own)}


if __name__ == "__main__":
    what, place, *rest = sys.argv[1:]
    _warm(Path(place))
    if what == "host":
        _serve(Path(place))
    else:
        lasting, reading, writing = float(rest[0]), int(rest[1]), int(rest[2])
        print("\n".join(json.dumps(report) for report in _crowd(Path(place), lasting, reading, writing)))
