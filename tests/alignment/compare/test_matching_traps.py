"""Traps for the matching: the same number, heading or formula on other law, and law that went elsewhere."""

from __future__ import annotations

from palermo.alignment.compare.compare import compare
from palermo.alignment.compare.model import Alignment, Pair, PairKind
from tests.support.small_laws import Rule, check, item, law, section

_SUBJECTS = ("baker", "miller", "cooper", "tanner", "weaver", "potter", "farrier", "glazier")
_GOODS = ("bread", "flour", "barrels", "leather", "linen", "bowls", "horseshoes", "windows")
_PENALTY = "An offence under this section is punished with a fine of up to ninety days' pay or with arrest"


def guild(k: int) -> Rule:
    """A section with its own duties, and the penalties clause that every section has."""
    subject, goods = _SUBJECTS[k], _GOODS[k]
    return section(
        str(k + 1),
        f"The {subject} who sells {goods} on market day",
        item("1", f"keeps a ledger of all {goods} that the {subject} sold in the year"),
        item("2", _PENALTY),
    )


def guilds(*numbers: int) -> list[Rule]:
    return [guild(k) for k in numbers]


def run(old: list[Rule], new: list[Rule]) -> Alignment:
    alignment = compare([law(*old)], [law(*new)])
    check(alignment)
    return alignment


def of(alignment: Alignment, *, left: str = "", right: str = "") -> Pair:
    """The pair of the provision with this id on the left or on the right."""
    return next(
        p for p in alignment.pairs if (left and left in {q.id for q in p.left}) or right in {q.id for q in p.right}
    )


def answers(alignment: Alignment) -> dict[str, str]:
    return {p.left[0].id: p.right[0].id for p in alignment.pairs if p.left and p.right}


def test_a_formula_that_every_section_has_stays_with_its_own() -> None:
    alignment = run(guilds(0, 1, 2, 3, 4, 5), guilds(0, 1, 3, 4, 5))
    found = answers(alignment)
    assert found["n3_1"] == "n2_1"
    assert found["n5_1"] == "n4_1"
    assert {p.left[0].id for p in alignment.pairs if p.kind is PairKind.REMOVED} == {"n2", "n2_0", "n2_1"}
    assert alignment.counts["moved"] == 0


def test_a_formula_of_a_removed_section_does_not_go_on_in_a_new_one() -> None:
    alignment = run(guilds(0, 1, 2, 3, 4), guilds(0, 2, 3, 4, 6))
    assert of(alignment, left="n1_1").kind is PairKind.REMOVED
    assert of(alignment, right="n4_1").kind is PairKind.ADDED
    assert alignment.counts["moved"] == 0


def test_formulas_move_with_their_section() -> None:
    alignment = run(guilds(0, 1, 2, 3, 4, 5), guilds(1, 2, 3, 4, 5, 0))
    assert answers(alignment)["n0_1"] == "n5_1"
    assert [p.left[0].id for p in alignment.pairs if p.moved] == ["n0"]


def test_the_same_number_is_no_proof() -> None:
    """A new section takes the number of the next, and so on to the end."""
    new = [guild(0), guild(6), *guilds(1, 2, 3)]
    alignment = run(guilds(0, 1, 2, 3), [Rule(str(k), r.words, r.parts, "", "section") for k, r in enumerate(new, 1)])
    assert answers(alignment)["n1"] == "n2"
    assert of(alignment, right="n1").kind is PairKind.ADDED
    assert (alignment.counts["renumbered"], alignment.counts["moved"]) == (3, 0)


def test_the_same_heading_is_no_proof() -> None:
    def headed(number: str, duty: str) -> Rule:
        return section(number, "Duties", item("1", duty))

    duties = [guild(k).parts[0].words for k in range(4)]
    old = [headed("1", duties[0]), headed("2", duties[1]), headed("3", duties[2])]
    new = [headed("1", duties[3]), headed("2", duties[0]), headed("3", duties[1]), headed("4", duties[2])]
    found = answers(run(old, new))
    assert (found["n0_0"], found["n1_0"], found["n2_0"]) == ("n1_0", "n2_0", "n3_0")


def test_other_law_under_the_same_number_and_heading_is_not_the_same_law() -> None:
    alignment = run(
        [section("1", "Penalties", item("1", guild(0).parts[0].words))],
        [section("1", "Penalties", item("1", "Nobody may tie a boat to the bridge at night"))],
    )
    assert of(alignment, left="n0_0").kind is PairKind.REMOVED
    assert of(alignment, right="n0_0").kind is PairKind.ADDED


def test_an_article_cut_in_two_keeps_its_paragraphs() -> None:
    """Where a section is divided, even the formulas in its second half are found under the new number."""
    duties = [guild(k).parts[0].words for k in range(6)]
    whole = section("2", "The guilds", *(item(str(k), d) for k, d in enumerate([*duties, _PENALTY], 1)))
    halves = [
        section("2", "The guilds", *(item(str(k), d) for k, d in enumerate(duties[:3], 1))),
        section("2a", "More guilds", *(item(str(k), d) for k, d in enumerate([*duties[3:], _PENALTY], 1))),
    ]
    found = answers(run([guild(6), whole, guild(7)], [guild(6), *halves, guild(7)]))
    assert [found[f"n1_{k}"] for k in range(7)] == ["n1_0", "n1_1", "n1_2", "n2_0", "n2_1", "n2_2", "n2_3"]


def test_an_item_that_went_from_one_list_to_another_has_moved() -> None:
    """Its words are like those of many, but nothing else went and nothing else came."""
    old, new = guilds(0, 1, 2, 3, 4), guilds(0, 1, 2, 3, 4)
    new[1] = Rule("2", new[1].words, new[1].parts[:1], "", "section")
    duty = "makes good whatever harm was done by the wares that were sold"
    old[4] = Rule("5", old[4].words, (*old[4].parts, item("3", duty)), "", "section")
    new[0] = Rule("1", new[0].words, (*new[0].parts, item("3", duty)), "", "section")
    alignment = run(old, new)
    assert of(alignment, left="n1_1").kind is PairKind.REMOVED
    assert of(alignment, left="n4_2").moved
    assert answers(alignment)["n4_2"] == "n0_2"


def test_a_container_that_is_called_a_section_is_no_basic_unit() -> None:
    """Articles find each other from one such section to another."""

    def part(number: str, *some: int) -> Rule:
        return section(
            number, f"Of {_GOODS[some[0]]}", *(Rule(r.num, r.words, r.parts, "", "article") for r in guilds(*some))
        )

    alignment = run([part("I", 0, 1, 2), part("II", 3, 4, 5)], [part("I", 0, 1), part("II", 3, 2, 4, 5)])
    assert [p.left[0].num for p in alignment.pairs if p.moved] == ["3"]
    assert alignment.counts["removed"] == alignment.counts["added"] == 0


def test_nothing_is_split_or_merged_without_its_words() -> None:
    alignment = run(guilds(0, 1, 2), guilds(0, 5, 1, 6, 2))
    assert (alignment.counts["split"], alignment.counts["merged"]) == (0, 0)
