"""The work list of a translator as text and as data."""

import itertools
from collections.abc import Callable, Iterator, Sequence

from rich.console import Console
from rich.markup import escape

from engine.change.freshness.tasks import Change, Risk, Task
from engine.findings import CODES
from engine.findings.codes import N_
from engine.localedata import Messages

Before = Callable[[Change], str]
"""What a language said before it changed it; empty where nobody knows it any more."""

_TITLES = {
    Risk.RULE: N_("rules changed in another language"),
    Risk.DISAGREEMENT: N_("languages state different rules"),
    Risk.VALUE: N_("values changed or differ"),
    Risk.MISSING: N_("missing in one language"),
    Risk.WORDING: N_("wording changed, or never confirmed"),
}
_SHOWN = 160
"""Characters of a text that are shown."""
_COLOURS = {Risk.RULE: "red", Risk.DISAGREEMENT: "red", Risk.VALUE: "yellow", Risk.MISSING: "yellow"}


def print_tasks(console: Console, language: str, tasks: Sequence[Task], before: Before, messages: Messages) -> None:
    """The tasks by risk, each with its place, what changed elsewhere and what stands here; then a count."""
    for risk, group in itertools.groupby(tasks, key=lambda task: task.risk):
        of_risk = list(group)
        colour = _COLOURS.get(risk, "cyan")
        console.print(f"[bold {colour}]{escape(messages.get(_TITLES[risk]))}[/] ({len(of_risk)})", soft_wrap=True)
        for task in of_risk:
            block = f" [dim]{escape(task.block)}[/]" if task.block else ""
            console.print(f"  {escape(str(task.span))}{block}", soft_wrap=True)
            for line in _lines(language, task, before, messages):
                console.print(f"    {escape(line)}", soft_wrap=True)
    number = len(tasks)
    summary = messages.ngettext(
        "{count} place to look at in {language}", "{count} places to look at in {language}", number, language=language
    )
    console.print(summary, soft_wrap=True)


def _lines(language: str, task: Task, before: Before, messages: Messages) -> Iterator[str]:
    if task.finding is not None:
        yield messages.format(CODES[task.finding.code].message, **task.finding.arguments)
        return
    if not task.changes:
        yield messages.get(N_("nobody confirmed this page yet"))
        return
    for change in task.changes:
        yield _change(change, before, messages)
    yield messages.format(N_("{language} says “{text}”"), language=language, text=_short(task.text))


def _change(change: Change, before: Before, messages: Messages) -> str:
    now = _short(" ".join(change.now))
    if change.before is None:
        message = N_("{language} was never compared: “{text}” ({place})")
        return messages.format(message, language=change.language, text=now, place=change.span)
    old = _short(before(change))
    if not change.now:
        removed = N_("{language} removed it: “{old}”") if old else N_("{language} removed it")
        return messages.format(removed, language=change.language, old=old)
    message = N_("{language} now says “{text}”, before “{old}” ({place})")
    if not old:
        message = N_("{language} now says “{text}” ({place})")
    return messages.format(message, language=change.language, text=now, old=old, place=change.span)


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def tasks_data(language: str, tasks: Sequence[Task], before: Before, messages: Messages) -> dict[str, object]:
    """The tasks as plain data, in order."""
    return {"language": language, "tasks": [_task_data(task, before, messages) for task in tasks]}


def _task_data(task: Task, before: Before, messages: Messages) -> dict[str, object]:
    finding = task.finding
    return {
        "risk": task.risk.name.lower(),
        "page": task.page,
        "block": task.block or None,
        "path": task.span.path,
        "line": task.span.line,
        "text": task.text or None,
        "code": finding.code if finding else None,
        "message": messages.format(CODES[finding.code].message, **finding.arguments) if finding else None,
        "changes": [
            {
                "language": change.language,
                "path": change.span.path,
                "line": change.span.line,
                "before": before(change) or None,
                "now": list(change.now),
                "removed": not change.now,
                "compared": change.before is not None,
            }
            for change in task.changes
        ],
    }
