"""Why each change is proposed, as its drafters wrote it: a CSV file with the columns `provision`, `justification`."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path

from palermo.corpus.errors import InputError

__all__ = ["NO_JUSTIFICATIONS", "Justifications", "read_justifications"]

_COLUMNS = ("provision", "justification")
_EXPECTED = "UTF-8, a first line “provision,justification”, then such as “128(2),Because …”"


@dataclass(frozen=True, slots=True)
class Justifications:
    """`texts` by citation without case and spaces, `lines` where each stands in `file`."""

    texts: Mapping[str, str]
    lines: Mapping[str, int] = field(default_factory=dict)
    file: str = ""

    def check(self, used: Set[str]) -> None:
        """Raises InputError for the first one that was not used: its provision does not differ, or is not there."""
        for cite in self.texts:
            if cite not in used:
                raise InputError(
                    f"nothing differs in {cite!r}",
                    file=self.file,
                    line=self.lines.get(cite),
                    expected="the citation of a provision that does, such as 128(2)",
                )


NO_JUSTIFICATIONS = Justifications({})


def read_justifications(path: str) -> Justifications:
    """The file's; columns may be separated by comma or semicolon, as Excel writes them. Raises InputError."""
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError(error.strerror or str(error), file=path, expected="a CSV file") from error
    except UnicodeDecodeError as error:
        raise InputError("is not UTF-8", file=path, expected=_EXPECTED) from error
    first = text.partition("\n")[0]
    rows = csv.reader(io.StringIO(text), delimiter=";" if first.count(";") > first.count(",") else ",")
    try:
        return _read([(rows.line_num, row) for row in rows], path)
    except csv.Error as error:
        raise InputError(f"is no CSV: {error}", file=path, line=rows.line_num, expected=_EXPECTED) from error


def _read(rows: Sequence[tuple[int, Sequence[str]]], path: str) -> Justifications:
    heads = [head.strip().casefold() for head in rows[0][1]] if rows else []
    if not set(_COLUMNS) <= set(heads):
        raise InputError("lacks a column", file=path, line=1, expected=_EXPECTED)
    at = [heads.index(name) for name in _COLUMNS]
    texts: dict[str, str] = {}
    lines: dict[str, int] = {}
    for line, row in rows[1:]:
        cells = [row[n].strip() if n < len(row) else "" for n in at]
        cite = "".join(cells[0].split()).casefold()
        if not cite:
            if cells[1]:
                raise InputError("has no provision", file=path, line=line, expected=_EXPECTED)
            continue
        texts[cite] = "\n".join(filter(None, [texts.get(cite, ""), cells[1]]))
        lines.setdefault(cite, line)
    return Justifications(texts, lines, path)
