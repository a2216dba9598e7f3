"""Sphinx, with MyST to read Markdown: a project for each language, two processes at a time."""

from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.peers.pages import SourcePage, languages_of
from tests.benchmarks.peers.peer import OUTPUT, python_environment, version_in

_SETTINGS = """\
project = "Help"
extensions = ["myst_parser"]
root_doc = "contents"
myst_heading_anchors = 3
suppress_warnings = ["myst", "toc", "image", "ref", "docutils", "misc"]
html_sidebars = {"**": ["about.html", "searchfield.html", "globaltoc.html", "relations.html", "localtoc.html"]}
"""
_CONTENTS = "# Contents\n\n```{toctree}\n:glob:\n:titlesonly:\n\n**\n```\n"


class Sphinx:
    """Sphinx."""

    name = "Sphinx"

    def install(self, environment: Path) -> str:
        """From the Python index."""
        self._commands = python_environment(environment / "sphinx", ["sphinx", "myst-parser"])
        return version_in(self._commands, "sphinx")

    def prepare(self, pages: Sequence[SourcePage], folder: Path) -> None:
        """A project per language, whose list of contents has every page."""
        for language in languages_of(pages):
            (folder / language).mkdir(parents=True)
            (folder / language / "conf.py").write_text(_SETTINGS, "utf-8")
            (folder / language / "contents.md").write_text(_CONTENTS, "utf-8")
        for page in pages:
            target = folder / page.path
            target.parent.mkdir(parents=True, exist_ok=True)
            moved = f"This page has moved: <{page.redirect}>\n" if page.redirect else page.body
            titled = moved if moved.lstrip().startswith("# ") else f"# {page.title}\n\n{moved}"
            target.write_text(titled, "utf-8")

    def commands(self, pages: Sequence[SourcePage]) -> list[list[str]]:
        """A build of each language."""
        program = [str(self._commands / "sphinx-build"), "-Q", "-j", "2"]
        return [[*program, tag, f"{OUTPUT}/{tag}"] for tag in languages_of(pages)]
