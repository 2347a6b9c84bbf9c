"""Batches of amendments: one JSON object a line in, one a line out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from palermo.corpus.amendments import Amendment, amend_section
from palermo.corpus.errors import InputError
from palermo.corpus.model.languages import alpha2

__all__ = ["amended_lines"]

_WORDS = ("lang", "before", "instruction")


def amended_lines(lines: Iterable[str], file: str) -> Iterator[tuple[object, Amendment]]:
    """The id and the amendment of each case, in order; blank lines are passed over.

    A case has `id`, `lang`, `before`, `instruction`, and may have `amending` (the amending act's citation) and
    `tradition`. Raises InputError at the first line that is no JSON object with these.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        case = _case(line, file, number)
        lang = case["lang"]
        amendment = amend_section(
            case["before"],
            case["instruction"],
            alpha2(lang) if len(lang) == 3 else lang.casefold(),
            case.get("amending") or "",
            case.get("tradition"),
        )
        yield case.get("id"), amendment


def _case(line: str, file: str, number: int) -> dict[str, str]:
    expected = "one JSON object with id, lang, before and instruction"
    try:
        case = json.loads(line)
    except ValueError as error:
        raise InputError(f"is not JSON: {error}", file=file, line=number, expected=expected) from error
    if not isinstance(case, dict) or not all(isinstance(case.get(word), str) for word in _WORDS):
        raise InputError("is no case", file=file, line=number, expected=expected)
    for word in ("amending", "tradition"):
        if case.get(word) is not None and not isinstance(case[word], str):
            raise InputError(f"{word} is no text", file=file, line=number, expected=expected)
    return case
