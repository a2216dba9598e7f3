"""A docs folder in `tmp_path`, and one page read from text."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from engine.findings import Finding
from engine.pages import read_page
from engine.pages.blocks import Page

Write = Callable[[Mapping[str, str | bytes]], Path]
ReadText = Callable[..., tuple[Page, tuple[Finding, ...]]]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes files below the docs folder, which it returns."""

    def write_files(files: Mapping[str, str | bytes]) -> Path:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return tmp_path

    return write_files


@pytest.fixture
def read(write: Write) -> ReadText:
    """Reads `en/page.md`, written from the text, beside further files."""

    def read_text(
        text: str | bytes, files: Mapping[str, str | bytes] | None = None, *, html: bool = False
    ) -> tuple[Page, tuple[Finding, ...]]:
        root = write({**(files or {}), "en/page.md": text})
        page, findings, _ = read_page(root, "en/page.md", "en", "en", html=html)
        assert page is not None
        return page, findings

    return read_text
