"""What several checks need of the same docs is worked out once."""

import functools
from collections.abc import Callable
from typing import TypeVar

from engine.rules import Docs

T = TypeVar("T")


def once(function: Callable[[Docs], T]) -> Callable[[Docs], T]:
    """Decorator: keep the result for the docs asked about last. Docs are told apart by identity: hashing reads all."""
    kept: list[tuple[Docs, T]] = []

    @functools.wraps(function)
    def remembered(docs: Docs) -> T:
        if not kept or kept[0][0] is not docs:
            kept[:] = [(docs, function(docs))]
        return kept[0][1]

    return remembered
