"""Rules as text for a terminal."""

from rich.console import Console
from rich.table import Table

from engine.findings.codes import N_
from engine.localedata import Messages
from engine.model.rules import AnyRule, Describes, Grants, Needs, Quota, Requires
from engine.model.rulesets import RuleSet


def print_rules(console: Console, rules: RuleSet, messages: Messages) -> None:
    """The rule set as tables: licences with what they give, requirements, and what is open."""
    _ = messages.format
    table = Table(title=_(N_("Licences")), title_justify="left", box=None, pad_edge=False)
    for heading in (N_("licence"), N_("scope"), N_("edition"), N_("lifecycle"), N_("gives")):
        table.add_column(_(heading), overflow="fold")
    for id, licence in rules.licences.items():
        given = [_gives(rule) for rule in sorted(rules.rules, key=repr) if _about(rule) == id]
        table.add_row(
            id, licence.scope, licence.edition or "", licence.lifecycle or "", "\n".join(g for g in given if g)
        )
    console.print(table)
    required = Table(title=_(N_("Requirements")), title_justify="left", box=None, pad_edge=False)
    for heading in (N_("capability"), N_("channel"), N_("needs")):
        required.add_column(_(heading), overflow="fold")
    for rule in sorted((r for r in rules.rules if isinstance(r, Requires)), key=repr):
        required.add_row(rule.capability, rule.channel or "", needs_text(rule.needs))
    console.print()
    console.print(required)
    if rules.undefined:
        console.print()
        console.print(_(N_("named but nowhere listed: {ids}"), ids=", ".join(rules.undefined)), soft_wrap=True)
    if rules.disagreements:
        console.print()
        console.print(
            _(N_("disagreements: {count} (`charter check` quotes them)"), count=len(rules.disagreements)),
            soft_wrap=True,
        )


def needs_text(needs: Needs) -> str:
    """A requirement in ids: `a & (b | c)`."""
    return " & ".join(group[0] if len(group) == 1 else f"({' | '.join(group)})" for group in needs)


def _about(rule: AnyRule) -> str:
    return rule.licence if isinstance(rule, Describes | Grants | Quota) else ""


def _gives(rule: AnyRule) -> str:
    match rule:
        case Grants(capability=capability, beside=beside, channels=channels, open_ended=open_ended):
            text = capability
            text += f" via {', '.join(channels)}" if channels else ""
            text += f" + {beside}" if beside else ""
            return text + (" ..." if open_ended else "")
        case Quota(metric=metric, unit=unit):
            return f"N x {metric}" + (f" per {unit}" if unit else "")
        case Describes(topic=topic):
            return f"({topic})"
        case _:
            return ""
