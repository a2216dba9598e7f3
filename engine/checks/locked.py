"""What the pages and their lock say differently; worked out once for all checks of the lock."""

from collections.abc import Iterator

import msgspec

from engine.contract.diff import Change, Changes, Effect, Told, compare
from engine.contract.diff.wording import Words, meaning
from engine.contract.lock import FILE, LockError, lock_text, parse_lock
from engine.findings import Related
from engine.model.rulesets import RuleSet
from engine.model.spans import Span, start_of
from engine.rules import Docs
from engine.rules.places import Places


class Locked(msgspec.Struct, frozen=True):
    """A lock and what the pages say otherwise."""

    text: str
    rules: RuleSet | None
    """None where the lock cannot be read."""
    changes: Changes
    fault: str = ""
    line: int = 1


def locked(docs: Docs) -> Locked | None:
    """The lock of a docs folder, compared with its pages; None where it has none."""
    key = __name__
    if key not in docs.shared:
        docs.shared[key] = _locked(docs)
    found = docs.shared[key]
    return found if isinstance(found, Locked) else None


def changes_of(docs: Docs, effect: Effect) -> Iterator[tuple[Span, str, tuple[Related, ...]]]:
    """Each change with an effect, in each language that changed: its place, its meaning, and the line of the lock."""
    found = locked(docs)
    for change in found.changes.changes if found else ():
        if change.effect is effect:
            for told in change.told:
                yield _said(docs, change, told)


def _locked(docs: Docs) -> Locked | None:
    path = docs.tree.root / FILE
    if not path.is_file():
        return None
    nothing = Changes((), (), (), ())
    try:
        text = path.read_text(encoding="utf-8-sig")
        rules = parse_lock(text)
    except (OSError, UnicodeDecodeError) as error:
        return Locked("", None, nothing, str(error))
    except LockError as error:
        return Locked(text, None, nothing, error.what, error.line)
    changes = compare(rules, docs.rules, renamed_ids=docs.locales.vocabulary.renamed, turns=False)
    return Locked(text, rules, changes)


def _said(docs: Docs, change: Change, told: Told) -> tuple[Span, str, tuple[Related, ...]]:
    """At the sentence that says it now, else where one would look for it; with the line of the lock."""
    words = Words(docs.locales.get(told.language))
    lines = () if told.before is None else (Related(told.before.span, docs.tree.quote(told.before.span)),)
    return _place(docs, told), meaning(change, words).sentence(words), lines


def _place(docs: Docs, told: Told) -> Span:
    if told.after is not None:
        return told.after.span
    statement = told.before
    if statement is None:
        return start_of(FILE)
    if any((page.language, page.key) == (told.language, statement.page) for page in docs.tree.pages):
        return Places(zip(docs.tree.pages, docs.readings, strict=True))(told.language, statement.page, statement)
    return statement.span


def is_whole(docs: Docs, rules: RuleSet) -> bool:
    """Whether every language of the lock that still has a folder was read."""
    unread = set(rules.languages) - set(docs.rules.languages)
    return not any((docs.tree.root / folder).is_dir() for folder, tag in docs.locales.folders.items() if tag in unread)


def is_same_text(docs: Docs, found: Locked) -> bool:
    """Whether the lock is, to the letter, what `charter lock` would write."""
    return found.text.replace("\r\n", "\n") == lock_text(docs.rules)
