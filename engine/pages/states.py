"""What stands at a path of a docs folder, in one word: a digest of the content, or why there is none to include."""

from pathlib import Path
from typing import TypeAlias

from engine.cache.digest import digest
from engine.pages.includes import MISSING, look_up

State: TypeAlias = str
"""Of a file its digest; else the code of the fault that including it would be."""


def state_of(root: Path, path: str) -> State:
    """The state of a path now.

    Args:
        root: the docs folder.
        path: relative to it.
    """
    fault = look_up(root, path).fault
    if fault is not None:
        return fault
    try:
        return digest((root / path).read_bytes())
    except OSError:
        return MISSING
