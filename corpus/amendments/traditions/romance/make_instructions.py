"""From formulae to instructions: what is done to the provisions that a statement names."""

from __future__ import annotations

from dataclasses import replace

from palermo.corpus.amendments.model import Anchor, Instruction, Occurrence, Op, Part, Payload, Target, Where
from palermo.corpus.amendments.traditions.romance.insertions import Putting
from palermo.corpus.amendments.traditions.romance.layout.article_text import RomanceArticleText
from palermo.corpus.amendments.traditions.romance.quoted_provisions import RomancePayloads
from palermo.corpus.amendments.traditions.romance.text.formula_match import Call
from palermo.corpus.amendments.traditions.romance.text.formulae import RomanceFormulae
from palermo.corpus.amendments.traditions.romance.words import RomanceWords

__all__ = ["RomanceOperations"]


class RomanceOperations:
    """Makes instructions with the words of `data`."""

    def __init__(self, data: RomanceWords, formulae: RomanceFormulae, layout: RomanceArticleText) -> None:
        self._formulae = formulae
        self._payloads = RomancePayloads(data, layout)
        self._lists = not data.items_are_lines
        putting = Putting(self._payloads, at_end=bool(data.items_at_end), lists=self._lists)
        self._replaces = data.replaces
        self._amends = data.amends
        self._made = {
            "substitute": self._substituted,
            "delete-text": self._deleted_words,
            "insert-text": self._inserted_words,
            "between": self._between,
            "end": self._ending,
            "replace": self._replaced,
            "restate": self._restated,
            "delete": self._deleted,
            "insert": putting.inserted,
            "add": putting.added,
            "add-itself": putting.added_itself,
            "renumber": self._renumbered,
            "refuse": self._refused,
        }

    def amends(self, words: str) -> bool:
        """True if the words are those of an instruction."""
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
        words = call.found.word("occ") or next((w for n in ("occ2", "occ3", "occ4") if (w := call.found.word(n))), "")
        which = self._formulae.occurrence(words) if words else ""
        if isinstance(which, int):
            return which, 0
        if which.startswith("each"):
            return Occurrence.EACH, int(which[4:] or 0)
        return (Occurrence.LAST, 0) if which == "last" else (Occurrence.ONLY, 0)

    def _anchors(self, call: Call, group: str, side: Where | None = None) -> list[Anchor]:
        """The words of a group as places in the text: on their `side`, else at the end where the end is meant."""
        occurrence, count = self._occurrence(call)
        if side is None and call.edge == "end" and occurrence is Occurrence.ONLY:
            side = Where.END
        return [Anchor(side, text=words, occurrence=occurrence, count=count) for words in call.words(group)]

    def _substituted(self, call: Call) -> list[Instruction] | None:
        targets = self._targets(call, "r")
        old, new = call.words("o"), call.words("n")
        if targets is None or not _whole(targets):
            return None
        if len(new) == 1 and len(old) > 1 and not call.found.word("respectively"):
            new = new * len(old)
        if len(old) != len(new) or not all(old):
            return None
        targets = targets if call.edge else [_worded(t) for t in targets]
        pairs = list(zip(self._anchors(call, "o"), map(Payload, new), strict=True))
        made = replace(call.base, op=Op.SUBSTITUTE_TEXT)
        return [replace(made, target=t, anchor=a, payload=p) for t in targets for a, p in pairs]

    def _deleted_words(self, call: Call) -> list[Instruction] | None:
        targets = self._targets(call, "r")
        if targets is None or not _whole(targets):
            return None
        targets = targets if call.edge else [_worded(t) for t in targets]
        anchors = self._anchors(call, "o")
        return [replace(call.base, op=Op.DELETE_TEXT, target=t, anchor=a) for t in targets for a in anchors]

    def _inserted_words(self, call: Call) -> list[Instruction] | None:
        targets = self._targets(call, "r")
        if targets is None or not _whole(targets):
            return None
        anchors = self._anchors(call, "a", Where(call.found.formula.where))
        made = replace(call.base, op=Op.INSERT_TEXT, payload=Payload(" ".join(call.words("n"))))
        return [replace(made, target=_worded(t), anchor=a) for t in targets for a in anchors]

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
        if where is Where.START and payload.text[:1].isupper() and payload.text[-1:] not in ".!?":
            made = replace(made, reason="whether the word behind what is put in keeps its capital is not certain")
        return [replace(made, target=t) for t in targets]

    def _replaced(self, call: Call) -> list[Instruction] | None:
        targets = self._targets(call, "r")
        said = call.source.text(*call.found.span("u")) if call.found.has("u") else ""
        announced = not said or self._payloads.announced(said) is not None
        if targets is None or any(not t.steps for t in targets) or call.edge or not announced:
            return None
        payload = call.payload()
        problem = self._payloads.problem(payload)
        if not problem and any(t.part is Part.HEADING for t in targets):
            title = self._payloads.title(payload, targets[0]) if len(targets) == 1 else None
            if title is not None:
                return [replace(call.base, op=Op.TITLE, target=targets[0], payload=title)]
            problem = "what is quoted is not the heading"
        pieces = None if problem else self._payloads.pieces(payload, targets, fewer=self._in_place(call))
        if pieces is None:
            problem = problem or "what is quoted is not what it says is quoted, or cannot be told apart"
            return [replace(call.base, target=t, reason=problem) for t in targets]
        return [self._piece(call.base, target, piece) for target, piece in pieces]

    def _in_place(self, call: Call) -> bool:
        """True if what is quoted comes in the place of the provisions, and is not what each of them says now."""
        return call.found.has("u") or self._replaces.search(call.source.text(*call.found.match.span())) is not None

    def _piece(self, base: Instruction, target: Target, piece: Payload | None) -> Instruction:
        if piece is None:
            return replace(base, op=Op.DELETE, target=target)
        if self._lists:
            step = self._payloads.paragraph(piece, target.steps[-1])
            target = replace(target, steps=(*target.steps[:-1], step))
        return replace(base, op=Op.REPLACE, target=target, payload=piece)

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
