"""Reading only what changed gives what a fresh reading gives."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from engine.localedata import Locales
from engine.rules import Docs, read_docs, reread

FILES = {
    "en/x.md": "# X\n\nText.\n\n[!include[a](includes/a.md)]\n",
    "en/y.md": "# Y\n\nText.\n",
    "sv/x.md": "# X\n\nText.\n",
    "en/includes/a.md": "This feature requires the Service Premium user plan.\n",
}
CHANGES: dict[str, tuple[str, str | None]] = {
    "a page": ("en/y.md", "# Y\n\nThis feature requires the Sales Premium user plan.\n"),
    "an included file": ("en/includes/a.md", "This feature requires the Sales Premium user plan.\n"),
    "a new page": ("sv/y.md", "# Y\n"),
    "a page that is gone": ("en/y.md", None),
    "an included file that is gone": ("en/includes/a.md", None),
    "a page that cannot be decoded": ("en/y.md", "\udcff"),
}


def same(one: Docs, other: Docs) -> bool:
    return (one.tree, one.rules, one.findings, one.readings) == (
        other.tree,
        other.rules,
        other.findings,
        other.readings,
    )


@pytest.mark.parametrize("change", list(CHANGES))
def test_rereading_what_changed_equals_reading_all(
    make_docs: Callable[[Mapping[str, str]], Path], locales: Locales, change: str
) -> None:
    folder = make_docs(FILES)
    before = read_docs(folder, locales)
    path, text = CHANGES[change]
    if text is None:
        (folder / path).unlink()
    else:
        (folder / path).write_bytes(text.encode(errors="surrogateescape"))
    after = reread(before, path)
    assert same(after, read_docs(folder, locales))
    assert not same(after, before)


def test_only_what_changed_is_read_again(make_docs: Callable[[Mapping[str, str]], Path], locales: Locales) -> None:
    folder = make_docs(FILES)
    before = read_docs(folder, locales)
    after = reread(before, "en/includes/a.md")
    kept = {page.path for page in after.tree.pages if any(page is other for other in before.tree.pages)}
    assert kept == {"en/y.md", "sv/x.md"}
