"""Changes in product words, in any language: "Core: active projects 100 -> 50"."""

import enum
from collections.abc import Sequence

import msgspec

from engine.contract.diff.naming import PAGE
from engine.contract.diff.records import Change, Effect, Rename
from engine.findings.codes import N_
from engine.grammar.lists import join_names
from engine.localedata import Locale
from engine.localedata.vocabulary import HOLDABLE
from engine.model.rules import (
    EFFECT,
    PART,
    SPARED,
    UPGRADE,
    WITHOUT,
    AnyRule,
    Available,
    Band,
    Combination,
    Describes,
    Excludes,
    Grants,
    Includes,
    Licence,
    Limit,
    Metered,
    Needs,
    Plan,
    Quota,
    Requires,
    Speaks,
    Succeeds,
)

SECTIONS = {
    "licence": N_("Licences"),
    "plan": N_("Plans"),
    "grants": N_("What licences give"),
    "quota": N_("What licences count"),
    "includes": N_("Features"),
    "limit": N_("Bounds"),
    "excludes": N_("What plans leave out"),
    "requires": N_("Requirements"),
    "available": N_("Pages for plans and licences"),
    "band": N_("Usage ranges"),
    "metered": N_("Metered services"),
    "combination": N_("Combinations"),
    "succeeds": N_("Transitions"),
    "speaks": N_("Pages for markets"),
    "describes": N_("Remarks"),
}
"""Kind of rule -> the heading over its changes, in order of output."""

EFFECTS = {Effect.TIGHTER: N_("tighter"), Effect.LOOSER: N_("looser")}
NEW, GONE = N_("new: {what}"), N_("gone: {what}")
RENAMED = N_("{old} is now called {new}")
UNLIMITED = N_("unlimited")
CUMULATIVE = N_("includes those below")
SOMETIMES = N_("in some cases")
PAGE_NAME = N_("page `{path}`")
PART_NAME = N_("part of page `{path}`")

REMARKS = {
    EFFECT: N_("what its holders see"),
    WITHOUT: N_("what is so without it"),
    SPARED: N_("when nobody needs it"),
    UPGRADE: N_("when to move up to it"),
}
"""Topics of remarks that are no ids of the vocabulary."""


class Sign(enum.StrEnum):
    """Whether something came, went or changed."""

    NEW = "+"
    GONE = "-"
    CHANGED = "~"


class Words:
    """The names of ids in one language; ids themselves where there is none."""

    def __init__(self, locale: Locale | None) -> None:
        self._locale = locale

    def text(self, message: str, **values: object) -> str:
        """An interface sentence of the language."""
        if self._locale is not None:
            return self._locale.messages.format(message, **values)
        return message.format_map({name: str(value) for name, value in values.items()})

    def name(self, kind: str, id: str) -> str:
        """The name of an id."""
        if id.startswith("page:"):
            part = id.endswith(PART)
            return self.text(PART_NAME if part else PAGE_NAME, path=id.removeprefix("page:").removesuffix(PART))
        return self._locale.name_of(kind, id) if self._locale else id

    def held(self, id: str) -> str:
        """The name of something that can be held."""
        if self._locale:
            for kind in HOLDABLE:
                if self._locale.term(kind, id):
                    return self._locale.name_of(kind, id)
        return id

    def thing(self, id: str) -> str:
        """The name of what a feature list, or a question, speaks of: a feature, a capability, or what can be held."""
        for kind in ("feature", "capability"):
            if id.startswith("page:") or (self._locale and self._locale.term(kind, id)):
                return self.name(kind, id)
        return self.held(id)

    def topic(self, id: str) -> str:
        """What a remark is about."""
        return self.text(REMARKS[id]) if id in REMARKS else self.name("topic", id)

    def needs(self, needs: Needs) -> str:
        """A requirement: "A or B, and C"."""
        if self._locale is None:
            return " & ".join(" | ".join(group) for group in needs)
        groups = [join_names(self._locale, [self.held(id) for id in group], "or") for group in needs]
        return join_names(self._locale, groups)

    def unlimited(self) -> str:
        """The word for no bound at all, as pages of the language write it."""
        found = self._locale.words("unlimited") if self._locale else ()
        return found[0].lower() if found else self.text(UNLIMITED)

    def bound(self, rule: Limit) -> str:
        """A bound as pages write it."""
        return self.unlimited() if rule.bound is None else str(rule.bound)


