"""Invented articles in Russian, random edits of them, and the instructions that a drafter would write for these."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from hypothesis import strategies as st

__all__ = ["Article", "Change", "articles", "changes", "ordinal", "render"]

_STEMS = ("маяк", "буй", "якорь", "причал", "шлюз", "бакен", "трап", "кнехт", "леер", "румпель", "фал", "клюз")
_UNITS = "", "перв", "втор", "трет", "четвёрт", "пят", "шест", "седьм", "восьм", "девят"
_TEENS = "десят", "одиннадцат", "двенадцат", "тринадцат", "четырнадцат", "пятнадцат"


@dataclass(frozen=True, slots=True)
class Piece:
    """A part: its words, a list below them, and the line that closes the sentence behind the list ("" for none)."""

    num: int
    words: tuple[str, ...]
    items: tuple[tuple[str, tuple[str, ...]], ...] = ()
    penalty: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    number: str
    heading: tuple[str, ...]
    parts: tuple[Piece, ...]
    note: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """`words` instruct what `edit` does to the article; `part` is the place of the part that it is about."""

    op: str
    cite: str
    words: str
    edit: Callable[[Article], Article]
    part: int


def ordinal(number: int, feminine: str, masculine: str = "") -> str:
    """The ordinal with an ending: "вторую" (ую), "третью" and its like apart."""
    tens = ""
    if number >= 20:
        tens, number = "двадцать ", number - 20
    stem = _UNITS[number] if number < 10 else _TEENS[number - 10]
    if stem == "трет":
        soft = {"ую": "ью", "ой": "ьей", "ом": "ьем", "ый": "ий", "ая": "ья"}
        return tens + stem + soft[feminine or masculine]
    if stem in ("втор", "шест", "седьм", "восьм") and (feminine or masculine) == "ый":
        return tens + stem + "ой"
    return tens + stem + (feminine or masculine)


def _line(words: tuple[str, ...], end: str) -> str:
    return " ".join(words) + end


def piece_text(piece: Piece, sep: str) -> str:
    """The part as it stands in the article."""
    behind = " –" if piece.penalty else "."
    if not piece.items:
        lines = [f"{piece.num}. {_line(piece.words, behind)}".replace("  ", " ")]
    else:
        lines = [f"{piece.num}. {_line(piece.words, ':')}"]
        last = len(piece.items) - 1
        for n, (number, words) in enumerate(piece.items):
            end = ";" if n < last else ", –" if piece.penalty else "."
            lines.append(f"{number}) {_line(words, end)}")
    if piece.penalty:
        lines.append(_line(piece.penalty, "."))
    return sep.join(lines)


def render(article: Article, sep: str) -> str:
    lines = [f"Статья {article.number}. {' '.join(article.heading)}"]
    lines += [piece_text(p, sep) for p in article.parts]
    if article.note:
        lines.append(f"Примечание. {_line(article.note, '.')}")
    return sep.join(lines)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """An article in which no word stands twice."""
    count = [0]

    def words(low: int, high: int, first: str = "") -> tuple[str, ...]:
        out = []
        for _ in range(draw(st.integers(low, high))):
            count[0] += 1
            stem = _STEMS[count[0] % len(_STEMS)]
            out.append(stem + "абвгдежзиклмнопрстуфхцчшэюя"[count[0] // len(_STEMS)] + "о")
        if first:
            out[0] = first + out[0]
        return (out[0][0].upper() + out[0][1:], *out[1:]) if first == "" else tuple(out)

    parts = []
    for n in range(1, draw(st.integers(2, 5)) + 1):
        items = tuple((str(k), words(2, 4, "не")) for k in range(1, draw(st.sampled_from([0, 0, 2, 3])) + 1))
        penalty = ("наказывается", *words(2, 4, "за")) if draw(st.booleans()) else ()
        parts.append(Piece(n, words(3, 6), items, penalty))
    note = words(3, 5) if draw(st.booleans()) else ()
    return Article(draw(st.sampled_from(["7", "31", "132-1"])), words(2, 3), tuple(parts), note)


@st.composite
def changes(draw: st.DrawFn, article: Article, sep: str) -> list[Change]:
    """At most one change of each part, of the heading and of the note, as they follow each other in the article."""
    made = []
    if draw(st.booleans()):
        made.append(_heading(article))
    for n in range(len(article.parts)):
        if draw(st.booleans()):
            made.append(draw(st.sampled_from(_of_part(article, n, sep))))
    if draw(st.booleans()):
        made.append(_added(article, sep))
    return made


def _heading(article: Article) -> Change:
    text = "Новый заголовок"
    return Change(
        "restate-title",
        article.number,
        f"заголовок изложить в следующей редакции:\n«Статья {article.number}. {text}»;",
        lambda a: replace(a, heading=tuple(text.split())),
        -1,
    )


def _added(article: Article, sep: str) -> Change:
    piece = Piece(len(article.parts) + 1, ("Вновь", "введено"), (), ("наказывается", "штрафом"))
    name = ordinal(piece.num, "ой")
    return Change(
        "insert",
        article.number,
        f"дополнить частью {name} следующего содержания:\n«{piece_text(piece, sep)}»;",
        lambda a: replace(a, parts=(*a.parts, piece)),
        len(article.parts),
    )


def _with(n: int, change: Callable[[Piece], Piece]) -> Callable[[Article], Article]:
    return lambda a: replace(a, parts=tuple(change(p) if p.num == n else p for p in a.parts))


def _of_part(article: Article, n: int, sep: str) -> list[Change]:
    piece = article.parts[n]
    num, here = piece.num, f"{article.number}({piece.num})"
    place, whole = f"в части {ordinal(num, 'ой')}", f"часть {ordinal(num, 'ую')}"
    old = piece.words[1]

    def exchanged(new: tuple[str, ...]) -> Callable[[Article], Article]:
        return _with(num, lambda p: replace(p, words=(p.words[0], *new, *p.words[2:])))

    fresh = Piece(num, ("Совсем", "иное"), (), piece.penalty)
    out = [
        Change("substitute-text", here, f"{place} слово «{old}» заменить словами «весло и киль»;",
               exchanged(("весло", "и", "киль")), n),
        Change("insert-text", here, f"{whole} после слова «{old}» дополнить словами «, киль»;",
               exchanged((f"{old},", "киль")), n),
        Change("delete-text", here, f"{place} слово «{old}» исключить;", exchanged(()), n),
        Change("replace", here, f"{whole} изложить в следующей редакции:\n«{piece_text(fresh, sep)}»;",
               _with(num, lambda _: fresh), n),
        Change("delete", here, f"{whole} исключить;",
               lambda a: replace(a, parts=tuple(p for p in a.parts if p.num != num)), n),
    ]  # fmt: skip
    lines = len(piece.items) + 2
    if piece.penalty:
        out.append(
            Change("replace", f"{here}({lines})",
                   f"абзац {ordinal(lines, '', 'ый')} части {ordinal(num, 'ой')} изложить в следующей редакции:\n"
                   "«наказывается штрафом.»;",
                   _with(num, lambda p: replace(p, penalty=("наказывается", "штрафом"))), n)
        )  # fmt: skip
    if piece.items:
        first = ("1-1", ("новое", "дело"))
        out += [
            Change("delete", f"{here}(1)", f"пункт 1) части {ordinal(num, 'ой')} исключить;",
                   _with(num, lambda p: replace(p, items=p.items[1:])), n),
            Change("insert", here,
                   f"{whole} дополнить пунктом 1-1) следующего содержания:\n«1-1) новое дело;»;",
                   _with(num, lambda p: replace(p, items=(p.items[0], first, *p.items[1:]))), n),
            Change("replace", f"{here}(1)",
                   f"{place}:\nпункт 1) изложить в следующей редакции:\n«1) другое дело;»;",
                   _with(num, lambda p: replace(p, items=(("1", ("другое", "дело")), *p.items[1:]))), n),
        ]  # fmt: skip
    return out
