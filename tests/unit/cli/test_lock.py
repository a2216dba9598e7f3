"""`charter lock`: what the pages state is accepted, and what is accepted is said."""

from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Result

Run = Callable[..., Result]
Make = Callable[..., Path]

PAGE = "# Plans\n\n| Limit | Core |\n|---|---|\n| Active projects | {} |\n"


@pytest.fixture
def docs(charter: Run, make_docs: Make) -> Path:
    """A locked docs folder."""
    folder = make_docs({"en/x.md": PAGE.format(100)})
    assert charter("lock", folder) == (0, f"{folder}/rules.lock.json: 1 rule locked\n", "")
    return folder


def test_a_lock_that_holds_is_left_alone(charter: Run, docs: Path) -> None:
    lock = docs / "rules.lock.json"
    before = lock.stat().st_mtime_ns
    for option in ([], ["--check"]):
        assert charter("lock", docs, *option) == (0, f"{lock} holds what the pages state\n", "")
    assert lock.stat().st_mtime_ns == before


def test_check_says_what_changed_and_writes_nothing(charter: Run, docs: Path, make_docs: Make) -> None:
    before = (docs / "rules.lock.json").read_bytes()
    make_docs({"en/x.md": PAGE.format(50)})
    result = charter("lock", docs, "--check")
    assert result.status == 1
    assert "Core: active projects 100 → 50, tighter" in result.out
    assert (docs / "rules.lock.json").read_bytes() == before


def test_pages_that_left_the_lock_fail_the_check_until_they_are_accepted(
    charter: Run, docs: Path, make_docs: Make
) -> None:
    make_docs({"en/x.md": PAGE.format(50)})
    result = charter("check", docs)
    assert result.status == 1
    assert "error L001 rule-tightened" in result.out
    assert "less is allowed than the lock holds: Core: active projects 100 → 50" in result.out
    accepted = charter("lock", docs)
    assert accepted.status == 0
    assert "Core: active projects 100 → 50, tighter" in accepted.out
    assert charter("check", docs).status == 0


def test_one_language_alone_is_held_to_its_part_of_the_lock(charter: Run, docs: Path, make_docs: Make) -> None:
    make_docs({"sv/x.md": "# Planer\n\n| Gräns | Core |\n|---|---|\n| Aktiva projekt | 100 |\n"})
    charter("lock", docs)
    assert charter("check", docs, "--language", "sv", "--select", "L").status == 0


def test_a_broken_lock_is_written_anew(charter: Run, docs: Path) -> None:
    lock = docs / "rules.lock.json"
    good = lock.read_bytes()
    lock.write_bytes(good[:-20])
    assert charter("lock", docs, "--check").status == 1
    assert charter("lock", docs).status == 0
    assert lock.read_bytes() == good
