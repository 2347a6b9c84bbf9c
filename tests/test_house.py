"""The rules of the house that a machine can hold; `docs/architecture.md` says what they are for."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from tests.support import house
from tests.support.failures.same_text import assert_same_text

ROOT = Path(__file__).parents[1]

pytestmark = pytest.mark.skipif(not (ROOT / "corpus").is_dir(), reason="there are no sources beside the tests")


def test_no_folder_of_code_is_crowded() -> None:
    assert {folder: number for folder, number in house.entries().items() if number > house.MOST_ENTRIES} == {}


def test_a_public_class_name_stands_once() -> None:
    assert house.class_names() == {}


def test_a_module_stem_stands_once_in_a_package() -> None:
    assert house.stems() == {}


def test_files_import_each_other_in_no_circle() -> None:
    assert house.circles() == []


def test_a_docstring_begins_with_a_verb_or_a_noun() -> None:
    assert house.riddles() == []


def test_fewer_than_ten_modules_import_for_the_type_checker_alone() -> None:
    assert len(house.type_checking()) < 10, house.type_checking()


def test_no_list_of_words_of_a_language_stands_in_python() -> None:
    assert house.word_lists() == []


def test_the_page_of_the_house_has_todays_rooms() -> None:
    tool = runpy.run_path(str(ROOT / "docs" / "tools" / "write_architecture.py"))
    assert all(said for _, said in tool["rooms"]())
    assert_same_text(tool["PAGE"].read_text("utf-8"), tool["render"](), "run `python docs/tools/write_architecture.py`")
