"""Which language and which pages a command for translators is about."""

import fnmatch
from collections.abc import Collection

from engine.findings import UsageError
from engine.rules import Docs


def language_of(docs: Docs, language: str) -> str:
    """The tag of a language of the docs folder, given as tag or folder name.

    Raises:
        UsageError: the docs folder does not have it.
    """
    folders = docs.tree.folders
    for folder, tag in folders.items():
        if language.lower() in (folder.lower(), tag.lower()):
            return tag
    raise UsageError(
        f"the docs folder has no language `{language}`",
        where=str(docs.tree.root),
        help=f"choose from: {', '.join(folders)}",
    )


def fits(page: str, patterns: Collection[str]) -> bool:
    """Whether a page, below the folder of its language, fits one of the patterns; any does where there are none."""
    return not patterns or any(fnmatch.fnmatchcase(page, pattern) for pattern in patterns)
