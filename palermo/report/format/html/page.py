"""The one HTML page: a single file without outside requests, for the screen, the phone and the printer; all that it
says is there without a script.

Everything is built from `Markup`, so that whatever comes from a statute is escaped unless it was made here:
`Markup("<p>{}</p>").format(text)`.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib import resources

from markupsafe import Markup

from palermo.corpus.text.xml_safe import legal
from palermo.report.language.message import Message
from palermo.report.language.speaking import spoken

__all__ = ["Markup", "join", "language", "page", "quote", "table"]

_SHELL = Markup(
    """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{title} · palermo</title>
<style>
{style}</style>
</head>
<body>
<a class="skip" href="#main">{skip}</a>
<header class="masthead">
<p class="brand">palermo</p>
<h1>{title}</h1>
{lead}
</header>
<main id="main">
{body}
</main>
<footer>
<p>{disclaimer}</p>
</footer>
{script}</body>
</html>
"""
)


_SKIP = Message("Skip to the text")
_DISCLAIMER = Message("palermo compares words and shows where they stand. It does not say what they mean in law.")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def page(  # noqa: PLR0913 - what differs from page to page
    title: str,
    body: Markup,
    *,
    lead: Markup | None = None,
    lang: str | None = None,
    sheets: Iterable[str] = (),
    script: str | None = None,
) -> str:
    """The whole document. `lead` stands under the title, `lang` is the language of the page itself, if not that of the
    report (the law in it is marked with `language`), `sheets` are further style sheets of this package beside
    `page.css`, `script` one of its scripts, which stands in the page; it runs no other.
    """
    style = "".join(_file(f"{name}.css") for name in ("page", *sheets))
    inline = "" if script is None else _file(f"{script}.js")
    policy = f"{_POLICY}; script-src 'sha256-{_sha256(inline)}'" if inline else _POLICY
    return legal(
        _SHELL.format(
            lang=lang or spoken(),
            title=title,
            skip=_SKIP(),
            disclaimer=_DISCLAIMER(),
            style=Markup(style),
            policy=Markup(policy),
            lead=lead or "",
            body=body,
            script=Markup("<script>{}</script>\n").format(Markup(inline)) if inline else "",
        )
    )


def join(parts: Iterable[Markup | str], between: str = "\n") -> Markup:
    """The parts one after the other; plain strings are escaped."""
    return Markup(between).join(parts)


def language(code: str) -> Markup:
    """The attributes that say in what language, and which way, a piece of law is written; none if not known."""
    if code == "und":
        return Markup("")
    direction = ' dir="rtl"' if code in {"ar", "fa", "he", "ps", "ur"} else ""
    return Markup(' lang="{}"{}').format(code, Markup(direction))


def quote(cite: str, lang: str, words: str | Markup) -> Markup:
    """Words of a law in a paragraph, behind the place where they stand."""
    return Markup('<p class="quote"><span class="cite">{}</span> <q{}>{}</q></p>').format(cite, language(lang), words)


def table(
    caption: str, head: Iterable[str | Markup], rows: Iterable[Iterable[str | Markup]], widths: Iterable[float] = ()
) -> Markup:
    """A table whose first column heads its rows; it scrolls inside itself where the screen is too narrow. `widths` are
    shares of the line in per cent, one a column.
    """
    heads = join((Markup('<th scope="col">{}</th>').format(h) for h in head), "")
    lines = join(Markup("<tr>{}</tr>").format(_cells(row)) for row in rows)
    columns = join((Markup('<col style="width:{:.1f}%">').format(width) for width in widths), "")
    shares = Markup("<colgroup>{}</colgroup>\n").format(columns) if columns else Markup("")
    return Markup(
        '<div class="scroll" tabindex="0" role="region" aria-label="{caption}"><table>\n<caption>{caption}</caption>\n'
        "{shares}<thead><tr>{heads}</tr></thead>\n<tbody>\n{lines}\n</tbody>\n</table></div>"
    ).format(caption=caption, shares=shares, heads=heads, lines=lines)


def _cells(row: Iterable[str | Markup]) -> Markup:
    first, *others = row
    cells = [Markup('<th scope="row">{}</th>').format(first)]
    cells.extend(Markup("<td>{}</td>").format(cell) for cell in others)
    return join(cells, "")


@cache
def _file(name: str) -> str:
    return resources.files(__package__).joinpath("styles", name).read_text(encoding="utf-8")


def _sha256(text: str) -> str:
    return b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")
