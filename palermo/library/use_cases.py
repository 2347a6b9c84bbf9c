"""The use cases over the library, for the command line and for programs alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from palermo.amending.amending_acts import Amends, amended_by, amends
from palermo.corpus.errors import LibraryError, UsageError
from palermo.corpus.model.languages import UNDETERMINED
from palermo.corpus.model.refs import VersionRef, check_date
from palermo.corpus.model.text_model import Basis, Interval, Version
from palermo.corpus.readers import Options, read
from palermo.corpus.text.common_title import common_title
from palermo.kb.frameworks.framework import load as load_framework
from palermo.kb.frameworks.framework import names as framework_names
from palermo.kb.library.file_errors import NotWritableError
from palermo.kb.library.in_force import find
from palermo.kb.library.library import Body, Fragment, Library
from palermo.kb.library.links.act_names import ActNames
from palermo.kb.library.links.read_links import link
from palermo.kb.library.progress import Track, silent
from palermo.kb.library.source_kinds import marked
from palermo.kb.search.index.contract import SearchIndex
from palermo.kb.search.index.keep_current import ask, follow
from palermo.kb.search.search import EVERYWHERE, SearchResult, SearchScope
from palermo.kb.search.search import search as search_index
from palermo.library.mark_elements import annotate
from palermo.texts.library_texts import BODY_ID
from palermo.texts.official_text import identified
from palermo.texts.resolve import resolve

__all__ = [
    "Added",
    "Held",
    "add_body",
    "add_files",
    "bodies",
    "bring_up",
    "drop_bodies",
    "grouped",
    "held",
    "keep",
    "resolve",
    "search",
]

Say = Callable[[str], object]  # takes one line for the user

_ROOM = "a disk with room, and a folder that can be written: the next search then indexes what is missing"


@dataclass(frozen=True, slots=True)
class Held:
    """A version that the library holds: the fragments, in the order added, with one instrument, language and date."""

    ref: VersionRef
    fragments: tuple[Fragment, ...]

    @property
    def title(self) -> str:
        """The fragments' title; where they have several ("… art. 125", "… art. 128"), the words that all begin with."""
        titles = [f.title for f in self.fragments if f.title]
        return common_title(titles) or (titles[0] if titles else "")

    @property
    def in_force(self) -> Interval | None:
        return self.fragments[0].in_force


@dataclass(frozen=True, slots=True)
class Added:
    """Result of `add_files`: `new` are the fragments that were stored, `known` the texts that were there already.

    `amends` is what the new ones amend, `amended` what amends them, both as the library now stands.
    """

    new: tuple[Fragment, ...]
    known: tuple[Version, ...]
    amends: tuple[Amends, ...] = ()
    amended: Mapping[VersionRef, tuple[Amends, ...]] = field(default_factory=dict)


def add_files(  # noqa: PLR0913 - what the command line may say of a file
    files: Sequence[str],
    *,
    library: Path,
    options: Options | None = None,
    kind: str | None = None,
    stdin: BinaryIO | None = None,
    say: Say = lambda line: None,
    track: Track = silent,
) -> Added:
    """Read the files and store them, all or none, in the library, which is made if it is not there; then index them,
    and link those that amend others to what they amend. Of `palermo.kb.library.source_kinds.MARKS`, `kind` is what
    their sources are.

    Raises InputError for a file that is no law, LibraryError where the library holds another text of the same.
    """
    if Library.is_at(library):
        Library.open(library).close()  # a damaged one is said before the files are read
    readings = [read(file, options, stdin=stdin) for file in track(files, "reading files", len(files))]
    versions = [_recognised(reading.version, options, say) for reading in readings]
    if kind is not None:
        versions = [replace(version, source=marked(version.source, kind)) for version in versions]
    with Library.create(library) as opened:
        new = opened.add(versions)
        for line in (line for reading in readings for line in reading.notes):
            say(line)
        bring_up(opened, f"{len(new)} new in the library" if new else "", track)
        with opened.snapshot():
            names = ActNames(opened)
            found = amends(opened, names, new)
            amended = {f.ref: amended_by(opened, names, f.ref.instrument, f.lang) for f in new}
    stored = [(fragment.ref, fragment.source.sha256) for fragment in new]
    return Added(new, tuple(v for v in versions if not _take(stored, (v.ref, v.source.sha256))), found, amended)


