"""From formulae to instructions: what is done to the provisions that a statement names."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from corpus.amendments.model import Anchor, Instruction, Occurrence, Op, Part, Payload, Step, Target, Where
from corpus.amendments.traditions.romance_formulae import Formulae, Found
from corpus.amendments.traditions.romance_numbers import after
from corpus.amendments.traditions.romance_payloads import New, Payloads
from corpus.amendments.traditions.romance_source import Source
from corpus.amendments.traditions.romance_targets import Path, nested
from corpus.amendments.traditions.romance_text import ArticleText

__all__ = ["Call", "Operations"]

_LINES = ("alinea", "indent")


@dataclass(frozen=True, slots=True)
class Call:
    """A formula with what the statement says before it: `paths` are the provisions, `act` is theirs, `edge` the end or
    beginning of them that is meant ("" none). `last` is the path named last."""

    found: Found
    base: Instruction
    source: Source
    paths: tuple[Path, ...]
    act: str
    edge: str
    last: Path | None

    def named(self, group: str) -> tuple[Path, ...]:
        """The paths of a group as they are meant here; without one, those said before."""
        if not self.found.has(group):
            return self.paths
        around = self.paths or (Path(),)
        for name in ("outer", group):
            inner = self.found.paths(name)
            around = tuple(dict.fromkeys(nested(a, p, self.last) for a in around for p in inner)) or around
        return around

    def words(self, group: str) -> list[str]:
        return self.source.words(*self.found.span(group))

    def payload(self) -> Payload:
        return self.source.payload(*self.found.span("n"))


class Operations:
    """Makes instructions with the words of `data`."""

    def __init__(self, data: dict[str, Any], formulae: Formulae, layout: ArticleText) -> None:
        self._formulae = formulae
        self._payloads = Payloads(data, layout)
        self._at_end = bool(data["items_at_end"])
        self._lists = not data["items_are_lines"]
        self._amends = re.compile(data["amends"])
        self._made = {
            "substitute": self._substituted,
            "delete-text": self._deleted_words,
            "insert-text": self._inserted_words,
            "between": self._between,
            "end": self._ending,
            "replace": self._replaced,
            "restate": self._restated,
            "delete": self._deleted,
            "insert": self._inserted,
            "add": self._added,
            "add-itself": self._added_itself,
            "renumber": self._renumbered,
            "refuse": self._refused,
        }

    def amends(self, words: str) -> bool:
        """Whether the words are those of an instruction."""
        return self._amends.search(words) is not None

    def made(self, call: Call) -> list[Instruction] | None:
        """The instructions of a call; None where it is not understood."""
        return self._made[call.found.formula.op](call)

    def _targets(self, call: Call, group: str) -> list[Target] | None:
        paths = call.named(group)
        if not paths or any(p.vague for p in paths):
            return None
        return [p.target(call.act) for p in paths]

    def _occurrence(self, call: Call) -> tuple[Occurrence | int, int]:
        words = call.found.word("occ") or call.found.word("occ2") or call.found.word("occ3")
        which = self._formulae.occurrence(words) if words else ""
        if isinstance(which, int):
            return which, 0
        if which.startswith("each"):
            return Occurrence.EACH, int(which[4:] or 0)
        return (Occurrence.LAST, 0) if which == "last" else (Occurrence.ONLY, 0)

    def _substituted(self, call: Call) -> list[Instruction] | None:
        targets = self._targets(call, "r")
        old, new = call.words("o"), call.words("n")
        if targets is None or not _whole(targets):
            return None
        if len(new) == 1 and len(old) > 1 and not call.found.word("respectively"):
            new = new * len(old)
        if len(old) != len(new) or not all(old):
            return None
        occurrence, count = self._occurrence(call)
        where = Where.END if call.edge == "end" and occurrence is Occurrence.ONLY else None
        targets = targets if call.edge else [_worded(t) for t in targets]
        return [
            replace(
                call.base,
                op=Op.SUBSTITUTE_TEXT,
                target=target,
                anchor=Anchor(where, text=a, occurrence=occurrence, count=count),
                payload=Payload(b),
            )
            for target in targets
            for a, b in zip(old, new, strict=True)
        ]

    def _deleted_words(self, call: Call) -> list[Instruction] | None:
        targets = self._targets(call, "r")
        if targets is None or not _whole(targets):
            return None
        occurrence, count = self._occurrence(call)
        where = Where.END if call.edge == "end" and occurrence is Occurrence.ONLY else None
        targets = targets if call.edge else [_worded(t) for t in targets]
        anchors = [Anchor(where, text=w, occurrence=occurrence, count=count) for w in call.words("o")]
        return [replace(call.base, op=Op.DELETE_TEXT, target=t, anchor=a) for t in targets for a in anchors]

    def _inserted_words(self, call: Call) -> list[Instruction] | None:
        targets = self._targets(call, "r")
        if targets is None or not _whole(targets):
            return None
        occurrence, count = self._occurrence(call)
        side = Where(call.found.formula.where)
        targets = [_worded(t) for t in targets]
        anchors = [Anchor(side, text=w, occurrence=occurrence, count=count) for w in call.words("a")]
        payload = Payload(" ".join(call.words("n")))
        return [
            replace(call.base, op=Op.INSERT_TEXT, target=t, anchor=a, payload=payload) for t in targets for a in anchors
        ]

    def _between(self, call: Call) -> list[Instruction] | None:
        """Words between two that stand side by side: these two are replaced by the three."""
        targets = self._targets(call, "r")
        if targets is None or not _whole(targets):
            return None
        first, second, new = (" ".join(call.words(g)) for g in ("a", "b", "n"))
        return [
            replace(
                call.base,
                op=Op.SUBSTITUTE_TEXT,
                target=t,
                anchor=Anchor(text=f"{first} {second}"),
                payload=Payload(_joined(_joined(first, new), second)),
            )
            for t in targets
        ]

    def _ending(self, call: Call) -> list[Instruction] | None:
        """Words at the end, or at the beginning."""
        targets = self._targets(call, "r")
        if targets is None or not _whole(targets) or any(not t.steps for t in targets):
            return None
        where = Where.START if "start" in (call.edge, call.found.formula.where) else Where.END
        payload = Payload(" ".join(call.words("n")))
        made = replace(call.base, op=Op.INSERT_TEXT, anchor=Anchor(where), payload=payload)
        return [replace(made, target=t) for t in targets]

    def _replaced(self, call: Call) -> list[Instruction] | None:
        targets = self._targets(call, "r")
        if targets is None or any(not t.steps for t in targets) or call.edge:
            return None
        payload = call.payload()
        problem = self._payloads.problem(payload)
        if problem:
            return [replace(call.base, target=t, reason=problem) for t in targets]
        if any(t.part is Part.HEADING for t in targets):
            title = self._payloads.title(payload, targets[0]) if len(targets) == 1 else None
            if title is None:
                return [replace(call.base, target=t, reason="what is quoted is not the heading") for t in targets]
            return [replace(call.base, op=Op.TITLE, target=targets[0], payload=title)]
        if call.found.word("u") and self._payloads.announced(call.found.word("u")) is None:
            return None
        pieces = self._payloads.pieces(payload, targets)
        if pieces is None:
            reason = "what is quoted is not what it says is quoted, or cannot be told apart"
            return [replace(call.base, target=t, reason=reason) for t in targets]
        out = []
        for target, piece in pieces:
            if piece is None:
                out.append(replace(call.base, op=Op.DELETE, target=target))
                continue
            step = target.steps[-1]
            if self._lists:
                target = replace(target, steps=(*target.steps[:-1], self._payloads.paragraph(piece, step)))  # noqa: PLW2901
            out.append(replace(call.base, op=Op.REPLACE, target=target, payload=piece))
        return out

    def _restated(self, call: Call) -> list[Instruction] | None:
        """An article "complété comme suit": only if it is quoted as a whole can be told what becomes of it."""
        targets = self._targets(call, "r")
        if targets is None or len(targets) != 1 or len(targets[0].steps) != 1:
            return None
        return self._replaced(call) if self._payloads.headed(call.payload(), targets[0]) else None

    def _deleted(self, call: Call) -> list[Instruction] | None:
        targets = self._targets(call, "r")
        if targets is None or any(not t.steps for t in targets) or call.edge:
            return None
        if any(t.part is not Part.WHOLE for t in targets):
            return None
        if self._lists:
            lone = [
                replace(s, level="alinea:lone") if s.level == "alinea" else s for s in (t.steps[-1] for t in targets)
            ]
            targets = [replace(t, steps=(*t.steps[:-1], s)) for t, s in zip(targets, lone, strict=True)]
        return [replace(call.base, op=Op.DELETE, target=t) for t in targets]

    def _inserted(self, call: Call) -> list[Instruction] | None:
        """New provisions beside the one that is named."""
        announced = self._announced(call)
        paths = call.named("r")
        if announced is None or not paths or any(p.vague or p.outside for p in paths):
            return None
        new, payload, problem = announced
        new = self._payloads.told(new, payload) if self._lists else new
        path = paths[-1] if call.found.formula.where == "before" else paths[0]
        if len({p.units[:-1] for p in paths}) != 1 or (len(paths) > 1 and not call.found.word("between")):
            return None
        steps = path.target().steps
        made = replace(call.base, op=Op.INSERT, payload=payload, reason=problem)
        side = Where(call.found.formula.where or "after")
        kind = path.units[-1].kind if path.units else ""
        if path.units and path.units[-1].through or not steps:
            return None
        if new[0].kind == "article":
            if kind != "article":
                return None
            return [replace(made, target=Target((), act=call.act), anchor=Anchor(side, steps=steps))]
        if len(steps) < 2:
            return None
        anchor = steps[-1:]
        if new[0].kind in _LINES and kind == "item":
            target, anchor = Target(steps, act=call.act), (Step("alinea:whole", "1"),)
            return [replace(made, target=target, anchor=Anchor(side, steps=anchor))] if side is Where.AFTER else None
        if (new[0].kind in ("item", "proviso")) != (kind in ("item", "proviso")):
            return None
        if new[0].kind == "sentence" and kind != "sentence":
            return None
        if new[0].kind in _LINES and kind not in ("alinea", "indent", "opening", "inciso"):
            return None
        return [replace(made, target=Target(steps[:-1], act=call.act), anchor=Anchor(side, steps=anchor))]

    def _announced(self, call: Call) -> tuple[list[New], Payload, str] | None:
        new = self._payloads.announced(call.source.text(*call.found.span("u"))) if call.found.has("u") else None
        payload = call.payload()
        if new is None:
            return None
        return new, payload, self._payloads.problem(payload) or self._payloads.fits(payload, new)

    def _added(self, call: Call) -> list[Instruction] | None:
        """New provisions at the end, or where their number says."""
        announced = self._announced(call)
        if announced is None:
            return None
        new, payload, problem = announced
        new = self._payloads.told(new, payload) if self._lists else new
        return self._put(call, call.named("r"), new, payload, problem)

    def _added_itself(self, call: Call) -> list[Instruction] | None:
        """New provisions named as they will be cited: "el inciso d) del artículo 9"."""
        paths = call.named("r")
        units = [p.units[-1] for p in paths if p.units]
        if len(units) != len(paths) or len({p.units[:-1] for p in paths}) != 1 or any(p.vague for p in paths):
            return None
        kinds = {"last": "alinea"}
        new = [New(kinds.get(u.kind, u.kind), "" if u.num.startswith("-") else u.num) for u in units]
        payload = call.payload()
        problem = self._payloads.problem(payload) or self._payloads.fits(payload, new)
        return self._put(call, (replace(paths[0], units=paths[0].units[:-1]),), new, payload, problem)

    def _put(
        self, call: Call, paths: tuple[Path, ...], new: list[New], payload: Payload, problem: str
    ) -> list[Instruction] | None:
        if call.found.has("moves") and new[0].kind not in (*_LINES, "sentence"):
            problem = problem or "it gives other provisions new numbers, too"
        made = replace(call.base, op=Op.INSERT, payload=payload, reason=problem)
        if new[0].kind == "article":
            if not new[0].num:
                return None
            anchor = Anchor(Where.ORDER, steps=(Step("article", new[0].num),))
            return [replace(made, target=Target((), act=call.act), anchor=anchor)]
        if not paths or any(p.vague or not p.units or p.outside for p in paths) or len(paths) > 1:
            return None
        target = paths[0].target(call.act)
        if target.part is not Part.WHOLE or target.through or call.found.formula.where == "somewhere":
            return self._somewhere(made, target, new)
        if new[0].kind in ("item", "proviso"):
            last = target.steps[-1]
            if last.level == "alinea":
                target = replace(target, steps=(*target.steps[:-1], replace(last, level="alinea:list")))
            return self._numbered(made, target, new)
        if new[0].kind == "sentence":
            return [replace(made, target=target, anchor=Anchor(Where.ORDER, steps=(Step("sentence", ""),)))]
        place = Step("alinea", new[0].num if self._lists else "")
        return [replace(made, target=target, anchor=Anchor(Where.ORDER, steps=(place,)))]

    def _somewhere(self, made: Instruction, target: Target, new: list[New]) -> list[Instruction] | None:
        """ "Il est inséré": only a number can say where."""
        if target.part is not Part.WHOLE or target.through or not new[0].num or new[0].kind != "item":
            return None
        return self._numbered(made, target, new, order=True)

    def _numbered(
        self, made: Instruction, target: Target, new: list[New], *, order: bool = False
    ) -> list[Instruction] | None:
        num = f"proviso {new[0].num}".strip() if new[0].kind == "proviso" else new[0].num
        behind = after(num)
        if behind and not behind.isdigit():
            anchor = Anchor(Where.AFTER, steps=(Step("", behind),))
            return [replace(made, target=target, anchor=anchor)]
        if (self._at_end and not order and not behind) or not num:
            return [replace(made, op=Op.ADD, target=target, anchor=None)]
        return [replace(made, target=target, anchor=Anchor(Where.ORDER, steps=(Step("", num),)))]

    def _renumbered(self, call: Call) -> list[Instruction] | None:
        targets = self._targets(call, "r")
        new = [p.units[-1] for p in call.found.paths("to") if p.units]
        if targets is None or len(targets) != len(new) or any(not t.steps or t.through for t in targets):
            return None
        if all(u.kind not in ("article", "item") for u in new):
            return []  # what is counted bears no number: nothing in the text changes
        if any(u.kind not in ("article", "item") or u.through for u in new):
            return None
        made = [
            replace(call.base, op=Op.RENUMBER, target=t, payload=Payload(u.num))
            for t, u in zip(targets, new, strict=True)
        ]
        return made[::-1]  # upwards, so that none gets a number that is still there

    def _refused(self, call: Call) -> list[Instruction] | None:
        reason = "not understood: what is to be done"
        paths = call.named("r")
        return [replace(call.base, target=p.target(call.act), reason=reason) for p in paths] or None


def _whole(targets: list[Target]) -> bool:
    return all(t.steps and t.steps[0].level != "outside" for t in targets)


def _worded(target: Target) -> Target:
    """A paragraph in which words are changed: they may tell which it is where the text has no line breaks."""
    if not target.steps or target.steps[-1].level not in ("alinea", "alinea:either"):
        return target
    step = target.steps[-1]
    way = "words-either" if step.level.endswith("either") else "words"
    return replace(target, steps=(*target.steps[:-1], replace(step, level=f"alinea:{way}")))


def _joined(before: str, words: str) -> str:
    return before + ("" if words[:1] in ",.;:" or words[:1].isspace() else " ") + words
