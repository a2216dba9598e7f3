"""Changes of rules as text for a terminal: the meaning in the reader's words, and both places."""

from collections.abc import Iterator

from rich.console import Console
from rich.markup import escape

from engine.contract.diff import Changes, Effect, Step, suggested_step
from engine.contract.diff.groups import Group, groups_of
from engine.contract.diff.wording import EFFECTS, SECTIONS, Sign, Words, rename_in_words
from engine.findings.codes import N_
from engine.localedata import Locale
from engine.report.changes.places import places, tags, told_of
from engine.report.changes.turns import turn_lines

RENAMES, TO_NO, TO_YES = N_("Renamed"), N_("ALLOW → DENY: who holds just this"), N_("DENY → ALLOW: who holds just this")
NOTHING = N_("no rule changed in {languages}")
STEPS = {
    Step.MAJOR: N_("suggested version step: major, for something is taken away or renamed"),
    Step.MINOR: N_("suggested version step: minor, for nothing is taken away"),
    Step.PATCH: N_("suggested version step: patch, for no answer is another"),
}
_COLOURS = {Sign.NEW: "green", Sign.GONE: "red", Sign.CHANGED: "yellow"}


def print_changes(console: Console, changes: Changes, locale: Locale | None, *, full: bool = False) -> None:
    """Everything that changed, in the reader's language.

    Args:
        console: where to.
        changes: what changed.
        locale: the reader's language; None to show ids.
        full: name every member of a group.
    """
    for line in _lines(changes, locale, full):
        console.print(line, soft_wrap=True)


def _lines(changes: Changes, locale: Locale | None, full: bool) -> Iterator[str]:
    words = Words(locale)
    every, language = changes.languages, locale.tag if locale else ""
    if changes.renames:
        yield f"[bold]{escape(words.text(RENAMES))}[/]"
        for rename in changes.renames:
            yield f"  [yellow]~[/] {escape(tags(rename.languages, every) + rename_in_words(rename, words))}"
    section = ""
    for group in groups_of(changes.changes, words, **({"most": None} if full else {})):
        if group.section != section:
            section = group.section
            yield f"[bold]{escape(words.text(SECTIONS[section]))}[/]"
        yield _line(group, words, every, language)
    for heading, allowed in ((TO_NO, False), (TO_YES, True)):
        lines = turn_lines((turn for turn in changes.turns if turn.allowed is allowed), words)
        if lines:
            yield f"[bold]{escape(words.text(heading))}[/]"
        for text, languages in lines:
            sign = "[green]+[/]" if allowed else "[red]-[/]"
            yield f"  {sign} {escape(tags(languages, every) + text)}"
    step = suggested_step(changes)
    yield escape(words.text(STEPS[step]) if step in STEPS else words.text(NOTHING, languages=", ".join(every)))


def _line(group: Group, words: Words, every: tuple[str, ...], language: str) -> str:
    effect = group.changes[0].effect
    text = group.text + ("" if effect is Effect.OTHER else f", {words.text(EFFECTS[effect])}")
    where = places(told_of(group, language))
    sign = f"[{_COLOURS[group.sign]}]{group.sign}[/]"
    return f"  {sign} {escape(tags(group.languages, every) + text)}  [dim]{escape(where)}[/]"
