"""What a lawyer expects of a comparison, on small laws made for it."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace

import pytest

from palermo.alignment.compare.compare import compare
from palermo.alignment.compare.model import EDITORIAL, RENUMBERING, Alignment, Pair, PairKind, WordOp
from palermo.corpus.model.text_model import Version
from tests.support.small_laws import Layout, Rule, check, item, law, section, texts

FISHING = "Nobody may fish in the harbour between the first of May and the last of August"
BOATS = "Every boat longer than seven metres carries a lantern and a bell at night"
NETS = "Nets with meshes narrower than nine centimetres are seized by the warden"
FINE = "Whoever breaks this law pays a fine of forty marks to the town"
DOGS = "Dogs are kept on a leash wherever children play or sheep graze"
BEES = "A beekeeper tells the neighbours before setting up new hives"


def run(left: Version, right: Version) -> Alignment:
    alignment = compare([left], [right])
    check(alignment)
    return alignment


def said(alignment: Alignment, left: str = "", right: str = "") -> Pair:
    """The pair of the provision that contains these words on the left, or on the right."""

    def holds(pair: Pair) -> bool:
        own = (
            [alignment.left[0].quote(p.span) for p in pair.left],
            [alignment.right[0].quote(p.span) for p in pair.right],
        )
        return any(
            bool(words) and words in text for words, side in zip((left, right), own, strict=True) for text in side
        )

    return next(pair for pair in reversed(alignment.pairs) if holds(pair))


def marked(pair: Pair, alignment: Alignment) -> list[str]:
    before, after = texts(pair, alignment)
    shown = {
        WordOp.DELETE: lambda e: f"-{before[slice(*e.left)]}",
        WordOp.INSERT: lambda e: f"+{after[slice(*e.right)]}",
    }
    return [shown[e.op](e).strip() for e in pair.edits if e.real]


def numbered(*words: str) -> list[Rule]:
    return [section(str(k), w) for k, w in enumerate(words, 1)]


def test_a_word_put_in_is_marked_alone() -> None:
    alignment = run(
        law(section("1", "Fishing", item("1", "A child is any person below sixteen years."))),
        law(section("1", "Fishing", item("1", "A child is any person below eighteen years."))),
    )
    pair = said(alignment, left="sixteen")
    assert pair.kind is PairKind.CHANGED
    assert marked(pair, alignment) == ["-sixteen", "+eighteen"]
    assert alignment.counts["same"] == 1


def test_insertion_shifts_and_renumbers_without_moving() -> None:
    alignment = run(law(*numbered(FISHING, BOATS, FINE)), law(*numbered(FISHING, NETS, BOATS, FINE)))
    assert said(alignment, right="meshes").kind is PairKind.ADDED
    boats = said(alignment, left="lantern")
    assert (boats.kind, boats.renumbered, boats.moved) == (PairKind.SAME, True, False)
    assert {e.divergence.kind for e in boats.edits if e.divergence} == {RENUMBERING}
    assert alignment.counts["moved"] == 0


def test_what_changed_its_place_is_moved_and_nothing_else() -> None:
    alignment = run(
        law(*numbered(FISHING, BOATS, NETS, FINE, DOGS)),
        law(*numbered(BOATS, NETS, FINE, DOGS, FISHING)),
    )
    assert [p.moved for p in alignment.pairs] == [False, False, False, False, True]
    assert said(alignment, left="harbour").moved


def test_another_parent_is_a_move() -> None:
    alignment = run(
        law(section("1", FISHING, item("a", BEES), item("b", NETS)), section("2", BOATS, item("a", FINE))),
        law(section("1", FISHING, item("a", BEES)), section("2", BOATS, item("a", FINE), item("b", NETS))),
    )
    assert said(alignment, left="meshes").moved
    assert alignment.counts["moved"] == 1


def test_a_number_is_no_proof() -> None:
    alignment = run(law(*numbered(FISHING, BOATS)), law(*numbered(FISHING, DOGS)))
    assert said(alignment, left="lantern").kind is PairKind.REMOVED
    assert said(alignment, right="sheep").kind is PairKind.ADDED


def test_short_formulas_do_not_move_across_a_law() -> None:
    formula = "The attempt is punishable"
    old = [section(str(k), w, item("1", formula)) for k, w in enumerate((FISHING, BOATS, NETS, DOGS), 1)]
    new = [old[0], old[1], old[2], section("4", DOGS), section("5", BEES, item("1", formula))]
    alignment = run(law(*old), law(*new))
    assert alignment.counts["moved"] == 0
    assert (alignment.counts["removed"], alignment.counts["added"]) == (1, 2)


def test_split_and_merged_mirror_each_other() -> None:
    whole, parts = law(*numbered(f"{FISHING}. {NETS}.", BOATS)), law(*numbered(f"{FISHING}.", f"{NETS}.", BOATS))
    split = said(run(whole, parts), left="harbour")
    assert (split.kind, len(split.left), len(split.right)) == (PairKind.SPLIT, 1, 2)
    merged = said(run(parts, whole), left="harbour")
    assert (merged.kind, len(merged.left), len(merged.right)) == (PairKind.MERGED, 2, 1)
    assert not any(e.real for e in (*split.edits, *merged.edits))


def test_a_new_clause_that_repeats_a_few_words_is_no_split() -> None:
    alignment = run(
        law(*numbered(FISHING, BOATS)), law(*numbered(FISHING, "Nobody may keep a bell in the town", BOATS))
    )
    assert said(alignment, right="keep").kind is PairKind.ADDED


def test_own_text_before_and_after_the_children_is_compared_each_for_itself() -> None:
    old = section("1", "Whoever sells nets:", item("a", NETS), flush="pays a fine of ten marks.")
    new = section("1", "Whoever sells boats:", item("a", NETS), flush="pays a fine of twenty marks.")
    alignment = run(law(old), law(new))
    assert marked(said(alignment, left="Whoever"), alignment) == ["-nets", "+boats", "-ten", "+twenty"]


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ('the "warden" acts', "the «warden» acts", "quotation mark"),
        ("всё имущество", "все имущество", "ё/е"),
        ("five years - or more", "five years – or more", "dash"),
        ("the  warden", "the\u00a0warden", "white space"),
        ("d'un garde", "d’un garde", "quotation mark"),
        ("Straße über", "Straße u\u0308ber", "encoding of letters"),
    ],
)
def test_print_is_no_divergence_in_words(before: str, after: str, reason: str) -> None:
    alignment = run(law(section("1", f"{before} {FISHING}")), law(section("1", f"{after} {FISHING}")))
    [pair] = alignment.pairs
    assert pair.kind is PairKind.SAME
    assert {(e.divergence.kind, e.divergence.reason) for e in pair.edits if e.divergence} == {(EDITORIAL, reason)}
    assert not alignment.differs


def test_the_style_of_a_number_is_no_renumbering() -> None:
    old, new = (law(*numbered(FISHING, BOATS), layout=Layout(stop=stop)) for stop in (".", ")"))
    alignment = run(old, new)
    assert not alignment.differs
    assert alignment.counts["renumbered"] == 0


def test_sides_of_several_texts_find_their_partners_in_any_of_them() -> None:
    left = [law(section("1", FISHING)), law(section("2", BOATS)), law(section("3", NETS))]
    right = [law(section("3", NETS)), law(section("1", FISHING), section("2", BOATS))]
    alignment = compare(left, right)
    check(alignment)
    assert not alignment.differs
    assert sorted((p.left_source, p.right_source) for p in alignment.pairs) == [(0, 1), (1, 1), (2, 0)]


def test_what_was_removed_is_reported_where_it_stood() -> None:
    alignment = run(law(*numbered(FISHING, BOATS, NETS)), law(*numbered(FISHING, NETS)))
    assert [p.kind for p in alignment.pairs] == [PairKind.SAME, PairKind.REMOVED, PairKind.SAME]


def test_nothing_against_something() -> None:
    empty, text = law(), law(*numbered(FISHING))
    assert [p.kind for p in compare([empty], [text]).pairs] == [PairKind.ADDED]
    assert [p.kind for p in compare([text], [empty]).pairs] == [PairKind.REMOVED]
    assert compare([empty], [empty]).pairs == ()
    assert compare([], [text]).counts["added"] == 1


def test_scores_keep_their_parts() -> None:
    alignment = run(law(*numbered(FISHING, BOATS)), law(*numbered(FISHING, BOATS + " and in fog")))
    pair = said(alignment, left="lantern")
    assert 0.5 < pair.parts["words"] < 1
    assert pair.parts["number"] == pair.parts["place"] == 1
    assert pair.parts["words"] < pair.score < 1


def test_the_answer_does_not_hang_on_the_order_of_sets() -> None:
    program = (
        "from tests.support.small_laws import law, section\nfrom palermo.alignment.compare.compare import compare\n"
        f"words = {[FISHING, BOATS, NETS, FINE, DOGS, BEES]!r}\n"
        "a = law(*(section(str(k), w) for k, w in enumerate(words)))\n"
        "b = law(*(section(str(k), w + ' ' + words[k - 3]) for k, w in enumerate(words[::-1])))\n"
        "print(compare([a], [b]).pairs)"
    )
    path = os.pathsep.join(sys.path)
    printed = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1


def test_notes_answer_notes() -> None:
    note = Rule("", f"Note: {BOATS}", level="remark")
    alignment = run(law(section("1", FISHING), note), law(section("1", FISHING), section("2", BOATS)))
    assert said(alignment, left="Note").kind is PairKind.REMOVED


def test_versions_are_kept_as_given() -> None:
    left, right = law(section("1", FISHING)), replace(law(section("1", FISHING)), title="Other")
    alignment = compare([left], [right])
    assert alignment.left == (left,)
    assert alignment.right == (right,)
