"""How a language is set, as CLDR has it."""

import pytest

from engine.localedata.typography import percent_is_apart


@pytest.mark.parametrize(
    ("tag", "apart"),
    [
        ("en", False),
        ("nl", False),
        ("sv", True),
        ("de", True),
        ("da", True),
        ("nb", True),
        ("nb-NO", True),
        ("qaa", None),
    ],
)
def test_a_percent_sign_stands_apart_where_cldr_has_it_so(tag: str, apart: bool | None) -> None:
    assert percent_is_apart(tag) is apart
