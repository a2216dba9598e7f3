"""Writing fixed files: each at once, or not at all."""

import os
import shutil
import tempfile
from pathlib import Path

from engine.change.fixes.applying import FixedFile
from engine.findings import UsageError


def write_fixed(root: Path, file: FixedFile) -> None:
    """Put a fixed file in the place of the one it was made of. Whoever reads meanwhile finds the one or the other.

    Args:
        root: the docs folder.
        file: the file; one that has changed since it was read is not overwritten.

    Raises:
        UsageError: the file has changed, or its folder cannot be written to.
    """
    # A symbolic link stays one: what it leads to is replaced.
    target = Path(os.path.realpath(root / file.path))
    try:
        if target.read_bytes() != file.before:
            raise UsageError("the file was changed meanwhile", where=file.path, help="run the command again")
        descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=".charter-")
        try:
            with os.fdopen(descriptor, "wb") as temporary:
                temporary.write(file.after)
            shutil.copymode(target, name)
            os.replace(name, target)
        except BaseException:
            os.unlink(name)
            raise
    except OSError as error:
        raise UsageError(f"cannot write the file: {error.strerror}", where=file.path) from None
