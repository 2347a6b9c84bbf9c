"""References in Canadian instructions: "the portion of subsection 5(1) of the Act before paragraph (a)"."""

from __future__ import annotations

import re
from dataclasses import replace

from palermo.corpus.amendments.model import Part, Step, Target
from palermo.corpus.amendments.traditions.canadian.words import CanadianWords

__all__ = ["CanadianReferences"]

_PATTERNS = (
    "act", "edge", "portion", "definition", "within", "heading", "split", "outside", "and_heading", "edge_first",
    "edge_inside", "first_definition",
)  # fmt: skip
_LADDER = ("section", "subsection", "paragraph", "subparagraph", "clause", "subclause")


_Token = tuple[str, str]  # "n" for a section's bare number, another letter for one in brackets; the number


class CanadianReferences:
    """Reads references with the words of `data`. What is not understood to its last word is None."""

    def __init__(self, data: CanadianWords) -> None:
        self._levels = {word: level for level, words in data.units.items() for word in words}
        self.unit = "|".join(sorted(self._levels, key=len, reverse=True))
        bare = re.sub(r"\(\?P<\w+>", "(?:", data.number)
        joins = "|".join(data.joins)
        item = rf"(?:{bare})+"
        self.ref = rf"(?:{data.articles})?(?:{self.unit})\s?{item}(?:(?:,? (?:{joins}) |, ){item})*"
        self._joins = data.joins
        self._number = re.compile(data.number)
        self._list = re.compile(rf"(?:(?P<join>,? (?:{joins}) |, ))?(?P<item>{item})")
        self._ref = re.compile(rf"(?:{data.articles})?(?P<unit>{self.unit})\s?(?P<list>.+)")
        self._patterns = {name: self.compiled(pattern) for name in _PATTERNS if (pattern := getattr(data, name))}
        self._data = data
        self._versions = data.versions
        self._this = {name.casefold() for name in data.this_act}

    def compiled(self, pattern: str) -> re.Pattern[str]:
        """The pattern with its names for references and quotations filled in."""
        filled = pattern.replace("{REF}", self.ref).replace("{UNIT}", f"(?:{self.unit})").replace("{Q}", QUOTE)
        return re.compile(filled)

    def targets(self, text: str) -> list[Target] | None:
        """Every provision that the words name, in order; None where they are not understood."""
        bare = _tidied(text)
        over = self._patterns["and_heading"].search(bare)
        if over is not None:
            inner = self.targets(bare[: over.start()])
            return None if inner is None else [*inner, replace(inner[0], part=Part.HEADING_BEFORE)]
        parts = [p for p in self._patterns["split"].split(bare) if p]
        out: list[Target] = []
        carried: tuple[str, Target | None] = ("", None)
        for part in reversed(parts):
            found = self._one(part, carried)
            if found is None:
                return None
            targets, carried = found
            out = targets + out
        return out

    def opens(self, text: str) -> bool:
        """True if the words begin with a reference to a provision."""
        return re.match(self.ref, text[:1].lower() + text[1:]) is not None

    def act(self, text: str) -> str:
        """The act that words are about of which no more may be understood; "" for "the Act" and where none is named."""
        match = self._patterns["act"].search(_tidied(text))
        return "" if match is None or match["act"].casefold() in self._this else match["act"].removeprefix("the ")

    def _one(
        self, text: str, carried: tuple[str, Target | None]
    ) -> tuple[list[Target], tuple[str, Target | None]] | None:
        side = edge = None
        if self._patterns["outside"].fullmatch(text[:1].lower() + text[1:]):
            return [Target((Step("outside", text),))], carried
        heading = self._patterns["heading"].match(text[:1].lower() + text[1:])
        if heading is None and (match := self._patterns["edge"].search(text)):
            side, edge, text = match["side"], match["edge"], text[: match.start()]
        act, lang = carried[0], None
        if match := self._patterns["act"].search(text):
            act, text = match["act"], text[: match.start()]
            lang = self._versions.get(match["lang"])
        act_name = "" if act.casefold() in self._this else act.removeprefix("the ")
        found = self._bare(text.strip(" ,"), carried[1])
        if found is None:
            return None
        targets = [replace(t, act=act_name, lang=lang) for t in found]
        if side is None and any(t.part is Part.OPENING for t in targets):
            return None  # before or after what?
        if side is not None:
            edged = self._edge(targets, self._data.sides[side], edge or "")
            if edged is None:
                return None
            targets = edged
        inside = targets[-1]
        home = Target(tuple(s for s in inside.steps if s.level in _LADDER[:2]), act=act_name, lang=lang)
        return targets, (act, home)

    def _edge(self, targets: list[Target], side: str, edge: str) -> list[Target] | None:
        first = self._patterns["first_definition"].fullmatch(edge)
        steps = (Step("definition", ""),) if first else self.relative(edge)
        if len(targets) != 1 or targets[0].part is not Part.OPENING or steps is None:
            return None
        part = Part.BEFORE if side == "before" else Part.AFTER
        return [replace(targets[0], part=part, edge=steps[-1])]

    def _bare(self, text: str, home: Target | None) -> list[Target] | None:
        lower = text[:1].lower() + text[1:]
        forms = {
            "edge_inside": self._edge_inside,
            "edge_first": self._edge_first,
            "portion": self._portion,
            "within": self._within,
            "definition": self._definition,
            "heading": self._heading,
        }
        for name, read in forms.items():
            pattern = self._patterns.get(name)
            match = pattern.fullmatch(lower) if pattern else None
            if match:
                return read(match, home)
        return self._items(lower)

    def _edge_inside(self, match: re.Match[str], home: Target | None) -> list[Target] | None:
        around = self._home(match["rest"], home)
        if around is None:
            return None
        term = Step("definition", _unquoted(match["terms"]))
        opening = [replace(around, steps=(*around.steps, term), part=Part.OPENING)]
        return self._edge(opening, self._data.sides[match["side"]], match["edge"])

    def _edge_first(self, match: re.Match[str], home: Target | None) -> list[Target] | None:
        opening = self._portion(match, home)
        return None if opening is None else self._edge(opening, self._data.sides[match["side"]], match["edge"])

    def _portion(self, match: re.Match[str], home: Target | None) -> list[Target] | None:
        inner = self._bare(match["rest"], home)
        return None if inner is None else [replace(t, part=Part.OPENING) for t in inner]

    def _within(self, match: re.Match[str], home: Target | None) -> list[Target] | None:
        """Units of a definition."""
        heads = self._items(match["head"])
        if heads is None:
            return None
        term = Step("definition", _unquoted(match["terms"]))
        if match["rest"] is None and heads[0].steps[0].level == "section":
            return [replace(h, steps=(*h.steps[:-1], term, h.steps[-1])) for h in heads]
        around = self._home(match["rest"], home)
        if around is None:
            return None
        return [replace(around, steps=(*around.steps, term, *h.steps), through=h.through) for h in heads]

    def _definition(self, match: re.Match[str], home: Target | None) -> list[Target] | None:
        around = self._home(match["rest"], home)
        if around is None:
            return None
        terms = [match["terms"]]
        if match["plural"] in self._data.plural_definitions:
            terms = [t for t in self._data.terms.split(match["terms"]) if t]
        return [replace(around, steps=(*around.steps, Step("definition", _unquoted(t)))) for t in terms]

    def _heading(self, match: re.Match[str], _home: Target | None) -> list[Target] | None:
        inner = self._items(match["rest"])
        return None if inner is None else [replace(t, part=Part.HEADING_BEFORE) for t in inner]

    def _home(self, rest: str | None, home: Target | None) -> Target | None:
        if rest is None:
            return home
        inner = self._items(rest)
        return inner[0] if inner and len(inner) == 1 else None

    def listed(self, text: str) -> list[Target] | None:
        """The units of one reference, each from where it begins: "paragraphs (a) and (b)"."""
        return self._items(_tidied(text))

    def relative(self, text: str) -> tuple[Step, ...] | None:
        """The steps of a reference that begins inside a provision: "paragraph (a)", "subparagraph (b)(ii)"."""
        items = self._items(_tidied(text))
        return items[0].steps if items and len(items) == 1 and not items[0].through else None

    def _items(self, text: str) -> list[Target] | None:
        """`unit numbers`: one target a number, one a range."""
        match = self._ref.fullmatch(text)
        if match is None:
            return None
        level = self._levels[match["unit"]]
        out: list[Target] = []
        path: tuple[_Token, ...] = ()
        at = 0
        while at < len(match["list"]):
            item = self._list.match(match["list"], at)
            if item is None or (at > 0) != (item["join"] is not None):
                return None
            at = item.end()
            tokens = tuple((m.lastgroup or "", m[m.lastgroup or 0]) for m in self._number.finditer(item["item"]))
            path = tokens if tokens[0][0] == "n" or not path else (*path[: len(path) - len(tokens)], *tokens)
            if out and self._joins.get((item["join"] or "").strip(" ,")) == "to":
                out[-1] = replace(out[-1], through=path[-1][1])
                continue
            steps = _steps(path, level)
            if steps is None:
                return None
            out.append(Target(steps))
        return out


