"""Invented articles, random edits of them, and what a drafter would write for these: Russian, Ukrainian, Kazakh."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from hypothesis import strategies as st

__all__ = [
    "KAZAKH",
    "RUSSIAN",
    "UKRAINIAN",
    "Article",
    "Change",
    "Style",
    "articles",
    "bill",
    "changes",
    "ordinal",
    "render",
]

_STEMS = ("маяк", "буй", "якорь", "причал", "шлюз", "бакен", "трап", "кнехт", "леер", "румпель", "фал", "клюз")


@dataclass(frozen=True, slots=True)
class Style:
    """How a language has it: `stems` of ordinals from the first on, their `endings` by role (and those of the third,
    which is soft), `words` for what stands in an article, `formulae` for what is done."""

    lang: str
    stems: tuple[str, ...]
    endings: dict[str, str]
    soft: dict[str, str]
    twenty: str
    words: dict[str, str]
    formulae: dict[str, str]
    verb_last: bool = False

    def penalty(self, *words: str) -> tuple[str, ...]:
        """The line that says how an act is punished."""
        return (*words, self.words["punished"]) if self.verb_last else (self.words["punished"], *words)


RUSSIAN = Style(
    "ru",
    ("перв", "втор", "трет", "четвёрт", "пят", "шест", "седьм", "восьм", "девят", "десят"),
    {"acc": "ую", "loc": "ой", "gen": "ой", "ins": "ой", "m": "ый"},
    {"acc": "ью", "loc": "ьей", "gen": "ьей", "ins": "ьей", "m": "ий"},
    "двадцать",
    {
        "article": "Статья {number}.",
        "note": "Примечание",
        "punished": "наказывается",
        "fine": "штрафом",
        "heading": "Новый заголовок",
    },
    {
        "article": "1) в статье {number}:",
        "in": "в части {part}",
        "whole": "часть {part}",
        "of": "части {part}",
        "title": "заголовок изложить в следующей редакции:\n«{text}»;",
        "add": "дополнить частью {part} следующего содержания:\n«{text}»;",
        "substitute": "{place} слово «{old}» заменить словами «{new}»;",
        "insert": "{whole} после слова «{old}» дополнить словами «{new}»;",
        "delete": "{place} слово «{old}» исключить;",
        "replace": "{whole} изложить в следующей редакции:\n«{text}»;",
        "repeal": "{whole} исключить;",
        "line": "абзац {line} {of} изложить в следующей редакции:\n«{text}»;",
        "item": "пункт 1) {of} исключить;",
        "new item": "{whole} дополнить пунктом 1-1) следующего содержания:\n«{text}»;",
        "other item": "{place}:\nпункт 1) изложить в следующей редакции:\n«{text}»;",
    },
)
UKRAINIAN = Style(
    "uk",
    ("перш", "друг", "трет", "четверт", "п’ят", "шост", "сьом", "восьм", "дев’ят", "десят"),
    {"acc": "у", "loc": "ій", "gen": "ої", "ins": "ою", "m": "ий"},
    {"acc": "ю", "loc": "ій", "gen": "ьої", "ins": "ьою", "m": "ій"},
    "двадцять",
    {
        "article": "Стаття {number}.",
        "note": "Примітка",
        "punished": "карається",
        "fine": "штрафом",
        "heading": "Новий заголовок",
    },
    {
        "article": "1) у статті {number}:",
        "in": "у частині {part}",
        "whole": "частину {part}",
        "of": "частини {part}",
        "title": "назву викласти в такій редакції:\n«{text}»;",
        "add": "доповнити частиною {part} такого змісту:\n«{text}»;",
        "substitute": "{place} слово «{old}» замінити словами «{new}»;",
        "insert": "{whole} після слова «{old}» доповнити словами «{new}»;",
        "delete": "{place} слово «{old}» виключити;",
        "replace": "{whole} викласти в такій редакції:\n«{text}»;",
        "repeal": "{whole} виключити;",
        "line": "абзац {line} {of} викласти в такій редакції:\n«{text}»;",
        "item": "пункт 1 {of} виключити;",
        "new item": "{whole} доповнити пунктом 1-1 такого змісту:\n«{text}»;",
        "other item": "{place}:\nпункт 1 викласти в такій редакції:\n«{text}»;",
    },
)
KAZAKH = Style(
    "kk",
    ("бірінші", "екінші", "үшінші", "төртінші", "бесінші", "алтыншы", "жетінші", "сегізінші", "тоғызыншы", "оныншы"),
    dict.fromkeys(("acc", "loc", "gen", "ins", "m"), ""),
    dict.fromkeys(("acc", "loc", "gen", "ins", "m"), ""),
    "жиырма",
    {
        "article": "{number}-бап.",
        "note": "Ескертпе",
        "punished": "жазаланады",
        "fine": "айыппұлмен",
        "heading": "Жаңа тақырып",
    },
    {
        "article": "1) {number}-бапта:",
        "in": "{part} бөлікте",
        "whole": "{part} бөлік",
        "of": "{part} бөліктің",
        "title": "тақырыбы мынадай редакцияда жазылсын:\n«{text}»;",
        "add": "мынадай мазмұндағы {part} бөлікпен толықтырылсын:\n«{text}»;",
        "substitute": "{place} «{old}» деген сөз «{new}» деген сөздермен ауыстырылсын;",
        "insert": "{whole} «{old}» деген сөзден кейін «{new}» деген сөздермен толықтырылсын;",
        "delete": "{place} «{old}» деген сөз алып тасталсын;",
        "replace": "{whole} мынадай редакцияда жазылсын:\n«{text}»;",
        "repeal": "{whole} алып тасталсын;",
        "line": "{of} {line} абзацы мынадай редакцияда жазылсын:\n«{text}»;",
        "item": "{of} 1) тармағы алып тасталсын;",
        "new item": "{whole} мынадай мазмұндағы 1-1) тармақпен толықтырылсын:\n«{text}»;",
        "other item": "{place}:\n1) тармақ мынадай редакцияда жазылсын:\n«{text}»;",
    },
    verb_last=True,
)


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


def ordinal(number: int, role: str, style: Style = RUSSIAN) -> str:
    """The ordinal in its role: acc, loc, gen or ins of a part, m of a line. Up to the twenty-ninth but the teens."""
    tens, number = (f"{style.twenty} ", number - 20) if number > 20 else ("", number)
    stem = style.stems[number - 1]
    if number == 3:
        return tens + stem + style.soft[role]
    if role == "m" and stem in ("втор", "шест", "седьм", "восьм"):
        return tens + stem + "ой"
    return tens + stem + style.endings[role]


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


def render(article: Article, sep: str, style: Style = RUSSIAN) -> str:
    """The article as it is printed."""
    lines = [f"{style.words['article'].format(number=article.number)} {' '.join(article.heading)}"]
    lines += [piece_text(p, sep) for p in article.parts]
    if article.note:
        lines.append(f"{style.words['note']}. {_line(article.note, '.')}")
    return sep.join(lines)


@st.composite
def articles(draw: st.DrawFn, style: Style = RUSSIAN) -> Article:
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
        penalty = style.penalty(*words(2, 4, "за")) if draw(st.booleans()) else ()
        parts.append(Piece(n, words(3, 6), items, penalty))
    note = words(3, 5) if draw(st.booleans()) else ()
    return Article(draw(st.sampled_from(["7", "31", "132-1"])), words(2, 3), tuple(parts), note)


@st.composite
def changes(draw: st.DrawFn, article: Article, sep: str, style: Style = RUSSIAN) -> list[Change]:
    """At most one change of each part, of the heading and of the end, as they follow each other in the article."""
    made = []
    if draw(st.booleans()):
        made.append(_heading(article, style))
    for n in range(len(article.parts)):
        if draw(st.booleans()):
            made.append(draw(st.sampled_from(_of_part(article, n, sep, style))))
    if draw(st.booleans()):
        made.append(_added(article, sep, style))
    return made


def bill(article: Article, made: list[Change], style: Style = RUSSIAN) -> str:
    """The instructions under the heading that names the article."""
    return "\n".join([style.formulae["article"].format(number=article.number), *(c.words for c in made)])


def _heading(article: Article, style: Style) -> Change:
    heading = tuple(style.words["heading"].split())
    text = f"{style.words['article'].format(number=article.number)} {' '.join(heading)}"
    words = style.formulae["title"].format(text=text)
    return Change("restate-title", article.number, words, lambda a: replace(a, heading=heading), -1)


def _added(article: Article, sep: str, style: Style) -> Change:
    penalty = style.penalty(style.words["fine"])
    piece = Piece(len(article.parts) + 1, ("Вновь", "введено"), (), penalty)
    part = ordinal(piece.num, "ins", style)
    words = style.formulae["add"].format(part=part, text=piece_text(piece, sep))
    return Change("insert", article.number, words, lambda a: replace(a, parts=(*a.parts, piece)), len(article.parts))


def _with(n: int, change: Callable[[Piece], Piece]) -> Callable[[Article], Article]:
    return lambda a: replace(a, parts=tuple(change(p) if p.num == n else p for p in a.parts))


def _of_part(article: Article, n: int, sep: str, style: Style) -> list[Change]:
    piece = article.parts[n]
    num, here, old = piece.num, f"{article.number}({piece.num})", piece.words[1]
    names = {
        "place": style.formulae["in"].format(part=ordinal(num, "loc", style)),
        "whole": style.formulae["whole"].format(part=ordinal(num, "acc", style)),
        "of": style.formulae["of"].format(part=ordinal(num, "gen", style)),
        "old": old,
    }

    def made(op: str, cite: str, formula: str, edit: Callable[[Article], Article], **words: str) -> Change:
        return Change(op, cite, style.formulae[formula].format(**names, **words), edit, n)

    def exchanged(*new: str) -> Callable[[Article], Article]:
        return _with(num, lambda p: replace(p, words=(p.words[0], *new, *p.words[2:])))

    def items(*new: tuple[str, tuple[str, ...]], skip: int) -> Callable[[Article], Article]:
        return _with(num, lambda p: replace(p, items=(*new, *p.items[skip:])))

    fresh = Piece(num, ("Совсем", "иное"), (), piece.penalty)
    out = [
        made("substitute-text", here, "substitute", exchanged("весло", "киль"), new="весло киль"),
        made("insert-text", here, "insert", exchanged(f"{old},", "киль"), new=", киль"),
        made("delete-text", here, "delete", exchanged()),
        made("replace", here, "replace", _with(num, lambda _: fresh), text=piece_text(fresh, sep)),
        made("delete", here, "repeal", lambda a: replace(a, parts=tuple(p for p in a.parts if p.num != num))),
    ]
    if piece.penalty:
        line, penalty = len(piece.items) + 2, style.penalty(style.words["fine"])
        edit = _with(num, lambda p: replace(p, penalty=penalty))
        text = f"{' '.join(penalty)}."
        out.append(made("replace", f"{here}({line})", "line", edit, line=ordinal(line, "m", style), text=text))
    if piece.items:
        new, other = ("1-1", ("новое", "дело")), ("1", ("другое", "дело"))
        out += [
            made("delete", f"{here}(1)", "item", items(skip=1)),
            made("insert", here, "new item", items(piece.items[0], new, skip=1), text="1-1) новое дело;"),
            made("replace", f"{here}(1)", "other item", items(other, skip=1), text="1) другое дело;"),
        ]
    return out
