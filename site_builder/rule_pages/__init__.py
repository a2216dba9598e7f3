"""The pages that are written from the rule set alone: licences, capabilities, plans, the map and the finder."""

from site_builder.rule_pages.pages import RulePages
from site_builder.rule_pages.places import RulePlaces

__all__ = ["RulePages", "RulePlaces"]
