"""MkDocs with the theme Material: a site for each language."""

import json
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.peers.pages import SourcePage, languages_of
from tests.benchmarks.peers.peer import OUTPUT, python_environment, version_in

_EXTENSIONS = ["admonition", "attr_list", "tables", {"toc": {"permalink": True}}]


class Material:
    """MkDocs Material."""

    name = "MkDocs Material"

    def install(self, environment: Path) -> str:
        """From the Python index."""
        self._commands = python_environment(environment / "material", ["mkdocs-material"])
        return version_in(self._commands, "mkdocs-material")

    def prepare(self, pages: Sequence[SourcePage], folder: Path) -> None:
        """Settings per language as JSON, which is YAML, and pages with a title."""
        for language in languages_of(pages):
            settings = {
                "site_name": "Help",
                "site_url": f"https://example.test/{language}/",
                "docs_dir": f"content/{language}",
                "site_dir": f"{OUTPUT}/{language}",
                "theme": {"name": "material", "language": "en", "font": False},
                "plugins": ["search"],
                "markdown_extensions": _EXTENSIONS,
            }
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{language}.yml").write_text(json.dumps(settings), "utf-8")
        for page in pages:
            target = folder / "content" / page.path
            target.parent.mkdir(parents=True, exist_ok=True)
            head = json.dumps({"title": page.title, "description": page.description})
            moved = f"This page has moved: <{page.redirect}>\n" if page.redirect else page.body
            target.write_text(f"---\n{head}\n---\n\n{moved}", "utf-8")

    def commands(self, pages: Sequence[SourcePage]) -> list[list[str]]:
        """A build of each language."""
        program = str(self._commands / "mkdocs")
        quiet = ["env", "NO_MKDOCS_2_WARNING=1", program, "build", "--quiet"]
        return [[*quiet, "--config-file", f"{tag}.yml"] for tag in languages_of(pages)]
