"""The texts that the library has of a reference or a body of law."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

from palermo.amending.text_on_day import Standing, text_on_day
from palermo.corpus.citations.find import locate
from palermo.corpus.errors import NotFoundError
from palermo.corpus.model.refs import ProvisionRef, VersionRef, is_reference
from palermo.corpus.model.text_model import Version
from palermo.corpus.text.narrow import narrow
from palermo.kb.library.in_force import find
from palermo.kb.library.library import Library
from palermo.kb.library.links.read_links import link

__all__ = ["BODY_ID", "fetch", "is_body"]

BODY_ID = re.compile(r"[\w@.+-]*\w[\w@.+-]*")


def is_body(name: str, library: Path) -> bool:
    """True if the library, if there is one, has a body of law with this id."""
    if not BODY_ID.fullmatch(name) or not Library.is_at(library):
        return False
    with Library.open(library) as opened:
        return any(body.id == name for body in opened.bodies())


def fetch(
    part: str, library: Path, lang: str | None, day: str | None, on_built: Callable[[Standing], object] | None
) -> list[Version]:
    """The texts of a reference or a body; those of a day are built, and told of, unless `on_built` is None."""
    if not is_reference(part) and not library.is_dir():
        raise NotFoundError(f"no file {part!r}", expected="a file, or a body of a library: `palermo add` makes one")
    with ExitStack() as held:
        opened = held.enter_context(Library.open(library))
        if day is not None and on_built is not None:
            link(opened)
        held.enter_context(opened.snapshot())

        def meant(ref: VersionRef, lang: str | None = None) -> list[Version]:
            if day is None or on_built is None:
                return [opened.version(f.key) for f in find(opened, ref, lang=lang, day=day)]
            found = text_on_day(opened, ref, day, lang=lang)
            on_built(found)
            return list(found.versions)

        if is_reference(part):
            ref = ProvisionRef.parse(part)
            versions = meant(ref.version, lang)
            return versions if ref.eid is None else _with_provision(versions, ref.eid)
        try:
            body = opened.body(part)
        except NotFoundError as error:
            raise NotFoundError(f"no file and {error.message}", expected=f"a file, or {error.expected}") from error
        return [version for ref in body.refs for version in meant(ref)]


def _with_provision(versions: Sequence[Version], eid: str) -> list[Version]:
    """The fragment that has the provision, narrowed to it."""
    version, provision = locate(versions, eid)[0]
    return [narrow(version, provision.id)]
