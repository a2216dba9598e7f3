"""Output files: written beside their place, then renamed, so that a reader finds the old file or the new one, whole."""

import os
import tempfile
from pathlib import Path

from engine.findings import UsageError

_MODE = 0o666


def write_file(path: Path, text: str) -> None:
    """Write a text file as UTF-8 with the line endings it has.

    Raises:
        UsageError: it cannot be written; the old file is still there.
    """
    beside = None
    try:
        if path.is_dir():
            raise IsADirectoryError(None, "it is a folder")
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".new")
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8", "replace"))
        os.chmod(beside, path.stat().st_mode & 0o777 if path.exists() else _MODE & ~_umask())
        os.replace(beside, path)
    except OSError as error:
        raise UsageError(
            f"cannot write the file: {error.strerror or error}",
            where=str(path),
            help="name a file in a folder that exists",
        ) from None
    finally:
        if beside is not None:
            Path(beside).unlink(missing_ok=True)


def _umask() -> int:
    """What new files of this process are not allowed; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
