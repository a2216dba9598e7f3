"""The plans and licences that the topic of a page asks for: what stands below its title."""

from markupsafe import Markup

from engine.entitlement.conditions import availability
from engine.model.rules import Available, Requires
from engine.rules.page_reading import PageReading
from site_builder.rule_pages.words import Words


def needs_of(reading: PageReading, words: Words, place: str) -> tuple[Markup, ...]:
    """What a page says that its own topic needs, in its front matter or in a sentence about "this feature".

    Args:
        reading: what the page says.
        words: names and links of its language.
        place: where it stands.
    Returns:
        Lists of alternatives, each with links. All of them must be met.
    """
    rules = [statement.rule for statement in reading.statements]
    stated = [rule for rule in rules if isinstance(rule, Available) and rule.page == reading.topic]
    groups = {tuple(sorted(group)) for group, _ in availability(stated)}
    for rule in rules:
        if isinstance(rule, Requires) and rule.capability == reading.topic and not rule.conditional:
            groups.update(tuple(sorted(group)) for group in rule.needs)
    return tuple(words.holdables(group, place, "or") for group in sorted(groups))
