"""Ids as Python: an enum and a literal type for each kind."""

import json
from collections.abc import Iterator

from engine.contract.codegen.ids import CLASSES, MARK, PURPOSES, TypedId, TypedIds, former_words, upper

_HEAD = f'''"""Ids of the licence rules, as the help pages state them.

{MARK} python`: edits are lost. Each id cites the pages that speak of it.
"""

import enum
{{warnings}}from typing import Literal, TypeAlias
'''
_MISSING = '''
    @classmethod
    def _missing_(cls, value: object) -> "{name} | None":
        """An id of before stands for the one of today."""
        new = {former}.get(str(value))
        if new is None:
            return None
        warnings.warn(f"`{{value}}` is now called `{{new}}`", DeprecationWarning, stacklevel=3)
        return cls(new)
'''


def python_text(ids: TypedIds) -> str:
    """A module for Python 3.11 and later."""
    renamed = any(entry.formerly for entries in ids.values() for entry in entries)
    parts = [_HEAD.format(warnings="import warnings\n" if renamed else "")]
    for kind, entries in ids.items():
        parts.append("\n\n" + "\n".join(_enum(CLASSES[kind], PURPOSES[kind], entries)) + "\n")
    for kind, entries in ids.items():
        values = "".join(f"\n    {json.dumps(entry.id)}," for entry in entries)
        parts.append(f'\n{CLASSES[kind]}Id: TypeAlias = Literal[{values}\n]\n"""An id of `{CLASSES[kind]}`."""\n')
    return "".join(parts)


def _enum(name: str, purpose: str, entries: tuple[TypedId, ...]) -> Iterator[str]:
    yield f"class {name}(enum.StrEnum):"
    yield f'    """{purpose}"""'
    yield ""
    for entry in entries:
        yield f"    {upper(entry.words)} = {json.dumps(entry.id)}"
        yield f'    """{_docstring(entry.citation)}"""'
    former = {old: entry for entry in entries for old in entry.formerly}
    for old, entry in sorted(former.items()):
        yield f"    {upper(former_words(old))} = {json.dumps(entry.id)}"
        yield f'    """Deprecated: `{old}` is now called `{entry.id}`; use {upper(entry.words)}."""'
    if former:
        names = json.dumps({old: entry.id for old, entry in sorted(former.items())})
        yield _MISSING.format(name=name, former=names).rstrip("\n")


def _docstring(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"""', "'''")
