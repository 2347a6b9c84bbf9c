"""Reads links out of the texts of a library: which acts each amends, so that an act leads to what amends it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib import resources
from importlib.resources.abc import Traversable

from palermo.corpus.amendments import Instruction, Op, read
from palermo.corpus.amendments.commencement.clauses import timetable
from palermo.corpus.amendments.model import Commencement, Where
from palermo.corpus.amendments.provision_layout import ProvisionLayout
from palermo.corpus.amendments.read_act import place
from palermo.corpus.amendments.reading.named_act import same_act
from palermo.corpus.amendments.traditions.tradition_registry import traditions
from palermo.corpus.grammar_words import every_word, grammar_words
from palermo.corpus.model.languages import UNDETERMINED
from palermo.corpus.model.text_model import Version
from palermo.kb.library.library import Library
from palermo.kb.library.links.links import Link, Read
from palermo.kb.library.progress import Track, silent

__all__ = ["link", "looks_amending", "rules", "words_behind"]

# Code points for one cue: of 150 texts those that amend others have one in 11,000 or less, codes in force in 40,000.
_RARE = 20_000
# Raise it with every change of Python here or in corpus/amendments that may read another instruction, target, date or
# reason out of some text: libraries then read their texts anew. A change of the YAML data does so by itself.
_VERSION = 1
_BEHIND = 120  # code points behind an act's name, in which its date and number stand


def link(library: Library, track: Track = silent, *, anew: bool = False) -> None:
    """Read the texts that were added since this was last done, and all of them if it was done by other rules, or
    `anew`. Nothing where nothing can be written now (`Library.still`): what was read before stays."""
    if library.still:
        return
    with library.snapshot():
        new = tuple(f.key for f in library.fragments()) if anew else library.links.unread(rules())
        found = [_read(library, key) for key in track(new, "reading amendments", len(new))]
    if found:
        library.links.save(rules(), found)


@cache
def rules() -> str:
    """Key of the rules that links are read by: the version of the code and a digest of its data files."""
    digest = sha256()
    for path, file in sorted(_data_files(resources.files("palermo.corpus.amendments"))):
        digest.update(path.encode() + file.read_bytes())
    digest.update("\0".join(every_word(lambda words: (words.instruments.amending_act,))).encode())
    return f"{_VERSION}-{digest.hexdigest()}"


def _data_files(folder: Traversable, above: str = "") -> Iterator[tuple[str, Traversable]]:
    """The YAML files below a folder, each with its path from there."""
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _data_files(entry, f"{above}{entry.name}/")
        elif entry.name.endswith(".yaml"):
            yield f"{above}{entry.name}", entry


def looks_amending(text: str, lang: str) -> bool:
    """True if the text has cue words of amending acts often enough to be worth reading as one."""
    if not traditions(lang):
        return False
    cues = _cues(lang)
    return cues is None or sum(1 for _ in cues.finditer(text)) * _RARE > len(text)


def _read(library: Library, key: int) -> Read:
    lang = library.fragment(key).lang
    if lang == UNDETERMINED or not looks_amending(library.text(key)[0], lang):
        return Read(key)
    act = library.version(key)
    reading = read(act)
    edits = (i for i in reading.instructions if i.op is not Op.COMMENCE)
    # What names no act and is not understood is about none; a consolidated text quotes what amended itself.
    named = [i for i in edits if i.target.act or not i.reason]
    if not named:
        return Read(key)
    tradition = next(t for t in traditions(lang) if t.name == reading.tradition)
    others = [i for i in named if not (i.target.act and same_act(i.target.act, act.title))]
    layout, table = tradition.layout(lang), timetable(act, reading.instructions)
    behind = words_behind(act, {i.target.act for i in others})
    acts: dict[tuple[str, str], list[Link]] = {}
    for instruction in others:
        name = instruction.target.act
        acts.setdefault((name, behind[name]), []).append(_link(act, instruction, layout, table.of(instruction)))
    return Read(key, reading.tradition, acts)


def _link(act: Version, instruction: Instruction, layout: ProvisionLayout, begins: Commencement) -> Link:
    target = instruction.target
    inside = bool(target.steps) and target.steps[0].level != "outside"
    brings = _brings(instruction, layout)
    understood = not instruction.reason or instruction.payload is not None or instruction.op is not Op.REPLACE
    return Link(
        order=instruction.order,
        place=place(act, instruction),
        op=instruction.op.value if understood else "",
        target=target.cite or brings,
        section=target.steps[0].num if inside else "",
        through=target.through if inside and len(target.steps) == 1 else "",
        brings=brings,
        reason=instruction.reason,
        commences=begins.date or begins.near,
        exact=begins.date is not None or begins.near is None,
        why=begins.reason,
        span=instruction.span,
    )


def _brings(instruction: Instruction, layout: ProvisionLayout) -> str:
    """The number of the article or section that is new to the act; "" where it is not said or none is."""
    payload, anchor, target = instruction.payload, instruction.anchor, instruction.target
    if instruction.op is Op.RENUMBER and len(target.steps) == 1:
        return payload.text.strip() if payload else ""
    if target.steps or payload is None or instruction.op not in (Op.INSERT, Op.ADD):
        return ""
    unit = layout.section(payload.text, None)
    if unit is not None:
        return unit.num
    return anchor.steps[-1].num if anchor and anchor.steps and anchor.where is Where.ORDER else ""


def words_behind(act: Version, names: Iterable[str]) -> dict[str, str]:
    """The words behind each name where the act has it first with a figure behind it; "" where it never has one."""
    text = act.reading().text
    found = {}
    for name in names:
        places = (m.end() for m in re.finditer(re.escape(name), text)) if name else iter(())
        behind = (text[at : at + _BEHIND] for at in places)
        found[name] = next((words for words in behind if re.search(r"\d", words)), "")
    return found


@cache
def _cues(lang: str) -> re.Pattern[str] | None:
    """None for a language of which it is not known what its amending acts say: all that is in it is read."""
    pattern = grammar_words(lang).instruments.amending_act
    return re.compile(pattern, re.IGNORECASE) if pattern else None
