"""Errors: what, where, and how to mend it."""

from pathlib import Path

import pytest

import engine
from engine.findings import CharterError, LocaleError, UsageError


def test_an_error_tells_place_fault_and_remedy() -> None:
    error = CharterError("no such thing", where="a/b.toml:3", help="write it")
    assert str(error) == "a/b.toml:3: no such thing\n  help: write it"
    assert (error.what, error.where, error.help) == ("no such thing", "a/b.toml:3", "write it")


def test_an_error_without_place_and_remedy_is_its_fault_alone() -> None:
    assert str(UsageError("no such thing")) == "no such thing"


def test_an_error_of_locale_data_names_file_and_line() -> None:
    error = LocaleError("lost slot", path=Path("nl") / "grammar.toml", line=12)
    assert (error.path, error.line, error.where) == (Path("nl/grammar.toml"), 12, "nl/grammar.toml:12")
    assert LocaleError("missing", path="x.toml").where == "x.toml:1"


@pytest.mark.parametrize("kind", [UsageError, LocaleError])
def test_every_error_is_of_one_family_which_the_public_door_offers(kind: type[CharterError]) -> None:
    assert issubclass(kind, CharterError)
    assert issubclass(CharterError, Exception)
    assert getattr(engine, kind.__name__) is kind
