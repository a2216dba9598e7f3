"""The rule set: N languages as one, with every disagreement kept."""

import msgspec

from engine.model.errors import UsageError
from engine.model.rule_file import (
    Body,
    DisagreementData,
    Place,
    ReadingData,
    RelationData,
    SideData,
    StatementData,
    seal,
    unseal,
)
from engine.model.rules import AnyRule, Licence, Plan, holdable_ids
from engine.model.spans import Span
from engine.model.statements import Statement


class Side(msgspec.Struct, frozen=True):
    """What one language says about the topic of a disagreement."""

    language: str
    statements: tuple[Statement, ...]
    """Empty where the language has the page and does not say it."""
    span: Span
    """The first of the statements, or the place on its page where one would look for them."""


class Ruling(msgspec.Struct, frozen=True, order=True):
    """A decision of people on a disagreement: which language's page is right."""

    page: str
    """The page's path below its language folder."""
    about: str
    """What it is about: an id of the topic, such as the licence of a row or the capability of a requirement."""
    holds: str
    """The language whose statements hold, as a tag."""
    reason: str
    since: str
    """The day of the ruling, as YYYY-MM-DD."""

    def settles(self, page: str, topic: tuple[str, ...]) -> bool:
        """Whether it speaks of a topic on a page."""
        return page == self.page and self.about in topic[1:]


class Disagreement(msgspec.Struct, frozen=True):
    """Languages that have the same page and state different rules about one topic."""

    topic: tuple[str, ...]
    """The rule kind and what it is about: ("Grants", "sales-user")."""
    page: str
    sides: tuple[Side, ...]


class Reading(msgspec.Struct, frozen=True):
    """The rules as readers of these languages find them.

    That is what their pages say, and what others say on pages that they lack.
    """

    languages: tuple[str, ...]
    rules: frozenset[AnyRule]


class Relation(msgspec.Struct, frozen=True, order=True):
    """A decision of people, written in the vocabulary."""

    kind: str
    """`part_of` or `same_as` of capabilities, `member` of a class; `solution` and `level` of a module-based licence."""
    id: str
    other: str
    reason: str


class RuleSet(msgspec.Struct, frozen=True, dict=True):
    """Everything that the pages state, and the readings under which it can be decided.

    What is worked out of it (its compiled form) is kept with it, and is no part of it.
    """

    languages: tuple[str, ...]
    statements: tuple[Statement, ...]
    readings: tuple[Reading, ...]
    """One per distinct set of rules; a single one when all languages agree."""
    disagreements: tuple[Disagreement, ...] = ()
    relations: tuple[Relation, ...] = ()
    ids: dict[str, frozenset[str]] = {}
    """Kind -> every id of the vocabulary. An id outside it is a misspelling; one inside may be unstated."""

    @property
    def rules(self) -> frozenset[AnyRule]:
        """Every rule that any language states."""
        return frozenset(statement.rule for statement in self.statements)

    @property
    def licences(self) -> dict[str, Licence]:
        """The licences that some page defines, by id. Where definitions differ, the first in order of language."""
        found: dict[str, Licence] = {}
        for statement in self.statements:
            if isinstance(statement.rule, Licence):
                found.setdefault(statement.rule.licence, statement.rule)
        return dict(sorted(found.items()))

    @property
    def undefined(self) -> tuple[str, ...]:
        """Licences and plans that rules name and no page lists, sorted. The vocabulary defines rights and classes."""
        named = {i for rule in self.rules if not isinstance(rule, Plan) for i in holdable_ids(rule)}
        other = self.ids.get("right", frozenset()) | self.ids.get("class", frozenset())
        plans = {rule.plan for rule in self.rules if isinstance(rule, Plan)}
        return tuple(sorted(named - other - plans - set(self.licences)))

    def to_json(self) -> bytes:
        """The rule set as a file for `from_json`: UTF-8 JSON with a version and a hash; the same bytes every time.

        Its JSON Schema is what `charter schema rules` prints.
        """
        rules = sorted({r for reading in self.readings for r in reading.rules} | self.rules, key=repr)
        position = {rule: place for place, rule in enumerate(rules)}
        stated = {statement: place for place, statement in enumerate(self.statements)}
        body = Body(
            languages=self.languages,
            rules=tuple(rules),
            statements=tuple(_statement_data(statement, position[statement.rule]) for statement in self.statements),
            readings=tuple(
                ReadingData(reading.languages, tuple(sorted(position[rule] for rule in reading.rules)))
                for reading in self.readings
            ),
            disagreements=tuple(
                DisagreementData(
                    d.topic,
                    d.page,
                    tuple(
                        SideData(side.language, tuple(stated[s] for s in side.statements), _place(side.span))
                        for side in d.sides
                    ),
                )
                for d in self.disagreements
            ),
            relations=tuple(RelationData(r.kind, r.id, r.other, r.reason) for r in self.relations),
            ids={kind: tuple(sorted(ids)) for kind, ids in sorted(self.ids.items())},
        )
        return seal(body)

    @classmethod
    def from_json(cls, data: bytes | str) -> "RuleSet":
        """The rule set of a file that `to_json` wrote. Neither pages nor languages are read.

        Raises:
            UsageError: the file is cut short, no rules file, of a newer version, or was changed by hand.
        """
        body = unseal(data)
        try:
            return _from_body(body)
        except IndexError:
            raise UsageError(
                "the rules file is malformed: it points to what it does not hold", help="write it anew"
            ) from None


def _statement_data(s: Statement, rule: int) -> StatementData:
    return StatementData(rule, s.language, s.page, _place(s.span), s.quote, s.text, s.pattern, s.notes, s.anchor)


def _place(span: Span) -> Place:
    return (span.path, span.line, span.column, span.end_line, span.end_column)


def _from_body(body: Body) -> RuleSet:
    statements = tuple(
        Statement(body.rules[s.rule], s.language, s.page, Span(*s.span), s.quote, s.text, s.pattern, s.notes, s.anchor)
        for s in body.statements
    )
    return RuleSet(
        languages=body.languages,
        statements=statements,
        readings=tuple(Reading(r.languages, frozenset(body.rules[at] for at in r.rules)) for r in body.readings),
        disagreements=tuple(
            Disagreement(
                d.topic,
                d.page,
                tuple(Side(s.language, tuple(statements[at] for at in s.statements), Span(*s.span)) for s in d.sides),
            )
            for d in body.disagreements
        ),
        relations=tuple(Relation(r.kind, r.id, r.other, r.reason) for r in body.relations),
        ids={kind: frozenset(ids) for kind, ids in body.ids.items()},
    )


def reading_of(rules: RuleSet, language: str) -> RuleSet:
    """What one language states by itself, as a rule set of its own.

    Args:
        rules: the rules of all languages.
        language: its tag.
    """
    own = tuple(statement for statement in rules.statements if statement.language == language)
    reading = Reading((language,), frozenset(statement.rule for statement in own))
    return RuleSet((language,), own, (reading,), (), rules.relations, rules.ids)
