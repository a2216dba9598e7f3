"""The one error family: misuse and broken installations. Bad content is a `Finding` and is never raised."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class CharterError(Exception):
    """Something that the caller must mend before Charter can go on.

    The message says what is wrong, in lower case and without a final stop; `where` names the file and
    line, `help` begins with a verb and says how to mend it.
    """

    def __init__(self, what: str, *, where: str | None = None, help: str | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.help = help

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        remedy = f"\n  help: {self.help}" if self.help else ""
        return f"{place}{self.what}{remedy}"


class UsageError(CharterError):
    """A wrong argument: no such folder, an unknown id or language."""


class LocaleError(CharterError):
    """Broken data in `locales/`.

    Args:
        what: the fault.
        path: the file, as it should be shown.
        line: its line, counted from 1.
    """

    def __init__(self, what: str, *, path: Path | str, line: int = 1, help: str | None = None) -> None:
        super().__init__(what, where=f"{path}:{line}", help=help)
        self.path = path
        self.line = line
