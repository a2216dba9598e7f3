"""The licence finder: what a rule set answers about every capability, compiled to sets that a script can check."""

from typing import NamedTuple

import msgspec
from markupsafe import Markup

from engine.findings.codes import N_
from engine.model.rules import AnyRule
from site_builder.rule_pages.answers import Answers
from site_builder.rule_pages.licences import group_of
from site_builder.rule_pages.places import RulePlaces
from site_builder.rule_pages.words import Sentences, Words

ANY_CHANNEL = ""

HEADLINES = {
    "yes": N_("Yes, you may."),
    "no": N_("No, something is missing."),
    "disputed": N_("The languages of these pages differ on this."),
    "unknown": N_("No page says anything of this."),
}
"""How an answer begins. Use and dates are not asked for, so that no other outcome occurs."""


class Sufficient(msgspec.Struct, omit_defaults=True, rename={"ids": "needs"}):
    """One set that suffices, and the sentences it rests on."""

    ids: list[str]
    quotes: list[int]


class Wish(msgspec.Struct, omit_defaults=True):
    """One capability under one reading of the pages."""

    ways: list[Sufficient]
    ignored: list[str] = []
    """What does not count for it, though it amounts to something that does."""
    quotes: list[int] = []
    """The sentences that say why nothing gives it, where nothing does."""


class ReadingData(msgspec.Struct):
    """One reading of the pages."""

    languages: list[str]
    implied: dict[str, list[str]]
    """Something to hold -> what else holding it amounts to."""


class FinderData(msgspec.Struct):
    """Everything that the script needs."""

    readings: list[ReadingData]
    wishes: dict[str, dict[str, list[Wish | None]]]
    """Capability -> channel (empty for none) -> by reading; null where the reading does not speak of it."""
    names: dict[str, str]
    channels: dict[str, str]
    quotes: list[tuple[str, str, str, str]]
    """Sentence, address of its paragraph, file and line, and the language where it is another than the reader's."""


class Tickable(NamedTuple):
    """Something that a reader may say she has."""

    id: str
    name: str


def tickables(answers: Answers, places: RulePlaces, words: Words) -> list[tuple[str, list[Tickable]]]:
    """What can be ticked, by what it is; a group of licences is held through its members."""
    found: dict[str, list[Tickable]] = {}
    for id in sorted(places.holdables, key=lambda held: words.name(held).casefold()):
        if words.kind_of(id) != "class":
            found.setdefault(group_of(id, answers, words), []).append(Tickable(id, words.title(words.name(id))))
    return sorted(found.items(), key=lambda group: -len(group[1]))


class FinderCompiler:
    """Compiles the data of one language's finder."""

    def __init__(self, answers: Answers, places: RulePlaces, words: Words, sentences: Sentences, place: str) -> None:
        """
        Args:
            answers: the rule set.
            places: where pages are.
            words: names of the language.
            sentences: the statements behind rules.
            place: where the finder stands.
        """
        self._answers = answers
        self._places = places
        self._words = words
        self._sentences = sentences
        self._place = place
        self._quotes: dict[tuple[str, str, str, str], int] = {}

    def data(self) -> FinderData:
        """The data."""
        answers = self._answers
        asked = (*self._places.capabilities, *self._places.topics)
        channels = {channel for id in asked for channel in answers.channels(id)}
        wishes = {
            id: {
                channel: [self._wish(id, channel or None, number) for number in range(answers.readings)]
                for channel in (ANY_CHANNEL, *answers.channels(id))
            }
            for id in asked
        }
        return FinderData(
            readings=[self._reading(number) for number in range(answers.readings)],
            wishes=wishes,
            names={id: self._words.name(id) for id in self._places.holdables},
            channels={id: self._words.mark("channel", id) for id in sorted(channels)},
            quotes=list(self._quotes),
        )

    def _reading(self, number: int) -> ReadingData:
        implied = {id: sorted(self._answers.amounts_to(id, number) - {id}) for id in self._places.holdables}
        # Where all agree, nobody asks which languages those are.
        tags = self._answers.languages(number) if self._answers.readings > 1 else ()
        names = [self._words.language_name(tag) for tag in tags]
        return ReadingData(names, {id: others for id, others in implied.items() if others})

    def _wish(self, id: str, channel: str | None, number: int) -> Wish | None:
        answer = self._answers.about(id, channel, number)
        if answer is None:
            return None
        ways = [Sufficient(sorted(way.ids), self._numbers(way.rules)) for way in answer.ways]
        return Wish(ways, sorted(answer.ignored), [] if ways else self._numbers(answer.rules))

    def _numbers(self, rules: frozenset[AnyRule]) -> list[int]:
        quotes = self._sentences.quotes(self._answers.in_order(rules), self._words.locale.tag, self._place)
        keys = [(quote.text, quote.href, quote.source, quote.tag if quote.language else "") for quote in quotes]
        return [self._quotes.setdefault(key, len(self._quotes)) for key in keys]


def embedded(data: FinderData) -> Markup:
    """The data as JSON that may stand inside a `script` element: nothing in it ends the element."""
    return Markup(msgspec.json.encode(data).decode().replace("<", "\\u003c"))  # noqa: S704 (escaped for its place)
