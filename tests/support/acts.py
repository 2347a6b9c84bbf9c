"""Acts made for tests of what writes them: trees with every kind of provision, laid out as files lay them out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from hypothesis import strategies as st

from palermo.corpus.model.refs import InstrumentId, VersionRef
from palermo.corpus.model.text_model import Basis, Interval, Provision, Source, Span, Version

LEVELS = (
    "part", "chapter", "article", "section", "subsection", "paragraph", "point", "alinea", "rule", "level",
    "regulation", "schedule", "annex", "attachment", "definition", "item", "crossHeading", "hcontainer", "note",
    "remark", "authorialNote", "recital", "preamble", "toc", "statement",
)  # fmt: skip


@dataclass(frozen=True)
class Unit:
    """A provision to be. `words` stand before its parts, `between` after each but the last, `flush` after them."""

    level: str
    num: str = ""
    named: str = "{}."
    heading: str = ""
    heading_first: bool = False
    words: str = "words"
    parts: tuple[Unit, ...] = ()
    between: str = ""
    flush: str = ""
    quoted: bool = False
    cite: str = ""


@dataclass
class Press:
    line: str = "\n"
    out: list[str] = field(default_factory=list)
    at: int = 0
    count: int = 0

    def put(self, text: str) -> Span:
        start = self.at
        self.out.append(text)
        self.at += len(text)
        return Span(start, self.at)

    def words(self, text: str) -> None:
        if text:
            self.put(text + self.line)

    def unit(self, unit: Unit, above: str) -> Provision:
        self.count += 1
        eid = f"{above}__{unit.level}_{self.count}".removeprefix("__")
        start, num, heading = self.at, None, None
        for name in ("heading", "num") if unit.heading_first else ("num", "heading"):
            if name == "num" and unit.num:
                before, after = unit.named.split("{}")
                self.put(before)
                num = self.put(unit.num)
                self.put(after + " ")
            elif name == "heading" and unit.heading:
                heading = self.put(unit.heading)
                self.put(self.line)
        self.words(unit.words)
        parts = []
        for index, part in enumerate(unit.parts):
            parts.append(self.unit(part, eid))
            self.words(unit.between if index + 1 < len(unit.parts) else unit.flush)
        cite = ("|" if unit.quoted else "") + unit.cite
        title = " ".join(unit.heading.split()).rstrip(" .")
        return Provision(eid, unit.level, unit.num, cite, title, Span(start, self.at), tuple(parts), num, heading)


def act(
    *units: Unit, line: str = "\n", opening: str = "", in_force: Interval | None = None, title: str = ""
) -> Version:
    """The units as a text, `opening` before them."""
    press = Press(line)
    press.words(opening)
    children = tuple(press.unit(unit, "") for unit in units)
    text = "".join(press.out)
    root = Provision("", "act", "", "", "", Span(0, len(text)), children)
    ref = VersionRef(InstrumentId("xt", "act", ("2003-06-12", "63")), "en", in_force.start if in_force else None)
    return Version(ref, title, in_force, text, root, Source("folder/law.txt", "0" * 64))


def legal(text: str) -> str:
    """What XML cannot hold as U+FFFD."""
    return re.sub("[\x00-\x08\x0e-\x1f\ufffe\uffff]", "\ufffd", text)


def visible(version: Version) -> str:
    """All of the version's text that is not markup, without white space, as XML holds it."""
    out, (at, stop) = [], version.root.span
    for start, end in version.marks:
        out.append(version.text[at : min(start, stop)])
        at = max(at, end)
    return legal("".join("".join([*out, version.text[at:stop]]).split()))


def outline(version: Version) -> list[tuple[str, ...]]:
    """Every provision's id, level, number, citation and heading, as XML holds them."""
    return [tuple(map(legal, (p.id, p.level, p.num, p.cite, p.heading))) for p in version.root.walk()]


_WORDS = [
    "ship", "harbour", "the\tmaster", "<b>&amp;", "]]>", "“sail”", "ключ", "\u202eשלום\u202c", "\u00a0x", "a\u0007b",
    "\ufffe", "5.", "(a)", "—", "e\u0301", "𝔸",
]  # fmt: skip
words = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=5).map(" ".join)
_maybe = st.one_of(st.just(""), words)
_nums = st.sampled_from(["", "1", "2", "5a", "IV", "б", "12-1"])
_named = st.sampled_from(["{}.", "({})", "Article {}", "{} straipsnis.", "§ {}", "{}"])
_cites = st.sampled_from(["", "1", "5(2)", "sch1/3"])


def _units(parts: st.SearchStrategy[Unit]) -> st.SearchStrategy[Unit]:
    return st.builds(
        Unit, st.sampled_from(LEVELS), _nums, _named, _maybe, st.booleans(), words,
        st.lists(parts, max_size=3).map(tuple), _maybe, _maybe, st.booleans(), _cites,
    )  # fmt: skip


_leaves = st.builds(Unit, st.sampled_from(LEVELS), _nums, _named, _maybe, st.booleans(), words, cite=_cites)
_dates = st.sampled_from(["2019-06-01", "2019-06", "2019"])
intervals = st.one_of(st.none(), st.builds(Interval, _dates, basis=st.sampled_from(Basis)))
acts = st.builds(
    lambda units, line, opening, in_force, title: act(
        *units, line=line, opening=opening, in_force=in_force, title=title
    ),
    st.lists(st.recursive(_leaves, _units, max_leaves=8), max_size=5),
    st.sampled_from(["\n", "\n\n", "\r\n"]),
    words,
    intervals,
    st.sampled_from(["", "Harbour Act", "a\u0007b & <c>"]),
)
