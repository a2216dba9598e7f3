"""What is put into a site and what is dropped from it, where names stand in each other's way."""

import os
from pathlib import Path

import pytest

from site_builder.published import Made, Published
from site_builder.stage import StagedFiles


@pytest.fixture
def new(tmp_path: Path) -> Path:
    (tmp_path / "new").mkdir()
    return tmp_path / "new"


def staged(new: Path, *old: str) -> StagedFiles:
    """A site where these files stood before, each a product of its own."""
    (new.parent / "old").mkdir()
    made = {place: Made("", {place: (3, 0)}) for place in old}
    return StagedFiles(new, new.parent / "old", Published(made))


def test_what_is_no_part_of_the_new_site_goes_with_its_folder(new: Path) -> None:
    files = staged(new, "en/a.html", "sv/b.html")
    files.put("en/a.html", b"new")
    files.put("sv/b.html", b"old")
    files.drop([Made("", {"en/a.html": (3, 0)})])
    assert [path.name for path in new.iterdir()] == ["en"]


def test_a_name_that_differs_in_letter_case_alone_is_dropped_where_it_is_another_file(new: Path) -> None:
    files = staged(new, "en/A.html")
    files.put("en/A.html", b"old")
    files.put("en/a.html", b"new")
    files.drop([Made("", {"en/a.html": (3, 0)})])
    assert [path.name for path in (new / "en").iterdir()] == ["a.html"]


def test_it_stays_where_it_is_the_file_that_was_written(new: Path) -> None:
    files = staged(new, "en/A.html")
    files.put("en/a.html", b"new")
    # As on a file system that takes both for one.
    os.link(new / "en/a.html", new / "en/A.html")
    files.drop([Made("", {"en/a.html": (3, 0)})])
    assert (new / "en/A.html").read_bytes() == b"new"


def test_a_folder_takes_the_place_of_a_file(new: Path) -> None:
    files = staged(new, "en/a")
    files.put("en/a", b"old")
    files.put("en/a/b/c.html", b"new")
    assert (new / "en/a/b/c.html").read_bytes() == b"new"


def test_a_file_takes_the_place_of_a_folder(new: Path) -> None:
    files = staged(new, "en/a/b.html")
    files.put("en/a/b.html", b"old")
    files.put("en/a", b"new")
    assert (new / "en/a").read_bytes() == b"new"
