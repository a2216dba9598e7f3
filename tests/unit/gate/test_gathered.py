"""One missing file that many pages include is one finding, as long as each page is counted by itself for allowances."""

import datetime as dt
from collections.abc import Callable

from engine.checks import run_checks
from engine.findings import Finding
from engine.gate import judge
from engine.rules import Docs

Read = Callable[[dict[str, str]], Docs]

INCLUDE = "[!include[T](%s)]\n"


def counting(docs: Docs) -> tuple[Finding, ...]:
    return judge(docs, run_checks(docs), dt.date(2026, 1, 1)).findings


def test_the_pages_that_include_one_missing_file_are_one_finding_with_the_others_related(read_files: Read) -> None:
    files = {"sv/a/x.md": INCLUDE % "../none.md", "sv/b.md": f"Text.\n\n{INCLUDE % 'none.md'}"}
    (finding,) = counting(read_files(files))
    assert (finding.code, str(finding.span)) == ("F006", "sv/a/x.md:1:1")
    assert [(str(related.span), related.quote) for related in finding.related] == [
        ("sv/b.md:3:1", "[!include[T](none.md)]")
    ]


def test_other_files_and_other_faults_stay_apart(read_files: Read) -> None:
    files = {"sv/a.md": f"{INCLUDE % 'none.md'}\n{INCLUDE % 'nor.md'}\n{INCLUDE % '../../out.md'}"}
    assert [finding.code for finding in counting(read_files(files))] == ["F006", "F006", "F008"]


def test_a_page_that_allows_it_is_no_longer_among_them(read_files: Read) -> None:
    allowing = f"<!-- charter: allow missing-include - written later -->\n{INCLUDE % 'none.md'}"
    (finding,) = counting(read_files({"sv/a.md": allowing, "sv/b.md": INCLUDE % "none.md"}))
    assert (str(finding.span), finding.related) == ("sv/b.md:1:1", ())
