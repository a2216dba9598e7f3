"""The baseline: findings that were there when a team began, to be told no more and mended in time.

A JSON file with a line for each finding, sorted, so that a review shows what came and what went.
"""

from collections.abc import Collection, Iterable
from pathlib import Path

import msgspec

from engine.findings import CODES, Finding, UsageError
from engine.gate.fingerprints import Fingerprints
from engine.localedata import Messages

VERSION = 1


class Known(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A finding of a baseline. The fingerprint counts; the rest is for people."""

    fingerprint: str
    code: str
    path: str
    message: str


class Baseline(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file."""

    version: int
    findings: tuple[Known, ...]

    def part(self, findings: Iterable[Finding], prints: Fingerprints) -> tuple[list[Finding], list[Finding]]:
        """(the new findings, the known ones)."""
        known = {entry.fingerprint for entry in self.findings}
        new: list[Finding] = []
        old: list[Finding] = []
        for finding in findings:
            (old if prints.of(finding) in known else new).append(finding)
        return new, old

    def gone(self, prints: Collection[str]) -> tuple[Known, ...]:
        """The entries that are found no more, given the fingerprints of all findings that count."""
        return tuple(entry for entry in self.findings if entry.fingerprint not in prints)


def load_baseline(path: Path) -> Baseline:
    """Read a baseline.

    Raises:
        UsageError: no such file, or none that Charter wrote.
    """
    try:
        baseline = msgspec.json.decode(path.read_bytes(), type=Baseline)
    except FileNotFoundError:
        help = f"write it first: `charter check --write-baseline {path}`"
        raise UsageError("the baseline does not exist", where=str(path), help=help) from None
    except OSError as error:
        raise UsageError(f"cannot read the baseline: {error.strerror}", where=str(path)) from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        help = f"write it anew: `charter check --write-baseline {path}`"
        raise UsageError(f"not a baseline: {error}", where=str(path), help=help) from None
    if baseline.version != VERSION:
        help = f"write it anew: `charter check --write-baseline {path}`"
        raise UsageError(f"a baseline of version {baseline.version}", where=str(path), help=help)
    return baseline


def baseline_text(findings: Iterable[Finding], prints: Fingerprints) -> str:
    """The text of a baseline that knows these findings, with English messages."""
    english = Messages()
    entries = [
        Known(prints.of(f), f.code, f.span.path, english.format(CODES[f.code].message, **f.arguments)) for f in findings
    ]
    entries.sort(key=lambda entry: (entry.path, entry.code, entry.message, entry.fingerprint))
    lines = ",\n".join(msgspec.json.encode(entry).decode() for entry in entries)
    return (
        f'{{"version":{VERSION},"findings":[\n{lines}\n]}}\n' if lines else f'{{"version":{VERSION},"findings":[]}}\n'
    )