def subject_of(rule: AnyRule, words: Words) -> str:
    """What a rule is about."""
    match rule:
        case (
            Licence(licence=id) | Succeeds(licence=id) | Grants(licence=id) | Quota(licence=id) | Describes(licence=id)
        ):
            return words.held(id)
        case Plan(plan=id) | Excludes(plan=id):
            return words.held(id)
        case Includes(holder=id):
            return words.held(id)
        case Limit(plan=plan, metric=metric):
            return f"{words.held(plan)}: {words.name('capability', metric)}"
        case Requires(capability=id, channel=channel):
            return words.name("capability", id) + (f" ({words.name('channel', channel)})" if channel else "")
        case Available(page=id) | Speaks(page=id):
            return words.name(PAGE, id)
        case Metered(metric=metric):
            return words.name("capability", metric)
        case Band(low=low, high=high):
            return f"{low} %" if high == low else f"{low}–{'' if high is None else high} %"
        case Combination(licences=licences):
            return " + ".join(map(words.held, licences))


def value_of(rule: AnyRule, words: Words) -> str:
    """What a rule says of its subject."""
    match rule:
        case Licence(scope=scope, edition=edition, lifecycle=lifecycle):
            kinds = (("scope", scope), ("edition", edition), ("lifecycle", lifecycle))
            return ", ".join(words.name(kind, id) for kind, id in kinds if id)
        case Plan(market=market, rank=rank, cumulative=cumulative):
            place = "" if rank is None else f", {rank + 1}."
            return words.name("market", market) + place + (f" ({words.text(CUMULATIVE)})" if cumulative else "")
        case Grants(capability=capability, beside=beside, channels=channels):
            given = words.name("capability", capability)
            given += f" (+ {words.name('capability', beside)})" if beside else ""
            return given + (f" ({', '.join(words.name('channel', id) for id in channels)})" if channels else "")
        case Quota(metric=metric, unit=unit):
            return words.name("capability", metric) + (f" ({words.name('unit', unit)})" if unit else "")
        case Includes(feature=feature):
            return words.thing(feature)
        case Limit():
            return words.bound(rule)
        case Excludes(capability=capability):
            return words.name("capability", capability)
        case Requires(needs=needs, conditional=conditional):
            return words.needs(needs) + (f" ({words.text(SOMETIMES)})" if conditional else "")
        case Available(plan=plan, needs=needs):
            return words.held(plan) if plan else words.needs(needs)
        case Band(status=status, indicator=indicator):
            found = (("status", status), ("indicator", indicator))
            return ", ".join(words.name(kind, id) for kind, id in found if id)
        case Metered(market=market):
            return words.name("market", market) if market else ""
        case Succeeds(plan=plan):
            return words.held(plan)
        case Speaks(market=market):
            return words.name("market", market)
        case Describes(topic=topic):
            return words.topic(topic)
        case Combination():
            return ""


class Meaning(msgspec.Struct, frozen=True):
    """A change in words."""

    sign: Sign
    subject: str
    before: str
    """What held; empty where nothing did."""
    after: str
    """What holds; empty where nothing does."""
    effect: Effect
    colon: bool = True
    """Whether a colon stands between the subject and its value."""

    @property
    def changed(self) -> str:
        """Both values: "Core: active projects 100 → 50"."""
        return f"{self.subject}{':' if self.colon else ''} {self.before} → {self.after}"

    def sentence(self, words: Words) -> str:
        """The whole in one line: "Core: active projects 100 → 50"."""
        if self.sign is Sign.CHANGED:
            return self.changed
        what = (": " if self.colon else " ").join(filter(None, (self.subject, self.before or self.after)))
        return words.text(NEW if self.sign is Sign.NEW else GONE, what=what)


def meaning(change: Change, words: Words) -> Meaning:
    """What a change means, in the words of a language."""
    sign = Sign.CHANGED if change.before and change.after else Sign.NEW if change.after else Sign.GONE
    rule = (change.after or change.before)[0]
    before, after = (_value(rules, words) for rules in (change.before, change.after))
    return Meaning(sign, subject_of(rule, words), before, after, change.effect, not isinstance(rule, Limit))


def _value(rules: Sequence[AnyRule], words: Words) -> str:
    return "; ".join(dict.fromkeys(filter(None, (value_of(rule, words) for rule in rules))))


def rename_in_words(rename: Rename, words: Words) -> str:
    """A rename in words; the old name is the id, for no language knows it any more."""
    name = words.name(rename.kind, rename.new) if rename.kind not in HOLDABLE else words.held(rename.new)
    old = words.name(PAGE, rename.old) if rename.kind == PAGE else f"`{rename.old}`"
    new = name if rename.kind == PAGE else f"`{rename.new}` ({name})"
    return words.text(RENAMED, old=old, new=new)
