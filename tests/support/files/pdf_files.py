"""PDF files made for tests, letter by letter: each has the width of half its size, so that a test knows where it is."""

from __future__ import annotations

import textwrap
import zlib
from dataclasses import dataclass

__all__ = ["Words", "pages_of", "pdf"]


_FIRST = 33  # the code of the first letter: smaller ones are control characters and the blank


@dataclass(frozen=True)
class Words:
    """Words at a place: `x` from the left, `y` from the foot of a page of 595 by 842 points."""

    x: float
    y: float
    text: str
    size: float = 10
    bold: bool = False


def pages_of(paragraphs: list[str], *, columns: int = 1, size: float = 10, lines: int = 50) -> list[list[Words]]:
    """Paragraphs laid out: `# ` before a heading; lines broken at the column, an indent before each paragraph."""
    width = (475 - 20 * (columns - 1)) / columns
    letters = int(width / (size / 2))
    out: list[list[Words]] = []
    flat: list[tuple[str, bool, int]] = []
    for text in paragraphs:
        heading, body = text.startswith("# "), text.removeprefix("# ")
        wrapped = textwrap.wrap(body, letters, initial_indent="" if heading else "   ", break_on_hyphens=False)
        flat += [(line, heading, len(line) - len(line.lstrip())) for line in wrapped]
    for index, (line, bold, indent) in enumerate(flat):
        page, place = divmod(index, lines * columns)
        column, row = divmod(place, lines)
        if page == len(out):
            out.append([])
        x = 60 + column * (width + 20) + indent * size / 2
        out[page].append(Words(x, 780 - row * size * 1.2, line.strip(), size, bold))
    return out


def pdf(pages: list[list[Words]], *, title: str = "", lang: str = "", image: bool = False) -> bytes:
    """A PDF file with these words; with `image` each page also has a picture."""
    codes: dict[str, int] = {}
    for page in pages:
        for words in page:
            for char in words.text:
                codes.setdefault(char, len(codes) + _FIRST)
    assert len(codes) + _FIRST < 256
    count = len(pages)
    kids = " ".join(f"{10 + 2 * i} 0 R" for i in range(count))
    objects: dict[int, bytes] = {
        1: f"<</Type/Catalog/Pages 2 0 R/Lang({lang})>>".encode(),
        2: f"<</Type/Pages/Kids[{kids}]/Count {count}>>".encode(),
        3: _font("Helvetica", len(codes)),
        4: _font("Helvetica-Bold", len(codes)),
        5: _stream(_unicode_of(codes)),
        6: f"<</Title({title})/CreationDate(D:20220222120000)>>".encode(),
        7: _stream(b"\0", "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray"),
    }
    for index, page in enumerate(pages):
        content = "/P Do " if image else ""
        for words in page:
            shown = "".join(f"{codes[c]:02x}" for c in words.text)
            font = "B" if words.bold else "F"
            content += f"BT /{font} {words.size} Tf 1 0 0 1 {words.x:.2f} {words.y:.2f} Tm <{shown}> Tj ET "
        objects[10 + 2 * index] = (
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R/B 4 0 R>>/XObject<</P 7 0 R>>>>"
            f"/Contents {11 + 2 * index} 0 R>>"
        ).encode()
        objects[11 + 2 * index] = _stream(content.encode())
    return _file(objects)


def _font(name: str, letters: int) -> bytes:
    widths = " ".join("500" for _ in range(letters))
    last = _FIRST + letters - 1
    return (
        f"<</Type/Font/Subtype/Type1/BaseFont/{name}/FirstChar {_FIRST}/LastChar {last}/Widths[{widths}]"
        "/ToUnicode 5 0 R>>"
    ).encode()


def _unicode_of(codes: dict[str, int]) -> bytes:
    lines = [f"<{code:02x}> <{char.encode('utf-16-be').hex()}>" for char, code in codes.items()]
    chunks = [lines[i : i + 100] for i in range(0, len(lines), 100)]
    body = "\n".join(f"{len(c)} beginbfchar\n" + "\n".join(c) + "\nendbfchar" for c in chunks)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def "
        f"1 begincodespacerange <00> <ff> endcodespacerange\n{body}\nendcmap end end"
    ).encode()


def _stream(data: bytes, more: str = "") -> bytes:
    packed = zlib.compress(data)
    return f"<</Length {len(packed)}/Filter/FlateDecode{more}>>stream\n".encode() + packed + b"\nendstream"


def _file(objects: dict[int, bytes]) -> bytes:
    out = b"%PDF-1.7\n"
    places: dict[int, int] = {}
    for number, body in sorted(objects.items()):
        places[number] = len(out)
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    size = max(objects) + 1
    rows = "".join(f"{places[n]:010} 00000 n \n" if n in places else "0000000000 65535 f \n" for n in range(size))
    return (
        out + f"xref\n0 {size}\n{rows}trailer<</Size {size}/Root 1 0 R/Info 6 0 R>>\nstartxref\n{start}\n%%EOF".encode()
    )
