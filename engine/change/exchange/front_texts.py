"""The texts of front matter that readers see, as places of their file.

Only values on one line are exchanged: plain or in quotation marks. Whatever else YAML can write stays as it is.
"""

import json
import re
from collections.abc import Iterator

import msgspec

from engine.pages.front_matter import read_front_matter
from engine.pages.source import Source

KEYS = ("title", "sidebarTitle", "description", "keywords")
"""The keys of DocFX and Mintlify whose values are shown."""
_LINE = re.compile(r"(?P<key>[\w.-]+)\s*:\s+(?P<value>\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|[^\s\"'#&*!|>%@`\[{].*?)\s*")


class FrontText(msgspec.Struct, frozen=True):
    """One value."""

    key: str
    text: str
    """As a reader sees it."""
    line: int
    start: int
    """Its place on the line, from 0, quotation marks included."""
    end: int
    written: str

    def source(self, text: str) -> str:
        """Another value, written in the same manner where YAML allows it."""
        if self.written.startswith("'"):
            return "'" + text.replace("'", "''") + "'"
        plain = not self.written.startswith('"')
        if plain and _reads_as(f"{self.key}: {text}", self.key, text):
            return text
        return json.dumps(text, ensure_ascii=False)


def front_texts(source: Source) -> Iterator[FrontText]:
    """The values of a file that can be exchanged, in order."""
    front = read_front_matter(source)
    for key, line in sorted(front.lines.items(), key=lambda pair: pair[1]):
        value = front.values.get(key)
        match = _LINE.fullmatch(source.lines[line - 1]) if key in KEYS and isinstance(value, str) else None
        remark = match is not None and match["value"][0] not in "\"'" and " #" in match["value"]
        if (
            match
            and not remark
            and value
            and match["key"] == key
            and _reads_as(source.lines[line - 1], key, str(value))
        ):
            yield FrontText(key, str(value), line, match.start("value"), match.end("value"), match["value"])


def _reads_as(line: str, key: str, value: str) -> bool:
    lines = ("---", line, "---", "")
    return read_front_matter(Source("", "\n".join(lines), lines)).values == {key: value}
