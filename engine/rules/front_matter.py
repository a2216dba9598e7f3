"""What front matter states: the plan and the licences that a page is for, and which market it speaks of."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from engine.grammar.tokens import tokenize
from engine.model.rules import Available, Needs, all_of
from engine.model.spans import Span
from engine.rules.collector import Collector, shorten
from engine.rules.names import nearest_name


class FrontMatterKeys(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The keys that state availability, and how a list of licences is meant; from `charter.toml`."""

    plan: Annotated[str, Meta(description="The key that names the plan.")] = "tier"
    licences: Annotated[str, Meta(description="The key that names licences.")] = "license"
    licence_list: (
        Annotated[
            Literal["any", "all"],
            Meta(description="What `a, b` means: any or all of them. Unset, every such list is a finding."),
        ]
        | None
    ) = None


def read_front_matter(collector: Collector, settings: FrontMatterKeys) -> None:
    """State what the front matter of a page says about its availability."""
    plan = _value(collector, settings.plan)
    if plan:
        id = _named(collector, settings.plan, plan, "plan")
        if id:
            rule = Available(collector.topic, id)
            collector.state((rule,), _span(collector, settings.plan), f"{settings.plan}: {plan}", "front-matter.plan")
    licences = _value(collector, settings.licences)
    if licences:
        _read_licences(collector, settings, licences)


def _read_licences(collector: Collector, settings: FrontMatterKeys, value: str) -> None:
    names = [part.strip() for part in value.split(",") if part.strip()]
    ids = [_named(collector, settings.licences, name, "licence") for name in names]
    if None in ids or not ids:
        return
    known = [id for id in ids if id]
    if len(known) > 1 and settings.licence_list is None:
        collector.find("R007", _span(collector, settings.licences), value=value, key=settings.licences)
        return
    needs: Needs = all_of([frozenset(known)] if settings.licence_list != "all" else [frozenset((id,)) for id in known])
    rule = Available(collector.topic, None, needs)
    text = f"{settings.licences}: {value}"
    collector.state((rule,), _span(collector, settings.licences), text, "front-matter.licence")


def _value(collector: Collector, key: str) -> str:
    value = collector.page.front_matter.get(key)
    if isinstance(value, list):
        return ", ".join(str(part) for part in value)
    return value.strip() if isinstance(value, str) else ""


def _named(collector: Collector, key: str, name: str, kind: str) -> str | None:
    ids = collector.grammar.lexicon.whole(kind, tokenize(name))
    if len(ids) == 1:
        return ids[0]
    suggestion = nearest_name(collector, kind, name)
    collector.find("R002", _span(collector, key), name=shorten(name), suggestion=suggestion)
    return None


def _span(collector: Collector, key: str) -> Span:
    line = collector.page.front_matter_lines.get(key, 1)
    source = collector.quote(Span(collector.page.path, line, 1, line, 10_000))
    return Span(collector.page.path, line, 1, line, len(source) + 1)
