"""One run of the checks behind the gate, for the commands that show findings."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import click
import msgspec

from engine.cache import Store
from engine.change.since import changed_since
from engine.checks import run_checks
from engine.cli.options import progress_bar
from engine.findings import Finding
from engine.gate import judge
from engine.gate.baseline import Known, baseline_text, load_baseline
from engine.gate.concern import concerning
from engine.gate.fingerprints import Fingerprints
from engine.gate.places import Places
from engine.gate.selection import selected
from engine.localedata import Locales, Messages
from engine.report.writing import write_file
from engine.rules import Docs, read_docs

GONE_SHOWN = 20
"""Entries of a baseline that are gone and shown one by one."""


class Run(msgspec.Struct, frozen=True):
    """What a run of the checks gave."""

    docs: Docs
    findings: tuple[Finding, ...]
    """Those to show, by place."""
    prints: Fingerprints
    every: frozenset[str]
    """The fingerprints of all findings that count, also of those that were not asked for."""
    whole: bool
    """Whether all languages were read."""
    allowed: int = 0
    """Findings that are let pass."""
    known: int = 0
    """Findings that the baseline knows."""
    gone: tuple[Known, ...] = ()
    """What the baseline knows and is found no more."""

    @property
    def places(self) -> Places:
        """The languages and topics of paths."""
        return Places(self.docs.tree.pages)

    def without_known(self, baseline: Path) -> "Run":
        """The run without the findings of a baseline.

        Raises:
            UsageError: no such baseline.
        """
        read = load_baseline(baseline)
        new, old = read.part(self.findings, self.prints)
        gone = read.gone(self.every) if self.whole else ()
        return msgspec.structs.replace(self, findings=tuple(new), known=len(old), gone=gone)


def check_pages(
    docs: Path,
    locales: Locales,
    *,
    languages: Sequence[str] = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    changed: str | None = None,
    at: dt.date,
    store: Store | None = None,
) -> Run:
    """Read a docs folder as a whole, check it, and keep the findings that count and are asked for.

    Args:
        docs: the folder.
        locales: the languages that can be read.
        languages: only these; all when empty.
        select: codes and names that are asked for; all when empty.
        ignore: those that are not.
        changed: a git revision; only findings about pages that changed since.
        at: the day, on which allowances may have ended.
        store: holds results of earlier runs; None to do everything anew.

    Raises:
        UsageError: a name that is no code, no such folder or revision.
    """
    selected((), select, ignore)
    with progress_bar("reading") as progress:
        read = read_docs(docs, locales, languages=languages or None, progress=progress, store=store)
    judged = judge(read, run_checks(read), at, whole=not languages)
    prints = Fingerprints([*judged.findings, *(finding for finding, _ in judged.allowed)], read.tree.quote)
    findings = selected(judged.findings, select, ignore)
    if changed is not None:
        findings = concerning(findings, changed_since(docs, changed), read.tree.pages)
    every = frozenset(map(prints.of, judged.findings))
    return Run(read, findings, prints, every, not languages, len(judged.allowed))


def write_baseline(run: Run, path: Path, messages: Messages) -> None:
    """Write the baseline that knows the findings of a run, and say so."""
    write_file(path, baseline_text(run.findings, run.prints))
    number = len(run.findings)
    click.echo(
        messages.ngettext(
            "wrote {count} finding to the baseline {path}",
            "wrote {count} findings to the baseline {path}",
            number,
            path=path,
        )
    )


def note_gone(run: Run, messages: Messages, *, on_error: bool) -> None:
    """Say what the baseline holds in vain."""
    if not run.gone:
        return
    number = len(run.gone)
    click.echo(
        messages.ngettext(
            "{count} finding of the baseline is gone: write the file anew, so that it cannot come back",
            "{count} findings of the baseline are gone: write the file anew, so that they cannot come back",
            number,
        ),
        err=on_error,
    )
    for entry in run.gone[:GONE_SHOWN]:
        click.echo(f"  {entry.code} {entry.path}: {entry.message}", err=on_error)
    if number > GONE_SHOWN:
        click.echo(f"  … +{number - GONE_SHOWN}", err=on_error)
