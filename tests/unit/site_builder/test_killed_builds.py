"""A build that is killed at any moment leaves the old site whole, and the next one goes on as if nothing had been."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from engine.cache.place import VARIABLE
from engine.localedata import installed_locales
from tests.unit.site_builder.conftest import LICENCES_NL, LICENCES_SV, Write

MOMENTS = 20
PAGES = 12


def tree(word: str) -> dict[str, str | bytes]:
    """A docs folder whose every page says which site it belongs to."""
    files: dict[str, str | bytes] = {"sv/x.md": LICENCES_SV, "nl/x.md": LICENCES_NL}
    for number in range(PAGES):
        files[f"sv/p{number}.md"] = f"# {word} {number}\n\nText.\n"
    return files


def build(docs: Path, out: Path, cache: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "engine.cli.main", "build", str(docs), "--out", str(out)]
    command = [sys.executable, "-c", "from engine.cli import main; main()", *command[3:]]
    environment = {**os.environ, VARIABLE: str(cache)}
    locales = ["--locales", str(installed_locales())]
    return subprocess.Popen([*command, *locales], env=environment, stdout=subprocess.DEVNULL, start_new_session=True)


def content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_build_killed_at_any_moment_leaves_a_whole_site(make_docs: Write, tmp_path: Path) -> None:
    docs, out, cache = make_docs(tree("Old")), tmp_path / "site", tmp_path / "cache"
    assert build(docs, out, cache).wait() == 0
    old = content(out)
    make_docs(tree("New"))
    began = time.monotonic()
    assert build(docs, tmp_path / "elsewhere", tmp_path / "other cache").wait() == 0
    whole = time.monotonic() - began
    new = content(tmp_path / "elsewhere")
    assert old != new
    source = random.Random(7)
    for _ in range(MOMENTS):
        process = build(docs, out, cache)
        try:
            process.wait(source.uniform(0, whole))
        except subprocess.TimeoutExpired:
            # The whole group: the processes that it started die with it.
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        if out.exists():
            assert content(out) in (old, new)
        if content(out) == new:
            # It was published before it could be killed: the next one has an old site to lose again.
            make_docs(tree("Old"))
            assert build(docs, out, cache).wait() == 0
            assert content(out) == old
            make_docs(tree("New"))
    assert build(docs, out, cache).wait() == 0
    assert content(out) == new
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cache", "docs", "elsewhere", "other cache", "site"]
