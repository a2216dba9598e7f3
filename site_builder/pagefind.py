"""Pagefind, a search for large sites, through its package: an index in small parts, of which a reader loads few.

It is asked for with `[site] search = "pagefind"`. Opened from disk, a page still has the built-in search, for there no
part can be loaded.
"""

import importlib.util
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from engine.findings import UsageError

FOLDER = "pagefind"
"""Where it stands on the site."""
PACKAGE = "pagefind"
_ARTICLE = "article"
"""The part of a page that is searched."""


def pagefind_files(site: Path) -> dict[str, bytes]:
    """The files of the index, by their place on the site.

    Args:
        site: the folder with every page.

    Raises:
        UsageError: Pagefind is not installed, or fails.
    """
    if importlib.util.find_spec(PACKAGE) is None:
        raise UsageError("Pagefind is not installed", help="pip install 'charter[search]', or set another `search`")
    with tempfile.TemporaryDirectory(prefix="charter-pagefind-") as folder:
        out = Path(folder) / FOLDER
        command = [sys.executable, "-m", PACKAGE, "--site", str(site), "--output-path", str(out)]
        command += ["--root-selector", _ARTICLE]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 (our own arguments)
        if done.returncode or not out.is_dir():
            raise UsageError(f"Pagefind failed: {done.stderr.strip() or done.stdout.strip()}")
        return {
            f"{FOLDER}/{path.relative_to(out).as_posix()}": _ordered(path)
            for path in sorted(out.rglob("*"))
            if path.is_file()
        }


def _ordered(path: Path) -> bytes:
    """A file of the index; what Pagefind writes in an order of chance is sorted, so that the bytes are the same."""
    data = path.read_bytes()
    return json.dumps(_sorted(json.loads(data)), sort_keys=True).encode() if path.suffix == ".json" else data


def _sorted(data: object) -> object:
    if isinstance(data, dict):
        return {key: _sorted(value) for key, value in data.items()}
    if isinstance(data, list) and all(isinstance(value, str) for value in data):
        return sorted(data)
    return data
