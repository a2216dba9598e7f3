"""Names by which a language departs from what it usually calls a thing."""

from typing import NamedTuple

from engine.checks.labels import Name, is_form_of, places_of, usages
from engine.checks.once import once
from engine.findings import Related
from engine.rules import Docs

_WITNESSES = 2
"""Other languages that must agree on what a thing is: with one, its word may be what stands for two things."""
SHOWN = 3
"""Further places that a finding quotes."""


class Variant(NamedTuple):
    """One name in place of the usual one, with all of its places."""

    language: str
    usual: str
    names: tuple[Name, ...]
    """By place."""

    @property
    def kind(self) -> str:
        """What kind of name it is."""
        return self.names[0].kind

    @property
    def text(self) -> str:
        """The name."""
        return self.names[0].text

    def related(self, docs: Docs) -> tuple[Related, ...]:
        """Some of the places behind the first."""
        return tuple(Related(name.span, docs.tree.quote(name.span)) for name in self.names[1 : SHOWN + 1])


@once
def variants_of(docs: Docs) -> tuple[Variant, ...]:
    """Every variant, by language, usual name and variant. Inflected forms of the usual name are none."""
    called = usages(docs)
    established = {key: usage.usual_names() for key, usage in called.items()}
    found: dict[tuple[str, str, str, str], list[Name]] = {}
    for place in places_of(docs):
        for language, name in place.items():
            others = [(tag, other) for tag, other in place.items() if tag != language]
            usual = {called[tag, language].usual(other.text) for tag, other in others}
            if len(others) < _WITNESSES or len(usual) != 1:
                continue
            expected = usual.pop()
            # A name that is the usual one of something else means that: the texts say different things here.
            means_another = all(name.text in established[tag, language] for tag, _ in others)
            if expected is None or expected == name.text or means_another:
                continue
            if not is_form_of(expected, name.text):
                found.setdefault((language, expected, name.kind, name.text), []).append(name)
    return tuple(
        Variant(language, usual, tuple(sorted(names, key=lambda name: name.span)))
        for (language, usual, _, _), names in sorted(found.items())
    )
