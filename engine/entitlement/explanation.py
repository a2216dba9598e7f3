"""Why an answer is as it is, in a language, as data: the tree of reasons with a text and citations for each part."""

from collections.abc import Iterator

import msgspec

from engine.entitlement.citations import Citation, cite
from engine.entitlement.explain import OUTCOMES, citation_lines
from engine.entitlement.names import holdable_name, holdable_names, wish_name
from engine.entitlement.why import why_not
from engine.findings.codes import N_
from engine.grammar.lists import join_names
from engine.localedata import Locale, Locales
from engine.localedata.cldr import written_number
from engine.model.decisions import Decision, Outcome, Reason, Request
from engine.model.rules import capability_ids
from engine.model.rulesets import RuleSet

_READING = N_("as {languages} reads it")
_REQUIRED = N_("required: {licences}")
_GIVEN = N_("given by one of the following")
_GIVEN_BY = N_("given by {licence}")
_BUILDS_ON = N_("in addition to {capability}")
_HELD = N_("{licence} is held")
_NOT_HELD = N_("{licence} is not held")
_EXPIRED = N_("{licence} has run out")
_MISPLACED = N_("{licence} is held by somebody else than it counts for")
_ANY_NUMBER = N_("any number of {capability} fits")
_NONE_FITS = N_("no more of {capability} fits")
_ELSEWHERE = N_("pages speak of {capability} in other circumstances")
_NEAREST = N_("pages speak of {capability}, which may be meant")

SHOWN = 3
"""Sentences that are cited as nearest."""


class Explained(msgspec.Struct, frozen=True):
    """A part of an answer as a reader of one language is told it."""

    kind: str
    """As of `Reason`: `capability`, `reading`, `requirement`, `grant`, `beside`, `hold` or `bound`; or `nearest`."""
    about: str
    """The id."""
    text: str
    """The part in the reader's language, without its own parts."""
    met: bool
    need: str
    """`all` or `any` of the parts have to be met."""
    citations: tuple[Citation, ...] = ()
    """The sentences that ask for it."""
    parts: tuple["Explained", ...] = ()


def explained(rules: RuleSet, decision: Decision, language: str, locales: Locales) -> Explained:
    """The reasons of a decision in a language.

    Of what is unknown, the sentences that come nearest are cited: about the same in other circumstances, or about the
    capability that is spelt most alike.

    Args:
        rules: the rule set that was asked.
        decision: what it answered.
        language: tag of the reader's language.
        locales: the languages.

    Raises:
        UsageError: no locale for the language.
    """
    teller = _Teller(locales.get(language), locales, decision)
    told = teller.tell(_reason(rules, decision.request))
    if decision.outcome is not Outcome.UNKNOWN:
        return told
    return msgspec.structs.replace(told, parts=tuple(teller.nearest(rules)))


def _reason(rules: RuleSet, request: Request) -> Reason:
    return why_not(
        rules,
        request.capability,
        request.holdings,
        channel=request.channel,
        edition=request.edition,
        market=request.market,
        usage=dict(request.usage),
        at=request.at,
    )


class _Teller:
    def __init__(self, locale: Locale, locales: Locales, decision: Decision) -> None:
        self._locale, self._locales, self._decision = locale, locales, decision
        self._everybody = decision.outcome is Outcome.DISPUTED

    def tell(self, reason: Reason) -> Explained:
        return Explained(
            reason.kind,
            reason.about,
            self._text(reason),
            reason.met,
            reason.need,
            cite(reason.because, self._locale.tag, everybody=self._everybody),
            tuple(map(self.tell, reason.parts)),
        )

    def nearest(self, rules: RuleSet) -> Iterator[Explained]:
        """What pages say of the same in other circumstances, or of what may have been meant."""
        asked = self._decision.request.capability
        for id, message in ((asked, _ELSEWHERE), (self._decision.nearest, _NEAREST)):
            saying = [s for s in rules.statements if id in capability_ids(s.rule)]
            if id and saying:
                text = self._locale.messages.format(message, capability=wish_name(self._locale, id))
                shown = cite(saying, self._locale.tag)[:SHOWN]
                yield Explained("nearest", id, text, False, "all", shown)

    def _text(self, reason: Reason) -> str:
        say = self._locale.messages.format
        wish, licence = wish_name(self._locale, reason.about), holdable_name(self._locale, reason.about)
        match reason.kind:
            case "capability":
                return f"{wish}: {say(OUTCOMES[self._decision.outcome])}"
            case "reading":
                tags = [tag.strip() for tag in reason.about.split(",")]
                return say(_READING, languages=join_names(self._locale, [self._locales.get(t).name for t in tags]))
            case "requirement":
                ids = [part.about for part in reason.parts]
                return say(_REQUIRED, licences=holdable_names(self._locale, ids, "or"))
            case "grant":
                return say(_GIVEN) if reason.need == "any" else say(_GIVEN_BY, licence=licence)
            case "beside":
                return say(_BUILDS_ON, capability=wish)
            case "bound":
                return self._bound(reason, wish)
            case _:
                return say(_hold(reason), licence=licence)

    def _bound(self, reason: Reason, wish: str) -> str:
        if reason.room is None:
            return self._locale.messages.format(_ANY_NUMBER, capability=wish)
        if reason.room == 0:
            return self._locale.messages.format(_NONE_FITS, capability=wish)
        return self._locale.messages.ngettext(
            "{room} more of {capability} fits",
            "{room} more of {capability} fit",
            reason.room,
            room=written_number(self._locale.tag, reason.room),
            capability=wish,
        )


def _hold(reason: Reason) -> str:
    if reason.met:
        return _HELD
    return {"expired": _EXPIRED, "misplaced": _MISPLACED}.get(reason.note or "", _NOT_HELD)


def explained_lines(told: Explained, locale: Locale, locales: Locales, depth: int = 0) -> Iterator[str]:
    """The tree as indented text: met or not, what it is, and the sentences with page, line and anchor."""
    indent = "  " * depth
    yield f"{indent}{'✓' if told.met else '✗'} {told.text}"
    for citation in told.citations:
        yield from citation_lines(citation, locale, locales, f"{indent}    ")
    for part in told.parts:
        yield from explained_lines(part, locale, locales, depth + 1)
