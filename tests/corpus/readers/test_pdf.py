"""PDF: columns, running heads, footnotes, hyphens, ligatures; scans and locked files are said to be so."""

from __future__ import annotations

import random
import textwrap
from pathlib import Path

import pytest

from palermo.corpus.errors import InputError
from palermo.corpus.readers import FileReading, read
from tests.support.files.pdf_files import Words, pages_of, pdf

LONG = (
    "1. A person who operates a ferry keeps it afloat, keeps its lights lit from dusk until dawn and carries every "
    "passenger who can pay the fare that the harbour master has fixed for the season.",
    "2. A person who operates a ferry without a licence, or against its terms, commits an offence and is liable to a "
    "fine, and the harbour master may keep the ferry at the pier until the fine has been paid in full.",
)


def reading(folder: Path, data: bytes) -> FileReading:
    file = folder / "act.pdf"
    file.write_bytes(data)
    return read(str(file))


@pytest.mark.parametrize("columns", [1, 2])
def test_paragraphs_are_put_together_in_reading_order(tmp_path: Path, columns: int) -> None:
    paragraphs = [p for n in range(1, 16) for p in (f"# Article {n}. Ferries", *LONG)]
    text = reading(tmp_path, pdf(pages_of(paragraphs, columns=columns))).version.text
    assert text.split("\n") == [p.removeprefix("# ") for p in paragraphs]


def columns_of(paragraphs: list[str], columns: int, lines: int, letters: int) -> list[list[Words]]:
    """Paragraphs in columns whose lines stand at different heights; those with a letter are indented."""
    width = 475 / columns
    indents = [4 if text.startswith("(") else 0 for text in paragraphs]
    wrapped = [
        (line, 5 * indent)
        for text, indent in zip(paragraphs, indents, strict=True)
        for line in textwrap.wrap(text, letters - indent)
    ]
    pages: list[list[Words]] = []
    for index, (line, indent) in enumerate(wrapped):
        page, place = divmod(index, lines * columns)
        column, row = divmod(place, lines)
        if page == len(pages):
            pages.append([])
        pages[page].append(Words(60 + column * width + indent, 780 - 5 * column - 12 * row, line))
    return pages


def test_three_columns_whose_lines_do_not_stand_at_one_height_keep_their_first_lines(tmp_path: Path) -> None:
    chance = random.Random(3)
    words = ["oar", "pier", "lamp", "mast", "rope", "tide", "fare", "crew", "dock", "keel"]
    items = [" ".join(chance.choice(words) for _ in range(14)) for _ in range(120)]
    numbered = [f"({'abc'[n % 4 - 1]}) {text};" if n % 4 else f"{n // 4 + 1}. {text}:" for n, text in enumerate(items)]
    text = reading(tmp_path, pdf(columns_of(numbered, 3, 40, 22))).version.text
    assert text.split("\n") == numbered


def test_gaps_of_justified_words_are_no_columns(tmp_path: Path) -> None:
    chance = random.Random(7)
    words = (
        "harbour",
        "navigation",
        "licence",
        "lamp",
        "of",
        "the",
        "passenger",
        "municipality",
        "master",
        "season",
        "ferry",
    )
    texts = [f"{n}. " + " ".join(chance.choice(words) for _ in range(90)) + "." for n in range(1, 25)]
    flat = [line for text in texts for line in [*textwrap.wrap(text, 56)[:-1], textwrap.wrap(text, 56)[-1] + "\n"]]
    pages: list[list[Words]] = []
    for index, line in enumerate(flat):
        if index % 50 == 0:
            pages.append([])
        gap = 5.0 if line.endswith("\n") else (60 * 5 - len(line.replace(" ", "")) * 5) / max(line.count(" "), 1)
        x = 60.0
        for word in line.split():
            pages[-1].append(Words(x, 780 - 12 * (index % 50), word))
            x += len(word) * 5 + gap
    assert reading(tmp_path, pdf(pages)).version.text.split("\n") == texts


def test_a_dash_that_begins_a_line_stands_at_its_word_as_elsewhere(tmp_path: Path) -> None:
    lines = ["1. A ferry that is afloat—and of the first class or the second", "—is free, and so is its master—",
             "2. A ferry that is on land, or under water or in the open air", "—"]  # fmt: skip
    text = reading(tmp_path, pdf([[Words(60, 780 - 12 * i, line) for i, line in enumerate(lines)]])).version.text
    assert text.split("\n") == [lines[0] + lines[1], lines[2] + lines[3]]


def test_running_heads_and_page_numbers_are_no_text(tmp_path: Path) -> None:
    pages = pages_of([*LONG * 20])
    for number, page in enumerate(pages, 1):
        page.insert(0, Words(200, 815, "Ferry Gazette", 8))
        page.append(Words(290, 30, f"– {number} –", 8))
    text = reading(tmp_path, pdf(pages)).version.text
    assert text.split("\n") == [*LONG * 20]


def test_footnotes_stand_behind_their_paragraph(tmp_path: Path) -> None:
    page = [
        Words(60, 780, "1. The Ferry Act", 10), Words(141, 784, "1", 6), Words(148, 780, "applies to boats.", 10),
        Words(60, 755, "2. It applies to rafts, which are boats without a hull, and to nothing else afloat.", 10),
        Words(60, 60, "1", 7), Words(66, 60, "Act 5 of 2003.", 8),
    ]  # fmt: skip
    version = reading(tmp_path, pdf([page])).version
    assert "Ferry Act applies" in version.reading().text
    assert version.text.endswith("Act 5 of 2003.")
    assert "authorialNote" in [p.level for p in version.root.walk()]


def test_words_cut_at_the_end_of_a_line_are_whole_again(tmp_path: Path) -> None:
    lines = ["1. The ferry and every well-known person are bound; the recruit-", "ment of sailors by a per-",
             "son, a well-", "known ﬁrm or a co-operation is free."]  # fmt: skip
    page = [Words(60, 780 - 12 * i, line) for i, line in enumerate(lines)]
    text = reading(tmp_path, pdf([page])).version.reading().text
    assert "recruitment of sailors by a person, a well-known firm or a co-operation" in text


def test_cyrillic_title_language_and_day(tmp_path: Path) -> None:
    page = [Words(60, 780, "Статья 1. Паром"), Words(60, 760, "1. Паром плывёт.")]
    version = reading(tmp_path, pdf([page], title="Ferry Act", lang="ru-RU")).version
    assert (version.title, version.lang) == ("Ferry Act", "ru")
    assert version.in_force is not None
    assert version.in_force.start == "2022-02-22"
    assert version.text == "Статья 1. Паром\n1. Паром плывёт."


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (pdf([[], []], image=True), "is a scan"),
        (pdf([[]]), "holds no text"),
        (b"%PDF-1.7\nnothing", "damaged"),
    ],
)
def test_refused_in_one_line(tmp_path: Path, data: bytes, message: str) -> None:
    with pytest.raises(InputError) as caught:
        reading(tmp_path, data)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_page_that_is_only_a_picture_is_said(tmp_path: Path) -> None:
    page = [Words(60, 780 - 20 * i, f"{i + 1}. A ferry floats on the water.") for i in range(9)]
    found = reading(tmp_path, pdf([page, page, []], image=True))
    assert any("page 3: only a picture" in note for note in found.notes)
