"""One word for two things that other languages keep apart.

Why: a reader cannot tell which of the two a text speaks of.
Fix: find a second word, or say which is meant.
"""

from collections.abc import Iterator
from itertools import combinations

from engine.checks.labels import Name, Usage, is_form_of, places_of, usages
from engine.findings import Finding, Related
from engine.rules import Docs

_LANGUAGES = 2
"""Languages that must keep the two apart."""


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per language and word, with one place of each of the two things."""
    called = usages(docs)
    languages = sorted({language for language, _ in called})
    for language in languages:
        others = [tag for tag in languages if (tag, language) in called]
        words: dict[str, dict[str, list[str]]] = {}
        for tag in others:
            for name in called[tag, language].names:
                word = called[tag, language].usual(name)
                if word is not None:
                    words.setdefault(word, {}).setdefault(tag, []).append(name)
        for word, things in sorted(words.items()):
            kept_apart = _kept_apart(called, things)
            if kept_apart is not None:
                yield from _finding(docs, language, word, *kept_apart)


def _kept_apart(
    called: dict[tuple[str, str], Usage], things: dict[str, list[str]]
) -> tuple[dict[str, str], dict[str, str]] | None:
    """Two things that one word stands for, each as language -> its name there; None where they are forms of one."""
    for one, other in combinations(sorted(things), _LANGUAGES):
        for first, second in combinations(sorted(things[one]), 2):
            there = [called[one, other].usual(name) for name in (first, second)]
            if there[0] is None or there[1] is None or not {there[0], there[1]} <= set(things[other]):
                continue
            if not is_form_of(first, second) and not is_form_of(there[0], there[1]):
                return {one: first, other: there[0]}, {one: second, other: there[1]}
    return None


def _finding(docs: Docs, language: str, word: str, first: dict[str, str], second: dict[str, str]) -> Iterator[Finding]:
    places = [_place(docs, language, word, thing) for thing in (first, second)]
    if places[0] is not None and places[1] is not None:
        related = tuple(Related(name.span, docs.tree.quote(name.span)) for name in places if name is not None)
        yield Finding("T002", places[0].span, {"word": word, "one": _named(first), "two": _named(second)}, related)


def _place(docs: Docs, language: str, word: str, thing: dict[str, str]) -> Name | None:
    """A place where the word stands for the thing."""
    for place in places_of(docs):
        is_word = language in place and place[language].text == word
        if is_word and any(tag in place and place[tag].text == name for tag, name in thing.items()):
            return place[language]
    return None


def _named(thing: dict[str, str]) -> str:
    return ", ".join(f"{tag} `{name}`" for tag, name in thing.items())
