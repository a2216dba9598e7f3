"""The table of checks, and the order of what they find."""

from collections.abc import Callable, Mapping

from engine.checks import run_checks
from engine.rules import Docs

Read = Callable[[Mapping[str, str]], Docs]


def test_pages_without_fault_have_no_findings(read_files: Read) -> None:
    assert run_checks(read_files({"sv/a.md": "# A\n\nText.\n"})) == ()


def test_what_reading_found_and_what_checks_find_come_in_order_of_place(read_files: Read) -> None:
    files = {
        "sv/b.md": "[!include[T](none.md)]\n",
        "sv/a.md": "För att använda säljmodulen behöver du en licens för Remote Travel.\n\n[!include[T](none.md)]\n",
        "nl/b.md": "[!include[T](none.md)]\n",
    }
    found = run_checks(read_files(files))
    assert [(f.code, str(f.span)) for f in found] == [
        ("F006", "nl/b.md:1:1"),
        ("P001", "sv/a.md:1:1"),
        ("R004", "sv/a.md:1:1"),
        ("F006", "sv/a.md:3:1"),
        ("F006", "sv/b.md:1:1"),
    ]
