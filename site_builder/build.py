"""A docs folder -> a published site."""

import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import msgspec

from engine.cache import Store
from engine.findings import Finding
from engine.localedata import Locales
from engine.pages.discovery import language_folders
from engine.pages.workers import collection_paused
from engine.rules.grammars import Grammars
from engine.rules.outlines import read_outlines
from site_builder.outdated import outdated
from site_builder.producing import Producer
from site_builder.program import program
from site_builder.publish import check_place, staged
from site_builder.published import Ledger, Made
from site_builder.site_products import SiteProducts
from site_builder.stage import StagedFiles
from site_builder.stated_anchors import StatedAnchors
from site_builder.verify import Problem
from site_builder.writing import SiteWriter

Progress = Callable[[int, int], None]
"""Told how many of how many are done."""

_LANGUAGES_PAY_FROM = 2
"""The pages from rules, and the index, of a language take so long that two are worth a process."""


class BuildReport(msgspec.Struct, frozen=True):
    """What a build did."""

    pages: int
    languages: tuple[str, ...]
    redirects: int
    findings: tuple[Finding, ...]
    """Findings of reading pages and rules. They do not stop a build, unless it is strict."""
    dead_links: tuple[tuple[str, str], ...]
    """(page, address) of links and pictures that lead to nothing."""
    seconds: float
    problems: tuple[Problem, ...]
    """What a built page says and its source does not, or the other way round. They stop every build."""
    published: bool
    written: int = 0
    """Files that are not those of the old site."""
    places: dict[str, str] = {}
    """Path of a page's source -> its place on the site."""


def build_site(
    docs_path: Path,
    out: Path,
    locales: Locales,
    *,
    progress: Progress | None = None,
    reading: Progress | None = None,
    store: Store | None = None,
    strict: bool = False,
    grammars: Grammars | None = None,
) -> BuildReport:
    """Build the site of a docs folder, prove it, and publish it.

    Args:
        docs_path: the folder with one folder per language.
        out: the folder of the site. It is replaced as a whole, or left as it was.
        locales: the languages.
        progress: told as pages are written and proved.
        reading: told as pages are read.
        store: where results of earlier builds are taken from; None to make everything anew.
        strict: whether findings and dead links stop the build, too.
        grammars: those of an earlier build, so that they need not be compiled again.

    Raises:
        UsageError: there is nothing to read, or `out` must not be replaced.
    """
    if store is None:
        with tempfile.TemporaryDirectory(prefix="charter-") as folder:
            return build_site(
                docs_path,
                out,
                locales,
                progress=progress,
                reading=reading,
                store=Store(Path(folder)),
                strict=strict,
                grammars=grammars,
            )
    started = time.perf_counter()
    check_place(out, docs_path)
    # Before anything of the place is touched: whether there is anything to read.
    language_folders(docs_path, locales.folders, None)
    ledger = Ledger(store, out)
    before = ledger.read()
    with (
        collection_paused(),
        staged(out) as stage,
        closing(StagedFiles(stage.folder, stage.out, before)) as files,
    ):
        outlined = read_outlines(docs_path, locales, store, progress=reading, grammars=grammars)
        docs = outlined.docs
        anchors = StatedAnchors(outlined, store, program())
        site = SiteWriter(docs, locales, anchors.of, outdated(outlined, store))
        products = SiteProducts(outlined, site, anchors, store)
        producer = Producer(files, store, lambda: before if before.products else ledger.last())
        pages = producer.produce(products.pages(), progress, prepare=site.prepare)
        dead = tuple((path, link) for path, made in _by_path(site, pages.made) for link in made.dead_links)
        published = not pages.problems and not (strict and (docs.findings or dead))
        made = pages.made
        if published:
            each = [*products.rules(pages.asides), *products.searches(pages.asides)]
            made |= producer.produce(each, at_a_time=1, parallel_from=_LANGUAGES_PAY_FROM).made
            made |= producer.produce(products.rest()).made
            carried = sorted({path for m in made.values() for path in m.carries} - made.keys())
            made |= producer.produce(products.carried(carried)).made
            index = products.pagefind(stage.folder)
            files.drop(made.values(), waiting=[product.name for product in index])
            if index:
                # It is made from all pages that stand there.
                made |= producer.produce(index).made
                files.drop(made.values())
            stage.publish()
            ledger.write(made)
    stubs = sum(page.redirect is not None for page in docs.tree.pages)
    return BuildReport(
        pages=len(docs.tree.pages) - stubs,
        languages=docs.rules.languages,
        redirects=stubs,
        findings=docs.findings,
        dead_links=dead,
        seconds=time.perf_counter() - started,
        problems=pages.problems,
        published=published,
        written=sum(len(m.files) for name, m in made.items() if before.products.get(name) != m),
        places={page.path: site.routes.url(page.path) for page in docs.tree.pages},
    )


def _by_path(site: SiteWriter, made: dict[str, Made]) -> list[tuple[str, Made]]:
    return [(page.path, made[site.routes.url(page.path)]) for page in site.docs.tree.pages]
