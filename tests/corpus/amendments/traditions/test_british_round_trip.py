"""British instructions made from random edits read back as what they were made from, and lead to the same text."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from palermo.corpus.amendments import Status, amend_section
from tests.support.failures.same_text import assert_same_text

NOUNS = ["anchor", "beacon", "cargo", "dock", "ferry", "gull", "harbour", "island", "jetty", "keel", "lamp", "mast"]


@dataclass(frozen=True, slots=True)
class Part:
    """A subsection: its words, and paragraphs of a list; `closing` are words behind the list."""

    num: str
    words: str
    items: tuple[tuple[str, str], ...] = ()
    closing: str = ""


@dataclass(frozen=True, slots=True)
class Style:
    """How a country's drafters put it: `lead` for one instruction on a section, `one` and `last` for one of several."""

    lead: str
    several: str
    replace_part: str
    insert_part: str
    delete_part: str
    replace_item: str
    insert_item: str
    delete_item: str
    words: str
    insert_words: str


BRITAIN = Style(
    lead="In section {s} of the Harbours Act 1931, {op}",
    several="Section {s} of the Harbours Act 1931 is amended as follows.",
    replace_part="for subsection ({n}) substitute— “{p}”",
    insert_part="after subsection ({n}) insert— “{p}”",
    delete_part="omit subsection ({n})",
    replace_item="in subsection ({n}), for paragraph ({i}) substitute— “{p}”",
    insert_item="in subsection ({n}), after paragraph ({i}) insert— “{p}”",
    delete_item="in subsection ({n}), omit paragraph ({i})",
    words="in subsection ({n}), for “{a}” substitute “{b}”",
    insert_words="in subsection ({n}), after “{a}” insert “{b}”",
)
IRELAND = Style(
    lead="Section {s} of the Act of 1931 is amended {op}",
    several="Section {s} of the Act of 1931 is amended—",
    replace_part="by the substitution of the following subsection for subsection ({n}): “{p}”",
    insert_part="by the insertion of the following subsection after subsection ({n}): “{p}”",
    delete_part="by the deletion of subsection ({n})",
    replace_item="in subsection ({n}), by the substitution of the following paragraph for paragraph ({i}): “{p}”",
    insert_item="in subsection ({n}), by the insertion of the following paragraph after paragraph ({i}): “{p}”",
    delete_item="in subsection ({n}), by the deletion of paragraph ({i})",
    words="in subsection ({n}), by the substitution of “{b}” for “{a}”",
    insert_words="in subsection ({n}), by the insertion of “{b}” after “{a}”",
)
MALAYSIA = Style(
    lead="Section {s} of the principal Act is amended {op}",
    several="Section {s} of the principal Act is amended—",
    replace_part="by substituting for subsection ({n}) the following subsection: “{p}”",
    insert_part="by inserting after subsection ({n}) the following subsection: “{p}”",
    delete_part="by deleting subsection ({n})",
    replace_item="in subsection ({n}), by substituting for paragraph ({i}) the following paragraph: “{p}”",
    insert_item="in subsection ({n}), by inserting after paragraph ({i}) the following paragraph: “{p}”",
    delete_item="in subsection ({n}), by deleting paragraph ({i})",
    words="in subsection ({n}), by substituting for the words “{a}” the words “{b}”",
    insert_words="in subsection ({n}), by inserting after the word “{a}” the words “{b}”",
)


def printed(part: Part, sep: str) -> str:
    lines = [f"({part.num}) {part.words}" + ("—" if part.items else ".")]
    for at, (letter, words) in enumerate(part.items):
        behind = len(part.items) - at
        end = ("," if part.closing else ".") if behind == 1 else ", or" if behind == 2 else ","
        lines.append(f"({letter}) {words}{end}")
    return sep.join([*lines, *([f"{part.closing}."] if part.closing else [])])


def rendered(number: str, parts: list[Part], sep: str) -> str:
    first, *rest = [printed(part, sep) for part in parts]
    return sep.join([f"Harbours and lamps\n{number}.—{first}".replace("\n", sep), *rest])


@st.composite
def phrases(draw: st.DrawFn) -> str:
    return " ".join(draw(st.lists(st.sampled_from(NOUNS), min_size=3, max_size=6)))


