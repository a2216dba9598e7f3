"""The text of a lock -> the rule set that it holds."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from engine.contract.lock.text import EVERY, FORMAT
from engine.findings import UsageError
from engine.model.rules import AnyRule
from engine.model.rulesets import Relation, RuleSet
from engine.model.spans import Span
from engine.model.statements import Statement
from engine.rules import reconcile

FILE = "rules.lock.json"
"""The lock of a docs folder."""


class LockError(Exception):
    """A text that is no lock.

    Args:
        what: the fault, as in the message of a finding.
        line: where, counted from 1.
    """

    def __init__(self, what: str, line: int) -> None:
        super().__init__(what)
        self.what = what
        self.line = line


class _Page(msgspec.Struct, forbid_unknown_fields=True):
    page: str
    languages: list[str]


class _Id(msgspec.Struct, forbid_unknown_fields=True):
    kind: str
    id: str


class _Relation(msgspec.Struct, forbid_unknown_fields=True):
    kind: str
    id: str
    other: str


class _Lock(msgspec.Struct, forbid_unknown_fields=True):
    format: int
    languages: list[str]
    pages: list[_Page]
    ids: list[_Id]
    relations: list[_Relation]
    rules: list[dict[str, Any]]


def load_lock(path: Path) -> RuleSet:
    """Read a lock.

    Args:
        path: the file.

    Returns:
        The rules that it holds. The place of a statement is its line in the lock, with no quote.

    Raises:
        UsageError: no such file, or no lock; says which line.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot read the lock: {error}", where=str(path)) from None
    try:
        return parse_lock(text, path.name)
    except LockError as error:
        raise UsageError(
            f"no lock: {error.what}", where=f"{path}:{error.line}", help="write it anew with `charter lock`"
        ) from None


def read_text(path: Path) -> str | None:
    """The text of a lock, whatever its line endings; None where it is not there or no text."""
    try:
        return path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError):
        return None


def parse_lock(text: str, path: str = FILE) -> RuleSet:
    """The rules in the text of a lock.

    Args:
        text: of the file.
        path: the name to give in places.

    Raises:
        LockError: it is none, with the line of the fault.
    """
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise LockError(error.msg.lower(), error.lineno) from None
    except RecursionError:
        raise LockError("nested too deeply", 1) from None
    if isinstance(data, dict) and data.get("format") != FORMAT:
        raise LockError(f"format `{data.get('format')}` is not {FORMAT}", 1)
    try:
        lock = msgspec.convert(data, _Lock)
        pages = {page.page: page.languages for page in lock.pages}
        statements = list(_statements(lock.rules, pages, _rule_lines(text), path))
    except msgspec.ValidationError as error:
        raise LockError(_lower(str(error)), 1) from None
    ids: dict[str, set[str]] = {}
    for entry in lock.ids:
        ids.setdefault(entry.kind, set()).add(entry.id)
    having = {tag: frozenset(page for page, tags in pages.items() if tag in tags) for tag in lock.languages}
    return reconcile(
        statements,
        having,
        relations=tuple(sorted(Relation(r.kind, r.id, r.other, "") for r in lock.relations)),
        ids={kind: frozenset(found) for kind, found in ids.items()},
    )


def _lower(text: str) -> str:
    """The words of another library in the manner of a message."""
    return text[:1].lower() + text[1:]


def _rule_lines(text: str) -> list[tuple[int, str]]:
    """The lines that hold a rule, in order."""
    lines = text.splitlines()
    start = next((n for n, line in enumerate(lines) if line.strip() == '"rules": ['), len(lines))
    return [(n + 1, line) for n, line in enumerate(lines) if n > start and line.strip().startswith("{")]


def _statements(
    rules: list[dict[str, Any]], pages: dict[str, list[str]], lines: list[tuple[int, str]], path: str
) -> Iterator[Statement]:
    """What each line of the lock says, in every language that says it."""
    for position, data in enumerate(rules):
        # A lock that a tool laid out otherwise has other lines than rules: then places are its first line.
        line, text = lines[position] if len(lines) == len(rules) else (1, "")
        try:
            said = msgspec.convert(data.get("said"), dict[str, str | list[str]])
            rule = msgspec.convert({name: value for name, value in data.items() if name != "said"}, AnyRule)
        except msgspec.ValidationError as error:
            raise LockError(_lower(str(error)), line) from None
        span = Span(path, line, 1, line, len(text) + 1)
        for page, tags in said.items():
            if page not in pages:
                raise LockError(f"the page `{page}` is not listed", line)
            for tag in pages[page] if tags == EVERY else tags:
                yield Statement(rule, tag, page, span, "", "", "")
