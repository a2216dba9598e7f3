"""The history of a rule as text and as data."""

import datetime as dt
from collections.abc import Iterator, Sequence

import msgspec
from rich.console import Console
from rich.markup import escape

from engine.change.history.timeline import Moment, Period, Saying
from engine.findings.codes import N_
from engine.localedata import Messages

_COMMIT = 8
"""Digits of a commit that are shown."""


def print_history(console: Console, sayings: Sequence[Saying], today: dt.date, messages: Messages) -> None:
    """Each rule with the days on which every language began and ceased to state it."""
    for saying in sayings:
        fields = msgspec.to_builtins(saying.rule)
        values = " ".join(f"{name}={value}" for name, value in fields.items() if name != "kind" and value is not None)
        console.print(f"[bold]{fields['kind']}[/] {escape(values)}", soft_wrap=True)
        for language, periods in saying.periods.items():
            lines = _language(saying, language, periods, today, messages)
            console.print(f"  {language}  {escape(next(lines))}", soft_wrap=True)
            for line in lines:
                console.print(f"      {escape(line)}", soft_wrap=True)
    console.print(
        messages.ngettext("{count} rule in the history", "{count} rules in the history", len(sayings)), soft_wrap=True
    )


def _language(
    saying: Saying, language: str, periods: Sequence[Period], today: dt.date, messages: Messages
) -> Iterator[str]:
    if not periods:
        yield messages.get(N_("never"))
        return
    for number, period in enumerate(periods):
        parts = [messages.format(N_("since {day} ({commit})"), **_moment(period.began))]
        if period.ceased is not None:
            message = N_("from {day} ({commit}) to {end} ({last})")
            ceased = _moment(period.ceased)
            parts = [messages.format(message, **_moment(period.began), end=ceased["day"], last=ceased["commit"])]
        lag = saying.lag(language) if number == 0 else None
        if lag:
            parts.append(messages.ngettext("{count} day after the first", "{count} days after the first", lag))
        behind = saying.lag_of_end(language, today) if number == len(periods) - 1 else None
        if behind and period.ceased is None:
            parts.append(
                messages.ngettext("the first ceased {count} day ago", "the first ceased {count} days ago", behind)
            )
        elif behind:
            parts.append(
                messages.ngettext("ended {count} day after the first", "ended {count} days after the first", behind)
            )
        yield "; ".join(parts)
        yield f"{period.stated.path}:{period.stated.line} “{period.stated.quote}”"


def _moment(moment: Moment) -> dict[str, str]:
    return {"day": moment.day.isoformat(), "commit": moment.commit[:_COMMIT]}


def history_data(id: str, sayings: Sequence[Saying], today: dt.date) -> dict[str, object]:
    """The history as plain data: each rule, the periods of every language, and the lags in days."""
    return {
        "id": id,
        "rules": [
            {
                "rule": msgspec.to_builtins(saying.rule),
                "languages": {
                    language: {
                        "lag_days": saying.lag(language),
                        "end_lag_days": saying.lag_of_end(language, today),
                        "periods": [_period_data(period) for period in periods],
                    }
                    for language, periods in saying.periods.items()
                },
            }
            for saying in sayings
        ],
    }


def _period_data(period: Period) -> dict[str, object]:
    return {
        "began": _moment_data(period.began),
        "ceased": _moment_data(period.ceased) if period.ceased else None,
        "path": period.stated.path,
        "line": period.stated.line,
        "quote": period.stated.quote,
    }


def _moment_data(moment: Moment) -> dict[str, str]:
    return {"day": moment.day.isoformat(), "commit": moment.commit, "subject": moment.subject}
