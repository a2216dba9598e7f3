"""What the source code named in the settings uses; worked out once for all checks of code."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from engine.checks.once import once
from engine.contract.codegen import typed_ids
from engine.contract.scan import Gap, Known, gaps, known_ids, uses_in
from engine.contract.scan.compare import Sort
from engine.contract.scan.files import source_files
from engine.findings import UsageError
from engine.model.spans import Span
from engine.rules import Docs


class Scanned(msgspec.Struct, frozen=True):
    """The gaps between code and pages, and the ids that pages speak of."""

    gaps: tuple[Gap, ...]
    known: Known | None = None


@once
def scanned(docs: Docs) -> Scanned:
    """Code and pages compared; empty where the settings name no code.

    Raises:
        UsageError: the settings name a path that is not there.
    """
    settings = docs.settings.code
    if not settings.paths:
        return Scanned(())
    ids = typed_ids(docs.rules, docs.locales.vocabulary)
    known = known_ids(ids, docs.locales.vocabulary.renamed, settings.calls)
    uses = uses_in(code_paths(docs), known)
    return Scanned(gaps(docs.rules, uses, known, settings.elsewhere), known)


def gaps_of(docs: Docs, sort: Sort) -> Iterator[Gap]:
    """The gaps of one sort."""
    return (gap for gap in scanned(docs).gaps if gap.sort is sort)


def code_paths(docs: Docs) -> tuple[Path, ...]:
    """The files and folders of code that the settings name."""
    return tuple(docs.tree.root / path for path in docs.settings.code.paths)


def place_of(docs: Docs, span: Span) -> Span:
    """A place in code, with its path relative to the docs folder as that of every finding."""
    path = os.path.relpath(span.path, docs.tree.root).replace(os.sep, "/")
    return msgspec.structs.replace(span, path=path)


def code_state(docs: Docs) -> Iterable[str]:
    """What tells that code is as it was: every file that is scanned, and its text."""
    try:
        for file, text in source_files(code_paths(docs)):
            yield file.as_posix()
            yield text
    except UsageError:
        # It is told by the check.
        yield "missing"
