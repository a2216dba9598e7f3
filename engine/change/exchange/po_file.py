"""Entries <-> PO files, as GNU gettext describes them: https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html."""

from collections.abc import Iterable
from pathlib import Path

import msgspec
import polib

from engine.change.exchange.entries import Entry
from engine.findings import UsageError

_FUZZY = "fuzzy"
PAGE, FROM, DIGEST = "X-Charter-Page", "X-Charter-From", "X-Charter-Digest"
_LONGEST = 60


class PoEntry(msgspec.Struct, frozen=True):
    """What a translator wrote."""

    context: str
    original: str
    translation: str
    is_fuzzy: bool
    line: int
    """In the PO file."""


class PoPage(msgspec.Struct, frozen=True):
    """A PO file that was read."""

    path: Path
    page: str
    language: str
    originals: tuple[str, ...]
    digest: str
    """Of the page when it was exported; empty for one that did not exist."""
    entries: tuple[PoEntry, ...]


def po_text(page: str, language: str, originals: Iterable[str], digest: str, entries: Iterable[Entry]) -> str:
    """The PO file of a page.

    Args:
        page: its path below the folder of its language.
        language: the tag of the translation.
        originals: the tags of the languages it is translated from.
        digest: of the page's file now; empty where there is none.
        entries: what to translate.
    """
    file = polib.POFile(wrapwidth=100)
    file.metadata = {
        "Project-Id-Version": page,
        "Language": language.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        PAGE: page,
        FROM: " ".join(originals),
        DIGEST: digest,
    }
    file.extend(_entry(entry) for entry in entries)
    return f"{file}\n"


def _entry(entry: Entry) -> polib.POEntry:
    kept = {**entry.original.locks, **(entry.translation.locks if entry.translation else {})}
    legend = [f"{{{name}}} = {_short(kept[name][0])}" for name in kept if f"{kept[name][0]}" != name]
    fuzzy = [_FUZZY] if entry.is_behind and entry.translation else []
    return polib.POEntry(
        msgctxt=entry.context,
        msgid=entry.original.text,
        msgstr=entry.translation.text if entry.translation else "",
        comment="\n".join((f"{entry.kind} ({entry.of})", *legend)),
        occurrences=[(path, str(line)) for path, line in entry.references],
        flags=fuzzy,
        previous_msgid=entry.previous or None,
    )


def _short(written: str) -> str:
    line = " ".join(written.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def read_po(path: Path) -> PoPage:
    """Read a PO file.

    Raises:
        UsageError: it is no PO file, or none that Charter exported.
    """
    help = "import the files that `charter po export` made"
    try:
        file = polib.pofile(str(path), encoding="utf-8", check_for_duplicates=False)
    except (OSError, UnicodeDecodeError, ValueError, IndexError) as error:
        raise UsageError(f"cannot read the PO file: {error}", where=str(path), help=help) from None
    if PAGE not in file.metadata:
        raise UsageError(f"the PO file has no `{PAGE}` in its header", where=str(path), help=help)
    entries = tuple(
        PoEntry(entry.msgctxt or "", entry.msgid, entry.msgstr, _FUZZY in entry.flags, entry.linenum or 0)
        for entry in file
        if not entry.obsolete
    )
    return PoPage(
        path,
        file.metadata[PAGE],
        file.metadata.get("Language", "").replace("_", "-"),
        tuple(file.metadata.get(FROM, "").split()),
        file.metadata.get(DIGEST, ""),
        entries,
    )
