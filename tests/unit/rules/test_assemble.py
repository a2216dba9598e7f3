"""Pages are read one by one and put together afterwards, without being changed by it."""

from collections.abc import Callable, Mapping

import msgspec

from engine.rules import Docs, PageReading
from engine.rules.assemble import assemble

Read = Callable[[Mapping[str, str]], Docs]

PLANS = """# Plans

| Plan | Description |
|---|---|
| Starter | a |
| Core | b |
"""
LICENCES = """# Licences

## System licences

| Licence | Description |
|---|---|
| Customer Centre | Gives access to the moon. |
| Nobody knows this one | Access to quotes |
"""


def test_a_reading_survives_being_written_down(read_files: Read) -> None:
    docs = read_files({"en/plans.md": PLANS, "en/licences.md": LICENCES})
    assert all(reading.tables or reading.plan_lists for reading in docs.readings)
    for reading in docs.readings:
        assert msgspec.msgpack.decode(msgspec.msgpack.encode(reading), type=PageReading) == reading


def test_putting_together_changes_no_reading_and_gives_the_same_again(read_files: Read) -> None:
    docs = read_files({"en/x.md": PLANS})
    assert [finding.code for finding in docs.findings] == ["R008"]
    assert docs.readings[0].findings == ()
    again = assemble(docs.tree, docs.readings, docs.locales, docs.grammars, docs.settings)
    assert (again.rules, again.findings, again.readings) == (docs.rules, docs.findings, docs.readings)
