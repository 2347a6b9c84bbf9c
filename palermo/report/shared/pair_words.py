"""Names of the pairs of a comparison, and the number of each kind, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from palermo.alignment.compare.model import Alignment, Pair, PairKind
from palermo.corpus.model.text_model import Provision, Version
from palermo.report.language.forms import day
from palermo.report.language.message import Message

__all__ = ["bilingual", "called", "headline", "label", "labels", "nothing", "summary", "tags", "title", "visible"]

_BOTH = Message("{left} and {right}")
_COUNTERPART = "counterpart"  # in another language
_WORDS = {PairKind.SAME: "unchanged"}
_NAMES = {"remark": "editorial note", "authorialNote": "footnote", "act": "beginning", "doc": "beginning"}


def visible(alignment: Alignment) -> list[Pair]:
    """The pairs in which there is something to read; the others hold only markup, such as a file's front matter."""
    return [pair for pair in alignment.pairs if pair.differs or (pair.left and pair.right)]


def bilingual(pair: Pair, alignment: Alignment) -> bool:
    """True if the provisions of the pair are in two languages, whose words nobody can hold against each other."""
    if pair.left_source is None or pair.right_source is None:
        return False
    return alignment.left[pair.left_source].lang != alignment.right[pair.right_source].lang


def summary(alignment: Alignment) -> list[str]:
    """The counts in words, what differs first: `12 added`; nothing that is not there."""
    every = visible(alignment)
    pairs = [pair for pair in every if not bilingual(pair, alignment)]
    kinds = Counter(pair.kind for pair in pairs)
    counts = [(len(every) - len(pairs), f"{_COUNTERPART}s")]
    counts += [(kinds[kind], kind.value) for kind in PairKind if kind is not PairKind.SAME]
    counts += [(sum(pair.moved for pair in every), "moved"), (sum(pair.renumbered for pair in every), "renumbered")]
    counts.append((kinds[PairKind.SAME], "with the same words"))
    return [f"{number:,} {name}" for number, name in counts if number]


def nothing(alignment: Alignment) -> str:
    """Sentence for no difference: none in the texts, or none of the kinds asked for (which leave no pair)."""
    return "No words differ." if alignment.pairs else "No difference of the kinds asked for."


def headline(version: Version) -> str:
    """The text's title with its language and date."""
    facts = [version.lang] if version.lang != "und" else []
    if version.in_force is not None:
        facts.append(version.in_force.start)
    name = version.title or version.source.path
    return f"{name} ({', '.join(facts)})" if facts else name


def title(alignment: Alignment) -> str:
    """Title of the comparison: its texts, or the one text that both sides are and the dates of the two."""
    left, right = alignment.left[0], alignment.right[0]
    if left.title and left.title == right.title:
        dates = [day(v.in_force.start) for v in (left, right) if v.in_force is not None]
        return f"{left.title}: {_BOTH(left=dates[0], right=dates[1])}" if len(set(dates)) == 2 else left.title
    return _BOTH(left=left.title or left.source.path, right=right.title or right.source.path)


def label(provisions: Sequence[Provision]) -> str:
    """Label of a pair's provisions: by citation, or by level with number or heading; "" for none."""
    return ", ".join(p.cite or " ".join([_NAMES.get(p.level, p.level), p.num or p.heading]).strip() for p in provisions)


def called(provision: Provision) -> str:
    """An article as a heading: `Article 128 Trafficking in persons`."""
    if provision.cite and provision.num:
        return f"{provision.level.capitalize()} {provision.cite} {provision.heading}".strip()
    name = label([provision]) or "text"
    heading = f" {provision.heading}" if provision.num and provision.heading else ""
    return name[0].upper() + name[1:] + heading


def labels(pair: Pair) -> str:
    """The provisions of both sides, once where they are called the same."""
    left, right = label(pair.left), label(pair.right)
    return left or right if not left or not right or left == right else f"{left} → {right}"


def tags(pair: Pair, alignment: Alignment) -> list[str]:
    """Words for what became of the pair: its kind, moved, renumbered, editorial."""
    if bilingual(pair, alignment):
        words = [_COUNTERPART]
    else:
        words = [] if pair.kind is PairKind.SAME and pair.differs else [_WORDS.get(pair.kind, pair.kind.value)]
    words += ["moved"] * pair.moved + ["renumbered"] * pair.renumbered
    editorial = any(e.real for e in pair.edits) and not pair.material
    return words + ["editorial"] * editorial
