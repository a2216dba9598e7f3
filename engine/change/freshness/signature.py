"""What a block says, in a few characters: equal for as long as a translator has nothing to look at."""

import re

import msgspec

_SHAPE = re.compile(r"([0-9a-f+|]*)(?:!([0-9a-f]+))?(?:#([0-9a-f]+))?")

ABSENT = "-"
"""The signature of a block that a language does not have, where somebody confirmed that."""


class Signature(msgspec.Struct, frozen=True, order=True):
    """The digests of a block: `words!rules#values`, as the lock writes them."""

    words: str
    """A digest of each sentence; `+` stands between the sentences of a text and `|` between cells."""
    rules: str = ""
    """Of the rules that the block states; empty for none."""
    values: str = ""
    """Of its numbers, dates and units; empty for none."""

    def __str__(self) -> str:
        rules = f"!{self.rules}" if self.rules else ""
        values = f"#{self.values}" if self.values else ""
        return f"{self.words}{rules}{values}"

    @property
    def is_absent(self) -> bool:
        """Whether it stands for a block that is not there."""
        return self.words == ABSENT


def read_signature(text: str) -> Signature | None:
    """The signature that a text writes; None where it is none."""
    if text == ABSENT:
        return Signature(ABSENT)
    found = _SHAPE.fullmatch(text)
    return Signature(found[1], found[2] or "", found[3] or "") if found else None
