"""The proof before publishing: every built page says exactly the rules that its statements say."""

import msgspec

from engine.findings.codes import N_
from engine.grammar import Grammar, UnsayableError, render
from engine.localedata import Locale, Messages
from engine.model.rules import AnyRule, Describes, Grants, Licence, Quota, Requires
from engine.pages.blocks import AnyBlock, Page
from engine.rules.from_pages import from_page
from engine.rules.front_matter import FrontMatterKeys
from engine.rules.legible import legible
from engine.rules.page_reading import PageReading
from site_builder.readback import read_back


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


def disproved(
    html: str, page: Page, reading: PageReading, grammar: Grammar, keys: FrontMatterKeys
) -> tuple[Problem, ...]:
    """Read the rules back from the visible text of a built page and compare them with the statements of its source.

    A page that shows all that its source says, word for word, need not be read a second time to know what it states.

    Args:
        html: the built page.
        page: its source.
        reading: what the source says.
        grammar: the grammar of its language.
        keys: which keys of the front matter state availability.
    """
    seen = read_back(html, page.path)
    looked_at = legible(page.blocks)
    if looked_at is not None and looked_at == legible(seen):
        return ()
    said = _rules_in(seen, page, grammar, keys)
    stated = frozenset(statement.rule for statement in reading.statements)
    return tuple(
        Problem(page.language, page.path, rule, in_words(rule, grammar), rule in stated)
        for rule in sorted(said ^ stated, key=repr)
    )


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
    return _rules_in(read_back(html, page.path), page, grammar, keys)


def _rules_in(
    seen: tuple[AnyBlock, ...], page: Page, grammar: Grammar, keys: FrontMatterKeys | None
) -> frozenset[AnyRule]:
    return frozenset(s.rule for s in from_page(page.holding(seen), grammar, lambda span: "", keys).statements)


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
