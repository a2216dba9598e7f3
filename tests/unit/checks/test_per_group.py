"""Groups of pages are checked one by one, in any process, and once."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import msgspec
import pytest

from engine.cache import Store
from engine.checks import per_group
from engine.checks.per_group import Found
from engine.findings import Finding
from engine.localedata import Locales
from engine.model.spans import start_of
from engine.pages import workers
from engine.rules import Docs, read_docs

Make = Callable[[Mapping[str, str]], Path]


class Count(msgspec.Struct, frozen=True):
    """Another kind of result."""

    pages: int


class Check:
    """A check that finds the titles of a group, and notes that it was asked."""

    def __init__(self, docs: Docs) -> None:
        self.docs = docs
        self.asked: list[str] = []
        self.groups: dict[str, list[str]] = {}
        for page in docs.tree.pages:
            self.groups.setdefault(page.key, []).append(page.path)

    def find(self, group: str) -> Found:
        self.asked.append(group)
        return Found(tuple(self.findings(group)))

    def findings(self, group: str) -> Iterator[Finding]:
        for page in self.docs.tree.pages:
            if page.key == group:
                yield Finding("F003", start_of(page.path), {"title": page.title})

    def titles(self) -> dict[str, list[str]]:
        found = per_group.per_group(self.docs, Found, self.groups, self.find)
        assert list(found) == list(self.groups)
        return {group: [finding.arguments["title"] for finding in each.findings] for group, each in found.items()}


def test_without_a_cache_every_group_is_checked(make_docs: Make, locales: Locales) -> None:
    docs = read_docs(make_docs({"en/x.md": "# X\n", "sv/x.md": "# Sida\n", "en/y.md": "# Y\n"}), locales)
    check = Check(docs)
    assert check.titles() == {"x.md": ["X", "Sida"], "y.md": ["Y"]}
    check.titles()
    assert check.asked == ["x.md", "y.md"] * 2


def test_with_a_cache_only_groups_with_a_change_are(make_docs: Make, locales: Locales, tmp_path: Path) -> None:
    store = Store(tmp_path / "cache")

    def check(files: Mapping[str, str]) -> Check:
        return Check(read_docs(make_docs(files), locales, store=store))

    first = check({"en/x.md": "# X\n\n[!include[i](includes/i.md)]\n", "sv/x.md": "# Sida\n", "en/y.md": "# Y\n"})
    assert first.titles() == {"x.md": ["X", "Sida"], "y.md": ["Y"]}
    second = check({"sv/x.md": "# Annan\n"})
    assert second.titles() == {"x.md": ["X", "Annan"], "y.md": ["Y"]}
    assert second.asked == ["x.md"]
    third = check({"en/includes/i.md": "Text\n"})
    third.titles()
    assert third.asked == ["x.md"]
    fourth = check({"sv/y.md": "# Ny\n"})
    assert fourth.titles()["y.md"] == ["Y", "Ny"]
    assert fourth.asked == ["y.md"]
    counts = per_group.per_group(fourth.docs, Count, fourth.groups, lambda group: Count(len(fourth.groups[group])))
    assert counts == {"x.md": Count(2), "y.md": Count(2)}


def test_another_version_of_the_code_checks_anew(
    make_docs: Make, locales: Locales, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    check = Check(read_docs(make_docs({"en/x.md": "# X\n"}), locales, store=Store(tmp_path / "cache")))
    check.titles()
    monkeypatch.setattr(per_group, "code_version", lambda: "another")
    check.titles()
    assert check.asked == ["x.md", "x.md"]


@pytest.mark.parametrize("forks", [True, False])
def test_processes_find_the_same(
    make_docs: Make, locales: Locales, monkeypatch: pytest.MonkeyPatch, forks: bool
) -> None:
    check = Check(read_docs(make_docs({f"en/{n}.md": f"# Page {n}\n" for n in range(90)}), locales))
    monkeypatch.setattr(workers, "forks", lambda: forks)
    assert check.titles() == {f"{n}.md": [f"Page {n}"] for n in sorted(map(str, range(90)))}
    # What another process notes stays there; without a fork all is done in this one.
    assert len(check.asked) == (0 if forks else 90)
