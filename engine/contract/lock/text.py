"""A rule set -> the text of its lock: canonical, sorted, one fact a line.

What an edit of wording, layout or headings can move is not in it: no line numbers, no quotes, no anchors. A rule
stands with the pages that say it; `*` is every language that has the page.
"""

import json
from collections.abc import Iterable, Iterator

import msgspec

from engine.contract.diff.naming import PAGE, named_ids
from engine.contract.relations import relevant
from engine.model.rules import AnyRule
from engine.model.rulesets import RuleSet

FORMAT = 1
"""Version of the format; another one is not read."""
EVERY = "*"
"""Stands for every language that has the page."""

_Pages = dict[str, tuple[str, ...]]


def lock_text(rules: RuleSet) -> str:
    """The lock of a rule set, with a line break at its end.

    Two rule sets have the same text exactly when they state the same, in the same languages, on the same pages.
    """
    pages = pages_of(rules)
    parts = {
        "format": json.dumps(FORMAT),
        "languages": _one_line(sorted(rules.languages)),
        "pages": _lines(_one_line({"page": page, "languages": list(tags)}) for page, tags in sorted(pages.items())),
        "ids": _lines(_one_line({"kind": kind, "id": id}) for kind, id in _ids(rules)),
        "relations": _lines(
            _one_line({"kind": r.kind, "id": r.id, "other": r.other}) for r in relevant(rules.rules, rules.relations)
        ),
        "rules": _lines(_rule_lines(rules, pages)),
    }
    return "{\n" + ",\n".join(f'  "{name}": {value}' for name, value in parts.items()) + "\n}\n"


def pages_of(rules: RuleSet) -> _Pages:
    """The pages that state something, each with the languages that have it."""
    found: dict[str, set[str]] = {}
    for statement in rules.statements:
        found.setdefault(statement.page, set()).add(statement.language)
    for disagreement in rules.disagreements:
        # A language may have the page and say nothing on it.
        found.setdefault(disagreement.page, set()).update(side.language for side in disagreement.sides)
    return {page: tuple(sorted(tags)) for page, tags in found.items()}


def _ids(rules: RuleSet) -> Iterator[tuple[str, str]]:
    """The ids that rules and relations name, each with its kind."""
    named = {id for _, ids in named_ids(rules.rules, rules.ids).items() for id in ids}
    named |= {id for relation in relevant(rules.rules, rules.relations) for id in (relation.id, relation.other)}
    other = {"scope", "lifecycle", "unit", "topic", "status", "indicator"}
    used = {value for rule in rules.rules for value in _texts(rule)}
    for kind, ids in sorted(rules.ids.items()):
        if kind != PAGE:
            yield from ((kind, id) for id in sorted(ids & (used if kind in other else named)))


def _texts(rule: AnyRule) -> Iterator[str]:
    return (value for name in rule.__struct_fields__ if isinstance(value := getattr(rule, name), str))


def _rule_lines(rules: RuleSet, pages: _Pages) -> Iterator[str]:
    said: dict[AnyRule, dict[str, set[str]]] = {}
    for statement in rules.statements:
        said.setdefault(statement.rule, {}).setdefault(statement.page, set()).add(statement.language)
    for rule in sorted(said, key=lambda rule: msgspec.json.encode(msgspec.to_builtins(rule))):
        places = {
            page: EVERY if tuple(sorted(tags)) == pages[page] else sorted(tags)
            for page, tags in sorted(said[rule].items())
        }
        yield _one_line({**msgspec.to_builtins(rule), "said": places})


def _languages(saying: set[str], having: tuple[str, ...]) -> str | list[str]:
    return EVERY if saying == set(having) else sorted(saying)


def _lines(lines: Iterable[str]) -> str:
    text = ",\n".join(f"    {line}" for line in lines)
    return f"[\n{text}\n  ]" if text else "[]"


def _one_line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
