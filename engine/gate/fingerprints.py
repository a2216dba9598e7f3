"""Fingerprints: a finding known again after its page was edited elsewhere.

Made of the code, the file, the facts that the message states and the text of the place, not of its line: a
paragraph may move within its file. Equal ones are told apart by their number in order of place.
"""

import hashlib
import string
from collections import Counter
from collections.abc import Callable, Iterable

from engine.findings import CODES, Finding
from engine.model.spans import Span

_LENGTH = 32
"""Hexadecimal digits kept: 128 bits."""


class Fingerprints:
    """The fingerprints of all findings of a run."""

    def __init__(self, findings: Iterable[Finding], quote: Callable[[Span], str]) -> None:
        """Compute them.

        Args:
            findings: all findings, before any are left out: that keeps the numbers of equal ones.
            quote: the source text of a span.
        """
        self._found: dict[tuple[Span, str, str], str] = {}
        seen: Counter[str] = Counter()
        for finding in sorted(findings, key=lambda finding: finding.sort_key):
            if finding.sort_key in self._found:
                continue
            content = _content(finding, quote)
            seen[content] += 1
            data = f"{content}\0{seen[content]}".encode("utf-8", "surrogatepass")
            self._found[finding.sort_key] = hashlib.sha256(data).hexdigest()[:_LENGTH]

    def of(self, finding: Finding) -> str:
        """The fingerprint of a finding of the run."""
        return self._found[finding.sort_key]

    @property
    def all(self) -> frozenset[str]:
        """Every fingerprint of the run."""
        return frozenset(self._found.values())


def _content(finding: Finding, quote: Callable[[Span], str]) -> str:
    stated = {name for _, name, _, _ in string.Formatter().parse(CODES[finding.code].message) if name}
    facts = [f"{name}={_spaced(value)}" for name, value in sorted(finding.arguments.items()) if name in stated]
    return "\0".join((finding.code, finding.span.path, *facts, _spaced(quote(finding.span))))


def _spaced(text: str) -> str:
    return " ".join(text.split())
