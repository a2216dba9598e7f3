"""TOML files that can tell the line of a key, for errors that name a place."""

import bisect
import functools
import re
import tomllib
from pathlib import Path
from typing import Any

from engine.findings import LocaleError

_NAME = re.compile(r"""\s*(?:\[+\s*(?P<table>[^\]]*?)\s*\]+|(?P<quote>["']?)(?P<key>.+?)(?P=quote)\s*=)""")
"""What a line begins with: the name of a table, or a key."""


class TomlFile:
    """A parsed TOML file and its text.

    Raises:
        LocaleError: the file is missing, is no UTF-8 or is no TOML.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self.text = path.read_text(encoding="utf-8-sig")
        except FileNotFoundError:
            raise LocaleError("the file is missing", path=path, help="copy it from `locales/_template/`") from None
        except (OSError, UnicodeDecodeError) as error:
            raise LocaleError(f"cannot read the file: {error}", path=path) from None
        try:
            self.data: dict[str, Any] = tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            found = re.search(r"at line (\d+)", str(error))
            raise LocaleError(f"not valid TOML: {error}", path=path, line=int(found[1]) if found else 1) from None

    def line(self, *keys: str, value: str | None = None) -> int:
        """The line of a key (`line("cell.grants", "write")`), or of a string value at or below it; 1 if not found."""
        at = 0
        for key in keys:
            found = self._places.get(key, [])
            index = bisect.bisect_left(found, at)
            at = found[index] if index < len(found) else at
        if value is not None:
            lines = self._lines
            escaped = value.replace("\\", "\\\\").replace('"', '\\"')
            quoted = (f'"{escaped}"', f"'{value}'")
            at = next((i for i in range(at, len(lines)) if any(q in lines[i] for q in quoted)), at)
        return at + 1

    @functools.cached_property
    def _lines(self) -> list[str]:
        return self.text.splitlines()

    @functools.cached_property
    def _places(self) -> dict[str, list[int]]:
        """Name of a table or key -> the lines that begin with it, from 0."""
        places: dict[str, list[int]] = {}
        for number, line in enumerate(self._lines):
            if found := _NAME.match(line):
                places.setdefault(found["table"] or found["key"], []).append(number)
        return places

    def fail(self, what: str, *keys: str, value: str | None = None, help: str | None = None) -> LocaleError:
        """An error about a key or value of this file, to be raised."""
        return LocaleError(what, path=self.path, line=self.line(*keys, value=value), help=help)

    def table(self, key: str) -> dict[str, Any]:
        """A top-level table; an empty one where it is absent.

        Raises:
            LocaleError: the key holds something else.
        """
        found = self.data.get(key, {})
        if not isinstance(found, dict):
            raise self.fail(f"`{key}` must be a table", key)
        return found
