"""Reasons for each change, as its drafters wrote them: a table with the columns `provision`, `justification`."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from palermo.corpus.errors import InputError
from palermo.corpus.readers.tables.filled_tables import read_filled

__all__ = ["NO_JUSTIFICATIONS", "Justifications", "read_justifications"]

_COLUMNS = ("provision", "justification")


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
    """The justifications in a CSV file or a workbook. Raises InputError."""
    texts: dict[str, str] = {}
    lines: dict[str, int] = {}
    for row in read_filled(path, _COLUMNS, name="justifications"):
        cite = "".join(row.text("provision").split()).casefold()
        if cite:
            texts[cite] = "\n".join(filter(None, [texts.get(cite, ""), row.text("justification")]))
            lines.setdefault(cite, row.line)
        elif row.text("justification"):
            raise row.row_error("has no provision", "such as “128(2),Because …”")
    return Justifications(texts, lines, path)