def _steps(path: tuple[_Token, ...], level: str) -> tuple[Step, ...] | None:
    """The levels of a path of numbers of which the last is of `level`; None where they do not fit."""
    rung = _LADDER.index(level)
    steps: list[Step] = []
    for kind, number in reversed(path):
        if kind == "n":
            rung = 0
        if rung < 0 or (rung == 0 and kind != "n"):
            return None
        steps.append(Step(_LADDER[rung], number))
        rung -= 1
    return tuple(reversed(steps))


def _unquoted(term: str) -> str:
    return term.strip(' “”"«»\u00a0')


def _tidied(text: str) -> str:
    """Without the blanks that italics leave inside and before brackets."""
    text = re.sub(r"(?<![\w(])([a-z]{1,2}(?:\.\d+)*)\s+\)", r"\1)", text)
    text = re.sub(r"(?<=[\d)])\s+(?=[a-z]{1,2}(?:\.\d+)*\))", "", text)
    text = re.sub(r"\(\s+([\w.]+)\s+\)|\(([\w.]+)\s+\)|\(\s+([\w.]+)\)", lambda m: f"({m[1] or m[2] or m[3]})", text)
    return re.sub(r"\s+", " ", re.sub(r"(?<=\d)\s+(?=\([\w.]+\)(?:\(|\W|$))", "", text)).strip()


QUOTE = r"[“\"«]\s?[^“”\"«»]*\s?[”\"»]"
