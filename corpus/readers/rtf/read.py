"""Rich Text Format to paragraphs: what is no text is passed over, footnotes stand behind their paragraph."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from palermo.corpus.errors import InputError
from palermo.corpus.readers.rtf.tokens import RtfKind, RtfToken, tokens
from palermo.corpus.readers.shared.blocks import MOST_PARAGRAPHS, FileBlock, Writing, assemble, raised, too_long, unread
from palermo.corpus.readers.shared.heading_styles import TITLE, level_of_name
from palermo.corpus.readers.shared.office_metadata import day, title
from palermo.corpus.readers.shared.reader_output import Metadata, Raw

__all__ = ["read"]

_DEEPEST = 300  # groups in groups
_PASSED_OVER = frozenset({
    "colortbl", "header", "headerf", "headerl", "headerr", "footer", "footerf", "footerl", "footerr", "pict", "objdata",
    "fldinst", "annotation", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "listtable",
    "listoverridetable", "rsidtbl", "generator", "themedata", "colorschememapping", "latentstyles", "datastore",
    "bkmkstart", "bkmkend", "xmlnstbl", "filetbl", "revtbl", "nonshppict", "sp", "atnid", "atnauthor", "template",
    "private", "xe", "tc", "background", "userprops", "mmathPr", "listpicture", "pgptbl", "falt", "panose",
    "keywords", "author", "operator", "company", "manager", "subject", "category", "comment", "doccomm", "hlinkbase",
})  # fmt: skip
_STARRED = frozenset(
    {"footnote", "shpinst", "shptxt", "listtext", "pntext", "shppict"}
)  # read though `\*` lets one skip them
_CODE_PAGES = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254", 177: "cp1255",
    178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
_CHARACTERS = {
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
    "emspace": "\u2003", "enspace": "\u2002", "tab": " ",
}  # fmt: skip
_SIGNS = {"~": "\u00a0", "_": "\u2011", "\\": "\\", "{": "{", "}": "}"}


def read(data: bytes, file: str) -> Raw:
    """The paragraphs, each on its line. Raises InputError."""
    reader = _Reader(file)
    for token in tokens(data):
        reader.take(token)
    blocks = reader.finish()
    shown = " ".join(blocks[0].text.split()) if blocks and blocks[0].heading else None
    metadata = Metadata(title=title(reader.title) or shown, saved=max(reader.days, default=None))
    return assemble(blocks, metadata, file, tuple(unread(changed=reader.changed, hidden=reader.hid)))


@dataclass(frozen=True, slots=True)
class _State:
    """What a group inherits and its end undoes. `where` names the destination: "" is the text."""

    where: str = ""
    page: str = "cp1252"
    fallback: int = 1
    deleted: bool = False
    hidden: bool = False
    raised: bool = False


@dataclass(slots=True)
class _Paragraph:
    """The text of one level: the body, or a footnote."""

    writing: Writing = field(default_factory=Writing)
    heading: int = 0
    in_table: bool = False
    row: bool = False
    after: list[FileBlock] = field(default_factory=list)


class _Reader:
    def __init__(self, file: str) -> None:
        self.title = ""
        self.days: list[str] = []
        self.changed = self.hid = False
        self._file = file
        self._blocks: list[FileBlock] = []
        self._stack: list[_State] = []
        self._state = _State()
        self._starred = False
        self._skip = 0
        self._bytes = bytearray()
        self._half = ""
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._default = "cp1252"
        self._styles: dict[int, tuple[str, int]] = {}
        self._style = 0
        self._style_name = ""
        self._style_level = 0
        self._date: dict[str, int] = {}
        self._body = _Paragraph()
        self._outer: list[tuple[int, _Paragraph]] = []
        self._count = self._marked = 0

    def take(self, token: RtfToken) -> None:
        if token.kind is RtfKind.TEXT:
            self._text(token.data)
            return
        self._flush()
        if token.kind is RtfKind.OPEN:
            if len(self._stack) >= _DEEPEST:
                raise InputError(f"nests more than {_DEEPEST} groups", file=self._file, expected="a document")
            self._stack.append(self._state)
            self._skip = 0
        elif token.kind is RtfKind.CLOSE:
            self._close()
        elif token.kind is RtfKind.SIGN:
            self._sign(token.name)
        else:
            self._word(token.name, token.number)
            self._starred = False

    def finish(self) -> list[FileBlock]:
        self._flush()
        while self._outer:
            self._end_note()
        self._end_paragraph()
        return self._blocks

    def _text(self, data: bytes) -> None:
        cut = min(self._skip, len(data))
        self._skip -= cut
        self._bytes += data[cut:]

    def _flush(self) -> None:
        if self._bytes:
            text = bytes(self._bytes).decode(self._state.page, "replace")
            self._bytes.clear()
            self._write(text)

    def _write(self, text: str) -> None:
        state = self._state
        if state.where == "title":
            self.title += text
        elif state.where == "stylesheet":
            self._style_name += text
        elif state.where == "":
            if state.deleted or state.hidden:
                self.hid = self.hid or (state.hidden and not state.deleted and bool(text.strip()))
            else:
                self._body.writing.write(raised(text) if state.raised else text)

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._starred = True
        elif sign in "\r\n":
            self._end_paragraph()
        elif self._skip and sign in _SIGNS:
            self._skip -= 1
        elif sign in _SIGNS:
            self._write(_SIGNS[sign])

    def _close(self) -> None:
        if self._state.where == "stylesheet":
            self._define_style()
        if self._state.where == "date" and self._date:
            found = day("{yr:04}-{mo:02}-{dy:02}".format(**{"yr": 0, "mo": 0, "dy": 0} | self._date))
            self.days += [found] if found else []
            self._date = {}
        if self._stack:
            self._state = self._stack.pop()
        if self._outer and len(self._stack) < self._outer[-1][0]:
            self._end_note()

    def _word(self, name: str, number: int | None) -> None:
        unread = name in _PASSED_OVER or (self._starred and name not in _STARRED)
        if unread or self._state.where == "skip":
            self._set(where="skip")
        elif name == "u":
            self._unicode(number or 0)
        elif name in _CHARACTERS:
            self._write(_CHARACTERS[name])
        elif name in _FORMS:
            _FORMS[name](self, number)

    def _unicode(self, number: int) -> None:
        unit = chr(number & 0xFFFF)
        self._skip = self._state.fallback
        if "\ud800" <= unit <= "\udbff":
            self._half = unit
            return
        pair, self._half = self._half + unit, ""
        self._write(pair.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))

    def _set(self, **state: Any) -> None:
        self._state = replace(self._state, **state)

    def _begin_note(self) -> None:
        if self._outer:  # a note has none of its own
            return
        self._count += 1
        self._outer.append((len(self._stack), self._body))
        self._body = _Paragraph()

    def _end_note(self) -> None:
        note = self._body
        _, self._body = self._outer.pop()
        if not self._state.deleted:
            self._body.after += (note.writing.block(footnote=True), *note.after)

    def _mark_note(self) -> None:
        if not (self._state.deleted or self._state.hidden or self._state.where):
            self._marked += 1
            if self._marked > MOST_PARAGRAPHS:
                raise too_long(self._file)
            self._body.writing.mark(str(self._count if self._outer else self._count + 1))

    def _end_paragraph(self) -> None:
        if self._state.where:
            return
        if self._state.deleted:
            self.changed = True
            return
        body = self._body
        if self._outer or (body.in_table and body.row):
            body.writing.line()
            return
        self._blocks += (block for block in (body.writing.block(body.heading), *body.after) if block.text)
        if len(self._blocks) > MOST_PARAGRAPHS:
            raise too_long(self._file)
        self._body = _Paragraph(heading=body.heading, in_table=body.in_table, row=False)

    def _end_cell(self) -> None:
        self._body.row = True
        self._body.writing.cell()

    def _end_row(self) -> None:
        self._body.row = False
        self._body.heading = 0
        self._end_paragraph()

    def _reset_paragraph(self) -> None:
        self._body.heading, self._body.in_table, self._style = 0, False, 0

    def _set_style(self, number: int | None) -> None:
        self._style = number or 0
        if self._state.where == "":
            name, level = self._styles.get(self._style, ("", 0))
            self._body.heading = level_of_name(name) or level

    def _define_style(self) -> None:
        name = self._style_name.strip().rstrip(";").strip()
        if name:
            self._styles[self._style] = (name, self._style_level)
        self._style_name, self._style, self._style_level = "", 0, 0

    def _set_outline(self, number: int | None) -> None:
        level = (number or 0) + 1 + TITLE if 0 <= (number or 0) < 9 else 0
        if self._state.where == "stylesheet":
            self._style_level = level
        elif self._state.where == "":
            self._body.heading = self._body.heading or level

    def _set_font(self, number: int | None) -> None:
        self._font = number or 0
        if self._state.where != "fonttbl":
            self._set(page=self._fonts.get(self._font, self._default))

    def _set_charset(self, number: int | None) -> None:
        if self._state.where == "fonttbl":
            self._fonts[self._font] = _CODE_PAGES.get(number or 0, self._default)

    def _set_page(self, number: int | None) -> None:
        try:
            "".encode(f"cp{number}")
        except LookupError:
            return
        self._default = f"cp{number}"
        self._set(page=self._default)

    def _in_table(self) -> None:
        self._body.in_table = True

    def _deleted(self, number: int | None) -> None:
        self._set(deleted=number != 0)
        self._revised(number)

    def _revised(self, number: int | None) -> None:
        self.changed = self.changed or (number != 0 and self._state.where == "")

    def _fallback(self, number: int | None) -> None:
        self._set(fallback=min(max(number if number is not None else 1, 0), 16))

    def _part_of_date(self, name: str, number: int | None) -> None:
        if self._state.where == "date":
            self._date[name] = abs(number or 0)


_FORMS: dict[str, Callable[[_Reader, int | None], None]] = {
    "par": lambda r, n: r._end_paragraph(),
    "sect": lambda r, n: r._end_paragraph(),
    "page": lambda r, n: r._body.writing.line(),
    "line": lambda r, n: r._body.writing.line(),
    "cell": lambda r, n: r._end_cell(),
    "nestcell": lambda r, n: r._end_cell(),
    "row": lambda r, n: r._end_row(),
    "nestrow": lambda r, n: r._end_row(),
    "pard": lambda r, n: r._reset_paragraph(),
    "plain": lambda r, n: r._set(deleted=False, hidden=False, raised=False),
    "intbl": lambda r, n: r._in_table(),
    "s": lambda r, n: r._set_style(n),
    "outlinelevel": lambda r, n: r._set_outline(n),
    "f": lambda r, n: r._set_font(n),
    "fcharset": lambda r, n: r._set_charset(n),
    "ansicpg": lambda r, n: r._set_page(n),
    "deleted": lambda r, n: r._deleted(n),
    "revised": lambda r, n: r._revised(n),
    "v": lambda r, n: r._set(hidden=n != 0),
    "super": lambda r, n: r._set(raised=n != 0),
    "nosupersub": lambda r, n: r._set(raised=False),
    "up": lambda r, n: r._set(raised=n != 0),
    "uc": lambda r, n: r._fallback(n),
    "chftn": lambda r, n: r._mark_note(),
    "footnote": lambda r, n: r._begin_note(),
    "fonttbl": lambda r, n: r._set(where="fonttbl"),
    "stylesheet": lambda r, n: r._set(where="stylesheet"),
    "info": lambda r, n: r._set(where="info"),
    "title": lambda r, n: r._set(where="title"),
    "creatim": lambda r, n: r._set(where="date"),
    "revtim": lambda r, n: r._set(where="date"),
    "yr": lambda r, n: r._part_of_date("yr", n),
    "mo": lambda r, n: r._part_of_date("mo", n),
    "dy": lambda r, n: r._part_of_date("dy", n),
}
