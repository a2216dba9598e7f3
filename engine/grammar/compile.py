"""A language's patterns, compiled and checked against the table of meanings."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from engine.findings import LocaleError
from engine.grammar.beginnings import beginnings, openings
from engine.grammar.demands import Demanding, Demands, Triggers, triggers
from engine.grammar.lexicon import Lexicon
from engine.grammar.lists import list_words
from engine.grammar.match import Matcher
from engine.grammar.meanings import BY_ID, FREE_SLOTS, MEANINGS, PART_SLOTS, SLOT_KINDS, Meaning
from engine.grammar.needs import NeedsReader
from engine.grammar.pattern import Choice, PatternError, Sequence, Slot, flags_of, parse_pattern, slots_of
from engine.grammar.phrases import WordLists
from engine.grammar.sentences import ENDS
from engine.grammar.sieve import Sieve
from engine.grammar.tokens import keys
from engine.localedata import Entry, Locale, Sourced, Vocabulary
from engine.localedata.vocabulary import HOLDABLE

LICENSED = (*HOLDABLE, "market")
"""Kinds of which sentences about licences name something."""


class Compiled(msgspec.Struct, frozen=True):
    """One pattern, ready."""

    tree: Sequence
    source: Sourced
    demands: Demands = Demands(())


class CompiledEntry(msgspec.Struct, frozen=True):
    """The patterns of one meaning."""

    meaning: Meaning
    write: tuple[Compiled, ...]
    read: tuple[Compiled, ...]
    """All that are read, the written ones included."""


class Grammar(msgspec.Struct, frozen=True):
    """A language, ready to parse and render."""

    locale: Locale
    vocabulary: Vocabulary
    lexicon: Lexicon
    matcher: Matcher
    entries: dict[str, tuple[CompiledEntry, ...]]
    """Form -> entries."""
    reading: dict[str, tuple[tuple[tuple[CompiledEntry, Compiled], ...], Triggers]]
    """Form -> all patterns that are read, in order, and what tells which of them may match."""
    words: WordLists
    holder_nouns: frozenset[str]
    """The words for licence and plan, as token keys."""
    cumulative: tuple[Demands, ...]
    """What the patterns demand by which plans are said to be cumulative."""
    of_licences: Sieve
    """Lets pass what may speak of a licence, plan or market, or say that plans are cumulative."""
    of_holders: Sieve
    """Lets pass what may hold a word for licence or plan."""
    of_subjects: Sieve
    """Lets pass what may name a licence, plan, market or solution, or say that plans are cumulative."""
    across_sentences: Sieve
    """Lets pass a text of which its sentences, each by itself, may not tell all that `of_licences` looks for."""


def compile_grammar(locale: Locale, vocabulary: Vocabulary) -> Grammar:
    """Compile a language.

    Raises:
        LocaleError: a malformed pattern, an unknown or lost slot, a form that the terms do not have, a
            meaning without patterns or with an unknown name; with file and line.
    """
    lexicon, lists = Lexicon(locale), WordLists(locale)
    words = list_words(lists)
    compiled = [_compile_entry(entry, locale) for entry in locale.entries]
    missing = [m.id for m in MEANINGS if m.id not in {entry.id for entry in locale.entries}]
    if missing:
        raise LocaleError(
            f"no patterns for `{missing[0]}`",
            path=_file(locale),
            help=f"add a table `[{missing[0]}]`; `_template/grammar.toml` tells what it says",
        )
    phrases = tuple(pattern.tree for entry in compiled if entry.meaning.form == "need" for pattern in entry.read)
    demanding = Demanding(lexicon, phrases, SLOT_KINDS)
    entries: dict[str, list[CompiledEntry]] = {}
    for entry in compiled:
        entries.setdefault(entry.meaning.form, []).append(_with_demands(entry, demanding))
    reading = {form: tuple((row, pattern) for row in rows for pattern in row.read) for form, rows in entries.items()}
    named = [*vocabulary.of("licence"), *vocabulary.of("class")]
    by_parts = {(id.solution, id.level): id.id for id in named if id.solution}
    first = openings([beginnings(phrase, lexicon, SLOT_KINDS) for phrase in phrases])
    reader = NeedsReader(
        lexicon, words, phrases, SLOT_KINDS, by_parts, first, tuple(demanding.of(phrase) for phrase in phrases)
    )
    nouns = frozenset(key for noun in locale.words("holder_nouns") for key in keys(noun))
    cumulative = tuple(pattern.demands for row, pattern in reading["sentence"] if row.meaning.name == "cumulative")
    said = [each for demands in cumulative for each in demands.together]
    return Grammar(
        locale,
        vocabulary,
        lexicon,
        Matcher(lexicon, words, reader, SLOT_KINDS),
        {form: tuple(rows) for form, rows in entries.items()},
        {form: (rows, triggers([pattern.demands for _, pattern in rows])) for form, rows in reading.items()},
        lists,
        nouns,
        cumulative,
        Sieve((*lexicon.paths(LICENSED), *said, *((noun,) for noun in nouns))),
        Sieve((noun,) for noun in nouns),
        Sieve((*lexicon.paths((*LICENSED, "solution")), *said)),
        Sieve((*(path for path in lexicon.paths(LICENSED) if not ENDS.isdisjoint(path)), *said)),
    )


def _compile_entry(entry: Entry, locale: Locale) -> CompiledEntry:
    meaning = BY_ID.get(entry.id)
    if meaning is None:
        raise LocaleError(
            f"unknown meaning `{entry.id}`",
            path=_file(locale),
            line=entry.line,
            help=f"use one of: {', '.join(BY_ID)}",
        )
    write = tuple(_compile(source, meaning, locale) for source in entry.write)
    read = tuple(_compile(source, meaning, locale) for source in entry.read)
    written = {name for pattern in write for name in _names(pattern.tree)}
    lost = sorted(meaning.optional - written)
    if lost:
        raise LocaleError(
            f"no `write` pattern of `{entry.id}` can say `{lost[0]}`", path=_file(locale), line=entry.line
        )
    for pattern in write:
        free = sorted(FREE_SLOTS & set(_names(pattern.tree)))
        if free:
            what = f"a `write` pattern cannot hold `{{{free[0]}}}`"
            raise LocaleError(what, path=_file(locale), line=pattern.source.line)
    return CompiledEntry(meaning, write, (*write, *read))


def _compile(source: Sourced, meaning: Meaning, locale: Locale) -> Compiled:
    def fail(what: str, help: str | None = None) -> LocaleError:
        return LocaleError(f"{what} in the pattern `{source.text}`", path=_file(locale), line=source.line, help=help)

    try:
        tree = parse_pattern(source.text)
    except PatternError as error:
        raise fail(str(error)) from None
    allowed = (
        meaning.slots
        | meaning.optional
        | meaning.read_only
        | FREE_SLOTS
        | (PART_SLOTS if meaning.form == "need" else frozenset())
    )
    for name in _names(tree):
        if name not in allowed:
            raise fail(f"unknown slot `{name}`", f"use one of: {', '.join(sorted(allowed))}")
    for name in sorted(meaning.slots - _certain(tree)):
        raise fail(f"lost slot `{name}`", f"add `{{{name}}}`, outside of what is optional")
    for slot in slots_of(tree):
        kind = SLOT_KINDS.get(slot.name)
        if kind and slot.form and not any(slot.form in forms for forms in _form_sets(locale, kind)):
            raise fail(f"the terms of `{kind}` have no form `{slot.form}`", "declare it under [forms] in `locale.toml`")
    return Compiled(tree, source)


def _with_demands(entry: CompiledEntry, demanding: Demanding) -> CompiledEntry:
    read = (msgspec.structs.replace(pattern, demands=demanding.of(pattern.tree)) for pattern in entry.read)
    return CompiledEntry(entry.meaning, entry.write, tuple(read))


def _names(tree: Sequence) -> tuple[str, ...]:
    return (*(slot.name for slot in slots_of(tree)), *flags_of(tree))


def _certain(tree: Sequence) -> frozenset[str]:
    """The slots that every reading of a pattern fills."""
    found: set[str] = set()
    for part in tree.parts:
        match part:
            case Slot(name=name):
                found.add(name)
            case Choice(options=options):
                found |= frozenset.intersection(*(_certain(option) for option in options))
            case _:
                pass
    return frozenset(found)


def _form_sets(locale: Locale, kind: str) -> Iterable[tuple[str, ...]]:
    found = [forms for name, forms in locale.form_sets.items() if name == kind or name.startswith(f"{kind}-")]
    return found or [("name",)]


def _file(locale: Locale) -> Path:
    return Path(locale.path) / "grammar.toml"
