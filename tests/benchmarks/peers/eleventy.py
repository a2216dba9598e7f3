"""Eleventy, of the npm package, with a layout that writes what Charter's does."""

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.peers.pages import SourcePage, languages_of
from tests.benchmarks.peers.peer import OUTPUT

PACKAGE = "@11ty/eleventy"
LAYOUT = Path(__file__).with_name("eleventy")


class Eleventy:
    """Eleventy."""

    name = "Eleventy"

    def install(self, environment: Path) -> str:
        """From npm."""
        self._folder = environment / "eleventy"
        self._folder.mkdir(parents=True)
        (self._folder / "package.json").write_text('{"private": true, "type": "module"}')
        install = ["npm", "install", "--silent", "--no-audit", "--no-fund", PACKAGE]
        subprocess.run(install, cwd=self._folder, check=True, stdout=subprocess.DEVNULL)
        about = json.loads((self._folder / "node_modules" / PACKAGE / "package.json").read_text())
        return str(about["version"])

    def prepare(self, pages: Sequence[SourcePage], folder: Path) -> None:
        """The layout beside this module, and content with front matter as JSON."""
        shutil.copytree(LAYOUT, folder)
        (folder / "package.json").write_text('{"private": true, "type": "module"}')
        (folder / "node_modules").symlink_to(self._folder / "node_modules")
        for language in languages_of(pages):
            index = f'export {{ render }} from "../_search.js";\nexport const data = {{ language: "{language}" }};\n'
            (folder / "content" / language).mkdir(parents=True)
            (folder / "content" / language / "search.11ty.js").write_text(index, "utf-8")
        shutil.copy(LAYOUT / "_search.js", folder / "content" / "_search.js")
        for page in pages:
            target = folder / "content" / page.path
            target.parent.mkdir(parents=True, exist_ok=True)
            layout = "redirect.11ty.js" if page.redirect else "page.11ty.js"
            head = {"title": page.title, "description": page.description, "target": page.redirect, "layout": layout}
            place = f"{page.path.with_suffix('.html')}"
            text = f"---json\n{json.dumps(head | {'language': page.language, 'permalink': place})}\n---\n{page.body}"
            target.write_text(text, "utf-8")

    def commands(self, pages: Sequence[SourcePage]) -> list[list[str]]:
        """One build of all languages."""
        program = str(self._folder / "node_modules" / ".bin" / "eleventy")
        return [[program, "--quiet", "--input=content", f"--output={OUTPUT}"]]
