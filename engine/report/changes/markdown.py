"""Changes of rules as Markdown, for a comment on a pull request."""

import re
from collections.abc import Iterator

from engine.contract.diff import Changes, Effect, suggested_step
from engine.contract.diff.groups import groups_of
from engine.contract.diff.wording import EFFECTS, SECTIONS, Words, rename_in_words
from engine.findings.codes import N_
from engine.localedata import Locale
from engine.report.changes.places import places, tags, told_of
from engine.report.changes.text import NOTHING, RENAMES, STEPS, TO_NO, TO_YES
from engine.report.changes.turns import turn_lines

TITLE = N_("What the rules say otherwise")
_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")


def changes_markdown(changes: Changes, locale: Locale | None) -> str:
    """Everything that changed, with a heading for each kind of rule and an item for each change."""
    return "\n".join(_lines(changes, locale)) + "\n"


def _lines(changes: Changes, locale: Locale | None) -> Iterator[str]:
    words = Words(locale)
    every, language = changes.languages, locale.tag if locale else ""
    step = suggested_step(changes)
    yield f"### {words.text(TITLE)}"
    yield ""
    yield words.text(STEPS[step]) if step in STEPS else words.text(NOTHING, languages=", ".join(every))
    if changes.renames:
        yield from _heading(words.text(RENAMES))
        for rename in changes.renames:
            yield f"* {tags(rename.languages, every)}{rename_in_words(rename, words)}"
    section = ""
    for group in groups_of(changes.changes, words):
        if group.section != section:
            section = group.section
            yield from _heading(words.text(SECTIONS[section]))
        effect = group.changes[0].effect
        word = "" if effect is Effect.OTHER else f", **{words.text(EFFECTS[effect])}**"
        text = _escaped(tags(group.languages, every) + group.text)
        yield f"* {group.sign.replace('-', '−').replace('+', '＋')} {text}{word} (`{places(told_of(group, language))}`)"
    for heading, allowed in ((TO_NO, False), (TO_YES, True)):
        lines = turn_lines((turn for turn in changes.turns if turn.allowed is allowed), words)
        yield from _heading(words.text(heading)) if lines else ()
        for text, languages in lines:
            yield f"* {_escaped(tags(languages, every) + text)}"


def _heading(text: str) -> Iterator[str]:
    yield ""
    yield f"#### {text}"
    yield ""


def _escaped(text: str) -> str:
    """Text that Markdown shows as it is."""
    return _SPECIAL.sub(r"\\\1", text)
