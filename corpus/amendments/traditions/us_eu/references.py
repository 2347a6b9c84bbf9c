"""References in American and European instructions: "section 5(b)(2)", "Article 4(2), second subparagraph"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from palermo.corpus.amendments.model import Part, Step, Target
from palermo.corpus.amendments.traditions.clausal.reference import QUOTE, ClausalReference
from palermo.corpus.amendments.traditions.us_eu.words import PartsWords
from palermo.corpus.structure.lines.numbers import roman, step

__all__ = ["PartsReferences"]

_FILL = re.compile(r"\{([A-Z]+)\}")
_OF, _INTO, _ALSO = "of", "comma", "also"


@dataclass(frozen=True, slots=True)
class _Atom:
    """A reference of several, by how it is joined to the one before; `codified` is the number that it has in a code,
    `code` that code."""

    join: str
    reference: ClausalReference
    codified: str = ""
    code: str = ""


class PartsReferences:
    """Finds and reads the references of a tradition: see `Referring`.

    `data`: the `ladder` of levels from the outermost in; the words of each level that is numbered (`units`) or counted
    (`counted`), and the `numbers` of the numbered ones; how an `item` of a list of numbers and a `token` of one look;
    the `ordinals`; the `forms` of a reference; and how numbers and references are joined.
    """

    def __init__(self, data: PartsWords) -> None:
        self._ladder = data.ladder
        self._counts = frozenset(data.counted)
        self._numbers = data.numbers
        self._units = [(lv, re.compile(_either(ws))) for lv, ws in data.units.items()]
        self._counted = [(lv, re.compile(_either(ws))) for lv, ws in data.counted.items()]
        self._ordinals = [(re.compile(pattern, re.IGNORECASE), place) for pattern, place in data.ordinals.items()]
        self._token = data.token
        self._through = re.compile(data.through)
        self._split = re.compile(rf",?\s(?P<join>{data.through}|{data.and_})\s|,\s")
        self._codified = data.codified
        self.act = rf"(?<!\w)(?:{data.act})"
        fills = self._fills(data)
        self._forms = [(name, re.compile(_filled(pattern, fills))) for name, pattern in data.forms.items()]
        forms = "|".join(_filled(_bare(pattern), fills) for pattern in data.forms.values())
        the, aside = f"(?:{data.the})?", f"(?:{data.aside}){{0,2}}"
        joins = {_ALSO: data.also, _OF: data.of, _INTO: data.comma}
        self._joins = [(name, re.compile(pattern)) for name, pattern in joins.items()]
        self._atom = re.compile(f"{the}(?P<atom>{forms})(?P<aside>{aside})")
        self._act = re.compile(f"{the}(?P<act>{self.act})(?P<aside>{aside})$")
        atom, act = f"{the}(?:{forms}){aside}", f"{the}{self.act}{aside}"
        joined = "|".join(joins.values())
        self._found = re.compile(rf"(?<![\w(])(?:{atom}(?:(?:{joined}){atom})*(?:(?:{data.of}){act})?|{act})(?!\w)")
        self.references = rf"(?<!\w){fills['PLAIN']}"

    @staticmethod
    def _fills(data: PartsWords) -> dict[str, str]:
        item, join, through = data.item, data.and_, data.through
        ranged = rf"{item}(?:\s(?:{through})\s{item})?"
        ordinal = f"(?:{'|'.join(data.ordinals)})"
        fills = {
            "LIST": rf"{ranged}(?:(?:, {ranged})*,? (?:{join}) {ranged})?",
            "NAMES": f"(?:{'|'.join(_either(words) for words in data.units.values())})",
            "COUNTED": f"(?:{'|'.join(_either(words) for words in data.counted.values())})",
            "ORDINALS": rf"{ordinal}(?:(?:, {ordinal})*,? (?:{join}|{through}) (?:{data.the})?{ordinal})?",
            "Q": QUOTE,
        }
        fills["PLAIN"] = _filled(_bare(data.forms["numbered"]), fills)
        return fills

    def find(self, text: str) -> list[re.Match[str]]:
        """The places where references stand, in order."""
        return list(self._found.finditer(text))

    def read(self, text: str, terms: Sequence[str]) -> ClausalReference | None:
        """The reference that `text` is; `terms` are the words of the quotations in it. None: not understood."""
        atoms: list[_Atom] = []
        at, join, act = 0, "", None
        left = iter(terms)
        while at < len(text):
            named = self._act.match(text, at)
            match = None if named and (not atoms or join == _OF) else self._atom.match(text, at)
            if match is None:
                if named is None:
                    return None
                codified, code = self._code(named["aside"])
                code = next((a.code for a in atoms if a.code), code)
                act = " ".join(named["act"].split()) + (f" ({code})" if code else "")
                atoms = [replace(a, codified=a.codified or codified) for a in atoms]
                break
            one = self._one(match["atom"], left)
            if one is None:
                return None
            atoms.append(_Atom(join, one, *self._code(match["aside"])))
            at = match.end()
            if at < len(text):
                found = next(((n, m) for n, p in self._joins if (m := p.match(text, at))), None)
                if found is None:
                    return None
                join, at = found[0], found[1].end()
        if not atoms:
            return ClausalReference((Target(()),), act)
        if outside := next((a.reference.outside for a in atoms if a.reference.outside), ""):
            return ClausalReference((), act, outside=outside)
        made = self._composed(atoms)
        return None if made is None else replace(made, act=act)

    def below(self, around: Target, inner: Target) -> Target:
        """The target that `inner` is where `around` is spoken of: this one's steps that are not deeper, and its own."""
        steps = around.steps
        if inner.steps:
            inner = replace(inner, steps=(self._deeper(inner.steps[0], steps), *inner.steps[1:]))
            steps = tuple(itertools.takewhile(lambda s: self._stays(s, inner.steps[0]), steps))
        elif inner.part is Part.HEADING and inner.edge is not None:
            level = inner.edge.level
            at = next((n for n, s in enumerate(steps, 1) if s.level == level), len(steps))
            return replace(inner, steps=steps[:at], edge=None, act=around.act, codified=around.codified)
        codified = around.codified if steps else inner.codified or around.codified
        return replace(inner, steps=(*steps, *inner.steps), act=around.act, codified=codified)

    def _deeper(self, first: Step, around: tuple[Step, ...]) -> Step:
        """Point (i) where point (b) is spoken of is none of its neighbours, but the first of its parts."""
        if not around or around[-1].level != first.level or roman(first.num) is None:
            return first
        if step("letter", around[-1].num, first.num) in (0, 1):
            return first
        words = {level: pattern.pattern for level, pattern in self._units}
        below = self._ladder[self._ladder.index(first.level) + 1 :]
        shared = (lv for lv in below if words.get(lv) and set(_parts(words[lv])) & set(_parts(words[first.level])))
        level = next((lv for lv in shared if self._fits(lv, f"({first.num})")), first.level)
        return replace(first, level=level)

    def _stays(self, step: Step, first: Step) -> bool:
        if first.level in self._counts:
            return step.level != first.level and step.level != self._ladder[-1]
        return self._ladder.index(step.level) < self._ladder.index(first.level)

    def _code(self, aside: str | None) -> tuple[str, str]:
        """The number in a code, and the code, of which an aside speaks."""
        match = self._codified.search(aside) if self._codified and aside else None
        return (match["num"], f"{match['title']} U.S.C.") if match else ("", "")

    def _composed(self, atoms: Sequence[_Atom]) -> ClausalReference | None:
        """The provisions that the atoms name: "of" leads outwards, a comma inwards, "and" to further ones."""
        compounds: list[tuple[Target, ...]] = []
        same = ""
        for atom in atoms:
            here = tuple(replace(t, codified=atom.codified) for t in atom.reference.targets)
            if atom.reference.same:
                if same or atom is not atoms[-1] or (compounds and atom.join != _OF):
                    return None
                same = atom.reference.same
                compounds = compounds or [here]
            elif not compounds:
                compounds = [here]
            elif atom.join == _OF:
                compounds = [self._within(c, here, last=c is compounds[-1]) for c in compounds]
            elif atom.join == _INTO and self._leads_in(compounds[-1], here):
                compounds[-1] = tuple(self.below(t, inner) for t in compounds[-1] for inner in here)
            else:
                compounds.append(here)
        out = list(compounds[0])
        for compound in compounds[1:]:
            out += [self.below(out[-1], t) for t in compound]
        return ClausalReference(tuple(out), same=same)

    def _within(self, compound: tuple[Target, ...], outer: tuple[Target, ...], *, last: bool) -> tuple[Target, ...]:
        """The compound inside of `outer`; those named before the last one only if they can lie in there."""
        if not last and not all(self._leads_in(outer, (t,)) for t in compound):
            return compound
        return tuple(self.below(o, t) for o in outer for t in compound)

    def _leads_in(self, outer: tuple[Target, ...], inner: tuple[Target, ...]) -> bool:
        """True if what `inner` names can lie in what `outer` names."""
        if not inner[0].steps or not outer[-1].steps:
            return not inner[0].steps
        return inner[0].steps[0].level in self._counts or self._rank(inner[0].steps[0]) > self._rank(
            outer[-1].steps[-1]
        )

    def _rank(self, step: Step) -> int:
        return self._ladder.index(step.level)

    def _one(self, text: str, terms: Iterator[str]) -> ClausalReference | None:
        for name, pattern in self._forms:
            found = pattern.fullmatch(text)
            if found is None:
                continue
            groups = {group: words or "" for group, words in found.groupdict().items()}
            if name in ("opening", "closing"):
                return self._portion(name, groups.get("side", ""))
            return self._worded(name, groups, text)
        return None

    def _worded(self, name: str, groups: dict[str, str], text: str) -> ClausalReference | None:
        if name == "heading":
            level = self._level(groups.get("of", ""))
            return ClausalReference((Target((), Part.HEADING, edge=Step(level, "") if level else None),))
        if name == "that":
            level = self._level(groups["what"])
            return ClausalReference((Target(()),), same=level) if level else None
        if name == "outside":
            return ClausalReference(outside=text)
        numbered = name == "numbered"
        targets = (
            self._listed(groups["unit"], groups["list"]) if numbered else self._by_place(groups["what"], groups["ord"])
        )
        return ClausalReference(tuple(targets)) if targets else None

    def _level(self, word: str) -> str:
        return next((level for level, words in [*self._units, *self._counted] if words.fullmatch(word)), "")

    def _portion(self, name: str, side: str) -> ClausalReference | None:
        """The words before the parts of a provision, or before or after one of them (`side`)."""
        if not side:
            return ClausalReference((Target((), Part.OPENING),)) if name == "opening" else None
        edge = self._one(side, iter(()))
        if edge is None or len(edge.targets) != 1 or not edge.targets[0].steps or edge.targets[0].through:
            return None
        steps = edge.targets[0].steps
        part = Part.BEFORE if name == "opening" else Part.AFTER
        return ClausalReference((Target(steps[:-1], part, edge=steps[-1]),))

    def _by_place(self, word: str, ordinals: str) -> list[Target] | None:
        """Counted provisions: "the first and third subparagraphs", "second to fourth"."""
        level = next((level for level, words in self._counted if words.fullmatch(word)), "")
        places: list[int] = []
        through = False
        for piece in self._pieces(ordinals):
            place = next((at for pattern, at in self._ordinals if pattern.fullmatch(piece.strip())), None)
            if place is None and piece.strip().isdigit():
                place = int(piece)
            if self._through.fullmatch(piece.strip()):
                through = True
            elif through and place is not None and places and places[-1] < place:
                places += range(places[-1] + 1, place + 1)
                through = False
            elif place is not None:
                places.append(place)
            elif piece.strip() and not re.fullmatch(r",?|\W*\w{1,3}\W*", piece.strip()):
                return None
        return [Target((Step(level, str(at)),)) for at in places] if level and places and not through else None

    def _pieces(self, text: str) -> list[str]:
        ordinal = re.compile("|".join(f"(?:{p.pattern})" for p, _ in self._ordinals) + r"|\d+", re.IGNORECASE)
        out, at = [], 0
        for match in ordinal.finditer(text):
            out += [text[at : match.start()], match.group()]
            at = match.end()
        return [*out, text[at:]]

    def _listed(self, unit: str, text: str) -> list[Target] | None:
        """Numbered provisions: "subsections (b)(1) and (c)", "paragraphs 2 to 4"."""
        levels = [level for level, words in self._units if words.fullmatch(unit)]
        first = self._token.search(text)
        level = next((lv for lv in levels if first and self._fits(lv, first.group())), "")
        out: list[Target] = []
        path: tuple[Step, ...] = ()
        at, through = 0, False
        while at <= len(text):
            split = self._split.search(text, at)
            item = text[at : split.start() if split else len(text)]
            tokens = [m.group() for m in self._token.finditer(item)]
            steps = self._steps(tokens, level, path)
            if steps is None:
                return None
            path = steps
            if through:
                out[-1] = replace(out[-1], through=path[-1].num)
            else:
                out.append(Target(path))
            if split is None:
                return out
            through = bool(split["join"]) and self._through.fullmatch(split["join"]) is not None
            at = split.end()
        return None

    def _steps(self, tokens: Sequence[str], level: str, path: tuple[Step, ...]) -> tuple[Step, ...] | None:
        """The steps of a path of numbers; of a list's next one those of the one before (`path`) up to its own kind."""
        if not tokens:
            return None
        first = level
        kept: tuple[Step, ...] = ()
        if path:
            fitting = [n for n, step in enumerate(path) if self._fits(step.level, tokens[0])]
            if not fitting:
                return None
            first, kept = path[fitting[-1]].level, path[: fitting[-1]]
        if not self._fits(first, tokens[0]):
            return None
        steps = [Step(first, self._clean(tokens[0]))]
        for token in tokens[1:]:
            below = self._ladder[self._ladder.index(steps[-1].level) + 1 :]
            deeper = next((lv for lv in below if lv in self._numbers and self._fits(lv, token)), None)
            if deeper is None:
                return None
            steps.append(Step(deeper, self._clean(token)))
        return (*kept, *steps)

    def _fits(self, level: str, token: str) -> bool:
        return level in self._numbers and self._numbers[level].fullmatch(token) is not None

    @staticmethod
    def _clean(token: str) -> str:
        return re.sub(r"[‐-―]", "-", re.sub(r"[()\s]|\.$", "", token))


def _parts(pattern: str) -> list[str]:
    return pattern.removeprefix("(?i:").removesuffix(")").split("|")


def _either(words: Sequence[str]) -> str:
    return f"(?i:{'|'.join(sorted(words, key=len, reverse=True))})"


def _bare(pattern: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


def _filled(pattern: str, fills: dict[str, str]) -> str:
    return _FILL.sub(lambda m: _filled(fills[m[1]], fills), pattern)
