"""A PDF's pages, read by a process of its own within bounds of time and memory."""

from __future__ import annotations

import pickle
import signal
import subprocess
import sys

from palermo.corpus.errors import InputError
from palermo.corpus.readers.pdf.page_model import File
from palermo.corpus.readers.pdf.streams import check_streams

__all__ = ["load"]

_SECONDS = 4.0  # of the processor, for a file of no size
_SECONDS_A_MEGABYTE = 30.0  # of text; 300 pages in a megabyte take 5 on a computer that has nothing else to do
_MOST_SECONDS = 120.0
_PATIENCE = 10.0  # times as long by the clock, as a computer may have other work, too
_OUT_OF_TIME = getattr(signal, "SIGXCPU", None)  # what ends a process that used up its time; Windows has none


def load(data: bytes, file: str) -> File:
    """All of a file. Raises InputError where it is damaged, locked by a password, too large or too long."""
    check_streams(data, file)
    limit = min(_SECONDS + _SECONDS_A_MEGABYTE * len(data) / 1e6, _MOST_SECONDS)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "palermo.corpus.readers.pdf.sandboxed_process", f"{limit:.0f}"],
            input=data,
            capture_output=True,
            timeout=limit * _PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _too_slow(limit, file) from error
    if done.returncode < 0 and -done.returncode == _OUT_OF_TIME:
        raise _too_slow(limit, file)
    if done.returncode != 0 or not done.stdout:
        raise InputError("is a damaged PDF, or one that needs too much memory", file=file, expected="a whole PDF file")
    answer = pickle.loads(done.stdout)
    if isinstance(answer, File):
        return answer
    raise InputError(answer[0], file=file, expected=answer[1])


def _too_slow(seconds: float, file: str) -> InputError:
    return InputError(f"cannot be read in {seconds:.0f} seconds", file=file, expected="a PDF of text")
