"""`charter explain`: by code, by name, by family, or all."""

import json
from collections.abc import Callable

import pytest

from engine.findings import CODES

from .conftest import Result

Run = Callable[..., Result]


@pytest.mark.parametrize("name", ["R005", "r005", "rule-differs"])
def test_a_code_is_explained_by_code_or_name(charter: Run, name: str) -> None:
    result = charter("explain", name)
    assert (result.status, result.err) == (0, "")
    assert result.out.startswith("R005 rule-differs error\n")
    assert CODES["R005"].why in result.out


def test_without_a_name_all_are_listed(charter: Run) -> None:
    lines = charter("explain").out.splitlines()
    assert [line.split()[0] for line in lines[1:]] == list(CODES)


def test_a_letter_lists_its_family(charter: Run) -> None:
    lines = charter("explain", "G").out.splitlines()
    assert {line[0] for line in lines[1:]} == {"G"}


def test_data_has_every_part_and_the_readers_language(charter: Run) -> None:
    (row,) = json.loads(charter("explain", "F003", "--format", "json", "--ui-language", "sv").out)
    assert row["code"] == "F003"
    assert row["message"] != CODES["F003"].message
    assert row["example"]["files"]


def test_an_unknown_code_is_misuse_and_suggests_one(charter: Run) -> None:
    result = charter("explain", "rule-differ")
    assert (result.status, result.out) == (2, "")
    assert "nearest: `rule-differs`" in result.err
