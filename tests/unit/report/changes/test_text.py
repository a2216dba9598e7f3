"""Changes in words: in each language, in few lines, with the places."""

import io

import msgspec
import pytest
from rich.console import Console

from engine.contract.diff import Changes, compare
from engine.localedata import Locales, installed_locales
from engine.localedata.vocabulary import load_vocabulary
from engine.model.rules import AnyRule, Combination, Grants, Includes, Licence, Limit, Plan, Requires
from engine.model.rulesets import RuleSet
from engine.report.changes.markdown import changes_markdown
from engine.report.changes.text import print_changes

from ...entitlement import ruling


def stated(**said: tuple[AnyRule, ...]) -> RuleSet:
    """The rules as languages state them, with the vocabulary's ids."""
    return msgspec.structs.replace(ruling.stated(**said), ids=load_vocabulary(VOCABULARY).by_kind)


VOCABULARY = installed_locales() / "vocabulary.toml"


def shown(changes: Changes, locales: Locales, language: str, *, full: bool = False) -> list[str]:
    file = io.StringIO()
    print_changes(Console(file=file, width=160, highlight=False), changes, locales.get(language), full=full)
    return file.getvalue().splitlines()


def bounds(number: int | None) -> RuleSet:
    return stated(en=(Limit("core", "active-projects", number), Plan("core", "crm-suite", 0)))


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "~ Core: active projects 100 → 50, tighter"),
        ("sv", "~ Core: aktiva projekt 100 → 50, "),
        ("de", "~ Core: aktive Projekte 100 → 50, "),
        ("nl", "~ Core: actieve projecten 100 → 50, "),
        ("da", "~ Core: aktive projekter 100 → 50, "),
        ("no", "~ Core: aktive prosjekter 100 → 50, "),
    ],
)
def test_a_bound_in_product_words(language: str, line: str, locales: Locales) -> None:
    heading, found, step = shown(compare(bounds(100), bounds(50)), locales, language)
    assert found.strip().startswith(line)
    assert found.endswith("en/p.md:1 → en/p.md:1")
    assert (heading, step) != ("Bounds", "") or language == "en"


def test_no_bound_is_written_as_pages_do(locales: Locales) -> None:
    line = shown(compare(bounds(100), bounds(None)), locales, "sv")[1]
    assert "100 → obegränsat, " in line


def test_what_belongs_together_is_one_line(locales: Locales) -> None:
    rules = [Includes("sales-premium", id) for id in ("sales-guide", "stakeholders", "quote-management")]
    old = stated(en=(Licence("sales-premium", "user", None, None),))
    new = stated(en=(Licence("sales-premium", "user", None, None), *rules))
    lines = shown(compare(old, new), locales, "en")
    assert lines[0] == "Features"
    assert lines[1].startswith("  + Sales Premium: Sales guide, Stakeholders, Quote management, looser  en/p.md:2")
    assert len(lines) == 3


def test_what_does_not_fit_into_a_line_is_counted_and_named_in_full_on_demand(locales: Locales) -> None:
    solutions = ("sales", "service", "marketing")
    pairs = [Combination((f"{a}-premium", f"{b}-essentials")) for a in solutions for b in solutions if a != b]
    changes = compare(stated(en=()), stated(en=tuple(pairs)))
    (line,) = (one for one in shown(changes, locales, "en") if one.startswith("  +"))
    assert "… +4" in line
    (full,) = (one for one in shown(changes, locales, "en", full=True) if one.startswith("  +"))
    assert full.count(" + ") == 1 + 6


def test_languages_are_named_where_not_all_changed_so(locales: Locales) -> None:
    old = stated(en=(Limit("core", "dashboards", 3),), sv=(Limit("core", "dashboards", 3),))
    new = stated(en=(Limit("core", "dashboards", 3),), sv=(Limit("core", "dashboards", 4),))
    assert "  ~ [sv] Core: dashboards 3 → 4, looser  sv/p.md:1 → sv/p.md:1" in shown(compare(old, new), locales, "en")


def test_answers_that_turn_stand_apart(locales: Locales) -> None:
    old, new = (stated(en=(Grants(id, "quotes", None),)) for id in ("sales-user", "service-user"))
    lines = shown(compare(old, new), locales, "en")
    no, yes = (next(i for i, line in enumerate(lines) if line.startswith(begin)) for begin in ("ALLOW", "DENY"))
    assert "quotes: Sales user" in lines[no + 1]
    assert "quotes: Service user" in lines[yes + 1]


def test_nothing_changed_is_said(locales: Locales) -> None:
    assert shown(compare(bounds(1), bounds(1)), locales, "en") == ["no rule changed in en"]


def test_markdown_shows_names_as_they_are(locales: Locales) -> None:
    old = stated(en=(Requires("page:a_b/*x*", None, (("core",),)),))
    new = stated(en=(Requires("page:a_b/*x*", None, (("growth",),)),))
    text = changes_markdown(compare(old, new), locales.get("en"))
    assert text.startswith("### ")
    assert r"a\_b/\*x\*" in text
    assert "(`en/p.md:1 → en/p.md:1`)" in text
