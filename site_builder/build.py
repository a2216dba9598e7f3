"""A docs folder -> a published site."""

import time
from pathlib import Path

import msgspec

from engine.cache import Store
from engine.findings import Finding
from engine.localedata import Locales
from engine.rules import read_docs
from site_builder.publish import check_place, staged
from site_builder.verify import Problem, verify
from site_builder.writing import Progress, SiteWriter


class BuildReport(msgspec.Struct, frozen=True):
    """What a build did."""

    pages: int
    languages: tuple[str, ...]
    redirects: int
    findings: tuple[Finding, ...]
    """Findings of reading pages and rules. They do not stop a build."""
    dead_links: tuple[tuple[str, str], ...]
    """(page, address) of links and pictures that lead to nothing."""
    seconds: float
    problems: tuple[Problem, ...]
    """Why nothing was published."""
    published: bool


def build_site(
    docs_path: Path,
    out: Path,
    locales: Locales,
    *,
    progress: Progress | None = None,
    reading: Progress | None = None,
    store: Store | None = None,
) -> BuildReport:
    """Build the site of a docs folder, prove it, and publish it.

    Args:
        docs_path: the folder with one folder per language.
        out: the folder of the site. It is replaced as a whole, or left as it was.
        locales: the languages.
        progress: told as pages are written and proved.
        reading: told as pages are read.
        store: where pages that were read before are taken from; None to read everything.

    Raises:
        UsageError: there is nothing to read, or `out` must not be replaced.
    """
    started = time.perf_counter()
    check_place(out, docs_path)
    docs = read_docs(docs_path, locales, html=True, progress=reading, store=store)
    with staged(out) as stage:
        writing = SiteWriter(docs, locales, stage.folder)
        writing.write(progress)
        problems = verify(stage.folder, writing.routes, docs)
        if not problems:
            stage.publish()
    stubs = sum(page.redirect is not None for page in docs.tree.pages)
    return BuildReport(
        pages=len(docs.tree.pages) - stubs,
        languages=docs.rules.languages,
        redirects=stubs,
        findings=docs.findings,
        dead_links=tuple(writing.dead_links),
        seconds=time.perf_counter() - started,
        problems=problems,
        published=not problems,
    )
