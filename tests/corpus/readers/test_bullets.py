"""A list's own dash is no word of the law."""

from __future__ import annotations

from pathlib import Path

import pytest

from palermo.corpus.readers import read_file

LAW = """#### Article 1

1. Nobody may fish:

- (a) in the harbour;

- (b) from a bridge.

2. The warden keeps - if the town agrees - a list of:

- boats;

- nets.
"""


@pytest.mark.parametrize("suffix", ["md", "txt"])
def test_a_dash_before_a_number_is_not_read(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"law.{suffix}"
    file.write_text(LAW, encoding="utf-8")
    version = read_file(str(file), lang="en")
    assert (
        version.reading(version.find("1(1)").span).text == "1. Nobody may fish: (a) in the harbour; (b) from a bridge."
    )
    assert "keeps - if the town agrees - a list" in version.reading().text
    assert "- boats" in version.reading().text
    assert list(version.marks) == sorted(version.marks)
    assert all(a.end <= b.start for a, b in zip(version.marks, version.marks[1:], strict=False))
