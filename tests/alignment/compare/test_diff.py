"""The difference of two sequences of words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.alignment.compare.model import WordOp
from palermo.alignment.compare.words import diff as diffing
from palermo.alignment.compare.words.diff import WordRun, diff

tokens = st.lists(st.sampled_from(["a", "b", "c", ",", ".", "Republik", "\ud7ff", "\U0010ffff", "\x00"]), max_size=30)


def apply(runs: list[WordRun], left: list[str], right: list[str]) -> list[str]:
    out: list[str] = []
    i = j = 0
    for run in runs:
        assert (run.left, run.right) == (i, j)
        i, j = run.left_end, run.right_end
        if run.op is WordOp.EQUAL:
            assert left[run.left : i] == right[run.right : j]
            out += left[run.left : i]
        elif run.op is WordOp.INSERT:
            assert run.left == i
            out += right[run.right : j]
        else:
            assert run.right == j
    assert (i, j) == (len(left), len(right))
    return out


def inline(left: str, right: str) -> str:
    a, b = left.split(), right.split()
    out = []
    for run in diff(a, b):
        words = " ".join(b[run.right : run.right_end] or a[run.left : run.left_end])
        out.append({WordOp.EQUAL: "{}", WordOp.DELETE: "[-{}-]", WordOp.INSERT: "{{+{}+}}"}[run.op].format(words))
    return " ".join(out)


@given(tokens, tokens)
def test_runs_rebuild(left: list[str], right: list[str]) -> None:
    assert apply(diff(left, right), left, right) == right


@given(tokens, tokens)
def test_large_blocks_are_split_and_still_rebuild(left: list[str], right: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(diffing, "_SPLIT_ABOVE", 4)
        patch.setattr(diffing, "_REPLACE_ABOVE", 20)
        assert apply(diff(left, right), left, right) == right


def test_more_words_than_characters_are_replaced_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diffing, "_CAPACITY", 3)
    left, right = list("abcd"), list("abxd")
    assert [run.op for run in diff(left, right)] == [WordOp.DELETE, WordOp.INSERT]
    assert apply(diff(left, right), left, right) == right


def test_an_item_is_put_in_with_its_comma() -> None:
    assert inline("nets , boats , oars", "nets , boats , bells , oars") == "nets , boats , {+bells ,+} oars"


def test_confetti_becomes_a_phrase() -> None:
    shown = inline("the warden seizes all nets he finds", "a guard takes the nets that he found")
    assert shown.count("[-") == shown.count("{+") == 1


def test_an_island_of_light_words_goes_with_the_phrase() -> None:
    shown = inline("liable , to a fine not above fifty marks", "liable to a class A fine")
    assert shown == "liable [-, to a fine not above fifty marks-] {+to a class A fine+}"


@pytest.mark.parametrize("island", [", 5", ", d", ". to", "to ;", ", boat", "to a of"])
def test_what_says_something_is_no_island(island: str) -> None:
    assert inline(f"x {island} q r s", f"{island} t u v w") == f"[-x-] {island} [-q r s-] {{+t u v w+}}"
    assert inline("x , to q r s", ", to t u v w") == "[-x , to q r s-] {+, to t u v w+}"


def test_a_passage_is_never_dissolved() -> None:
    passage = "fishermen within harbour boundaries"
    shown = inline(f"a b c d e f {passage} g h i j k l", f"m n o p q r {passage} s t u v w x")
    assert shown == f"[-a b c d e f-] {{+m n o p q r+}} {passage} [-g h i j k l-] {{+s t u v w x+}}"


def test_unlike_texts_end_soon() -> None:
    left, right = [f"l{n}" for n in range(20_000)], [f"r{n}" for n in range(20_000)]
    assert [run.op for run in diff(left, right)] == [WordOp.DELETE, WordOp.INSERT]
