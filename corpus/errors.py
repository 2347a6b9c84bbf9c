"""The errors that palermo raises on purpose; everything else is a bug.

    PalermoError
    ├── InputError       a file or a text that cannot be read as law
    ├── NotFoundError    an identifier, provision, body, framework or date that is not there or not well formed
    ├── UsageError       an option or a combination of options that makes no sense
    ├── QueryError       a search query that does not parse
    ├── LibraryError     a library that is missing, damaged, newer than this program or in conflict
    │   ├── DamageError        a file of it that cannot be what palermo wrote (kb/library/file_errors.py)
    │   └── NotWritableError   no room, or no permission, to write (kb/library/file_errors.py)
    └── InternalError    a bug, as the command line tells it (cli/errors.py)

Each prints as one line that names the file, the place and what was expected.
"""

from __future__ import annotations

from typing import ClassVar, Literal, TypedDict

__all__ = ["InputError", "LibraryError", "NotFoundError", "PalermoError", "QueryError", "UsageError"]


class ErrorJson(TypedDict):
    """Result of any `palermo COMMAND --format json` that fails: a line on standard error; unknown values are null."""

    schema: Literal["palermo.error/1"]
    error: str
    message: str
    file: str | None
    line: int | None
    expected: str | None


class PalermoError(Exception):
    """Root of all expected errors: a program that catches it catches each. `kind` is its name in `palermo.error/1`."""

    kind: ClassVar[str] = "error"

    def __init__(
        self,
        message: str,
        *,
        file: str | None = None,
        line: int | None = None,
        expected: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.file = file
        self.line = line
        self.expected = expected

    def __str__(self) -> str:
        place = self.file or ""
        if place and self.line is not None:
            place += f":{self.line}"
        text = f"{place}: {self.message}" if place else self.message
        if self.expected:
            text += f" (expected {self.expected})"
        return " ".join(text.split())

    def as_dict(self) -> ErrorJson:
        """The `palermo.error/1` object."""
        return {
            "schema": "palermo.error/1",
            "error": self.kind,
            "message": " ".join(self.message.split()),
            "file": self.file,
            "line": self.line,
            "expected": self.expected,
        }


class InputError(PalermoError):
    """Raised for a file or a text that cannot be read as what was expected; names the file, the line and the fault."""

    kind = "input"


class NotFoundError(PalermoError):
    """Raised for an identifier, provision, body, framework or date that is unknown or not well formed."""

    kind = "reference"


class UsageError(PalermoError):
    """Raised for an option, or a combination of options, that makes no sense."""

    kind = "usage"


class QueryError(PalermoError):
    """Raised for a search query that does not parse."""

    kind = "query"


class LibraryError(PalermoError):
    """Raised for a library that is missing, damaged, in use, or of another schema than this program's."""

    kind = "library"
