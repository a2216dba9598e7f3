"""The proof before publishing: every built page says exactly the rules that its statements say."""

from pathlib import Path

import msgspec

from engine.findings.codes import N_
from engine.grammar import Grammar, UnsayableError, render
from engine.localedata import Locale, Messages
from engine.model.rules import AnyRule, Describes, Grants, Licence, Quota, Requires
from engine.pages.blocks import Page
from engine.rules import Docs
from engine.rules.from_pages import from_page
from engine.rules.front_matter import FrontMatterKeys
from site_builder.readback import read_back
from site_builder.routes import Routes


class Problem(msgspec.Struct, frozen=True):
    """A rule that a page of the site says and its source does not, or the other way round."""

    language: str
    page: str
    """Path of the source, relative to the docs folder."""
    rule: AnyRule
    words: str
    """The rule in the words of the page's language."""
    lost: bool
    """Whether the site lost it; otherwise the site says it and the source does not."""

    def message(self, messages: Messages) -> str:
        """The problem as a sentence."""
        if self.lost:
            return messages.format(N_("{page}: the built page no longer says: {rule}"), page=self.page, rule=self.words)
        return messages.format(
            N_("{page}: the built page says what its source does not: {rule}"), page=self.page, rule=self.words
        )


def verify(site: Path, routes: Routes, docs: Docs) -> tuple[Problem, ...]:
    """Read the rules back from the visible text of a built site and compare them with the statements.

    Args:
        site: the folder that was built.
        routes: where its pages are.
        docs: what was read of the sources.
    """
    keys = docs.settings.front_matter
    problems: list[Problem] = []
    for page, reading in zip(docs.tree.pages, docs.readings, strict=True):
        if page.redirect is not None:
            continue
        grammar = docs.grammars[page.language]
        said = rules_of_built_page((site / routes.url(page.path)).read_text("utf-8"), page, grammar, keys)
        stated = frozenset(statement.rule for statement in reading.statements)
        for rule in sorted(said ^ stated, key=repr):
            words = in_words(rule, grammar)
            problems.append(Problem(page.language, page.path, rule, words, rule in stated))
    return tuple(problems)


def rules_of_built_page(
    html: str, page: Page, grammar: Grammar, keys: FrontMatterKeys | None = None
) -> frozenset[AnyRule]:
    """What a reader of a built page finds in it.

    Args:
        html: the built page.
        page: its source, of which only language, place and front matter are used.
        grammar: the grammar of its language.
        keys: which keys of the front matter state availability.
    """
    seen = msgspec.structs.replace(page, blocks=read_back(html, page.path))
    found = from_page(seen, grammar, lambda span: "", keys).statements
    return frozenset(statement.rule for statement in found)


def in_words(rule: AnyRule, grammar: Grammar) -> str:
    """A rule as a person reads it, in the language of the grammar."""
    locale = grammar.locale
    if isinstance(rule, Licence):
        marks = (("scope", rule.scope), ("edition", rule.edition), ("lifecycle", rule.lifecycle))
        section = ", ".join(locale.name_of(kind, id) for kind, id in marks if id)
        return f"{locale.name_of('licence', rule.licence)} ({section})"
    subject = ""
    if isinstance(rule, Describes | Grants | Quota):
        subject = f"{locale.name_of('licence', rule.licence)}: "
    for form in ("cell", "sentence"):
        try:
            return subject + _subject(rule, locale, form) + render(grammar, (rule,), form)
        except UnsayableError:
            continue
    return repr(rule)


def _subject(rule: AnyRule, locale: Locale, form: str) -> str:
    """For a requirement said as a cell: the licence whose row says it."""
    if isinstance(rule, Requires) and form == "cell" and len(rule.needs) == len(rule.needs[0]) == 1:
        return f"{locale.name_of('licence', rule.needs[0][0])}: "
    return ""
