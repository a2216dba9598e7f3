"""`translations.lock.json`: what was last confirmed, as sorted lines that a person can review.

Under each page and block stand confirmations, the oldest first. A confirmation is one line: the texts, by language,
that somebody found to say the same. It stays for as long as it is the last one about any two of its languages.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from engine.change.freshness.signature import Signature, read_signature
from engine.findings import UsageError

NAME = "translations.lock.json"
"""The file, in the docs folder."""
_VERSION = 1
_HELP = "restore the file from version control, or delete it and confirm anew"

Confirmation = Mapping[str, Signature]
"""Language tag -> the text that was confirmed."""
Confirmations = tuple[Confirmation, ...]
"""Those of one block, the oldest first."""


class TranslationLock(msgspec.Struct, frozen=True):
    """What a docs folder remembers of its translations."""

    pages: dict[str, dict[str, Confirmations]]
    """Page -> id of a block -> its confirmations. The blocks are in the order of the page."""


class _File(msgspec.Struct, forbid_unknown_fields=True):
    version: int
    pages: dict[str, dict[str, list[dict[str, str]]]]


def load_lock(docs: Path) -> TranslationLock | None:
    """The lock of a docs folder; None where nothing was ever confirmed.

    Raises:
        UsageError: the file is none that Charter writes.
    """
    path = docs / NAME
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UsageError(f"cannot read the file: {error.strerror}", where=str(path)) from None
    try:
        file = msgspec.json.decode(data, type=_File)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise UsageError(f"the lock of translations is broken: {error}", where=str(path), help=_HELP) from None
    if file.version != _VERSION:
        raise UsageError(
            f"the lock of translations has version {file.version}", where=str(path), help="use a newer Charter"
        )
    return TranslationLock(
        {
            page: {id: tuple(_confirmation(path, texts) for texts in block) for id, block in blocks.items()}
            for page, blocks in file.pages.items()
        }
    )


def _confirmation(path: Path, texts: Mapping[str, str]) -> Confirmation:
    found = {language: read_signature(text) for language, text in texts.items()}
    for language, signature in found.items():
        if signature is None:
            what = f"the lock of translations is broken: `{texts[language]}` is no signature"
            raise UsageError(what, where=str(path), help=_HELP)
    return {language: signature for language, signature in found.items() if signature is not None}


def lock_text(lock: TranslationLock) -> str:
    """The lock as text: pages sorted by path, blocks in the order of the page, languages sorted; one line for each."""
    pages = ",\n".join(_page(page, blocks) for page, blocks in sorted(lock.pages.items()) if blocks)
    body = f"\n{pages}\n " if pages else ""
    return f'{{\n "version": {_VERSION},\n "pages": {{{body}}}\n}}\n'


def _page(page: str, blocks: Mapping[str, Confirmations]) -> str:
    lines = ",\n".join(_blocks(blocks))
    return f"  {json.dumps(page, ensure_ascii=False)}: {{\n{lines}\n  }}"


def _blocks(blocks: Mapping[str, Confirmations]) -> Iterator[str]:
    for id, confirmations in blocks.items():
        lines = ",\n    ".join(
            json.dumps({language: str(texts[language]) for language in sorted(texts)}, ensure_ascii=False)
            for texts in confirmations
        )
        yield f"   {json.dumps(id, ensure_ascii=False)}: [\n    {lines}]"
