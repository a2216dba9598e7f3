"""The site as it is being written: built again whenever a file changes, then checked."""

import datetime as dt
import tempfile
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from watchfiles import watch

from engine.cache import Store
from engine.checks import run_checks
from engine.findings import CODES, CharterError, Finding
from engine.gate import judge
from engine.localedata import Locales, Messages
from engine.rules import read_docs
from site_builder.build import BuildReport, build_site
from site_builder.preview_server import HOST, Shown, serve
from site_builder.templating import asset

_SCRIPT = "preview.js"
_SETTLED = 100
"""Milliseconds without a further change after which a build begins: editors write several files at a time."""


class Preview:
    """A docs folder and the site that is shown of it."""

    def __init__(self, docs: Path, folder: Path, locales: Locales, store: Store, messages: Messages) -> None:
        """
        Args:
            docs: the docs folder.
            folder: where the site may be built, of its own.
            locales: the languages.
            store: results of earlier builds.
            messages: the interface words of whoever looks.
        """
        self._docs = docs
        self._locales = locales
        self._store = store
        self._messages = messages
        self._places: Mapping[str, str] = {}
        self.shown = Shown(
            folder / "site",
            asset(_SCRIPT),
            lambda number: messages.ngettext("{count} finding", "{count} findings", number),
        )

    def build(self) -> BuildReport | None:
        """Build the site and tell the pages that are open. None where the docs folder cannot be read at all."""
        try:
            report = build_site(self._docs, self.shown.folder, self._locales, store=self._store)
        except CharterError as error:
            self.shown.build(str(error))
            return None
        problems = "\n".join(problem.message(self._messages) for problem in report.problems)
        self._places = report.places
        self.shown.build(problems)
        return report

    def check(self, today: dt.date) -> int:
        """Check the pages and tell those that are open what was found. Returns how many findings there are."""
        docs = read_docs(self._docs, self._locales, store=self._store)
        findings = judge(docs, run_checks(docs), today).findings
        self.shown.check(by_place(findings, self._places, self._messages))
        return len(findings)

    def follow(self, changes: Iterable[object], today: Callable[[], dt.date]) -> None:
        """Build and check again at every change.

        Args:
            changes: gives something each time.
            today: the day, on which allowances may have ended.
        """
        for _ in changes:
            if self.build() is not None:
                self.check(today())


def run(
    docs: Path,
    locales: Locales,
    store: Store,
    messages: Messages,
    port: int,
    announce: Callable[[str], None],
    stop: threading.Event | None = None,
) -> None:
    """Show a docs folder until it is interrupted.

    Args:
        docs: the docs folder.
        locales: the languages.
        store: results of earlier builds.
        messages: the interface words of whoever looks.
        port: of the loopback address; 0 for any that is free.
        announce: told the address.
        stop: ends it when it is set.

    Raises:
        UsageError: there is nothing to read, or the port is taken.
    """
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="charter-preview-")))
        preview = Preview(docs, folder, locales, store, messages)
        # Before there are threads, so that pages are written in processes.
        built = preview.build()
        server = serve(preview.shown, port)
        stack.callback(server.server_close)
        stack.callback(server.shutdown)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        announce(f"http://{HOST}:{server.server_address[1]}/")
        if built is not None:
            preview.check(dt.date.today())
        changes = watch(docs, step=_SETTLED, stop_event=stop, raise_interrupt=False)
        preview.follow(changes, dt.date.today)


def by_place(
    findings: Sequence[Finding], pages: Mapping[str, str], messages: Messages
) -> dict[str, list[dict[str, object]]]:
    """Findings as the preview's script shows them, by the file that they are in.

    Args:
        findings: of the checks.
        pages: path of a page's file -> its place on the site.
        messages: the interface words.
    Returns:
        "" has those of files that are no pages.
    """
    found: dict[str, list[dict[str, object]]] = {}
    for finding in findings:
        shown: dict[str, object] = {
            "code": finding.code,
            "name": finding.name,
            "severity": finding.severity,
            "where": f"{finding.span.path}:{finding.span.line}:{finding.span.column}",
            "message": messages.format(CODES[finding.code].message, **finding.arguments),
        }
        found.setdefault(pages.get(finding.span.path, ""), []).append(shown)
    return found
