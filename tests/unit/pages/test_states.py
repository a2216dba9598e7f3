import os
from pathlib import Path

import pytest

from engine.pages.includes import MISSING, OUTSIDE
from engine.pages.states import folder_state, state_of

from .conftest import Write


def test_the_state_of_a_path_is_its_content_or_why_there_is_none(write: Write, tmp_path: Path) -> None:
    root = write({"docs/a.md": "x", "docs/b.md": "x", "docs/c.md": "y", "outside.md": "x"}) / "docs"
    os.symlink(tmp_path / "outside.md", root / "link.md")
    assert state_of(root, "a.md") == state_of(root, "b.md") != state_of(root, "c.md")
    assert [state_of(root, path) for path in ("none.md", ".", "link.md", "../outside.md", "a\0b")] == [
        MISSING,
        MISSING,
        OUTSIDE,
        OUTSIDE,
        MISSING,
    ]


FILES = {"en/a.md": "a", "en/toc.yml": "- a", "en/images/p.png": b"\x89PNG", "charter.toml": ""}


@pytest.mark.parametrize(
    ("change", "counts"),
    [
        ({}, False),
        ({"en/a.md": "b"}, False),
        ({"en/toc.yml": "- b"}, True),
        ({"en/images/p.png": b"\x88PNG"}, True),
        ({"en/images/q.png": b"\x89PNG"}, True),
        ({"charter.toml": "#"}, True),
        ({"new/folder/x.txt": ""}, True),
    ],
)
def test_the_state_of_a_folder_is_everything_in_it_but_what_is_known(
    write: Write, change: dict[str, str | bytes], counts: bool
) -> None:
    before = folder_state(write(FILES), {"en/a.md"})
    assert (folder_state(write(change), {"en/a.md"}) != before) is counts


def test_an_empty_folder_and_a_link_count(write: Write) -> None:
    root = write(FILES)
    states = [folder_state(root, ())]
    (root / "empty").mkdir()
    states.append(folder_state(root, ()))
    os.symlink(root / "none", root / "dangling")
    states.append(folder_state(root, ()))
    os.symlink(root / "en", root / "linked")
    states.append(folder_state(root, ()))
    assert len(set(states)) == 4


def test_a_large_file_counts_by_size_and_time(write: Write) -> None:
    root = write({"film.mp4": b"\0" * 1_000_000})
    before = folder_state(root, ())
    assert folder_state(root, ()) == before
    os.utime(root / "film.mp4", ns=(0, 0))
    assert folder_state(root, ()) != before
