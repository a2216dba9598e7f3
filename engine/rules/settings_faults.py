"""Faults of `charter.toml` in words: which line, and what may stand there."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from engine.findings import UsageError

_UNKNOWN = re.compile(r"unknown field `(.+?)`")
_AT = re.compile(r" - at `\$(?:\.(\w+))?(?:\[(\d+)\])?(?:\.(\w+))?.*`$")


def line_of(text: str, table: str | None, number: int = 0, key: str | None = None) -> int:
    """The line of a table, of the `number`th of several, or of a key in it; as near as can be found, else 1."""
    lines = text.splitlines()
    at = 0
    if table:
        heads = [i for i, line in enumerate(lines) if re.match(rf"\s*\[+\s*{re.escape(table)}\s*\]", line)]
        at = heads[min(number, len(heads) - 1)] if heads else 0
    if key:
        found = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=|\s*\[+\s*{re.escape(key)}\b")
        at = next((i for i in range(at, len(lines)) if found.match(lines[i])), at)
    return at + 1


def explained(message: str, path: Path, text: str, schema: Mapping[str, Any]) -> UsageError:
    """What msgspec says of a setting, with its line and what may stand there.

    Args:
        message: the words of msgspec, which end with the place: "... - at `$.severity[0].level`".
        path: the file, as it should be shown.
        text: what it holds.
        schema: the JSON Schema of the file.
    """
    # Loaded where it is needed: most runs do without.
    from rapidfuzz import process

    at = _AT.search(message)
    table, number, inner = at.groups() if at else (None, None, None)
    properties = _properties(schema, table)
    unknown = _UNKNOWN.search(message)
    if unknown:
        key: str | None = unknown[1]
        what = f"unknown key `{key}`" + (f" in `{table}`" if table else "")
        nearest = process.extractOne(unknown[1], list(properties))
        help = f"write one of: {', '.join(properties)}; nearest: `{nearest[0]}`"
    else:
        key = inner
        said = _AT.sub("", message)
        what = f"`{'.'.join(filter(None, (table, inner)))}`: {said[:1].lower()}{said[1:]}"
        values = _values(properties.get(inner or "", {}))
        help = f"write one of: {', '.join(values)}" if values else "see `charter schema` for the keys and their values"
    return UsageError(what, where=f"{path}:{line_of(text, table, int(number or 0), key)}", help=help)


def _properties(schema: Mapping[str, Any], table: str | None) -> dict[str, Any]:
    """The keys of a table of the file, or of the file itself."""
    kinds: dict[str, Any] = schema["$defs"]
    found: dict[str, Any] = kinds[schema["$ref"].rpartition("/")[2]]["properties"]
    if table in found:
        setting = found[table]
        place = setting.get("$ref") or setting["items"]["$ref"]
        found = kinds[place.rpartition("/")[2]]["properties"]
    return found


def _values(setting: Mapping[str, Any]) -> list[str]:
    """The values that a key may have, where they are few."""
    options = setting.get("anyOf", [setting])
    return [str(value) for option in options for value in option.get("enum", [])]
