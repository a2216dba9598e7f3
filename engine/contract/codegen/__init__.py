"""The ids of the rules as code, so that a misspelt one fails the type checker."""

from collections.abc import Callable

from engine.contract.codegen.as_json import json_text
from engine.contract.codegen.ids import TypedIds, typed_ids
from engine.contract.codegen.python import python_text
from engine.contract.codegen.typescript import typescript_text

WRITERS: dict[str, Callable[[TypedIds], str]] = {
    "json": json_text,
    "python": python_text,
    "typescript": typescript_text,
}
"""Language of code -> what writes it."""

__all__ = ["WRITERS", "TypedIds", "typed_ids"]
