"""The work list of a translator, and what takes a place off it."""

import datetime as dt
from pathlib import Path

import pytest

from engine.change.freshness.known import confirmed, known_units
from engine.change.freshness.lock import TranslationLock, lock_text
from engine.change.freshness.previous import Earlier
from engine.change.freshness.tasks import Task
from engine.change.freshness.units import page_units
from engine.change.freshness.work_list import text_before, work_list
from engine.checks import run_checks
from engine.gate import judge
from engine.localedata import Locales
from engine.rules import read_docs, reread

from ..history.git import GitDocs

EN = """# Licences

We have 100 wheels. They roll.

Nobody is paid for this.

## System licences

| Licence | Description |
|---|---|
| Customer Centre | Access to Customer Centre. |
| Satellite | Specifies which systems you have access to. |
"""
SV = """# Licenser

Vi har 100 hjul. De rullar.

Ingen har betalt för det här.

## Systemlicenser

| Licens | Beskrivning |
|---|---|
| Customer Centre | Åtkomst till Kundcenter. |
| Satellite | Anger vilka system du har åtkomst till. |
"""
NL = """# Licenties

We hebben 100 wielen. Ze rollen.

Niemand wordt hiervoor betaald.

## Systeemlicenties

| Licentie | Beschrijving |
|---|---|
| Customer Centre | Toegang tot Customer Centre. |
| Satellite | Geeft aan tot welke systemen u toegang hebt. |
"""


LANGUAGES = ("en", "nl", "sv")


class Desk:
    """A docs folder in git, and translators who work on it."""

    def __init__(self, folder: Path, locales: Locales) -> None:
        self.git = GitDocs(folder / "r")
        self.git.commit("2025-01-01", {"en/a.md": EN, "sv/a.md": SV, "nl/a.md": NL})
        self._docs = read_docs(self.git.docs, locales)
        self._lock: TranslationLock | None = None

    def confirm(self, *languages: str, against: list[str] | None = None, block: str = "") -> int:
        only = {"a.md": (block,)} if block else None
        pages = page_units(self._docs)
        result = confirmed(self._lock, pages, languages or LANGUAGES, against=against, only=only)
        self._lock = result.lock
        return result.blocks

    def edit(self, tag: str, old: str, new: str) -> None:
        path = self.git.docs / tag / "a.md"
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), encoding="utf-8")
        self._docs = reread(self._docs, f"{tag}/a.md")

    def add(self, files: dict[str, str]) -> None:
        self.git.commit("2025-01-02", dict(files))
        self._docs = reread(self._docs, *files)

    def todo(self, language: str) -> tuple[Task, ...]:
        findings = judge(self._docs, run_checks(self._docs), dt.date(2026, 1, 1)).findings
        return work_list(language, page_units(self._docs), self._lock, findings, self._docs.tree.folders)

    def risks(self, language: str) -> list[str]:
        return [task.risk.name for task in self.todo(language)]

    def before(self, task: Task) -> list[str]:
        return [text_before(Earlier(self._docs), change) for change in task.changes]

    def lock(self) -> str:
        assert self._lock is not None
        return lock_text(self._lock)

    def id_of(self, text: str) -> str:
        units = known_units("a.md", page_units(self._docs)["a.md"], self._lock)
        return next(each.id for each in units for said in each.unit.said.values() if text in said.visible)


@pytest.fixture
def desk(tmp_path: Path, locales: Locales) -> Desk:
    return Desk(tmp_path, locales)


def changed_by(task: Task) -> list[str]:
    return [change.language for change in task.changes]


def test_without_a_lock_only_findings_are_work(desk: Desk) -> None:
    assert desk.todo("sv") == ()
    desk.edit("en", "100 wheels", "50 wheels")
    assert [task.finding.code for task in desk.todo("en") if task.finding] == ["V002"]
    assert desk.todo("sv") == ()


def test_what_is_confirmed_gives_no_work(desk: Desk) -> None:
    assert desk.confirm() == 7
    assert desk.todo("sv") == desk.todo("nl") == desk.todo("en") == ()
    assert desk.confirm() == 0


