"""The ids that pages speak of, by kind: each with its name, those pages, and what it was called before."""

import re
from collections.abc import Iterable, Mapping

import msgspec

from engine.contract.diff.naming import PAGE, ids_in
from engine.localedata import Locale
from engine.localedata.vocabulary import HOLDABLE, Vocabulary
from engine.model.rulesets import RuleSet

CLASSES = {
    "licence": "Licence",
    "plan": "Plan",
    "right": "Right",
    "class": "LicenceClass",
    "capability": "Capability",
    "feature": "Feature",
    "channel": "Channel",
    "edition": "Edition",
    "market": "Market",
    PAGE: "Page",
}
"""Kind of id -> the name of its type."""

PURPOSES = {
    "licence": "Something bought and held.",
    "plan": "Bought for everybody together.",
    "right": "Something held that is no licence.",
    "class": "A named set of licences.",
    "capability": "What a holder may do, or what is counted.",
    "feature": "What a feature list names.",
    "channel": "Over which a capability is used.",
    "edition": "An edition of the product.",
    "market": "Where something is sold.",
    PAGE: "A page, as a topic that is asked for.",
}
"""Kind of id -> what the type is for."""

MARK = "Written by `charter codegen"
"""Stands in the first lines of each file, so that a scan knows it."""
MOST_PAGES = 3
"""Pages that are cited for one id."""

_NO_LETTER = re.compile(r"[^0-9A-Za-z]+")


class TypedId(msgspec.Struct, frozen=True):
    """One id."""

    id: str
    words: tuple[str, ...]
    """The parts of a name for it in code, in lower case."""
    name: str
    """How readers know it."""
    pages: tuple[str, ...]
    """Pages that speak of it; the same in every language."""
    formerly: tuple[str, ...] = ()

    @property
    def citation(self) -> str:
        """The name and the pages: "active projects (admin/license/learn/crm-suite.md)"."""
        shown = ", ".join(self.pages[:MOST_PAGES])
        rest = f", … +{len(self.pages) - MOST_PAGES}" if len(self.pages) > MOST_PAGES else ""
        return f"{self.name} ({shown}{rest})"


TypedIds = Mapping[str, tuple[TypedId, ...]]
"""Kind -> its ids, sorted."""


def typed_ids(rules: RuleSet, vocabulary: Vocabulary, locale: Locale | None = None) -> TypedIds:
    """Every id that the rules name.

    Args:
        rules: what the pages state.
        vocabulary: tells what ids were called before.
        locale: the language of names; None for the ids themselves.
    """
    pages: dict[tuple[str, str], set[str]] = {}
    for statement in rules.statements:
        for kind, id in ids_in(statement.rule, rules.ids):
            known = kind == PAGE or id in rules.ids.get(kind, frozenset())
            other = next((k for k in HOLDABLE if id in rules.ids.get(k, frozenset())), kind)
            pages.setdefault((kind if known else other, id), set()).add(statement.page)
    former = {(entry.kind, entry.id): entry.formerly for entry in vocabulary.ids}
    found: dict[str, list[TypedId]] = {kind: [] for kind in CLASSES}
    for (kind, id), places in sorted(pages.items()):
        if kind in found:
            name = locale.name_of(kind, id) if locale and kind != PAGE else id
            found[kind].append(TypedId(id, _words(id), name, tuple(sorted(places)), former.get((kind, id), ())))
    return {kind: _distinct(ids) for kind, ids in found.items() if ids}


def _words(id: str) -> tuple[str, ...]:
    """The words of an id; a name in code begins with no digit."""
    words = tuple(word.lower() for word in _NO_LETTER.split(id.removeprefix("page:")) if word) or ("x",)
    return ("x", *words) if words[0][0].isdigit() else words


def _distinct(ids: Iterable[TypedId]) -> tuple[TypedId, ...]:
    """Ids whose words are the same get a number, in their order."""
    seen: dict[tuple[str, ...], int] = {}
    found: list[TypedId] = []
    for entry in ids:
        number = seen[entry.words] = seen.get(entry.words, 0) + 1
        words = (*entry.words, str(number)) if number > 1 else entry.words
        found.append(msgspec.structs.replace(entry, words=words))
    return tuple(found)


def upper(words: Iterable[str]) -> str:
    """`ACTIVE_PROJECTS`."""
    return "_".join(words).upper()


def camel(words: Iterable[str]) -> str:
    """`ActiveProjects`."""
    return "".join(word.capitalize() for word in words)


def former_words(id: str) -> tuple[str, ...]:
    """The words of an id that is used no more."""
    return _words(id)
