"""The lock as a file: canonical, and read back as it was."""

import json
from pathlib import Path

import pytest

from engine.change.freshness.lock import NAME, TranslationLock, load_lock, lock_text
from engine.change.freshness.signature import Signature
from engine.findings import UsageError

from ....conftest import ROOT

LOCK = TranslationLock(
    {
        "b/c.md": {
            "row:x": (
                {"sv": Signature("1a", "2b"), "en": Signature("3c")},
                {"nl": Signature("-"), "sv": Signature("1a")},
            )
        },
        "a “b”.md": {
            "heading:2": ({"sv": Signature("0a"), "en": Signature("0b")},),
            "heading:1": ({"en": Signature("")},),
        },
    }
)

TEXT = """{
 "version": 1,
 "pages": {
  "a “b”.md": {
   "heading:2": [
    {"en": "0b", "sv": "0a"}],
   "heading:1": [
    {"en": ""}]
  },
  "b/c.md": {
   "row:x": [
    {"en": "3c", "sv": "1a!2b"},
    {"nl": "-", "sv": "1a"}]
  }
 }
}
"""


def test_a_confirmation_is_a_line_pages_and_languages_are_sorted_blocks_are_not() -> None:
    assert lock_text(LOCK) == TEXT
    json.loads(TEXT)


def test_it_reads_back_as_it_was(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(lock_text(LOCK), encoding="utf-8")
    read = load_lock(tmp_path)
    assert read == LOCK
    assert read is not None
    assert lock_text(read) == TEXT
    assert list(read.pages["a “b”.md"]) == ["heading:2", "heading:1"]


def test_an_empty_lock_is_one_and_no_file_is_none(tmp_path: Path) -> None:
    assert load_lock(tmp_path) is None
    (tmp_path / NAME).write_text(lock_text(TranslationLock({})))
    assert load_lock(tmp_path) == TranslationLock({})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is broken"),
        ("<<<<<<< HEAD\n", "is broken"),
        ('{"version": 2, "pages": {}}', "has version 2"),
        ('{"version": 1, "pages": {"a.md": {"row:x": [{"en": "zz"}]}}}', "`zz` is no signature"),
        ('{"version": 1, "pages": {}, "more": 1}', "is broken"),
    ],
)
def test_a_lock_that_charter_did_not_write_is_misuse(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / NAME).write_text(text)
    with pytest.raises(UsageError, match=said) as error:
        load_lock(tmp_path)
    assert NAME in str(error.value)


def test_the_lock_of_our_own_docs_is_as_charter_writes_it() -> None:
    lock = load_lock(ROOT / "docs")
    assert lock is not None
    assert lock_text(lock) == (ROOT / "docs" / NAME).read_text(encoding="utf-8")
