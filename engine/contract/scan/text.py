"""Ids in other text, by pattern: between quotation marks, as arguments, as members of a generated type."""

import re
from collections.abc import Iterator

from engine.contract.scan.uses import WORD, Known, Use
from engine.model.spans import Span

_QUOTED = re.compile(r"([\"'`])((?:page:[^\s\"'`]+)|[a-z][a-z0-9]*(?:-[a-z0-9]+)*)\1")
_MEMBER = re.compile(r"\b([A-Z]\w*)\.([A-Za-z]\w*)\b")
_IMPORTED = re.compile(r"import\s*(?:type\s*)?\{([^}]*)\}")


def uses_in_text(path: str, text: str, known: Known) -> Iterator[Use]:
    """The ids in a text of any language."""
    call = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(known.calls)))})\s*\(([^()]*)\)") if known.calls else None
    types = {name.split(" as ")[0].strip() for names in _IMPORTED.findall(text) for name in names.split(",")}
    for number, line in enumerate(text.split("\n"), 1):
        certain = [match.span(1) for match in call.finditer(line)] if call else []
        for match in _QUOTED.finditer(line):
            inside = any(start <= match.start() and match.end() <= end for start, end in certain)
            if (inside and WORD.fullmatch(match[2])) or known.is_telling(match[2]):
                yield Use(_span(path, number, match.start(2), match.end(2)), match[2], inside)
        for match in _MEMBER.finditer(line):
            members = known.members.get(match[1], {}) if match[1] in types else {}
            if match[2] in members:
                yield Use(_span(path, number, match.start(), match.end()), members[match[2]], True)


def _span(path: str, line: int, start: int, end: int) -> Span:
    return Span(path, line, start + 1, line, end + 1)
