"""Numbers and days in a language, also one that CLDR does not know."""

import datetime as dt

import pytest

from engine.localedata.cldr import written_day, written_number

DAY = dt.date(2026, 6, 3)


@pytest.mark.parametrize(
    ("tag", "number", "day"),
    [
        ("en", "1,200", "June 3, 2026"),
        ("sv", "1\u00a0200", "3 juni 2026"),
        ("de", "1.200", "3. Juni 2026"),
        ("nl", "1.200", "3 juni 2026"),
        ("qaa", "1200", "2026-06-03"),
        ("no-such-tag-at-all", "1200", "2026-06-03"),
    ],
)
def test_numbers_and_days_follow_the_language(tag: str, number: str, day: str) -> None:
    assert (written_number(tag, 1200), written_day(tag, DAY)) == (number, day)
