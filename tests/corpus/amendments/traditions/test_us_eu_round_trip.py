"""American and European instructions made from random edits read back as what they were made from, and lead to the same
text."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from palermo.corpus.amendments import Status, amend_section
from tests.support.failures.same_text import assert_same_text

NOUNS = ["anchor", "beacon", "cargo", "dock", "ferry", "gull", "harbor", "island", "jetty", "keel", "lamp", "mast"]


@dataclass(frozen=True, slots=True)
class Part:
    """A numbered part: its words, and the items of a list."""

    num: str
    words: str
    items: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Style:
    """How a tradition numbers and how its drafters put it; `lead` for one instruction, `several` for more than one."""

    lang: str
    head: str
    part: str
    colon: str
    parts: str
    items: str
    lead: str
    several: str
    clause: str
    numbers: str
    new: str
    new_item: str
    forms: dict[str, str]


UNITED_STATES = Style(
    lang="en",
    head="SEC. {s}. HARBORS AND LAMPS.",
    part="({n}) ",
    colon="—",
    parts="bcdefg",
    items="1234",
    lead="Section {s} of the Harbors Act of 1931 is amended {op}.",
    several="Section {s} of the Harbors Act of 1931 is amended—",
    clause="({n}) {op}",
    numbers="123456",
    new="{n}",
    new_item="({i}) ",
    forms={
        "replace": "by striking subsection ({n}) and inserting the following: “{p}”",
        "delete": "by striking subsection ({n})",
        "substitute-text": "in subsection ({n}), by striking “{a}” and inserting “{b}”",
        "insert-text": "in subsection ({n}), by inserting “{b}” after “{a}”",
        "replace item": "in subsection ({n}), by striking paragraph ({i}) and inserting the following: “{p}”",
        "delete item": "in subsection ({n}), by striking paragraph ({i})",
    },
)
EUROPEAN_UNION = Style(
    lang="en",
    head="Article {s}\nHarbours and lamps",
    part="{n}. ",
    colon=":",
    parts="234567",
    items="abcd",
    lead="Article {s} of Directive 2031/12/EU is amended as follows: {op}.",
    several="Article {s} of Directive 2031/12/EU is amended as follows:",
    clause="({n}) {op}",
    numbers="123456",
    new="{n}a",
    new_item="({i}) ",
    forms={
        "replace": "paragraph {n} is replaced by the following: ‘{p}’",
        "insert": "the following paragraph is inserted: ‘{p}’",
        "delete": "paragraph {n} is deleted",
        "substitute-text": "in paragraph {n}, the words ‘{a}’ are replaced by the words ‘{b}’",
        "insert-text": "in paragraph {n}, the words ‘{b}’ are inserted after the words ‘{a}’",
        "replace item": "in paragraph {n}, point ({i}) is replaced by the following: ‘{p}’",
        "delete item": "in paragraph {n}, point ({i}) is deleted",
        "insert item": "in paragraph {n}, the following point is inserted: ‘{p}’",
    },
)
FRENCH = replace(
    EUROPEAN_UNION,
    lang="fr",
    head="Article {s}\nPorts et lampes",
    lead="L'article {s} de la directive 2031/12/UE est modifié comme suit: {op}.",
    several="L'article {s} de la directive 2031/12/UE est modifié comme suit:",
    clause="{n}) {op}",
    new="{n} bis",
    new_item="{i}) ",
    forms={
        "replace": "le paragraphe {n} est remplacé par le texte suivant: «{p}»",
        "insert": "le paragraphe suivant est inséré: «{p}»",
        "delete": "le paragraphe {n} est supprimé",
        "substitute-text": "au paragraphe {n}, les mots «{a}» sont remplacés par les mots «{b}»",
        "insert-text": "au paragraphe {n}, les mots «{b}» sont insérés après les mots «{a}»",
        "replace item": "au paragraphe {n}, le point {i}) est remplacé par le texte suivant: «{p}»",
        "delete item": "au paragraphe {n}, le point {i}) est supprimé",
    },
)
STYLES = [UNITED_STATES, EUROPEAN_UNION, FRENCH]


def printed(part: Part, style: Style, sep: str) -> str:
    lines = [style.part.format(n=part.num) + part.words + (style.colon if part.items else ".")]
    for at, (number, words) in enumerate(part.items, 1):
        lines.append(style.new_item.format(i=number) + words + ("." if at == len(part.items) else ";"))
    return sep.join(lines)


def rendered(number: str, parts: list[Part], style: Style, sep: str) -> str:
    head = style.head.format(s=number).replace("\n", sep)
    first = Part("a" if style is UNITED_STATES else "1", "A harbor has a lamp")
    return sep.join([head, *(printed(part, style, sep) for part in [first, *parts])])


@st.composite
def phrases(draw: st.DrawFn) -> str:
    return " ".join(draw(st.lists(st.sampled_from(NOUNS), min_size=3, max_size=6)))


@st.composite
def sections(draw: st.DrawFn, style: Style) -> list[Part]:
    out = []
    for number in style.parts[: draw(st.integers(2, 4))]:
        items = tuple((item, draw(phrases())) for item in style.items[: draw(st.sampled_from([0, 3, 4]))])
        out.append(Part(number, f"The {draw(phrases())} zebra{number}", items))
    return out


@st.composite
def changed(draw: st.DrawFn, part: Part, style: Style, sep: str) -> tuple[str, str, list[Part]]:
    """The operation, the words of an instruction on a part, and what comes in its place."""
    n, zebra, new = part.num, f"zebra{part.num}", draw(phrases())
    kind = draw(st.sampled_from([k for k in style.forms if part.items or not k.endswith(" item")]))
    form, op = style.forms[kind], kind.split()[0]
    if kind == "substitute-text":
        return op, form.format(n=n, a=zebra, b=new), [replace(part, words=part.words.replace(zebra, new))]
    if kind == "insert-text":
        return op, form.format(n=n, a=zebra, b=new), [replace(part, words=f"{part.words} {new}")]
    if kind == "delete":
        return op, form.format(n=n), []
    if kind in ("replace", "insert"):
        one = Part(n if kind == "replace" else style.new.format(n=n), f"No {new}")
        said = form.format(n=n, p=printed(one, style, sep))
        return op, said, [one] if kind == "replace" else [part, one]
    items = list(part.items)
    at = draw(st.integers(0, len(items) - 3))
    number = items[at][0]
    if kind == "delete item":
        return op, form.format(n=n, i=number), [replace(part, items=(*items[:at], *items[at + 1 :]))]
    put = [(number, new)] if kind == "replace item" else [items[at], (f"{number}a", new)]
    words = style.new_item.format(i=put[-1][0]) + new + ";"
    return op, form.format(n=n, i=number, p=words), [replace(part, items=(*items[:at], *put, *items[at + 1 :]))]


@pytest.mark.parametrize("style", STYLES, ids=["us", "eu", "eu-fr"])
@pytest.mark.parametrize("sep", [" ", "\n"], ids=["flat", "lines"])
@settings(max_examples=50)
@given(data=st.data())
def test_random_edits_come_back_and_lead_to_the_same_text(style: Style, sep: str, data: st.DataObject) -> None:
    section = data.draw(sections(style))
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
    if len(said) == 1:
        instruction = style.lead.format(s=number, op=said[0])
    else:
        clauses = [style.clause.format(n=n, op=words) for n, words in zip(style.numbers, said, strict=False)]
        instruction = style.several.format(s=number) + sep + f";{sep}".join(clauses) + "."
    text = rendered(number, section, style, sep)

    amendment = amend_section(text, instruction, style.lang)

    assert [(o.instruction.op.value, o.status, o.reason) for o in amendment.outcomes] == [
        (op, Status.APPLIED, "") for op in ops
    ]
    assert_same_text(amendment.text, rendered(number, after, style, sep))
    rebuilt = text
    for edit in reversed(amendment.edits):
        rebuilt = rebuilt[: edit.base.start] + edit.insert + rebuilt[edit.base.end :]
    assert_same_text(rebuilt, amendment.text)
