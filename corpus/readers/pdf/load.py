"""A PDF's pages, read by a process of its own within bounds of time and memory."""

from __future__ import annotations

import pickle
import subprocess
import sys

from corpus.errors import InputError
from corpus.readers.pdf.pieces import File
from corpus.readers.pdf.streams import check_streams

__all__ = ["load"]

_SECONDS = 4.0  # for a file of no size
_SECONDS_A_MEGABYTE = 20.0  # of text; 300 pages in a megabyte take 5
_MOST_SECONDS = 120.0


def load(data: bytes, file: str) -> File:
    """All of a file. Raises InputError where it is damaged, locked by a password, too large or too long."""
    check_streams(data, file)
    limit = min(_SECONDS + _SECONDS_A_MEGABYTE * len(data) / 1e6, _MOST_SECONDS)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "corpus.readers.pdf.child"],
            input=data,
            capture_output=True,
            timeout=limit,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise InputError(f"cannot be read in {limit:.0f} seconds", file=file, expected="a PDF of text") from error
    if done.returncode != 0 or not done.stdout:
        raise InputError("is a damaged PDF, or one that needs too much memory", file=file, expected="a whole PDF file")
    answer = pickle.loads(done.stdout)
    if isinstance(answer, File):
        return answer
    raise InputError(answer[0], file=file, expected=answer[1])
