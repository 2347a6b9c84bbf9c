"""Laws of the structure, on invented laws of any size and on any text at all."""

from __future__ import annotations

import re
from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from palermo.corpus.model.text_model import Provision, Span
from palermo.corpus.structure import Structure, parse
from tests.support.counting import TWICE, steps

WORDS = st.sampled_from(
    [
        "fish",
        "net",
        "boat",
        "lamp",
        "at night",
        "shall",
        "Nobody",
        "a person",
        "section 5(2)",
        "(b)",
        "net; and",
        "Every",
    ]
)
LINES = st.lists(WORDS, min_size=1, max_size=8).map(" ".join)
NUMBERS = st.sampled_from(
    ["(1) ", "(2) ", "(a) ", "(b) ", "(i) ", "1. ", "2. ", "1) ", "а) ", "б) ", "1° ", "I. - ", "- ", "", "", ""]
)
HEADS = st.sampled_from(
    [
        "Section 1. Nets",
        "Section 2. Lamps",
        "Article 3",
        "§ 4 Netze",
        "Статья 5. Сети",
        "PART II",
        "FIRST SCHEDULE",
        "3A. Boats",
    ]
)
BODY = st.lists(st.tuples(NUMBERS, LINES).map("".join) | HEADS | st.just(""), max_size=25).map("\n".join)
LANGUAGES = st.sampled_from(["en", "ru", "uk", "fr", "de", "nl", "es", "kk", "und", "xx"])


def check(text: str, structure: Structure) -> None:
    root = structure.root
    assert root.span == Span(0, len(text))
    ids = [p.id for p in root.walk()]
    assert len(ids) == len(set(ids))
    for p in root.walk():
        at = p.span.start
        for child in p.children:
            assert at <= child.span.start < child.span.end <= p.span.end
            at = child.span.end
        for inner in (p.num_span, p.heading_span):
            if inner is not None and p.level != "note":
                assert p.span.start <= inner.start <= inner.end <= p.span.end
    at = 0
    for start, end in structure.unplaced:
        assert at <= start < end <= len(text)
        at = end


def shape(p: Provision) -> list[tuple[str, str, str]]:
    return [(c.id, c.level, c.cite) for c in p.walk()]


@given(BODY, LANGUAGES)
def test_spans_nest_and_identifiers_are_unique(text: str, lang: str) -> None:
    check(text, parse(text, (), lang))


@given(st.text(max_size=300), LANGUAGES)
def test_any_text_at_all_is_read(text: str, lang: str) -> None:
    check(text, parse(text, (), lang))


@given(BODY, LANGUAGES)
def test_blanks_inside_lines_change_nothing(text: str, lang: str) -> None:
    wider = re.sub(r"(?<=\w) (?=\w)", "  ", text)
    assert shape(parse(text, (), lang).root) == shape(parse(wider, (), lang).root)


@given(BODY, LANGUAGES)
def test_line_ends_and_a_byte_order_mark_change_nothing(text: str, lang: str) -> None:
    assert shape(parse(text, (), lang).root) == shape(parse("\ufeff" + text.replace("\n", "\r\n"), (), lang).root)


@given(BODY, LANGUAGES)
def test_marks_are_not_seen(text: str, lang: str) -> None:
    marked, marks, at = [], [], 0
    for line in text.split("\n"):
        marked.append(f"<p>{line}")
        marks.append(Span(at, at + 3))
        at += len(line) + 4
    found = parse("\n".join(marked), tuple(marks), lang)
    assert shape(found.root) == shape(parse(text, (), lang).root)
    check("\n".join(marked), found)


@given(st.integers(1, 12), st.integers(1, 6), st.integers(1, 9))
def test_a_regular_law_is_read_whole(articles: int, paragraphs: int, points: int) -> None:
    text, wanted = "", []
    for a in range(1, articles + 1):
        text += f"Статья {a}. Сети\n\n"
        wanted.append(f"{a}")
        for p in range(1, paragraphs + 1):
            text += f"{p}. Запрещается:\n"
            wanted.append(f"{a}({p})")
            for n in range(1, points + 1):
                text += f"{n}) ловить ночью;\n"
                wanted.append(f"{a}({p})({n})")
        text += "\n"
    assert [p.cite for p in parse(text, (), "ru").root.walk()][1:] == wanted


def test_a_law_twice_as_long_costs_twice_as_much() -> None:
    def law(size: int) -> str:
        return "".join(
            f"Section {n}. Nets\n\n(1) A person shall not:\n(a) fish at night; or\n(b) use a net.\n"
            f"(2) Section {n}(1) binds all.\n\n"
            for n in range(1, size + 1)
        )

    texts = [law(size) for size in (200, 400)]
    costs = [steps(partial(parse, text, (), "en")) for text in texts]
    assert costs[1] < TWICE * costs[0], costs
