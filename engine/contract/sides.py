"""What can be compared: a docs folder, a lock, or a git revision of a docs folder."""

from collections.abc import Callable, Collection
from pathlib import Path

import msgspec

from engine.cache import Store
from engine.contract.lock import load_lock
from engine.contract.revisions import docs_at, is_revision
from engine.findings import UsageError
from engine.localedata import Locales
from engine.model.rulesets import RuleSet
from engine.rules import Docs, read_docs

Progress = Callable[[int, int], None]


class Side(msgspec.Struct, frozen=True):
    """One side of a comparison, read."""

    name: str
    """As it was named."""
    rules: RuleSet
    docs: Docs | None = None
    """The docs folder, where it is one that exists now."""


def read_side(
    name: str,
    docs: Path,
    locales: Locales,
    *,
    languages: Collection[str] = (),
    progress: Progress | None = None,
    store: Callable[[Path], Store | None] = lambda folder: None,
) -> Side:
    """Read one side.

    Args:
        name: a docs folder, the file of a lock, or a git revision of `docs`; what exists as a file comes first.
        docs: the docs folder that a revision is one of.
        locales: the languages that can be read.
        languages: only these; all when empty.
        progress: told (files read, files in all).
        store: the cache of a folder.

    Raises:
        UsageError: it is none of the three, or a language that it lacks.
    """
    path = Path(name)
    if path.is_dir():
        read = read_docs(path, locales, languages=languages or None, progress=progress, store=store(path))
        return Side(name, read.rules, read)
    if path.is_file():
        return Side(name, _only(load_lock(path), languages, name))
    if not is_revision(docs, name):
        raise UsageError(
            f"`{name}` is no docs folder, no lock, and no git revision of `{docs}`",
            help="name one of them; `--docs DIR` tells whose revision is meant",
        )
    with docs_at(docs, name) as folder:
        return Side(name, read_docs(folder, locales, languages=languages or None, progress=progress).rules)


def _only(rules: RuleSet, languages: Collection[str], name: str) -> RuleSet:
    """A lock confined to languages."""
    lacking = sorted(set(languages) - set(rules.languages))
    if lacking:
        raise UsageError(f"no language `{lacking[0]}`", where=name, help=f"choose from: {', '.join(rules.languages)}")
    if not languages:
        return rules
    statements = tuple(s for s in rules.statements if s.language in languages)
    return msgspec.structs.replace(rules, languages=tuple(sorted(languages)), statements=statements)
