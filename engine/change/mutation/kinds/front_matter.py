"""Front matter: availability changed or gone, a wrong label, no uid, a fault that makes it unreadable."""

import re
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from engine.change.mutation.edits import Edit
from engine.change.mutation.manuscript import Manuscript
from engine.change.mutation.records import Change
from engine.model.spans import Span


class _Entry(NamedTuple):
    """A key of the front matter with a value on its own line."""

    key: str
    line: int
    value: str
    start: int
    """Offset of the value."""

    @property
    def end(self) -> int:
        """Offset behind the value."""
        return self.start + len(self.value)


def availability_changed(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """The page is for another plan, or for another licence."""
    keys = manuscript.front_matter_keys
    for entry in _entries(manuscript):
        kind = {keys.plan: "plan", keys.licences: "licence"}.get(entry.key)
        if kind is None or not entry.value:
            continue
        names = [next(iter(term.forms.values())) for term in manuscript.grammar.locale.terms if term.kind == kind]
        choice = [name for name in names if _compared(name) != _compared(entry.value) and _is_yaml(name)]
        if choice:
            yield _changed(manuscript, entry, Edit(entry.start, entry.end, random.choice(choice)))


def availability_dropped(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """The front matter no longer says which plan or licence the page is for."""
    keys = manuscript.front_matter_keys
    return _dropped(manuscript, keys.plan, keys.licences)


def uid_dropped(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """The page has no uid any more."""
    return _dropped(manuscript, "uid")


def uid_duplicated(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """The page has the uid of another page of its language."""
    for entry in _entries(manuscript):
        uids = [p.front_matter.get("uid") for p in manuscript.siblings if p.path != manuscript.path]
        choice = sorted(uid for uid in uids if isinstance(uid, str) and uid and uid != entry.value)
        if entry.key == "uid" and choice:
            yield _changed(manuscript, entry, Edit(entry.start, entry.end, random.choice(choice)))


def language_mislabelled(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """The page is labelled as another language."""
    for entry in _entries(manuscript):
        if entry.key == "language":
            other = random.choice([tag for tag in manuscript.languages if tag != manuscript.language])
            yield _changed(manuscript, entry, Edit(entry.start, entry.end, other))


def front_matter_broken(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """A quotation mark that nothing closes makes the YAML unreadable."""
    for entry in _entries(manuscript):
        if entry.value and entry.value[0] not in "\"'[{|>&*!":
            whole = Span(manuscript.path, 1, 1, max(manuscript.page.front_matter_lines.values()) + 1, 1)
            yield _changed(manuscript, entry, Edit(entry.start, entry.start, '"'), whole)


def _entries(manuscript: Manuscript) -> Iterator[_Entry]:
    if not manuscript.is_page:
        return
    for key, line in manuscript.page.front_matter_lines.items():
        text = manuscript.file.line(line)
        found = re.match(re.escape(key) + r"[ \t]*:[ \t]*(.*?)[ \t]*$", text)
        value = manuscript.page.front_matter.get(key)
        if found and isinstance(value, str) and (found[1] or not value):
            yield _Entry(key, line, found[1], manuscript.file.offset(line, 1 + found.start(1)))


def _changed(manuscript: Manuscript, entry: _Entry, edit: Edit, *also: Span) -> Change:
    return Change(_line(manuscript, entry), (edit,), also)


def _dropped(manuscript: Manuscript, *keys: str) -> Iterator[Change]:
    for entry in _entries(manuscript):
        if entry.key in keys and entry.value:
            cut = Edit(manuscript.file.offset(entry.line, 1), manuscript.file.offset(entry.line + 1, 1), "")
            yield _changed(manuscript, entry, cut)


def _line(manuscript: Manuscript, entry: _Entry) -> Span:
    return Span(manuscript.path, entry.line, 1, entry.line, len(manuscript.file.line(entry.line)) + 1)


def _compared(name: str) -> str:
    return "".join(name.casefold().split())


def _is_yaml(name: str) -> bool:
    """Whether a name can stand as a value without quotation marks."""
    return re.fullmatch(r"[\w -]+", name) is not None
