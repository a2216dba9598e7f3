"""Ids as TypeScript: a constant and a union type for each kind."""

import json
from collections.abc import Iterator

from engine.contract.codegen.ids import CLASSES, MARK, PURPOSES, TypedId, TypedIds, camel, former_words

_HEAD = f"""/**
 * Ids of the licence rules, as the help pages state them.
 *
 * {MARK} typescript`: edits are lost. Each id cites the pages that speak of it.
 */
"""


def typescript_text(ids: TypedIds) -> str:
    """A module for TypeScript 3.4 and later."""
    parts = ["\n".join(_constant(CLASSES[kind], PURPOSES[kind], entries)) + "\n" for kind, entries in ids.items()]
    return "\n".join((_HEAD, *parts))


def _constant(name: str, purpose: str, entries: tuple[TypedId, ...]) -> Iterator[str]:
    yield f"/** {purpose} */"
    yield f"export const {name} = {{"
    for entry in entries:
        yield f"  /** {_comment(entry.citation)} */"
        yield f"  {camel(entry.words)}: {json.dumps(entry.id)},"
    former = {old: entry for entry in entries for old in entry.formerly}
    for old, entry in sorted(former.items()):
        yield f"  /** @deprecated `{old}` is now called `{entry.id}`; use {camel(entry.words)}. */"
        yield f"  {camel(former_words(old))}: {json.dumps(entry.id)},"
    yield "} as const;"
    yield f"export type {name} = (typeof {name})[keyof typeof {name}];"


def _comment(text: str) -> str:
    return text.replace("*/", "* /")