def keep(version: Version, date: str, *, library: Path, track: Track = silent) -> Version:
    """Put a text that palermo built into the library, in force from the ISO date, and return it as it stands there.

    Raises LibraryError where the library holds another text of that date.
    """
    ref = replace(version.ref, lang=version.ref.lang or UNDETERMINED, date=check_date(date))
    built = replace(
        version,
        ref=ref,
        in_force=Interval(date, None, Basis.BUILT),
        source=replace(version.source, path=f"{ref} ({Basis.BUILT})"),
    )
    with Library.create(library) as opened:
        opened.add([built])
        bring_up(opened, "it is in the library", track)
    return built


def held(library: Path) -> tuple[Held, ...]:
    """Everything in the library, by instrument, language and date."""
    with Library.open(library) as opened:
        return grouped(opened.fragments())


def grouped(fragments: Iterable[Fragment]) -> tuple[Held, ...]:
    """The fragments as versions, in the order of the first of each."""
    versions: dict[VersionRef, list[Fragment]] = {}
    for fragment in fragments:
        versions.setdefault(fragment.ref, []).append(fragment)
    return tuple(Held(ref, tuple(parts)) for ref, parts in versions.items())


def search(  # noqa: PLR0913 - what is asked, where, and how much of the answer
    text: str,
    *,
    library: Path,
    scope: SearchScope = EVERYWHERE,
    limit: int = 20,
    offset: int = 0,
    explained: bool = False,
    say: Say = lambda line: None,
    track: Track = silent,
) -> SearchResult:
    """Search results for `text`, without the first `offset` hits; with `explained` each says why it was found.

    Raises QueryError if it is no query.
    """

    def asked(library: Library, index: SearchIndex) -> SearchResult:
        return search_index(library, index, text, scope, limit, offset=offset, explained=explained)

    with Library.open(library) as opened:
        return ask(opened, asked, track, annotate, say)


def bring_up(library: Library, done: str, track: Track = silent) -> None:
    """Bring what is derived from the texts up to what the library holds.

    Raises LibraryError, which begins with what was `done`, if that cannot be written.
    """
    try:
        followed = follow(library, track, annotate)
        followed.index.close()
        if followed.why is not None:
            raise followed.why
        link(library, track)
    except NotWritableError as error:
        message = f"{done}, but not indexed: {error.message}" if done else error.message
        raise LibraryError(message, file=error.file, expected=_ROOM) from error


def add_body(id_: str, refs: Sequence[str], *, library: Path, title: str | None = None) -> Body:
    """Keep a body of law; one with the same id is replaced. Raises NotFoundError for a text that is not there."""
    if not BODY_ID.fullmatch(id_):
        raise UsageError(f"{id_!r} cannot be the id of a body", expected="letters, figures and @ . + - _")
    body = Body(id_, title or id_, tuple(VersionRef.parse(ref) for ref in refs))
    with Library.open(library) as opened:
        for ref in body.refs:
            find(opened, ref)
        opened.add_body(body)
    return body


def drop_bodies(ids: Sequence[str], *, library: Path) -> tuple[Body, ...]:
    """Take out the bodies of law with these ids, all or none, and return them; texts stay, and what reviewers said.

    Raises NotFoundError for one that is not there.
    """
    with Library.open(library) as opened, opened.changing():
        dropped = tuple(opened.body(id_) for id_ in dict.fromkeys(ids))
        for body in dropped:
            opened.drop_body(body.id)
    return dropped


def bodies(library: Path) -> tuple[Body, ...]:
    """Every body of the library, by id."""
    with Library.open(library) as opened:
        return opened.bodies()


def _recognised(version: Version, options: Options | None, say: Say) -> Version:
    """The text, with the identity of a framework's instrument where it is the official text of one."""
    if options is not None and options.instrument:
        return version
    for framework in map(load_framework, framework_names()):
        found = identified(version, framework)
        if framework.instrument == str(found.ref.instrument):
            say(f"{version.source.path} is an official text of what --framework {framework.id} asks: reports quote it")
            return found
    return version


def _take(stored: list[tuple[VersionRef, str]], one: tuple[VersionRef, str]) -> bool:
    """Whether it is in the list; if so it is taken out, so that a text given twice counts as new only once."""
    if one in stored:
        stored.remove(one)
        return True
    return False
