"""What a rule is about: an old and a new rule of one topic are one change, not a loss and a gain."""

from engine.model.rules import (
    PART,
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
    Plan,
    Quota,
    Requires,
    Speaks,
    Succeeds,
)


def topic_of(rule: AnyRule) -> tuple[str, ...]:
    """The kind of a rule in lower case, and the ids that tell what it is about."""
    kind = type(rule).__name__.lower()
    match rule:
        case Licence(licence=id) | Plan(plan=id) | Succeeds(licence=id):
            return (kind, id)
        case Grants(licence=licence, capability=capability):
            return (kind, licence, capability)
        case Requires(capability=capability, channel=channel, needs=needs):
            about = (kind, capability, channel or "")
            # The parts of a page are several things: each requirement is one of its own.
            return (*about, repr(needs), str(rule.conditional)) if capability.endswith(PART) else about
        case Quota(licence=licence, metric=metric):
            return (kind, licence, metric)
        case Includes(holder=holder, feature=feature):
            return (kind, holder, feature)
        case Limit(plan=plan, metric=metric):
            return (kind, plan, metric)
        case Metered(metric=metric):
            return (kind, metric)
        case Band(low=low, high=high):
            return (kind, str(low), "" if high is None else str(high))
        case Combination(licences=licences):
            return (kind, *licences)
        case Available(page=page, plan=plan):
            return (kind, page, "licences" if plan is None else "plan")
        case Excludes(plan=plan, capability=capability):
            return (kind, plan, capability)
        case Speaks(page=page):
            return (kind, page)
        case Describes(licence=licence, topic=topic):
            return (kind, licence, topic)
