"""Text quoted by an instruction, for each of the provisions that it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from palermo.corpus.amendments.model import Payload, Step, Target
from palermo.corpus.amendments.traditions.romance.layout.article_text import RomanceArticleText
from palermo.corpus.amendments.traditions.romance.layout.provision_numbers import ARTICLE, PUT_IN, normal
from palermo.corpus.amendments.traditions.romance.words import RomanceWords
from palermo.corpus.structure.lines.numbers import roman
from palermo.corpus.structure.lines.numbers import step as distance

__all__ = ["New", "RomancePayloads"]


@dataclass(frozen=True, slots=True)
class New:
    """A new provision as it is announced ("un II bis", "deux alinéas"): `num` is "" where it bears none."""

    kind: str
    num: str = ""
    count: int = 1


class RomancePayloads:
    """Reads them with the words of `data`."""

    def __init__(self, data: RomanceWords, layout: RomanceArticleText) -> None:
        self._layout = layout
        item = data.item.replace("{PUT_IN}", f"(?i:{PUT_IN})")
        self._ordinals = [(re.compile(p), n) for p, n in data.ordinals.items() if n]
        macros = {
            "{ORD}": "(?:" + "|".join(data.ordinals) + ")",
            "{ITEM}": f"(?P<num>{item})",
            "{ARTICLE}": f"(?P<num>{ARTICLE}|{data.article_words})",
        }
        self._new = []
        for kind, pattern in data.new_units.items():
            for name, value in macros.items():
                pattern = pattern.replace(name, value)  # noqa: PLW2901 - the pattern with its macros
            self._new.append((kind, re.compile(rf"(?:{pattern})(?![\w])")))
        self._numbers = {
            kind: re.compile(rf"(?:{pattern})(?![\w])")
            for kind, pattern in (("item", item), ("article", ARTICLE), ("proviso", r"\d+[oº°]?"))
        }
        self._many = data.many
        self._joins = data.new_joins
        self._left_out = data.left_out
        self._above = re.compile(rf"(?:{data.above})?")
        self._title = re.compile(rf"(?:{data.article})\s*(?P<num>{ARTICLE})(?![\w])[\s.:–—-]*(?P<title>.+)", re.S)

    def announced(self, text: str) -> list[New] | None:
        """The new provisions that `text` names; None where it is not understood."""
        out: list[New] = []
        at = 0
        text = text.strip(" ,")
        while at < len(text):
            hits = ((k, m) for k, p in self._new if (m := p.match(text, at)))
            hit = next(hits, None)
            if hit is None:
                return None
            kind, match = hit
            groups = match.groupdict()
            many = self._many.get((groups.get("many") or "").casefold().strip(), 1)
            num = (
                normal(groups["num"])
                if groups.get("num")
                else self._place(groups.get("ord") or groups.get("ord2") or "")
            )
            out.append(New(kind, num, many))
            at = match.end()
            while kind in self._numbers and out[-1].num and (more := self._more(text, at, kind)) is not None:
                out.append(New(kind, more[0]))
                at = more[1]
            join = self._joins.match(text, at)
            if join is None:
                break
            at = join.end()
        return out if at >= len(text) and out else None

    def _place(self, word: str) -> str:
        """The place that an ordinal names, from 1; "" at the end, or where none is named."""
        place = next((n for pattern, n in self._ordinals if pattern.fullmatch(word.strip())), -1)
        return str(place) if place > 0 else ""

    def _more(self, text: str, position: int, kind: str) -> tuple[str, int] | None:
        """A further number in a list ("des 4° et 5°")."""
        join = self._joins.match(text, position)
        match = self._numbers[kind].match(text, join.end()) if join else None
        return (normal(match.group()), match.end()) if match else None

    def problem(self, payload: Payload) -> str:
        """The reason why what is quoted cannot be put in as it is; "" where it can."""
        if self._left_out.search(payload.text):
            return "what is quoted leaves words out, or marks what is new"
        return ""

    def headed(self, payload: Payload, target: Target) -> bool:
        """True if what is quoted begins with the number of the article."""
        return self._layout.headed(payload.text).casefold() == target.steps[0].num.casefold()

    def fits(self, payload: Payload, new: Sequence[New]) -> str:
        """The reason why what is quoted is not what is announced; "" where it is, or bears no number by which it could
        be told."""
        if len({n.kind for n in new}) != 1:
            return "several kinds of provisions are put in at once"
        text, kind = payload.text, new[0].kind
        if kind == "article":
            named = [n.num for n in new if n.num]
            same = not named or (self._layout.headed(text) == named[0] and self._layout.heads(text) == len(named))
            return "" if same else "what is quoted are not the articles with these numbers"
        if kind in ("item", "proviso"):
            return self._fits_numbers(text, new)
        lines = [line for line in text.split("\n") if line.strip()]
        wanted = sum(n.count for n in new)
        if kind == "sentence":
            many = len(self._layout.sentences(text, 0, len(text)))
            whole = len(lines) == 1 and many in (0, wanted) and re.search(r"[.!?…»”]$", text)
            return "" if whole else "what is quoted are not as many sentences as are announced"
        fewer = kind == "alinea" and len(lines) > 1 and wanted not in (len(lines), 0)
        if kind == "alinea" and text[:1].islower() and not self._layout.units(text, 0, len(text), ""):
            return "what is quoted is no paragraph: it goes on with a sentence"
        listed = fewer and self._layout.units(text, 0, len(text), "")
        return f"{len(lines)} lines are quoted, {wanted} are announced" if fewer and not listed else ""

    def _fits_numbers(self, text: str, new: Sequence[New]) -> str:
        proviso = new[0].kind == "proviso"
        named = [f"proviso {n.num}".strip() if proviso else n.num for n in new]
        numbers = [u.num for u in self._layout.units(text, 0, len(text), "")]
        if not numbers:
            return "what is quoted does not begin with a number"
        same = [n.casefold() for n in numbers] == [n.casefold() for n in named]
        told = proviso or all(n.num for n in new)
        return "" if same or not told else f"what is quoted has the number {', '.join(numbers)}"

    def told(self, new: list[New], payload: Payload) -> list[New]:
        """The new units that are announced without a number ("el siguiente inciso"), as the quoted text shows them."""
        found = self._layout.units(payload.text, 0, len(payload.text), "")
        if new[0].kind not in ("alinea", "inciso") or not found:
            return [New("alinea", n.num, n.count) if n.kind == "inciso" else n for n in new]
        return [New("item", n.num) for n in new] if new[0].num else [New("item", unit.num) for unit in found]

    def title(self, payload: Payload, target: Target) -> Payload | None:
        """The heading of the article alone; None where the number quoted with it is another's."""
        text = " ".join(payload.text.split())
        match = self._title.fullmatch(text)
        if match is None:
            return replace(payload, text=text)
        if not target.steps or normal(match["num"]) != target.steps[0].num:
            return None
        return replace(payload, text=match["title"].strip())

    def pieces(
        self, payload: Payload, targets: Sequence[Target], *, fewer: bool
    ) -> list[tuple[Target, Payload | None]] | None:
        """Each target with what is quoted for it, None for one that goes (`fewer` may come in place of several); None
        where that cannot be told."""
        if len(targets) == 1:
            return self._one(payload, targets[0])
        level = targets[0].steps[-1].level
        if any(t.steps[:-1] != targets[0].steps[:-1] or t.through for t in targets):
            return None
        if level == "article":
            parts = self.articles(payload, [t.steps[0].num for t in targets])
            return None if parts is None else [(t, part) for t, part in zip(targets, parts, strict=True)]
        numbers = [t.steps[-1].num for t in targets]
        if level == "":
            whole: list[tuple[Target, Payload | None]] | None = (
                [(replace(targets[0], through=numbers[-1]), payload)] if fewer and _follow(numbers) else None
            )
            return self._each(payload, targets) or whole
        lines = [line.strip() for line in payload.text.split("\n") if line.strip()]
        if level.startswith("alinea") and len(lines) == len(targets):
            return [(t, replace(payload, text=line)) for t, line in zip(targets, lines, strict=True)]
        places = [int(t.steps[-1].level.partition(":-")[2] or 0) or int(t.steps[-1].num) for t in targets]
        near = all(abs(b - a) == 1 for a, b in pairwise([abs(p) for p in places]))
        return [(targets[0], payload), *((t, None) for t in targets[1:])] if fewer and near else None

    def _each(self, payload: Payload, targets: Sequence[Target]) -> list[tuple[Target, Payload | None]] | None:
        """Each unit with what is quoted for it, where these and no others are quoted."""
        units = self._layout.units(payload.text, 0, len(payload.text), "")
        if [u.num.casefold() for u in units] != [t.steps[-1].num.casefold() for t in targets]:
            return None
        ends = [*(u.span.start for u in units[1:]), len(payload.text)]
        texts = (payload.text[u.span.start : end].strip() for u, end in zip(units, ends, strict=True))
        return [(t, replace(payload, text=text)) for t, text in zip(targets, texts, strict=True)]

    def _one(self, payload: Payload, target: Target) -> list[tuple[Target, Payload | None]] | None:
        step = target.steps[-1]
        if step.level == "article" and not target.through:
            headed = self._layout.headed(payload.text)
            many = self._layout.heads(payload.text)
            if (not headed and many == 1) or (headed and (headed.casefold() != step.num.casefold() or many > 1)):
                parts = self.articles(payload, [step.num]) if many == 1 else None
                return None if parts is None else [(target, parts[0])]
            units = self._layout.units(payload.text, 0, len(payload.text), "")
            alone = len(units) == 1 and not headed  # an item of the article, it seems
            return [(target, payload)] if (headed or not many) and not alone else None
        return [(target, payload)]

    def articles(self, payload: Payload, numbers: Sequence[str]) -> list[Payload] | None:
        """The articles with these numbers, one by one."""
        found = self._layout.sections(payload.text, numbers)
        if [u.num.casefold() for u in found] != [n.casefold() for n in numbers]:
            return None
        if self._layout.heads(payload.text) != len(numbers):
            return None
        starts = [u.span.start for u in found]
        if any(not self._above.fullmatch(line.strip(' *#“«"')) for line in payload.text[: starts[0]].split("\n")):
            return None
        ends = [*starts[1:], len(payload.text)]
        return [replace(payload, text=payload.text[a:b].strip(' \n"“«*#')) for a, b in zip(starts, ends, strict=True)]

    def paragraph(self, payload: Payload, step: Step) -> Step:
        """A paragraph that is replaced: with the list below it where a list is quoted, else it must have none."""
        lines = [line for line in payload.text.split("\n") if line.strip()]
        way = "opening" if payload.text.rstrip().endswith(":") and len(lines) == 1 else "lone"
        if len(lines) > 1 or (not payload.text.rstrip().endswith(":") and ": " in payload.text and ";" in payload.text):
            way = "list"
        return replace(step, level=f"alinea:{way}") if step.level == "alinea" else step


def _follow(numbers: Sequence[str]) -> bool:
    """True if each of the numbers is the next one behind the one before."""
    form = "decimal" if numbers[0][:1].isdigit() else "letter"
    if all(n.isupper() and roman(n) is not None for n in numbers):
        form = "ROMAN"
    return all(distance(form, a, b) == 1 for a, b in pairwise(numbers))
