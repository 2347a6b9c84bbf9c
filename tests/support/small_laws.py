"""Small laws made for tests: a tree of clauses becomes a text and its provisions, however the text is laid out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from palermo.alignment.compare.model import Alignment, Pair, WordEdit, WordOp
from palermo.corpus.model.refs import InstrumentId, VersionRef
from palermo.corpus.model.text_model import Provision, Source, Span, Version


@dataclass(frozen=True)
class Rule:
    """A provision to be: `flush` is what follows its children."""

    num: str = ""
    words: str = ""
    parts: tuple[Rule, ...] = ()
    flush: str = ""
    level: str = "paragraph"


@dataclass(frozen=True)
class Layout:
    """How a law is printed: between words, between lines, and the markup around numbers."""

    space: str = " "
    line: str = "\n"
    bold: str = ""
    stop: str = "."


def law(*rules: Rule, layout: Layout = Layout(), lang: str = "en") -> Version:
    """The rules as a text. Level names are given by the rules, ids by their places."""
    out: list[str] = []
    marks: list[Span] = []
    children = tuple(_write(rule, f"n{k}", layout, out, marks) for k, rule in enumerate(rules))
    text = "".join(out)
    root = Provision("", "act", "", "", "", Span(0, len(text)), children)
    ref = VersionRef(InstrumentId("zz", "act", ("1",)), lang)
    return Version(ref, "A law", None, text, root, Source("law.txt", "0" * 64), marks=tuple(marks))


def section(num: str, words: str, *parts: Rule, flush: str = "") -> Rule:
    return Rule(num, words, parts, flush, "section")


def item(num: str, words: str, *parts: Rule, flush: str = "") -> Rule:
    return Rule(num, words, parts, flush, "point")


def _write(rule: Rule, eid: str, layout: Layout, out: list[str], marks: list[Span]) -> Provision:
    def put(text: str) -> Span:
        start = sum(map(len, out))
        out.append(text)
        return Span(start, start + len(text))

    start = put("").start
    num_span = None
    if rule.num:
        for text in (layout.bold, rule.num, layout.bold):
            span = put(text)
            if text == rule.num:
                num_span = span
            elif text:
                marks.append(span)
        put(layout.stop + layout.space)
    put(layout.space.join(rule.words.split(" ")) + layout.line)
    children = tuple(_write(part, f"{eid}_{k}", layout, out, marks) for k, part in enumerate(rule.parts))
    if rule.flush:
        put(layout.space.join(rule.flush.split(" ")) + layout.line)
    return Provision(eid, rule.level, rule.num, eid, "", Span(start, put("").end), children, num_span)


_WORDS = ["the", "of", "person", "force", "shall", "five", "years", "ещё", "лицо", "статья", "2", "д'or", '"child"']
_words = st.lists(st.sampled_from(_WORDS), max_size=8).map(" ".join)
_nums = st.sampled_from(["", "1", "2", "3", "а", "12-1"])


def _rules(parts: st.SearchStrategy[Rule]) -> st.SearchStrategy[Rule]:
    levels = st.sampled_from(["section", "paragraph", "point", "remark", "chapter"])
    return st.builds(Rule, _nums, _words, st.lists(parts, max_size=3).map(tuple), _words, levels)


trees = st.lists(st.recursive(st.builds(Rule, _nums, _words), _rules, max_leaves=8), max_size=4)
layouts = st.builds(
    Layout,
    st.sampled_from([" ", "  ", "\t", "\u00a0"]),
    st.sampled_from(["\n", "\n\n", "\r\n"]),
    st.sampled_from(["", "**"]),
)


def own_text(version: Version, provisions: tuple[Provision, ...]) -> str:
    return "".join(version.text[s:e] for p in provisions for s, e in p.own_spans())


def texts(pair: Pair, alignment: Alignment) -> tuple[str, str]:
    """The texts that the spans of the pair's edits count in."""
    left = "" if pair.left_source is None else alignment.left[pair.left_source].text
    right = "" if pair.right_source is None else alignment.right[pair.right_source].text
    return left, right


def check(alignment: Alignment) -> None:
    """What holds of every alignment: its edits rebuild, each character has its pair, no word is cut."""
    for pair in alignment.pairs:
        left, right = texts(pair, alignment)
        before = after = ""
        for edit in pair.edits:
            gone, come = left[slice(*edit.left)], right[slice(*edit.right)]
            assert gone or come
            if edit.op is WordOp.EQUAL:
                assert gone == come
                assert edit.divergence is None
            else:
                assert (come if edit.op is WordOp.DELETE else gone) == ""
                _check_cut(
                    left if edit.op is WordOp.DELETE else right, edit.left if edit.op is WordOp.DELETE else edit.right
                )
            before, after = before + gone, after + come
        assert before == ("" if pair.left_source is None else own_text(alignment.left[pair.left_source], pair.left))
        assert after == ("" if pair.right_source is None else own_text(alignment.right[pair.right_source], pair.right))
    _check_partition(alignment.left, [(p.left_source, p.left) for p in alignment.pairs])
    _check_partition(alignment.right, [(p.right_source, p.right) for p in alignment.pairs])


def _check_cut(text: str, span: Span) -> None:
    for at in span:
        assert not (0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()), text[at - 9 : at + 9]


def _check_partition(versions: tuple[Version, ...], parts: list[tuple[int | None, tuple[Provision, ...]]]) -> None:
    seen = [[0] * len(version.text) for version in versions]
    for source, provisions in parts:
        for provision in provisions:
            assert source is not None
            for start, end in provision.own_spans():
                for at in range(start, end):
                    seen[source][at] += 1
    for version, times in zip(versions, seen, strict=True):
        assert all(n == 1 for char, n in zip(version.text, times, strict=True) if not char.isspace())


def touched(edits: Sequence[WordEdit]) -> list[tuple[object, ...]]:
    """The edits without the place where they are empty, which is a matter of order among neighbours."""
    return [
        (e.op, None if e.op is WordOp.INSERT else e.left, None if e.op is WordOp.DELETE else e.right, e.divergence)
        for e in edits
    ]
