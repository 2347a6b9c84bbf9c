"""Canadian amending language: sentences to instructions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from palermo.corpus.amendments.model import Anchor, Instruction, Occurrence, Op, Part, Payload, Step, Target, Where
from palermo.corpus.amendments.provision_layout import ProvisionLayout
from palermo.corpus.amendments.reading.definitions import opens
from palermo.corpus.amendments.reading.passages import HIDDEN, Passage
from palermo.corpus.amendments.reading.quoted import quoted
from palermo.corpus.amendments.refusal import Refusal
from palermo.corpus.amendments.traditions.canadian.references import QUOTE, CanadianReferences
from palermo.corpus.amendments.traditions.canadian.sentences import Lead, Rest, Sentences
from palermo.corpus.amendments.traditions.canadian.words import CanadianWords, PhraseWords
from palermo.corpus.model.text_model import Provision, Span

__all__ = ["CanadianReader"]

_NOWHERE = Target(())
_CONDITIONAL = "whether it takes effect depends on when other provisions come into force"


class CanadianReader:
    """Reads the amending texts of one language, whose words are `data`."""

    def __init__(self, data: CanadianWords, layout: ProvisionLayout) -> None:
        self._data = data
        self._layout = layout
        self._tidy = data.tidy
        self._refs = CanadianReferences(data)
        self._sentences = Sentences(data, self._refs, layout)
        self._phrases = [(p, self._refs.compiled(p.pattern)) for p in data.phrases]
        self._join = data.phrase_joins
        self._list_opens = data.list_opens
        self._that = data.that
        self._conditional = self._refs.compiled(data.conditional)
        self._signs = data.signs
        self._suspect = re.compile(data.suspect.replace("{SUBJECT}", data.subject))
        self._note = re.compile(rf"(?<!\[)(?:{data.source_note})\s*$")
        self._ends = data.ends
        self._prose_ends = data.prose_ends
        self._elsewhere = data.elsewhere

    def read(self, passages: Sequence[Passage]) -> list[Instruction]:
        """Every instruction, in order; "the Act" is the one named last."""
        out: list[Instruction] = []
        act = ""
        for passage in passages:
            section = passage.number
            for made in self._passage(passage):
                act, section = made.target.act or act, made.section or section
                target = made.target if made.target.act else replace(made.target, act=act)
                out.append(replace(made, target=target, order=len(out), section=section))
        return out

    def _passage(self, passage: Passage) -> Iterator[Instruction]:
        plain = passage.plain()
        doubt = ""  # of a coordinating section: what it would replace in the bill itself reads as an instruction, too
        for part in self._sentences.split(plain, passage.line_starts()):
            if isinstance(part, Rest):
                for made in self._rest(passage, plain, part):
                    doubt = _CONDITIONAL if passage.number and made.reason == _CONDITIONAL else doubt
                    yield made
                continue
            for made in self._instructions(passage, plain, part):
                payload = replace(made.payload, unless=part.unless) if made.payload else None
                section = "" if passage.number else part.section
                yield self._whole(replace(made, payload=payload, section=section, reason=made.reason or doubt))

    def _whole(self, made: Instruction) -> Instruction:
        """The instruction, refused where what is quoted breaks off."""
        structure = made.op in (Op.REPLACE, Op.INSERT, Op.ADD) and made.target.part is Part.WHOLE
        if made.reason or not structure:
            return made
        if made.payload is None:
            return replace(made, reason="nothing is quoted")
        steps = made.anchor.steps if made.anchor and made.anchor.steps else made.target.steps
        prose = bool(steps) and steps[-1].level in ("section", "subsection")
        ends = self._prose_ends if prose and made.op is not Op.ADD else self._ends
        return made if ends.search(made.payload.text) else replace(made, reason="what is quoted breaks off")

    def _rest(self, passage: Passage, plain: str, rest: Rest) -> Iterator[Instruction]:
        """The words beside the leads: clauses that edit nothing, or instructions that are not understood."""
        text = plain[rest.start : rest.end].replace(HIDDEN, "").strip()
        span = passage.span(rest.start, rest.end)
        instructs = self._signs.search(text) is not None
        if instructs:
            reason = "not understood"
            if rest.kind == "conditional":
                reason = _CONDITIONAL
            about = self._conditional.search(text)
            found = self._refs.targets(about["subject"]) if about else None
            for target in found or [_NOWHERE]:
                yield Instruction(Op.REPLACE, target, None, None, span, 0, text, reason=reason)
        elif rest.kind and not self._ends.search(text):
            yield Instruction(Op.REPLACE, _NOWHERE, None, None, span, 0, text, reason="it breaks off")
        elif rest.kind:
            yield Instruction(Op.COMMENCE, _NOWHERE, None, None, span, 0, text)

    def _instructions(self, passage: Passage, plain: str, lead: Lead) -> Iterator[Instruction]:
        words = plain[lead.start : lead.head_end].strip()
        a, b = self._payload_span(plain, lead.head_end, lead.end)
        payload = (
            Payload(self._tidy.sub(self._data.tidied, passage.payload(a, b)), passage.span(a, b)) if a < b else None
        )
        base = Instruction(
            Op(lead.op) if lead.op != "amend" else Op.REPLACE,
            _NOWHERE,
            None,
            payload,
            passage.span(lead.start, lead.head_end),
            0,
            words,
        )
        if self._elsewhere.search(words):
            yield replace(base, reason="it amends an amendment, not the act")
            return
        if payload is not None and not lead.listed and HIDDEN not in plain and self._overflows(payload.text):
            yield replace(base, reason="what is quoted holds amending language: where it ends cannot be told")
            return
        if lead.listed:
            listed = plain[lead.head_end : lead.end]
            stop = re.search(r"\s?\.(?=\s+[^\Wa-z\d_]|\s+\(\d|\s*$)", listed)
            yield from self._listed(base, listed[: stop.start()] if stop else listed, lead)
            return
        targets = self._refs.targets(lead.subject)
        if (
            targets is None
            and lead.op == "amend"
            and not self._refs.opens(lead.subject)
            and (where := self._data.whole_act.fullmatch(lead.subject.strip(" ,")))
        ):
            targets = [Target((), act=self._act(where["act"] or ""), lang=self._data.versions.get(where["lang"]))]
        if targets is None:
            about = Target((), act=self._refs.act(lead.subject))  # "the Act" is this one from here on
            yield replace(base, target=about, reason="not understood: what it is about")
        elif lead.op in ("amend", "renumber"):
            yield from self._amend(base, targets, lead)
        elif lead.op == "repeal":
            yield from (replace(base, op=Op.REPEAL, target=t, payload=None) for t in targets)
        else:
            yield from self._replaced(base, targets)

    def _overflows(self, text: str) -> bool:
        """True if what seems to be quoted holds an instruction, or ends in the note before one."""
        return any(p.search(text) for p in (self._signs, self._suspect, self._note))

    def _act(self, name: str) -> str:
        return "" if name.casefold() in {n.casefold() for n in self._data.this_act} else name.removeprefix("the ")

    def _payload_span(self, plain: str, start: int, end: int) -> tuple[int, int]:
        hidden = [plain.find(HIDDEN, start, end), plain.rfind(HIDDEN, start, end)]
        if hidden[0] >= 0:
            return hidden[0], hidden[1] + 1
        return Span(start, end).trimmed(plain)

    def _replaced(self, base: Instruction, targets: list[Target]) -> Iterator[Instruction]:
        """A target, a range, or several of which each is quoted, in order."""
        if base.payload is None:
            yield replace(base, reason="nothing is quoted")
            return
        if len(targets) == 1:
            yield replace(base, op=Op.REPLACE, target=targets[0])
            return
        pieces = self._pieces(base.payload.text, targets)
        if pieces is None:
            yield replace(
                base, target=targets[0], reason="what is quoted cannot be told apart for each of the provisions"
            )
            return
        for target, text in zip(targets, pieces, strict=True):
            if text is None:
                yield replace(base, op=Op.REPEAL, target=target, payload=None)
            else:
                yield replace(base, op=Op.REPLACE, target=target, payload=Payload(text, base.payload.span))

    def _pieces(self, text: str, targets: list[Target]) -> list[str | None] | None:
        """The quoted text for each of several targets, None where there is none (they are repealed by silence)."""
        starts = self._starts(text, targets)
        if starts is None or starts[0] is None:
            return None
        known = [s for s in starts if s is not None]
        if known != sorted(known):
            return None
        ends = dict(zip(known, [*known[1:], len(text)], strict=True))
        begin = {s: s for s in known} | {known[0]: 0}
        return [None if s is None else text[begin[s] : ends[s]].strip() for s in starts]

    def _starts(self, text: str, targets: list[Target]) -> list[int | None] | None:
        first = targets[0].steps[-1]
        if first.level == "definition":
            whole = Provision("", "", "", "", "", Span(0, len(text)))
            spans = self._layout.definitions(text, whole)
            return [next((s.start for s in spans if opens(text, s, t.steps[-1].num)), None) for t in targets]
        if any(len(t.steps) != len(targets[0].steps) or t.steps[:-1] != targets[0].steps[:-1] for t in targets):
            return None
        if len(targets[0].steps) == 1:
            units = self._layout.sections(text, [t.steps[-1].num for t in targets])
        else:
            try:
                units = quoted(text, self._layout, first.level, targets[0].steps[0].num).units
            except Refusal:
                return None
        found: list[int | None] = []
        for target in targets:
            same = [u.span.start for u in units if u.num.casefold() == target.steps[-1].num.casefold()]
            if not same:
                same = self._skipped(text, target.steps[-1])
            if len(same) > 1:
                return None
            if not same and re.search(rf"(?<![\w)])\(?{re.escape(target.steps[-1].num)}\)\s", text):
                return None  # quoted perhaps, but not seen: silence would repeal it
            found.append(same[0] if same else None)
        return found

    def _skipped(self, text: str, step: Step) -> list[int]:
        """The places where a unit begins whose number is not the next: behind an item's end, with its number."""
        marker = re.compile(rf"(?:(?<=[;.,]\s)|(?<=[;,]\sand\s)|(?<=[;,]\sor\s))\(?{re.escape(step.num)}\)(?=\s)")
        found = [m.start() for m in marker.finditer(text)]
        return [
            at
            for at in found
            if any(u.num == step.num for u in self._layout.units(text, at, len(text), step.level)[:1])
        ]

    def _amend(self, base: Instruction, targets: list[Target], lead: Lead) -> Iterator[Instruction]:
        if lead.op == "renumber":
            yield from self._renumber(base, targets, lead)
            if not lead.match["phrases"]:
                return
            targets = [replace(targets[0], part=Part.WHOLE)]
        phrases = self._phrases_of(lead.match["phrases"])
        if phrases is None or len(targets) != 1:
            yield replace(base, target=targets[0], reason="not understood: what is to be done")
            return
        made: list[Instruction] = []
        last: tuple[Step, ...] = ()
        for n, (phrase, match) in enumerate(phrases):
            one = self._phrase(base, targets[0], phrase, match, last)
            if one is None or (phrase.payload and n + 1 < len(phrases)):
                yield replace(base, target=targets[0], reason="not understood: what is to be done")
                return
            made += one[0]
            last = one[1] or last
        # what goes in behind an item closes it; a conjunction at its end then follows that sign
        yield from sorted(made, key=lambda i: not (i.op is Op.INSERT and i.anchor and i.anchor.where is Where.AFTER))

    def _phrases_of(self, text: str) -> list[tuple[PhraseWords, re.Match[str]]] | None:
        opening = self._list_opens.match(text)
        out, at = [], opening.end() if opening else 0
        while at < len(text):
            found = next(((d, m) for d, p in self._phrases if (m := p.match(text, at))), None)
            if found is None:
                return None
            out.append(found)
            at = found[1].end()
            if at < len(text):
                join = self._join.match(text, at)
                if join is None or join.end() == at:
                    return None
                at = join.end()
        return out

    def _phrase(
        self, base: Instruction, target: Target, phrase: PhraseWords, match: re.Match[str], last: tuple[Step, ...]
    ) -> tuple[list[Instruction], tuple[Step, ...]] | None:
        """The instructions of a verb phrase, and the unit that "that paragraph" would be after it."""
        named = self._named(match.groupdict().get("unit"), last)
        if named is None:
            return None
        units = [unit for unit, _ in named]
        here = [replace(target.below(unit), through=through) for unit, through in named]
        if phrase.part is not None:
            if len(units) != 1 or not units[0]:
                return None
            here = [replace(target.below(units[0][:-1]), part=phrase.part, edge=units[0][-1])]
        op = phrase.op
        if op in (Op.INSERT, Op.ADD):
            made = self._inserted(replace(base, op=op, target=target), phrase.where or Where.END, units)
        elif op is Op.REPLACE:
            made = list(self._replaced(base, here))
        else:
            anchor, payload = _worded(phrase, match)
            made = [replace(base, op=op, target=h, anchor=anchor, payload=payload) for h in here]
        return (made, units[-1]) if made else None

    def _named(self, text: str | None, last: tuple[Step, ...]) -> list[tuple[tuple[Step, ...], str]] | None:
        """The units that a phrase names below its target, each with the end of its range; the target itself if none."""
        if text is None:
            return [((), "")]
        if self._that.match(text):
            return [(last, "")]
        listed = self._refs.listed(text)
        return None if listed is None else [(t.steps, t.through) for t in listed]

    def _inserted(self, base: Instruction, position: Where, units: list[tuple[Step, ...]]) -> list[Instruction]:
        if position is Where.ORDER and base.payload is not None:
            return [replace(base, anchor=Anchor(position), payload=payload) for payload in self._each(base.payload)]
        return [replace(base, anchor=Anchor(position, steps=units[0]))] if len(units) == 1 else []

    def _each(self, payload: Payload) -> list[Payload]:
        """Every definition of those quoted together."""
        text = payload.text
        spans = self._layout.definitions(text, Provision("", "", "", "", "", Span(0, len(text))))
        if len(spans) < 2 or spans[-1].end != len(text):
            return [payload]
        return [replace(payload, text=text[s.start : s.end]) for s in spans]

    def _renumber(self, base: Instruction, targets: list[Target], lead: Lead) -> Iterator[Instruction]:
        new = self._refs.targets(lead.match["new"])
        if new is None or len(new) != len(targets):
            yield replace(base, target=targets[0], reason="not understood: the new number")
            return
        for old, one in zip(targets, new, strict=True):
            if len(one.steps) == len(old.steps) + 1:
                yield replace(base, op=Op.RENUMBER, target=old, anchor=Anchor(steps=one.steps[-1:]), payload=None)
            else:
                yield replace(base, op=Op.RENUMBER, target=old, payload=Payload(one.steps[-1].num))

    def _listed(self, base: Instruction, text: str, lead: Lead) -> Iterator[Instruction]:
        """A change of words in each of the provisions listed."""
        old, new = _quotations(lead.match["old"]), _quotations(lead.match["new"])
        if len(old) != len(new) or not old:
            yield replace(base, reason="not understood: which words become which")
            return
        for target, problem in self._targets_listed(text, lead.subject):
            others = tuple(zip(old[1:], new[1:], strict=True))
            anchor = Anchor(text=old[0], occurrence=Occurrence.EACH, others=others)
            yield replace(base, op=Op.GLOBAL, target=target, anchor=anchor, payload=Payload(new[0]), reason=problem)

    def _item(self, text: str) -> str:
        return self._data.list_end.sub("", text.strip()).strip()

    def _targets_listed(self, text: str, subject: str) -> Iterator[tuple[Target, str]]:
        lang = None
        if where := self._data.whole_act.fullmatch(subject.strip(" ,")):
            lang = self._data.versions.get(where["lang"])
        act = ""
        items = [item for item in self._data.list_items.split(text) if item.strip()]
        while items:
            taken = 1
            bare = self._item(items[0])
            if within := self._data.list_act.fullmatch(bare):
                act = within["act"].removeprefix("the ")
                items = items[1:]
                continue
            found = self._refs.targets(bare)
            while found is None and taken < min(len(items), 4):  # "(a), (b) and (c)" is no list of items
                taken += 1
                found = self._refs.targets(self._item(", ".join(items[:taken])))
            items = items[taken if found is not None else 1 :]
            if found is None:
                yield Target((), act=act), f"not understood: one of the provisions listed ({bare[:80]})"
                continue
            for target in found:
                yield replace(target, act=target.act or act, lang=target.lang or lang), ""


def _worded(phrase: PhraseWords, match: re.Match[str]) -> tuple[Anchor | None, Payload | None]:
    """The words that a phrase takes out and puts in."""
    groups = match.groupdict()
    out, into = groups.get("out"), groups.get("in")
    if out is None and into is None:
        return None, None
    return Anchor(phrase.where, text=_unquoted(out)), Payload(_unquoted(into)) if into is not None else None


def _quotations(text: str) -> list[str]:
    return [_unquoted(m.group()) for m in re.finditer(QUOTE, text)]


def _unquoted(text: str | None) -> str:
    return text.strip(' “”"«»') if text else ""
