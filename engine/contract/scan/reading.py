"""Source code -> the ids that it uses."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from engine.contract.scan.files import is_generated, source_files
from engine.contract.scan.python import uses_in_python
from engine.contract.scan.text import uses_in_text
from engine.contract.scan.uses import Known, Use


def uses_in(paths: Iterable[Path], known: Known) -> tuple[Use, ...]:
    """Every use of an id below some paths, by place.

    Python is read by its syntax tree; other text by patterns.

    Raises:
        UsageError: a path that is not there.
    """
    found: set[Use] = set()
    for file, text in source_files(paths):
        forms = msgspec.structs.replace(known, generated=True) if is_generated(text) else known
        uses = uses_in_python(file.as_posix(), text, forms) if file.suffix in (".py", ".pyi") else None
        found.update(uses_in_text(file.as_posix(), text, forms) if uses is None else uses)
    return tuple(sorted(found))