@st.composite
def sections(draw: st.DrawFn, *, closing: bool) -> list[Part]:
    out = []
    for n in range(1, draw(st.integers(2, 4)) + 1):
        items = tuple((letter, draw(phrases())) for letter in "abcd"[: draw(st.sampled_from([0, 3, 4]))])
        words = f"The {draw(phrases())} zebra{n}"
        tail = draw(st.sampled_from(["", "unless the tide is out"])) if items and closing else ""
        out.append(Part(str(n), words, items, tail))
    return out


@st.composite
def changed(draw: st.DrawFn, part: Part, style: Style, sep: str) -> tuple[str, str, list[Part]]:
    """The operation, the words of an instruction on a subsection, and what comes in its place."""
    n, zebra = part.num, f"zebra{part.num}"
    kinds = ["replace_part", "insert_part", "delete_part", "words", "insert_words"]
    kind = draw(st.sampled_from(kinds + ["replace_item", "insert_item", "delete_item"] * bool(part.items)))
    new = draw(phrases())
    form = getattr(style, kind)
    if kind == "words":
        return (
            "substitute-text",
            form.format(n=n, a=zebra, b=new),
            [replace(part, words=part.words.replace(zebra, new))],
        )
    if kind == "insert_words":
        return "insert-text", form.format(n=n, a=zebra, b=new), [replace(part, words=f"{part.words} {new}")]
    if kind == "delete_part":
        return "delete", form.format(n=n), []
    if kind in ("replace_part", "insert_part"):
        one = Part(n if kind == "replace_part" else f"{n}A", f"No {new}")
        said = form.format(n=n, p=printed(one, sep))
        return kind.split("_")[0], said, [one] if kind == "replace_part" else [part, one]
    items = list(part.items)
    at = draw(st.integers(0, len(items) - 3))
    letter = items[at][0]
    if kind == "delete_item":
        return "delete", form.format(n=n, i=letter), [replace(part, items=(*items[:at], *items[at + 1 :]))]
    number = letter if kind == "replace_item" else f"{letter}a"
    put = [(number, new)] if kind == "replace_item" else [items[at], (number, new)]
    said = form.format(n=n, i=letter, p=f"({number}) {new},")
    return kind.split("_")[0], said, [replace(part, items=(*items[:at], *put, *items[at + 1 :]))]


@pytest.mark.parametrize("style", [BRITAIN, IRELAND, MALAYSIA], ids=["gb", "ie", "my"])
@pytest.mark.parametrize("sep", [" ", "\n"], ids=["flat", "lines"])
@settings(max_examples=60, derandomize=True, deadline=None)
@given(data=st.data())
def test_random_edits_come_back_and_lead_to_the_same_text(style: Style, sep: str, data: st.DataObject) -> None:
    section = data.draw(sections(closing=True))
    number = str(data.draw(st.integers(3, 90)))
    touched = sorted(data.draw(st.sets(st.integers(0, len(section) - 1), min_size=1)))
    after: list[Part] = []
    said, ops = [], []
    for at, part in enumerate(section):
        op, words, new = data.draw(changed(part, style, sep)) if at in touched else ("", "", [part])
        after += new
        if op:
            said.append(words)
            ops.append(op)
    if not after:
        return
    if len(said) == 1:
        instruction = style.lead.format(s=number, op=said[0]) + "."
    elif style is BRITAIN:
        clauses = [f"({n}) {words[0].upper()}{words[1:]}." for n, words in enumerate(said, 2)]
        instruction = sep.join([f"(1) {style.several.format(s=number)}", *clauses])
    else:
        clauses = [f"({letter}) {words}" for letter, words in zip("abcd", said, strict=False)]
        instruction = f"7. {style.several.format(s=number)}{sep}" + f", and{sep}".join(clauses) + "."
    text = rendered(number, section, sep)

    amendment = amend_section(text, instruction, "en")

    assert [(o.instruction.op.value, o.status, o.reason) for o in amendment.outcomes] == [
        (op, Status.APPLIED, "") for op in ops
    ]
    assert amendment.text == (rendered(number, after, sep) if after[0].num == "1" else amendment.text)
    rebuilt = text
    for edit in reversed(amendment.edits):
        rebuilt = rebuilt[: edit.base.start] + edit.insert + rebuilt[edit.base.end :]
    assert_same_text(rebuilt, amendment.text)
