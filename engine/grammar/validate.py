"""Checking a compiled grammar on itself: every pattern must read its own sentence, as one rule.

For each pattern two sentences are made, the shortest and the longest that it allows, with names of the
language. A pattern that cannot read them back, or that shares one with a pattern of another meaning, is
an error of the locale data and not of any page.
"""

from collections.abc import Iterator
from pathlib import Path

from engine.findings import LocaleError
from engine.grammar import pattern as p
from engine.grammar.compile import Compiled, CompiledEntry, Grammar
from engine.grammar.meanings import FREE_SLOTS, SLOT_KINDS
from engine.grammar.parse import matches, parse
from engine.model.rules import AnyRule

SUBJECT = "licence-of-the-row"
NEUTRAL = "…"
"""Stands for a free remainder: no word of any language."""


def validate(grammar: Grammar) -> None:
    """Check every pattern of a language on sentences made of it.

    Raises:
        LocaleError: a pattern that does not read its own sentence, or an ambiguous one, with file and line.
    """
    for entries in grammar.entries.values():
        for entry in entries:
            if entry.meaning.form == "need":
                continue
            for pattern in entry.read:
                for longest in (False, True):
                    _validate(grammar, entry, pattern, longest)


def _validate(grammar: Grammar, entry: CompiledEntry, pattern: Compiled, longest: bool) -> None:
    sentence = " ".join("".join(_sample(grammar, pattern.tree, longest)).split())
    readings = list(_read(grammar, entry, sentence))
    if readings and len({frozenset(rules) for rules, _ in readings}) == 1:
        return
    path = Path(grammar.locale.path) / "grammar.toml"
    if not readings:
        raise LocaleError(
            f"the pattern `{pattern.source.text}` does not read its own sentence `{sentence}`",
            path=path,
            line=pattern.source.line,
            help="put a word between two slots, or between a slot and an optional part",
        )
    others = sorted({line for _, line in readings} - {pattern.source.line}) or [pattern.source.line]
    raise LocaleError(
        f"ambiguous pattern: `{sentence}` is also read by line {others[0]}, as another rule",
        path=path,
        line=pattern.source.line,
        help="reword either pattern",
    )


def _read(grammar: Grammar, entry: CompiledEntry, sentence: str) -> Iterator[tuple[tuple[object, ...], int]]:
    """What the sentence says by every pattern of the form, with the pattern's line."""
    form = entry.meaning.form
    if entry.meaning.build is None:
        for match in matches(grammar, sentence, form):
            yield tuple(sorted(match.values.items(), key=repr)), match.line
        return
    for reading in parse(grammar, sentence, form, SUBJECT):
        rules: tuple[AnyRule, ...] = reading.rules
        yield rules, int(reading.pattern.rpartition(":")[2])


def _sample(grammar: Grammar, node: p.Node, longest: bool) -> Iterator[str]:
    match node:
        case p.Literal(text=text):
            yield text
        case p.Sequence(parts=parts):
            for part in parts:
                yield from _sample(grammar, part, longest)
        case p.Choice(options=options):
            yield from _sample(grammar, options[-1 if longest else 0], longest)
        case p.Optional(body=body):
            if longest:
                yield from _sample(grammar, body, longest)
        case p.Slot():
            yield _filler(grammar, node)


def _filler(grammar: Grammar, slot: p.Slot) -> str:
    """A name for a slot: the first term of its kind that has the form."""
    if slot.name in FREE_SLOTS:
        return NEUTRAL
    if slot.name in ("number", "percent"):
        return {"number": "7", "percent": "7 %"}[slot.name]
    if slot.name == "needs":
        entry = next(e for e in grammar.entries["need"] if e.meaning.name == "right")
        return "".join(_sample(grammar, entry.write[0].tree, longest=False))
    names = [
        term.forms.get(slot.form) if slot.form else next(iter(term.forms.values()))
        for term in grammar.locale.terms
        if term.kind == SLOT_KINDS[slot.name] and (slot.form is None or slot.form in term.forms)
    ]
    return next((name for name in names if name), slot.name)
