"""An invented act on harbours, edited at random: the edits as Canadian instructions, and the text that they lead to.

A section is a heading, a number and subsections; a subsection is a heading and a text with or without items.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from hypothesis import strategies as st

__all__ = ["ENGLISH", "FRENCH", "Change", "Section", "Style", "changes", "sections"]

WORDS = {
    "en": ["anchor", "beacon", "cargo", "dock", "ferry", "gull", "harbour", "island", "jetty", "keel", "lamp", "mast"],
    "fr": [
        "ancre",
        "balise",
        "cargaison",
        "dock",
        "ferry",
        "goéland",
        "havre",
        "île",
        "jetée",
        "quille",
        "lampe",
        "mât",
    ],
}


@dataclass(frozen=True, slots=True)
class Subsection:
    """`items` are (number, text without the sign behind it)."""

    num: str
    heading: str
    text: str
    items: tuple[tuple[str, str], ...] = ()
    repealed: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    num: str
    heading: str
    subsections: tuple[Subsection, ...]


@dataclass(frozen=True, slots=True)
class Style:
    """How a language of the tradition writes numbers and instructions."""

    lang: str
    item: str
    conjunction: str
    citation: str
    mark: str
    replace_subsection: str
    replace_item: str
    insert_subsection: str
    insert_item: str
    repeal_subsection: str
    repeal_item: str
    words: str


ENGLISH = Style(
    lang="en",
    item="({})",
    conjunction=" and",
    citation="2031, c. 7, s. 4",
    mark="[Repealed, 2031, c. 7, s. 4]",
    replace_subsection="Subsection {s}({n}) of the Harbour Act is replaced by the following:",
    replace_item="Paragraph {s}({n})({i}) of the Harbour Act is replaced by the following:",
    insert_subsection="Section {s} of the Harbour Act is amended by adding the following after subsection ({n}):",
    insert_item="Subsection {s}({n}) of the Harbour Act is amended by adding the following after paragraph ({i}):",
    repeal_subsection="Subsection {s}({n}) of the Harbour Act is repealed.",
    repeal_item="Paragraph {s}({n})({i}) of the Harbour Act is repealed.",
    words="Subsection {s}({n}) of the Harbour Act is amended by replacing “{a}” with “{b}”.",
)
FRENCH = Style(
    lang="fr",
    item="{})",
    conjunction="",
    citation="2031, c. 7, s. 4",
    mark="[Abrogé, 2031, ch. 7, art. 4]",
    replace_subsection="Le paragraphe {s}({n}) de la Loi sur les havres est remplacé par ce qui suit :",
    replace_item="L’alinéa {s}({n}){i}) de la Loi sur les havres est remplacé par ce qui suit :",
    insert_subsection="L’article {s} de la Loi sur les havres est modifié par adjonction, après le paragraphe ({n}), "
    "de ce qui suit :",
    insert_item="Le paragraphe {s}({n}) de la Loi sur les havres est modifié par adjonction, après l’alinéa {i}), "
    "de ce qui suit :",
    repeal_subsection="Le paragraphe {s}({n}) de la Loi sur les havres est abrogé.",
    repeal_item="L’alinéa {s}({n}){i}) de la Loi sur les havres est abrogé.",
    words="Le paragraphe {s}({n}) de la Loi sur les havres est modifié par remplacement de « {a} » par « {b} ».",
)


@dataclass(frozen=True, slots=True)
class Change:
    """An edit of the section and the instruction that says it: operation, citation of its target, and its words."""

    op: str
    cite: str
    words: str
    payload: str
    edit: _Edit


def render(section: Section, style: Style, sep: str) -> str:
    """The section as text; `sep` stands between its provisions: a space, or a line break."""
    out = [section.heading, section.num]
    for at, subsection in enumerate(section.subsections):
        text = subsection_text(subsection, style, sep)
        out = [*out[:-1], f"{out[-1]} {text}"] if at == 0 else [*out, text]
    return sep.join(out)


def subsection_text(subsection: Subsection, style: Style, sep: str) -> str:
    if subsection.repealed:
        return f"({subsection.num}) {style.mark}"
    head = [subsection.heading] if subsection.heading else []
    items = list(subsection.items)
    colon = " :" if style.lang == "fr" else ":"
    lines = [f"({subsection.num}) {subsection.text}{colon if items else '.'}"]
    for at, (num, text) in enumerate(items):
        lines.append(item_text(num, text, style, "." if at + 1 == len(items) else sign(items, at, style)))
    return sep.join([*head, *lines])


def sign(items: list[tuple[str, str]], at: int, style: Style) -> str:
    return ";" + style.conjunction if at + 2 == len(items) else ";"


def item_text(num: str, text: str, style: Style, end: str) -> str:
    label = style.item.format(num)
    return f"{label} {style.mark}" if text == "" else f"{label} {text}{end}"


def sentences(lang: str) -> st.SearchStrategy[str]:
    words = st.lists(st.sampled_from(WORDS[lang]), min_size=3, max_size=7)
    return words.map(lambda found: " ".join(found).capitalize())


@st.composite
def sections(draw: st.DrawFn, lang: str) -> Section:
    subsections = []
    for n in range(1, draw(st.integers(2, 4)) + 1):
        count = draw(st.sampled_from([0, 0, 3, 4]))
        items = tuple((letter, draw(sentences(lang)).lower()) for letter in "abcd"[:count])
        heading = draw(sentences(lang)) if n > 1 else ""
        subsections.append(Subsection(str(n), heading, draw(sentences(lang)), items))
    return Section(str(draw(st.integers(2, 90))), draw(sentences(lang)), tuple(subsections))


@st.composite
def changes(draw: st.DrawFn, section: Section, style: Style, sep: str) -> list[Change]:
    """Up to one change a subsection, in order: no two that could not both be in force."""
    made = []
    for subsection in section.subsections:
        kinds = ["none", "replace", "insert", "words"] + (["repeal"] if subsection.num != "1" else [])
        kinds += ["replace item", "insert item", "repeal item"] if subsection.items else []
        kind = draw(st.sampled_from(kinds))
        if kind != "none":
            made.append(_change(draw, kind, section, subsection, style, sep))
    return made


def _change(draw: st.DrawFn, kind: str, section: Section, subsection: Subsection, style: Style, sep: str) -> Change:
    s, n = section.num, subsection.num
    cite = f"{s}({n})"
    if kind == "replace":
        new = replace(subsection, text=draw(sentences(style.lang)), items=())
        payload = subsection_text(new, style, sep)
        if n == "1":
            payload = sep.join([section.heading, f"{s} {payload}"])
        return Change("replace", cite, style.replace_subsection.format(s=s, n=n), payload, _put(n, new))
    if kind == "insert":
        new = Subsection(f"{n}.1", draw(sentences(style.lang)), draw(sentences(style.lang)))
        words = style.insert_subsection.format(s=s, n=n)
        return Change("insert", s, words, subsection_text(new, style, sep), _behind(n, new))
    if kind == "repeal":
        gone = replace(subsection, repealed=True)
        return Change("repeal", cite, style.repeal_subsection.format(s=s, n=n), "", _put(n, gone))
    if kind == "words":
        marked = replace(subsection, text=subsection.text + " zebra")
        out, into = "zebra", draw(st.sampled_from(WORDS[style.lang]))
        words = style.words.format(s=s, n=n, a=out, b=into)
        changed = replace(subsection, text=f"{subsection.text} {into}")
        return Change("substitute-text", cite, words, into, _put(n, changed, before=marked))
    return _item_change(draw, kind, section, subsection, style)


def _item_change(draw: st.DrawFn, kind: str, section: Section, subsection: Subsection, style: Style) -> Change:
    s, n, items = section.num, subsection.num, list(subsection.items)
    at = draw(st.integers(0, len(items) - 2))
    letter = items[at][0]
    text = draw(sentences(style.lang)).lower()
    here = style.item.format(letter) if style.lang == "en" else f"({letter})"
    cite = f"{s}({n}){here}"
    if kind == "replace item":
        new = [*items[:at], (letter, text), *items[at + 1 :]]
        payload = item_text(letter, text, style, sign(new, at, style))
        words = style.replace_item.format(s=s, n=n, i=letter)
        return Change("replace", cite, words, payload, _put(n, replace(subsection, items=tuple(new))))
    if kind == "insert item":
        at = draw(st.integers(0, len(items) - 3))
        letter = items[at][0]
        new = [*items[: at + 1], (f"{letter}.1", text), *items[at + 1 :]]
        payload = item_text(f"{letter}.1", text, style, ";")
        words = style.insert_item.format(s=s, n=n, i=letter)
        return Change("insert", f"{s}({n})", words, payload, _put(n, replace(subsection, items=tuple(new))))
    at = draw(st.integers(0, len(items) - 3))
    letter = items[at][0]
    new = [*items[:at], (letter, ""), *items[at + 1 :]]
    cite = f"{s}({n})({letter})"
    words = style.repeal_item.format(s=s, n=n, i=letter)
    return Change("repeal", cite, words, "", _put(n, replace(subsection, items=tuple(new))))


@dataclass(frozen=True, slots=True)
class _Edit:
    """Puts a subsection in another's place, or behind it; `before` is what must stand there first."""

    num: str
    new: Subsection
    behind: bool = False
    before: Subsection | None = None

    def __call__(self, section: Section) -> Section:
        out: list[Subsection] = []
        for old in section.subsections:
            if old.num != self.num:
                out.append(old)
            else:
                out += [old, self.new] if self.behind else [self.new]
        return replace(section, subsections=tuple(out))

    def prepared(self, section: Section) -> Section:
        if self.before is None:
            return section
        return _Edit(self.num, self.before)(section)


def _put(num: str, new: Subsection, before: Subsection | None = None) -> _Edit:
    return _Edit(num, new, before=before)


def _behind(num: str, new: Subsection) -> _Edit:
    return _Edit(num, new, behind=True)
