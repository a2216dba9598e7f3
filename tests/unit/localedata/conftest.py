"""A copy of the project's locales in which one thing can be broken."""

import re
import shutil
from pathlib import Path

import pytest

from engine.findings import LocaleError
from engine.grammar import load_grammar
from engine.localedata import load_locales

LOCALES = Path(__file__).resolve().parents[3] / "locales"


class Broken:
    """A copy of the locales, English and Dutch, to break one thing of."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def load(self) -> None:
        """Load every language with its grammar."""
        locales = load_locales(self.folder)
        for locale in locales.languages.values():
            load_grammar(locale, locales.vocabulary)

    def error(self) -> LocaleError:
        """What loading says of the fault."""
        with pytest.raises(LocaleError) as caught:
            self.load()
        return caught.value

    def lines(self, file: str) -> list[str]:
        """The lines of a file."""
        return (self.folder / file).read_text(encoding="utf-8").splitlines()

    def place(self, file: str, table: str, key: str | None) -> tuple[int, int]:
        """The lines, from 0, of a table's header, or of a key in it with all of its value."""
        lines = self.lines(file)
        start = lines.index(f"[{table}]")
        if key is None:
            return start, start + 1
        start = next(i for i in range(start, len(lines)) if re.match(rf"{re.escape(key)}\s*=", lines[i]))
        end = start + 1
        if lines[start].endswith("["):
            end = next(i for i in range(start, len(lines)) if lines[i] == "]") + 1
        return start, end

    def replace(self, file: str, table: str, key: str | None, new: str) -> tuple[int, int]:
        """Put lines in the place of a header, or of a key with its value; (line of the header, of the change)."""
        header, _ = self.place(file, table, None)
        start, end = self.place(file, table, key)
        lines = self.lines(file)
        lines[start:end] = new.splitlines()
        (self.folder / file).write_text("\n".join(lines) + "\n", encoding="utf-8")
        return header + 1, start + 1


@pytest.fixture
def broken(tmp_path: Path) -> Broken:
    """A copy that is still whole."""
    copy = tmp_path / "locales"
    shutil.copytree(LOCALES, copy, ignore=shutil.ignore_patterns("da", "de", "no", "sv"))
    return Broken(copy)
