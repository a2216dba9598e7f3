"""The comparison of plans and user licences: limits, topics and features, side by side."""

from collections.abc import Iterable, Iterator

from engine.findings.codes import N_
from engine.model.rules import Available, Excludes, Includes, Limit, Requires
from site_builder.rule_pages.answers import Answers
from site_builder.rule_pages.rows import Cell, Comparison, Line
from site_builder.rule_pages.words import Words


class PlanComparison:
    """Writes the comparison for one language."""

    def __init__(self, answers: Answers, words: Words) -> None:
        self._answers = answers
        self._words = words
        self._rules = answers.ordered
        self._excluded = {rule for rule in self._rules if isinstance(rule, Excludes)}
        self._limits = {(rule.plan, rule.metric): rule for rule in self._rules if isinstance(rule, Limit)}

    def tables(self, place: str) -> list[Comparison]:
        """The tables, without empty ones.

        Args:
            place: where the page stands.
        """
        words = self._words
        found = []
        for market, plans in self._answers.plans().items():
            ids = [plan.plan for plan in plans]
            lines = [*self._limit_lines(ids, place), *self._topic_lines(ids, place)]
            found.append(self._table(market, words.title(words.mark("market", market)), ids, lines, place))
        holders = sorted({rule.holder for rule in self._rules if isinstance(rule, Includes)})
        known = sorted(id for id in self._answers.licences if self._answers.implied(id) & {*holders})
        lines = list(self._feature_lines(known, place))
        found.append(self._table("features", words.say(N_("Features of the user licences")), known, lines, place))
        return [table for table in found if table.lines and table.columns]

    def _table(self, anchor: str, heading: str, ids: Iterable[str], lines: Iterable[Line], place: str) -> Comparison:
        corner = self._words.say(N_("Feature"))
        columns = tuple(self._words.holdable_link(id, place) for id in ids)
        return Comparison(anchor, heading, corner, columns, tuple(lines))

    def _limit_lines(self, plans: list[str], place: str) -> Iterator[Line]:
        metrics = dict.fromkeys(metric for plan, metric in sorted(self._limits) if plan in plans)
        for metric in metrics:
            cells = tuple(self._bound(plan, metric) for plan in plans)
            yield Line(f"limit-{metric}", self._words.capability_link(metric, place, begins=True), cells)

    def _bound(self, plan: str, metric: str) -> Cell:
        rule = self._limits.get((plan, metric))
        if rule is None:
            return self._no()
        if rule.bound == 0:
            return Cell(self._words.say(N_("none")), "no")
        return Cell(self._words.bound(rule.bound), "number")

    def _topic_lines(self, plans: list[str], place: str) -> Iterator[Line]:
        """What some plan of the market gives and another does not, beside what is counted."""
        named: dict[str, None] = {}
        for rule in self._rules:
            match rule:
                case Requires(capability=id, channel=None, needs=needs) if {*plans} & {i for g in needs for i in g}:
                    named[id] = None
                case Available(page=id, plan=plan) if plan in plans:
                    named[id] = None
                case Excludes(capability=id, plan=plan) if plan in plans:
                    named[id] = None
                case _:
                    pass
        for id in named:
            cells = tuple(self._yes() if self._gives(plan, id) else self._no() for plan in plans)
            if any(cell.kind == "yes" for cell in cells):
                anchor = f"topic-{id.removeprefix('page:').replace('/', '-')}"
                yield Line(anchor, self._words.capability_link(id, place, begins=True), cells)

    def _feature_lines(self, licences: list[str], place: str) -> Iterator[Line]:
        features = dict.fromkeys(rule.feature for rule in self._rules if isinstance(rule, Includes))
        # What all have comes first, so that the differences stand together below it.
        count = {id: sum(self._has(licence, id) for licence in licences) for id in features}
        order = sorted(features, key=lambda feature: (-count[feature], self._words.capability(feature).casefold()))
        for id in order:
            cells = tuple(self._yes() if self._has(licence, id) else self._no() for licence in licences)
            yield Line(f"feature-{id}", self._words.capability_link(id, place, begins=True), cells)

    def _has(self, licence: str, feature: str) -> bool:
        return feature in self._answers.implied(licence)

    def _gives(self, plan: str, capability: str) -> bool:
        """Whether the plan alone suffices under every reading."""
        held = self._answers.implied(plan)
        if Excludes(plan, capability) in self._excluded:
            return False
        return all(any(way.ids <= held for way in found) for found in self._answers.ways(capability))

    def _yes(self) -> Cell:
        return Cell(self._words.say(N_("included")), "yes")

    def _no(self) -> Cell:
        return Cell(self._words.say(N_("not included")), "no")
