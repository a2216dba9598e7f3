"""Whatever happens, the old or the new site is whole, and nothing else is touched."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from engine.findings import UsageError
from site_builder.publish import MARKER, check_place, exchange, staged

STEPS = 18

# Leaves at the n-th change of the file system that publishing makes, as a kill would.
DYING = """
import os, shutil, sys
from pathlib import Path
from engine.pages import beside, workers
from site_builder import publish
from site_builder.publish import staged

left = int(sys.argv[2])

def dying(function):
    def call(*arguments, **options):
        global left
        left -= 1
        if left < 0:
            os._exit(9)
        return function(*arguments, **options)
    return call

Path.rename, Path.mkdir, Path.write_text = dying(Path.rename), dying(Path.mkdir), dying(Path.write_text)
Path.unlink, Path.rmdir, os.unlink = dying(Path.unlink), dying(Path.rmdir), dying(os.unlink)
shutil.rmtree = dying(shutil.rmtree)
# What is removed is removed here, so that it is counted.
workers.forks = beside.forks = lambda: False
if sys.argv[3] == "exchange":
    publish.exchange = dying(publish.exchange)
else:
    publish.exchange = lambda one, other: False
with staged(Path(sys.argv[1])) as stage:
    (stage.folder / "sub").mkdir()
    for name in ("a", "b", "sub/c"):
        (stage.folder / name).write_text("new")
    stage.publish()
"""


def publish(out: Path, text: str) -> None:
    with staged(out) as stage:
        (stage.folder / "sub").mkdir()
        for name in ("a", "b", "sub/c"):
            (stage.folder / name).write_text(text)
        stage.publish()


def exchanges(folder: Path) -> bool:
    """Whether names can be exchanged here."""
    for name in ("one", "other"):
        (folder / name).mkdir()
    try:
        return exchange(folder / "one", folder / "other")
    finally:
        for name in ("one", "other"):
            (folder / name).rmdir()


def content(out: Path) -> set[str]:
    return {(out / name).read_text() for name in ("a", "b", "sub/c")}


def test_a_site_takes_the_place_of_the_old_one_whole(tmp_path: Path) -> None:
    publish(tmp_path / "site", "old")
    (tmp_path / "site/extra").write_text("x")
    publish(tmp_path / "site", "new")
    assert content(tmp_path / "site") == {"new"}
    assert sorted(os.listdir(tmp_path / "site")) == [MARKER, "a", "b", "sub"]
    assert os.listdir(tmp_path) == ["site"]


@pytest.mark.parametrize("way", ["exchange", "renames"])
@pytest.mark.parametrize("step", range(STEPS))
def test_killed_at_any_step_one_of_both_sites_is_whole(tmp_path: Path, step: int, way: str) -> None:
    out = tmp_path / "site"
    publish(out, "old")
    killed = subprocess.run([sys.executable, "-c", DYING, str(out), str(step), way], check=False)
    assert killed.returncode in (0, 9)
    if out.exists() or (way == "exchange" and exchanges(tmp_path)):
        assert content(out) in ({"old"}, {"new"})
    with staged(out):
        assert content(out) in ({"old"}, {"new"})
    publish(out, "newest")
    assert content(out) == {"newest"}
    assert os.listdir(tmp_path) == ["site"]


@pytest.mark.parametrize("way", ["exchange", "renames"])
def test_the_steps_cover_a_whole_run(tmp_path: Path, way: str) -> None:
    publish(tmp_path / "site", "old")
    done = subprocess.run([sys.executable, "-c", DYING, str(tmp_path / "site"), str(STEPS), way], check=False)
    assert done.returncode == 0


def test_folders_change_names_or_nothing_happens(tmp_path: Path) -> None:
    (tmp_path / "one/a").mkdir(parents=True)
    (tmp_path / "other/b").mkdir(parents=True)
    done = exchange(tmp_path / "one", tmp_path / "other")
    assert os.listdir(tmp_path / "one") == (["b"] if done else ["a"])
    assert not exchange(tmp_path / "one", tmp_path / "absent")
    assert sorted(os.listdir(tmp_path)) == ["one", "other"]


def test_a_failed_build_leaves_the_old_site_and_nothing_else(tmp_path: Path) -> None:
    publish(tmp_path / "site", "old")
    with pytest.raises(ValueError, match="broken"), staged(tmp_path / "site"):
        raise ValueError("broken")
    assert content(tmp_path / "site") == {"old"}
    assert os.listdir(tmp_path) == ["site"]


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    publish(tmp_path / "site", "new")
    assert content(tmp_path / "site") == {"new"}


def test_a_link_to_a_folder_stays_a_link(tmp_path: Path) -> None:
    publish(tmp_path / "real", "old")
    (tmp_path / "site").symlink_to(tmp_path / "real")
    publish(tmp_path / "site", "new")
    assert (tmp_path / "site").is_symlink()
    assert content(tmp_path / "real") == {"new"}


@pytest.mark.parametrize("place", ["docs", "docs/sv", "docs/new", ".", "file", "foreign", "/"])
def test_places_that_are_no_site_are_refused(tmp_path: Path, place: str) -> None:
    (tmp_path / "docs/sv").mkdir(parents=True)
    (tmp_path / "file").write_text("x")
    (tmp_path / "foreign").mkdir()
    (tmp_path / "foreign/thesis.txt").write_text("x")
    with pytest.raises(UsageError):
        check_place(tmp_path / place, tmp_path / "docs")
    assert (tmp_path / "foreign/thesis.txt").exists()


@pytest.mark.parametrize("name", [".site.charter-new", ".site.charter-old"])
def test_a_strangers_folder_in_the_way_is_left_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / name / "thesis.txt").write_text("x")
    with pytest.raises(UsageError, match="not Charter's"):
        publish(tmp_path / "site", "new")
    assert (tmp_path / name / "thesis.txt").exists()


def test_a_link_in_the_way_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".site.charter-new").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UsageError):
        publish(tmp_path / "site", "new")
    assert (tmp_path / "elsewhere").is_dir()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_place_that_cannot_be_written_is_misuse(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(UsageError, match="cannot write"):
        publish(tmp_path / "site", "new")
