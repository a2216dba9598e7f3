"""What the benchmark asks of a maker of sites."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from tests.benchmarks.peers.pages import SourcePage


class Peer(Protocol):
    """A maker of sites."""

    name: str

    def install(self, environment: Path) -> str:
        """Make it ready to run, in a folder that is thrown away afterwards.

        Returns:
            Its version.
        """
        ...

    def prepare(self, pages: Sequence[SourcePage], folder: Path) -> None:
        """Write the pages as it reads them, and its settings.

        Args:
            pages: the pages.
            folder: is made.
        """
        ...

    def commands(self, pages: Sequence[SourcePage]) -> list[list[str]]:
        """What builds the site, to be run in that folder one after another."""
        ...


OUTPUT = "public"
"""The folder that every peer writes its site to. It is removed before each run."""


def python_environment(folder: Path, packages: Sequence[str]) -> Path:
    """Install packages into an environment of their own. Returns its folder of commands."""
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    pip = [folder / "bin" / "python", "-m", "pip", "install", "-qqq", "--disable-pip-version-check"]
    subprocess.run([*pip, *packages], check=True)
    return folder / "bin"


def version_in(commands: Path, package: str) -> str:
    """The release of a package of such an environment."""
    code = f"import importlib.metadata as m; print(m.version({package!r}))"
    done = subprocess.run([commands / "python", "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()
