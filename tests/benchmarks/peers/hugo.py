"""Hugo, of the Debian package."""

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.peers.pages import SourcePage, languages_of

LAYOUT = Path(__file__).with_name("hugo")


class Hugo:
    """Hugo."""

    name = "Hugo"

    def install(self, environment: Path) -> str:
        """Hugo is a program of the system."""
        if shutil.which("hugo") is None:
            sys.exit("there is no Hugo here: apt-get install hugo")
        return subprocess.run(["hugo", "version"], capture_output=True, text=True, check=True).stdout.split()[1]

    def prepare(self, pages: Sequence[SourcePage], folder: Path) -> None:
        """The layout and settings beside this module, the languages, and content with front matter as JSON."""
        shutil.copytree(LAYOUT, folder)
        languages = languages_of(pages)
        settings = folder / "config.toml"
        # A key that follows the name of a table would be the table's.
        config = [f'defaultContentLanguage = "{languages[0]}"', settings.read_text("utf-8"), "[languages]"]
        for language in languages:
            config += [f"[languages.{language}]", f'contentDir = "content/{language}"', f'languageName = "{language}"']
        settings.write_text("\n".join(config), "utf-8")
        for page in pages:
            named = "_index.md" if page.path.stem == "index" else page.path.name
            target = folder / "content" / page.path.parent / named
            target.parent.mkdir(parents=True, exist_ok=True)
            head: dict[str, object] = {"title": page.title, "description": page.description}
            if page.redirect:
                head |= {"layout": "redirect", "target": page.redirect, "outputs": ["HTML"]}
            # Braces in pairs are Hugo's own language.
            target.write_text(f"{json.dumps(head)}\n\n{page.body.replace('{{', '&#123;&#123;')}", "utf-8")

    def commands(self, pages: Sequence[SourcePage]) -> list[list[str]]:
        """One build of all languages."""
        return [["hugo", "--quiet"]]
