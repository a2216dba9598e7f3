"""The table of checks, and the order of what they find."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from engine.cache import Store
from engine.checks import run, run_checks
from engine.findings import Finding
from engine.localedata import Locales
from engine.rules import Docs, read_docs

Make = Callable[[Mapping[str, str | bytes]], Path]
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


CHANGES: dict[str, tuple[dict[str, str | bytes], bool]] = {
    "nothing": ({}, False),
    "a page": ({"sv/a.md": "# B\n"}, True),
    "a page in another encoding": ({"sv/u.md": b"\xff\xfe\xff"}, True),
    "a file beside the pages": ({"sv/images/a.png": b"\x89PNG"}, True),
    "a setting": ({"charter.toml": "[front_matter]\nplan = 'x'\n"}, True),
}


@pytest.mark.parametrize("change", list(CHANGES))
def test_a_folder_that_is_as_it_was_is_not_checked_again(
    make_docs: Make, locales: Locales, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    docs, store = make_docs({"sv/a.md": "# A\n", "sv/u.md": b"\xff", "nl/b.md": "# B\n"}), Store(tmp_path / "cache")
    asked: list[Docs] = []

    def check(docs: Docs) -> list[Finding]:
        asked.append(docs)
        return []

    monkeypatch.setattr(run, "CHECKS", (*run.CHECKS, check))
    before = run_checks(read_docs(docs, locales, store=store))
    assert before == run_checks(read_docs(docs, locales))
    asked.clear()
    files, counts = CHANGES[change]
    make_docs(files)
    after = run_checks(read_docs(docs, locales, store=store))
    assert bool(asked) is counts
    assert after == run_checks(read_docs(docs, locales))
    for tag in ("sv", "nl"):
        alone = read_docs(docs, locales, languages=[tag])
        assert run_checks(read_docs(docs, locales, languages=[tag], store=store)) == run_checks(alone)


def test_families_in_processes_find_the_same(
    make_docs: Make, locales: Locales, monkeypatch: pytest.MonkeyPatch
) -> None:
    docs = read_docs(make_docs({"sv/a.md": "# A\n\n[x](none.md)\n", "nl/b.md": "# B\n\n50%\n"}), locales)
    alone = run_checks(docs)
    assert {finding.code[0] for finding in alone} >= {"F", "P"}
    monkeypatch.setattr(run, "_PARALLEL_FROM", 1)
    assert run_checks(docs) == alone


def test_a_fault_of_a_check_is_not_lost_in_a_process(
    make_docs: Make, locales: Locales, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(docs: Docs) -> list[Finding]:
        raise LookupError("a fault")

    monkeypatch.setattr(run, "_PARALLEL_FROM", 1)
    docs = read_docs(make_docs({"sv/a.md": "# A\n"}), locales)
    with pytest.raises(LookupError, match="a fault"):
        run_checks(docs, (*run.CHECKS, broken))
