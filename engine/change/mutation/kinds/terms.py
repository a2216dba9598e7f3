"""Interface terms: the bold name of a button or tab is gone from a sentence."""

from collections import Counter
from collections.abc import Iterator
from random import Random

from engine.change.mutation.cutting import bounds, is_plain
from engine.change.mutation.edits import Edit
from engine.change.mutation.manuscript import Manuscript, leaves
from engine.change.mutation.records import Change


def interface_term_dropped(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """A bold word or phrase within a text is gone.

    What a file sets in bold only once may as well be stressed ("do **not**"): that is no name of anything.
    """
    text = manuscript.file.text
    found = [(leaf, mark) for leaf in leaves(manuscript) for mark in leaf.text.marks]
    times = Counter(leaf.text.visible[mark.start : mark.end] for leaf, mark in found if mark.kind == "strong")
    for leaf, mark in found:
        if times[leaf.text.visible[mark.start : mark.end]] > 1:
            whole = mark.end - mark.start >= len(leaf.text.visible.strip(" .:"))
            if mark.kind != "strong" or whole or not is_plain(manuscript.file, leaf.text, mark.start, mark.end):
                continue
            start, end = bounds(manuscript.file, leaf.text.span(mark.start, mark.end))
            if text[start - 2 : start] == text[end : end + 2] and text[end : end + 2] in ("**", "__"):
                # One of the two spaces around it goes too; at the start there is none but the one of a list's bullet.
                ahead = 3 if mark.start > 0 and text[start - 3 : start - 2] == " " else 2
                yield Change(leaf.text.span(mark.start, mark.end), (Edit(start - ahead, end + 2, ""),))
