"""Mutations happen in a copy: the given folder is only read, and the copy is whole again after each."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from engine.change.mutation import workspace
from engine.findings import UsageError
from engine.localedata import Locales

Make = Callable[[Mapping[str, str]], Path]


def test_a_change_is_read_and_put_back(make_docs: Make, locales: Locales) -> None:
    docs = make_docs({"sv/x.md": "# Ett\n", "nl/x.md": "# Een\n"})
    with workspace(docs, locales) as space:
        root = space.docs.tree.root
        assert root != docs
        changed = [space.changed("sv/x.md", f"# {title}\n".encode()) for title in ("Två", "Tre")]
        assert [[page.title for page in each.tree.pages] for each in changed] == [["Een", "Två"], ["Een", "Tre"]]
        assert (root / "sv/x.md").read_text() == "# Ett\n"
        assert [page.title for page in space.docs.tree.pages] == ["Een", "Ett"]
    assert (docs / "sv/x.md").read_text() == "# Ett\n"
    assert not root.exists()


def test_one_language_alone_cannot_disagree(make_docs: Make, locales: Locales) -> None:
    with pytest.raises(UsageError, match="one language only"), workspace(make_docs({"sv/x.md": ""}), locales):
        pass
