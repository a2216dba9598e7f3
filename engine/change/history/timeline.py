"""When each language began and ceased to say something, and how far it lags behind the first."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

import msgspec

from engine.change.history.repository import Commit
from engine.change.history.versions import Stated, Version, Versions, is_page
from engine.model.rules import AnyRule, capability_ids, holdable_ids
from engine.pages.workers import Progress


class Moment(msgspec.Struct, frozen=True):
    """A commit."""

    day: dt.date
    commit: str
    subject: str


class Period(msgspec.Struct, frozen=True):
    """A time in which a language said something."""

    began: Moment
    ceased: Moment | None
    """None where it still says it."""
    stated: Stated
    """The sentence with which it began."""


class Saying(msgspec.Struct, frozen=True):
    """A rule, and when each language stated it."""

    rule: AnyRule
    periods: dict[str, tuple[Period, ...]]
    """By language; empty for one that never did."""

    @property
    def first(self) -> dt.date:
        """The day on which the first language began."""
        return min(period.began.day for periods in self.periods.values() for period in periods)

    @property
    def last(self) -> dt.date | None:
        """The day on which the first language ceased for good; None where all that ever said it still do."""
        ends = [periods[-1].ceased for periods in self.periods.values() if periods]
        return min((end.day for end in ends if end is not None), default=None)

    def lag(self, language: str) -> int | None:
        """Days from when the first language began until this one did; None where it never did."""
        periods = self.periods.get(language, ())
        return (periods[0].began.day - self.first).days if periods else None

    def lag_of_end(self, language: str, today: dt.date) -> int | None:
        """Days from when the first language ceased until this one did, or until today where it has not.

        None where no language ceased, or this one never said it.
        """
        periods = self.periods.get(language, ())
        if self.last is None or not periods:
            return None
        end = periods[-1].ceased
        return ((end.day if end else today) - self.last).days


def is_about(rule: AnyRule, id: str) -> bool:
    """Whether a rule speaks of a licence, plan, right, capability, metric or feature."""
    return id in holdable_ids(rule) or id in capability_ids(rule)


def sayings(
    commits: Sequence[Commit],
    versions: Versions,
    id: str,
    folders: Mapping[str, str],
    progress: Progress | None = None,
) -> tuple[Saying, ...]:
    """Every rule about an id that was ever stated, the oldest first.

    Args:
        commits: of the docs folder, the oldest first.
        versions: reads pages as they were.
        id: the id.
        folders: language folder -> its tag.
        progress: told (commits looked at, commits in all).
    """
    book = _Book()
    files: dict[str, str] = {}
    current: dict[str, Version] = {}
    languages: dict[str, None] = {}
    for number, commit in enumerate(commits, 1):
        for path, blob in commit.files.items():
            if blob is None:
                files.pop(path, None)
            else:
                files[path] = blob
        touched = set(_touched(commit, current, folders))
        for path in sorted(touched):
            language = folders[path.partition("/")[0]]
            before = current.pop(path, Version())
            if path in files:
                languages.setdefault(language)
                current[path] = versions.version(path, files)
            book.change(language, before, current.get(path, Version()), id)
        if touched:
            book.close(Moment(commit.day, commit.id, commit.subject))
        if progress:
            progress(number, len(commits))
    return book.sayings(sorted(languages))


def _touched(commit: Commit, current: Mapping[str, Version], folders: Collection[str]) -> Iterator[str]:
    """The pages that a commit changed, or whose includes it changed."""
    yield from (path for path in commit.files if is_page(path, folders))
    others = {path for path in commit.files if not is_page(path, folders)}
    if others:
        yield from (path for path, version in current.items() if not others.isdisjoint(version.depends))


class _Book:
    """Who states what now, and who stated what until when."""

    def __init__(self) -> None:
        self._count: Counter[tuple[str, AnyRule]] = Counter()
        self._open: dict[tuple[str, AnyRule], tuple[Moment, Stated]] = {}
        self._periods: dict[tuple[str, AnyRule], list[Period]] = {}
        self._sentences: dict[tuple[str, AnyRule], Stated] = {}

    def change(self, language: str, before: Version, after: Version, id: str) -> None:
        """Count what one page no longer says, and what it says now."""
        for stated in before.stated:
            if is_about(stated.rule, id):
                self._count[language, stated.rule] -= 1
        for stated in after.stated:
            if is_about(stated.rule, id):
                self._count[language, stated.rule] += 1
                self._sentences[language, stated.rule] = stated

    def close(self, moment: Moment) -> None:
        """End a commit: only now it shows whether a rule went from one page to another."""
        for key, count in list(self._count.items()):
            if count > 0 and key not in self._open:
                self._open[key] = moment, self._sentences[key]
            elif count <= 0:
                del self._count[key]
                if key in self._open:
                    began, stated = self._open.pop(key)
                    self._periods.setdefault(key, []).append(Period(began, moment, stated))

    def sayings(self, languages: Sequence[str]) -> tuple[Saying, ...]:
        """Everything that was ever stated."""
        for key, (began, stated) in self._open.items():
            self._periods.setdefault(key, []).append(Period(began, None, stated))
        self._open.clear()
        rules = {rule for _, rule in self._periods}
        found = [
            Saying(rule, {language: tuple(self._periods.get((language, rule), ())) for language in languages})
            for rule in rules
        ]
        return tuple(sorted(found, key=lambda saying: (saying.first, repr(saying.rule))))
