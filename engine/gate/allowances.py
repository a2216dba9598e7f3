"""What pages and settings allow: read from comments and from `charter.toml` into one form."""

import datetime as dt
import fnmatch
import re
from collections.abc import Iterable, Iterator

import msgspec

from engine.findings import Finding
from engine.findings.naming import codes_named, nearest_code
from engine.model.spans import Span
from engine.pages.blocks import AllowComment
from engine.rules.settings import FILE, AllowSetting, names_in

_TEXT = re.compile(r"(?P<codes>.*?)(?:(?:^|\s)[-–—]+(?P<reason>|\s.*?))?(?:\s+until\s+(?P<until>\S+))?")
_WORD = re.compile(r"\w")


class Allowance(msgspec.Struct, frozen=True):
    """Findings that may stay, where, why and until when."""

    codes: frozenset[str]
    names: str
    """The codes as their author wrote them."""
    span: Span
    """Where it is written."""
    reason: str
    until: dt.date | None
    """The last day on which it holds."""
    glob: str = ""
    """The files it speaks of; empty for that of `span`."""
    first: int = 0
    """The lines it speaks of; 0 and 0 for whole files where it has a glob, for none where it has not."""
    last: int = 0

    def covers(self, finding: Finding) -> bool:
        """Whether it speaks of a finding, whatever the day."""
        span = finding.span
        if finding.code not in self.codes:
            return False
        if self.glob:
            return fnmatch.fnmatchcase(span.path, self.glob)
        return span.path == self.span.path and span.line <= self.last and span.end_line >= self.first


def from_comments(comments: Iterable[AllowComment]) -> Iterator[Allowance | Finding]:
    """Each comment as what it allows, or as a finding that says why it counts for nothing."""
    # A comment in an included file is read on every page that includes it.
    for comment in {comment.span: comment for comment in comments}.values():
        match = _TEXT.fullmatch(comment.text)
        names, reason, until = match.group("codes", "reason", "until") if match else (comment.text, None, None)
        written = f"allow {comment.text}".strip()
        wanted = [name for name in re.split(r"[\s,]+", names) if name]
        unknown = next((name for name in wanted if not codes_named(name)), None if wanted else "")
        day = _day(until)
        if unknown is not None:
            near = nearest_code(unknown)
            yield Finding("G002", comment.span, {"text": written, "name": unknown, "suggestion": near})
        elif not _WORD.search(reason or ""):
            yield Finding("G001", comment.span, {"text": written})
        elif until and day is None:
            yield Finding("G003", comment.span, {"text": written, "date": until})
        else:
            codes = frozenset(code for name in wanted for code in codes_named(name))
            shown = ", ".join(wanted)
            yield Allowance(
                codes, shown, comment.span, (reason or "").strip(), day, first=comment.first, last=comment.last
            )


def from_settings(settings: Iterable[AllowSetting], lines: Iterable[int]) -> Iterator[Allowance]:
    """The `[[allow]]` tables of `charter.toml`, which stand on these lines."""
    for setting, line in zip(settings, lines, strict=True):
        names = names_in(setting.code)
        codes = frozenset(code for name in names for code in codes_named(name))
        yield Allowance(
            codes, ", ".join(names), Span(FILE, line, 1, line, 1), setting.reason, setting.until, setting.path
        )


def _day(text: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text and len(text) == len("2027-01-31") else None
    except ValueError:
        return None