def test_the_work_list_puts_the_risk_for_customers_first(desk: Desk) -> None:
    desk.confirm()
    desk.edit("en", "Nobody is paid for this.", "This is paid to nobody.")
    desk.edit("en", "100 wheels", "50 wheels")
    desk.edit("en", "Access to Customer Centre.", "Access to the quote module.")
    assert desk.risks("sv") == ["RULE", "VALUE", "WORDING"]
    rule, value, wording = desk.todo("sv")
    assert (rule.block, str(rule.span)) == ("row:customer-centre", "sv/a.md:11:1")
    assert [(str(change.span), change.now) for change in rule.changes] == [
        ("en/a.md:11:1", ("Access to the quote module.",))
    ]
    assert desk.before(rule) == ["Access to Customer Centre."]
    assert value.text == "Vi har 100 hjul. De rullar."
    assert value.changes[0].now == ("We have 50 wheels.",)
    assert desk.before(value) == ["We have 100 wheels."]
    assert wording.span.line == 5


def test_whoever_edits_has_no_work_of_it_and_others_keep_theirs_until_they_look(desk: Desk) -> None:
    desk.confirm()
    desk.edit("en", "100 wheels", "50 wheels")
    assert desk.todo("en") == ()
    assert desk.risks("sv") == desk.risks("nl") == ["VALUE"]
    desk.edit("sv", "100 hjul", "50 hjul")
    assert desk.confirm("sv") == 1
    assert desk.todo("sv") == desk.todo("en") == ()
    (task,) = desk.todo("nl")
    assert changed_by(task) == ["en", "sv"]
    before = desk.lock()
    desk.edit("nl", "100 wielen", "50 wielen")
    desk.confirm("nl")
    assert desk.todo("nl") == ()
    assert len(desk.lock()) < len(before)


def test_no_language_is_the_source_of_the_others(desk: Desk) -> None:
    desk.confirm()
    desk.edit("nl", "Niemand wordt hiervoor betaald.", "Hiervoor wordt niemand betaald.")
    assert desk.todo("nl") == ()
    assert [changed_by(task) for task in desk.todo("en")] == [["nl"]]


def test_an_edit_that_a_language_states_already_is_no_risk_to_it(desk: Desk) -> None:
    desk.edit("en", "Access to Customer Centre.", "Access to the quote module.")
    desk.confirm()
    assert desk.risks("en") == ["DISAGREEMENT"]
    desk.edit("en", "Access to the quote module.", "Access to Customer Centre.")
    assert desk.risks("sv") == ["WORDING"]


def test_layout_is_no_edit(desk: Desk) -> None:
    desk.confirm()
    before = desk.lock()
    desk.edit("en", "We have 100 wheels. They roll.", "We have\n100 *wheels*.  They roll.")
    desk.edit("en", "| Satellite |", "| **Satellite**    |")
    assert desk.todo("sv") == ()
    assert desk.confirm() == 0
    assert desk.lock() == before


def test_new_and_removed_blocks_disturb_no_other(desk: Desk) -> None:
    desk.confirm()
    desk.edit("en", "# Licences\n", "# Licences\n\nA paragraph that is new to everybody, about 7 wheels.\n")
    desk.edit("en", "Nobody is paid for this.\n\n", "")
    assert set(desk.risks("sv")) == {"MISSING"}
    removed = [task for task in desk.todo("sv") if task.changes]
    assert [(changed_by(task), task.changes[0].now, desk.before(task)) for task in removed] == [
        (["en"], (), ["Nobody is paid for this."])
    ]
    assert [task.finding.code for task in desk.todo("sv") if task.finding] == ["S009"]
    desk.confirm("sv")
    assert [task.finding.code for task in desk.todo("sv") if task.finding] == ["S009"]
    assert not any(task.changes for task in desk.todo("sv"))


def test_a_page_that_one_lacks_and_one_that_nobody_confirmed_are_told(desk: Desk) -> None:
    desk.confirm()
    desk.add({"en/b.md": "# B\n\nText.\n", "nl/b.md": "# B\n\nTekst.\n"})
    assert [(task.risk.name, task.finding.code) for task in desk.todo("sv") if task.finding] == [("MISSING", "P001")]
    assert [(task.risk.name, task.span.path, task.block) for task in desk.todo("nl")] == [("WORDING", "nl/b.md", "")]


def test_one_block_or_language_can_be_confirmed_alone(desk: Desk) -> None:
    desk.confirm()
    desk.edit("en", "100 wheels", "50 wheels")
    desk.edit("en", "Nobody is paid for this.", "This is paid to nobody.")
    value, wording = desk.todo("sv")
    assert value.block == desk.id_of("hjul")
    desk.confirm("sv", block=value.block)
    assert [task.block for task in desk.todo("sv")] == [wording.block]
    desk.confirm("sv", against=["nl"])
    assert [task.block for task in desk.todo("sv")] == [wording.block]
    desk.confirm("sv", against=["en"])
    assert desk.todo("sv") == ()
