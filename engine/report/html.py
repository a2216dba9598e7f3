"""The report: one HTML page that needs nothing else, for people who decide what to mend first."""

import datetime as dt
import importlib.metadata
from collections.abc import Callable, Sequence
from pathlib import Path

from engine.findings import Finding
from engine.gate.places import NO_LANGUAGE, Places
from engine.gate.selection import SEVERITIES
from engine.localedata import Locale, Locales, Messages
from engine.model.spans import Span
from engine.pages.blocks import Page
from engine.report.data import counts
from engine.report.heat_map import Cell, heat_map
from engine.report.labels import SEVERITIES as SEVERITY_WORDS
from engine.report.summary import count_words, total
from engine.report.templating import environment
from engine.report.work_list import work_list

_TEMPLATES = Path(__file__).resolve().parent / "templates"


def report_html(
    findings: Sequence[Finding],
    pages: Sequence[Page],
    quote: Callable[[Span], str],
    locales: Locales,
    reader: Locale | None,
    *,
    name: str,
    at: dt.date,
) -> str:
    """The page.

    Args:
        findings: those that count.
        pages: all pages of the tree.
        quote: the source text of a span.
        locales: the languages, for their names and directions.
        reader: the language of the page's own words; English when None.
        name: what the docs folder is called.
        at: the day, which the page tells.
    """
    messages = reader.messages if reader else Messages()
    places = Places(pages)
    groups = work_list(findings, places, messages, quote)
    entries = [entry for group in groups for entry in group.entries]
    tags = sorted({page.language for page in pages})
    columns = [*tags, *({NO_LANGUAGE} & {entry.language for entry in entries})]

    def says(cell: Cell) -> str:
        words = [count_words(severity, cell.numbers[severity], messages) for severity in SEVERITIES]
        return ", ".join(word for word, severity in zip(words, SEVERITIES, strict=True) if cell.numbers[severity])

    template = environment(_TEMPLATES, lambda context: context["messages"]).get_template("report.html")
    return template.render(
        messages=messages,
        tag=reader.tag if reader else "en",
        direction=reader.direction if reader else "ltr",
        name=name,
        date=at.isoformat(),
        version=importlib.metadata.version("charter"),
        total=total(findings, len(pages), tags, messages),
        pages=messages.ngettext("{count} page", "{count} pages", len(pages)),
        counts=[(severity, count_words(severity, n, messages)) for severity, n in counts(findings).items()],
        severities={severity: messages.get(word) for severity, word in SEVERITY_WORDS.items()},
        columns=columns,
        names={tag: locales.languages[tag].name for tag in tags},
        directions={tag: locales.languages[tag].direction for tag in tags} | {NO_LANGUAGE: "auto"},
        folders=heat_map(entries, pages, columns),
        groups=groups,
        says=says,
        clean=lambda number: messages.ngettext(
            "{count} more page without findings", "{count} more pages without findings", number
        ),
    )
