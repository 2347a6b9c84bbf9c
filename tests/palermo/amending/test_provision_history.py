"""Who changed these words: the wordings of a provision, each with what brought it."""

from __future__ import annotations

from pathlib import Path

import pytest

from palermo.amending.provision_history import Story, wordings
from palermo.corpus.errors import NotFoundError, UsageError
from palermo.corpus.readers import Options
from palermo.library.use_cases import add_files
from tests.support.amending.ferry_code import ACT_2005, ACT_2010, CODE, stocked


def spans(story: Story) -> list[tuple[str, str | None, bool]]:
    """Since when, until when, and whether the library holds a text that shows it."""
    return [(w.start, w.end, bool(w.held)) for w in story.wordings]


def brought(story: Story) -> list[list[tuple[str, str, bool]]]:
    """By wording the acts and the targets of the instructions that brought it, and whether that is sure."""
    return [
        [(str(b.amends.amending.ref.instrument), b.link.target, b.sure) for b in wording.brought]
        for wording in story.wordings
    ]


def test_each_wording_has_its_dates_and_the_instruction_that_brought_it(tmp_path: Path) -> None:
    story = wordings(f"{CODE}~art_1", library=stocked(tmp_path, "code", "2005", "2010"))
    assert spans(story) == [
        ("2001-01-01", "2005-04-01", True),
        ("2005-04-01", "2010-05-01", False),
        ("2010-05-01", None, False),
    ]
    assert brought(story) == [[], [(ACT_2005, "1(2)", True)], [(ACT_2010, "1(1)", True)]]
    texts = [w.text.reading(w.text.root.span).text for w in story.wordings if w.text]
    assert [("медленно" in t, "ночью" in t) for t in texts] == [(True, False), (False, False), (False, True)]


def test_a_part_has_only_the_instructions_about_it(tmp_path: Path) -> None:
    library = stocked(tmp_path, "code", "2005", "2010")
    assert brought(wordings(CODE, provision="1(2)", library=library)) == [[], [(ACT_2005, "1(2)", True)]]
    assert brought(wordings(CODE, provision="1(1)", library=library)) == [[], [(ACT_2010, "1(1)", True)]]


def test_a_wording_that_stays_is_one_over_all_texts(tmp_path: Path) -> None:
    story = wordings(CODE, provision="1(2)", library=stocked(tmp_path, "code", "2005", "code-2006"))
    assert spans(story) == [("2001-01-01", "2005-04-01", True), ("2005-04-01", None, True)]
    assert story.wordings[1].held == ("2006-01-01",)  # an official text has it as it was built
    assert brought(story)[1] == [(ACT_2005, "1(2)", True)]


def test_a_new_article_and_one_that_went(tmp_path: Path) -> None:
    library = stocked(tmp_path, "code", "2005")
    new = wordings(CODE, provision="2-1", library=library)
    assert (spans(new), brought(new)) == ([("2005-04-01", None, False)], [[(ACT_2005, "2-1", True)]])
    gone = wordings(CODE, provision="ст. 3", library=library)
    assert [w.text is None for w in gone.wordings] == [False, True]
    assert brought(gone) == [[], [(ACT_2005, "3", True)]]


def test_what_no_act_explains_is_told_and_its_day_is_the_latest_possible(tmp_path: Path) -> None:
    story = wordings(CODE, provision="2", library=stocked(tmp_path, "code", "2005", "code-2006"))
    assert spans(story) == [("2001-01-01", "2006-01-01", True), ("2006-01-01", None, True)]
    assert brought(story) == [[], []]
    assert [(w.exact, w.end_exact) for w in story.wordings] == [(False, False), (False, True)]


def test_what_was_refused_is_missing_in_the_wording(tmp_path: Path) -> None:
    story = wordings(CODE, provision="2", library=stocked(tmp_path, "code", "2010"))
    (wording,) = story.wordings
    assert [(b.link.target, b.sure, "свечой" in b.reason) for b in wording.refused] == [("2", False, True)]


def test_without_the_act_an_official_text_still_makes_a_wording(tmp_path: Path) -> None:
    story = wordings(CODE, provision="1", library=stocked(tmp_path, "code", "code-2006"))
    assert spans(story) == [("2001-01-01", "2006-01-01", True), ("2006-01-01", None, True)]


def test_an_instruction_of_an_unknown_day_is_sure_where_it_gives_the_wording(tmp_path: Path) -> None:
    library = stocked(tmp_path, "code", "code-2006")
    for number, word in ((1, "прожектором"), (2, "луной")):
        act = tmp_path / f"act{number}.md"
        act.write_text(
            "Статья 1. Внести в Кодекс о паромах следующее изменение:\n\n"
            f"в статье 2 слово «фонарём» заменить словом «{word}».\n\n"
            "Статья 2. Настоящий Закон вступает в силу со дня, установленного Правительством.\n",
            "utf-8",
        )
        day = f"2004-01-0{number}"
        options = Options("ru", "Закон", None, day, f"/akn/zx/act/{day}/{number}")
        add_files([str(act)], library=library, options=options)
    story = wordings(CODE, provision="2", library=library)
    first, second = story.wordings[1].brought
    assert (str(first.amends.amending.ref.instrument), first.sure, first.reason) == (
        "/akn/zx/act/2004-01-01/1",
        True,
        "",
    )
    assert (second.sure, "фонарём" in second.reason) == (False, True)


def test_an_official_text_without_the_article_is_explained_by_an_act_of_an_unknown_day(tmp_path: Path) -> None:
    library = stocked(tmp_path, "code", "code-2006")
    act = tmp_path / "act.md"
    act.write_text(
        "Статья 1. Внести в Кодекс о паромах следующее изменение:\n\nстатью 3 исключить.\n\n"
        "Статья 2. Настоящий Закон вступает в силу со дня, установленного Правительством.\n",
        "utf-8",
    )
    options = Options("ru", "Закон", None, "2004-01-01", "/akn/zx/act/2004-01-01/1")
    add_files([str(act)], library=library, options=options)
    story = wordings(CODE, provision="3", library=library)
    assert [w.text is None for w in story.wordings] == [False, True]
    assert brought(story)[1] == [("/akn/zx/act/2004-01-01/1", "3", True)]


def test_mistakes(tmp_path: Path) -> None:
    library = stocked(tmp_path, "code")
    with pytest.raises(UsageError, match="one provision"):
        wordings(CODE, library=library)
    with pytest.raises(NotFoundError, match="no provision '9'"):
        wordings(CODE, provision="9", library=library)
    with pytest.raises(NotFoundError, match="not in the library"):
        wordings("/akn/zx/act/1", provision="1", library=library)
