"""When each language began and ceased to state something."""

import datetime as dt
from pathlib import Path

import pytest

from engine.cache import Store
from engine.change.history.repository import Repository
from engine.change.history.timeline import Saying, sayings
from engine.change.history.versions import Versions, is_page
from engine.localedata import Locales
from engine.rules.front_matter import FrontMatterKeys
from engine.rules.grammars import Grammars

from .git import GitDocs

SV = "## Systemlicenser\n\n| Licens | Beskrivning |\n|---|---|\n| Customer Centre | Tillgång till Kundcenter. |\n"
NL = (
    "## Systeemlicenties\n\n| Licentie | Beschrijving |\n|---|---|\n"
    "| Customer Centre | Toegang tot het Klantportaal. |\n"
)
NOTHING = "# Sida\n\nInget här.\n"


@pytest.fixture
def git(tmp_path: Path) -> GitDocs:
    return GitDocs(tmp_path / "r")


class Reader:
    """Reads the history of a repository, and tells how many versions were read for it."""

    def __init__(self, git: GitDocs, locales: Locales, store: Store | None = None) -> None:
        self._git, self._locales, self._store = git, locales, store
        self.read = 0

    def __call__(self, id: str) -> tuple[Saying, ...]:
        repository = Repository(self._git.docs)
        grammars = Grammars(self._locales, ["sv", "nl"])
        words = {"sv": ["customer"], "nl": ["customer"]}
        keys = FrontMatterKeys()
        with Versions(repository, self._locales, grammars, keys, self._store, words) as versions:
            found = sayings(tuple(repository.commits()), versions, id, {"sv": "sv", "nl": "nl"})
        self.read = versions.read
        return found


def grant(found: tuple[Saying, ...]) -> Saying:
    return next(saying for saying in found if type(saying.rule).__name__ == "Grants")


def test_a_language_begins_and_ceases_on_the_days_of_its_commits(git: GitDocs, locales: Locales) -> None:
    git.commit("2025-01-01", {"sv/a.md": NOTHING, "nl/a.md": NOTHING})
    git.commit("2025-02-01", {"sv/a.md": NOTHING + SV}, "in Swedish")
    git.commit("2025-02-11", {"nl/a.md": NL}, "in Dutch")
    git.commit("2025-03-01", {"sv/a.md": NOTHING})
    saying = grant(Reader(git, locales)("customer-centre"))
    (swedish,), (dutch,) = saying.periods["sv"], saying.periods["nl"]
    assert (str(swedish.began.day), swedish.began.subject) == ("2025-02-01", "in Swedish")
    assert swedish.ceased is not None
    assert str(swedish.ceased.day) == "2025-03-01"
    assert (str(dutch.began.day), dutch.ceased) == ("2025-02-11", None)
    assert (dutch.stated.path, dutch.stated.line, dutch.stated.quote) == (
        "nl/a.md",
        5,
        "Toegang tot het Klantportaal.",
    )
    assert (saying.lag("sv"), saying.lag("nl")) == (0, 10)
    assert saying.lag_of_end("nl", dt.date(2025, 3, 6)) == 5
    assert saying.lag_of_end("sv", dt.date(2025, 3, 6)) == 0


def test_a_rule_that_moves_to_another_page_or_comes_back_has_one_or_two_periods(git: GitDocs, locales: Locales) -> None:
    git.commit("2025-01-01", {"sv/a.md": SV, "nl/a.md": NOTHING})
    git.commit("2025-01-02", {"sv/a.md": None, "sv/b/c.md": SV})
    git.commit("2025-01-03", {"sv/b/c.md": NOTHING})
    git.commit("2025-01-04", {"sv/b/c.md": SV})
    saying = grant(Reader(git, locales)("customer-centre"))
    days = [(str(p.began.day), str(p.ceased.day) if p.ceased else None) for p in saying.periods["sv"]]
    assert days == [("2025-01-01", "2025-01-03"), ("2025-01-04", None)]
    assert saying.periods["nl"] == ()
    assert saying.lag("nl") is None


def test_what_a_page_includes_is_read_as_it_was_then(git: GitDocs, locales: Locales) -> None:
    page = "# Sida\n\n[!include[x](includes/customer.md)]\n"
    git.commit("2025-01-01", {"sv/a.md": page, "sv/includes/customer.md": "Text.\n"})
    git.commit("2025-01-02", {"sv/includes/customer.md": SV})
    git.commit("2025-01-03", {"sv/includes/customer.md": None})
    (period,) = grant(Reader(git, locales)("customer-centre")).periods["sv"]
    assert period.ceased is not None
    assert (str(period.began.day), str(period.ceased.day)) == ("2025-01-02", "2025-01-03")
    assert period.stated.path == "sv/includes/customer.md"


def test_each_version_is_read_once_and_kept(git: GitDocs, locales: Locales, tmp_path: Path) -> None:
    git.commit("2025-01-01", {"sv/a.md": SV, "sv/other.md": NOTHING})
    git.commit("2025-01-02", {"sv/a.md": NOTHING})
    git.commit("2025-01-03", {"sv/a.md": SV})
    store = Store(tmp_path / "cache")
    first, second = Reader(git, locales, store), Reader(git, locales, store)
    assert first("customer-centre") == second("customer-centre")
    assert (first.read, second.read) == (1, 0)


def test_an_id_that_no_page_speaks_of_has_no_history(git: GitDocs, locales: Locales) -> None:
    git.commit("2025-01-01", {"sv/a.md": SV})
    assert Reader(git, locales)("satellite") == ()


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("sv/a.md", True),
        ("sv/b/a.MDX", True),
        ("sv/includes/a.md", False),
        ("sv/_drafts/a.md", False),
        ("fi/a.md", False),
        ("a.md", False),
        ("sv/a.png", False),
    ],
)
def test_pages_of_the_past_are_told_as_those_of_today(path: str, expected: bool) -> None:
    assert is_page(path, {"sv"}) is expected
