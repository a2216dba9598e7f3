"""Charter: help pages in many languages, read into one language-neutral licence rule set.

rules = engine.load("docs")
decision = engine.decide(rules, "sale-module", {"sales-user", "standard-crm-user"})
print(engine.explain(decision, "sv"))
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.entitlement.decide import allows, decide, decide_many
from engine.entitlement.needs import needs, succeeding_plan
from engine.entitlement.population import Holders, Population, holders
from engine.entitlement.questions import capabilities, limits
from engine.entitlement.why import why_not
from engine.findings.errors import CharterError, LocaleError, UsageError
from engine.model.decisions import Bound, Decision, Holding, Misplaced, Outcome, Reason, Request
from engine.model.rulesets import RuleSet

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from engine.entitlement.explanation import Explained
    from engine.localedata import Locales

__all__ = [
    "Bound",
    "CharterError",
    "Decision",
    "Holders",
    "Holding",
    "LocaleError",
    "Misplaced",
    "Outcome",
    "Population",
    "Reason",
    "Request",
    "RuleSet",
    "UsageError",
    "allows",
    "capabilities",
    "decide",
    "decide_many",
    "explain",
    "explanation",
    "holders",
    "limits",
    "load",
    "needs",
    "succeeding_plan",
    "why_not",
]


def load(
    docs: str | Path = "docs", locales: str | Path | None = None, *, languages: Collection[str] | None = None
) -> RuleSet:
    """Read help pages into a rule set.

    Args:
        docs: the folder with one folder per language.
        locales: the locales folder; the installed ones when None.
        languages: read only these (BCP 47 tags or folder names).

    Raises:
        UsageError: no such folder, or a language that is not there.
        LocaleError: broken locale data, with file and line.
    """
    from pathlib import Path

    from engine.rules import read_docs

    return read_docs(Path(docs), _locales(locales), languages=languages).rules


def explain(decision: Decision, language: str = "en", locales: str | Path | None = None) -> str:
    """A decision in words: outcome, what is missing, and each determining sentence with page and line.

    Args:
        decision: what `decide` returned.
        language: of the text; the sentences are quoted from that language's pages where they say so.
        locales: the locales folder; the installed ones when None.

    Raises:
        UsageError: no locale for the language.
    """
    from engine.entitlement.explain import explain as explain_in

    return explain_in(decision, language, _locales(locales))


def explanation(
    rules: RuleSet, decision: Decision, language: str = "en", locales: str | Path | None = None
) -> Explained:
    """The reasons of a decision as data: a tree, each part with its text in the language and the sentences that ask.

    Args:
        rules: the rule set that was asked.
        decision: what `decide` returned.
        language: of the texts; the sentences are quoted from that language's pages where they say so.
        locales: the locales folder; the installed ones when None.

    Raises:
        UsageError: no locale for the language.
    """
    from engine.entitlement.explanation import explained

    return explained(rules, decision, language, _locales(locales))


def _locales(folder: str | Path | None) -> Locales:
    """The locales of a folder, or the installed ones.

    What reads pages and their words loads only here and in the functions that ask for it: a program that decides
    from a compiled rule set does without.
    """
    from pathlib import Path

    from engine.localedata import installed_locales, load_locales

    return load_locales(Path(folder) if folder else installed_locales())
