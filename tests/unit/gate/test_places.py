"""What a path says of language, page and topic."""

from collections.abc import Callable

import pytest

from engine.gate.places import Places
from engine.rules import Docs


@pytest.mark.parametrize(
    ("path", "language", "key", "topic"),
    [
        ("no/admin/license/x.md", "nb", "admin/license/x.md", "admin"),
        ("no/x.md", "nb", "x.md", ""),
        ("sv/a/includes/t.md", "sv", "a/includes/t.md", "a"),
        ("includes/t.md", "", "includes/t.md", "includes"),
        ("docs.json", "", "docs.json", ""),
    ],
)
def test_a_path_tells_language_page_and_topic(
    read_files: Callable[[dict[str, str]], Docs], path: str, language: str, key: str, topic: str
) -> None:
    places = Places(read_files({"sv/x.md": "Text.\n", "no/x.md": "Tekst.\n"}).tree.pages)
    assert (places.language(path), places.key(path), places.topic(path)) == (language, key, topic)
