"""What a translator must not change, as placeholders: `{100}`, `{standard-crm}`, `{link1}`, `{code1}`, `{tag1}`.

Numbers and names are told by what they mean, so that they are the same in every language; markup is numbered by what
it leads to. What a placeholder stands for is kept as it is written, so that nothing of it is lost on the way back.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec
from babel import Locale, UnknownLocaleError
from babel.numbers import format_decimal, get_decimal_symbol, get_group_symbol

from engine.alignment.addresses import neutral_address
from engine.grammar import Grammar
from engine.grammar.tokens import tokenize

_OPAQUE = re.compile(
    r"(?P<literal>\\[!-/:-@\[-`{-~]|&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);)"
    r"|(?P<code>(?P<fence>`+)(?!`).+?(?<!`)(?P=fence)(?!`))"
    r"|(?P<tag><!--.*?-->|</?[A-Za-z][^\s<>/]*(?:\"[^\"]*\"|'[^']*'|[^<>\"'])*>|\{\#[^{}\s]+\})"
    r"|(?P<include>\[!include\s*\[[^\]]*\]\([^)]*\)\])"
    r"|(?P<link>(?<=\]\()\s*(?:<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)|(?<=\]\[)[^\[\]\n]+(?=\])"
    r"|(?:https?://|www\.)[^\s<>()\[\]]+)",
    re.IGNORECASE | re.DOTALL,
)
_EXPRESSION = re.compile(r"\{[^{}]*\}")
_AUTOLINK = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*:[^<>\s]*>")
_NUMBER = re.compile(r"(?<![\w.])(?:\d{1,3}(?:[\u00a0\u202f '’]\d{3})+(?:[.,]\d+)?|\d+(?:[.,:/-]\d+)*)(?!\w)")
_SPACES = "\u00a0\u202f '’"
_PLACEHOLDER = re.compile(r"\{\{|\}\}|\{([^{}]+)\}|[{}]")
_NAMED = ("licence", "plan")
"""Kinds of names that nobody translates anew."""
_MARKUP = "*_~`[]"


class Lock(msgspec.Struct, frozen=True):
    """A stretch of a text that stands for a placeholder."""

    kind: str
    """`number`, `name`, `code`, `tag`, `include` or `link`."""
    value: str
    """What it means, the same in every language."""
    written: str


Piece = str | Lock


class Writer(msgspec.Struct, frozen=True):
    """Who wrote a text: needed to tell what stands in it."""

    grammar: Grammar
    path: str
    """The file, relative to the docs folder."""
    folder: str
    languages: frozenset[str]
    """The folders and tags of all languages, in lower case."""
    mdx: bool


class Message(msgspec.Struct, frozen=True):
    """A text with placeholders."""

    text: str
    locks: dict[str, tuple[str, ...]]
    """Placeholder -> what it stands for, one after the other."""
    kinds: dict[str, str]
    """Placeholder -> the kind of what it stands for."""


class LostError(ValueError):
    """A message cannot be written back: its arguments are the placeholders that are lost, or not known."""


def pieces(text: str, writer: Writer) -> tuple[Piece, ...]:
    """The text, parted into what may and what must not be changed. Joined again it is the text."""
    found: list[Piece] = []
    position = 0
    for match in _OPAQUE.finditer(text):
        if not match.group():
            continue
        found += _plain(text[position : match.start()], text, writer)
        position = match.end()
        if match["literal"]:
            found.append(match["literal"])
            continue
        kind = next(name for name in ("code", "tag", "include", "link") if match.group(name))
        found.append(_opaque(kind, match.group(), writer))
    found += _plain(text[position:], text, writer)
    return tuple(found)


def _opaque(kind: str, written: str, writer: Writer) -> Lock:
    if kind == "tag" and _AUTOLINK.fullmatch(written):
        kind = "link"
    if kind != "link":
        return Lock(kind, written, written)
    target = written.strip().strip("<>")
    _, mark, fragment = target.partition("#")
    address = neutral_address(writer.path, writer.folder, target, writer.languages)
    return Lock(kind, f"{address}{mark}{fragment}", written)


def _plain(text: str, whole: str, writer: Writer) -> Iterator[Piece]:
    if writer.mdx and "{" in text:
        position = 0
        for match in _EXPRESSION.finditer(text):
            yield from _words(text[position : match.start()], whole, writer)
            yield Lock("tag", match.group(), match.group())
            position = match.end()
        text = text[position:]
    yield from _words(text, whole, writer)


def _words(text: str, whole: str, writer: Writer) -> Iterator[Piece]:
    marks = sorted((*_names(text, whole, writer), *_numbers(text, writer)), key=lambda mark: (mark[0], -mark[1]))
    position = 0
    for start, end, lock in marks:
        if start >= position:
            if start > position:
                yield text[position:start]
            yield lock
            position = end
    if position < len(text):
        yield text[position:]


def _names(text: str, whole: str, writer: Writer) -> Iterator[tuple[int, int, Lock]]:
    """Names as they are written in the terms. A single word is a name only where nothing stands beside it."""
    tokens = tokenize(text)
    lexicon = writer.grammar.lexicon
    alone = whole.strip(_MARKUP + " ")
    position = 0
    while position < len(tokens):
        best: tuple[int, str, str] | None = None
        for kind in _NAMED:
            for end, id in lexicon.names(kind, tokens, position, articles=False):
                if best is None or end > best[0]:
                    best = (end, kind, id)
        if best is None:
            position += 1
            continue
        end, kind, id = best
        start, behind = tokens[position].start, tokens[end - 1].end
        written = text[start:behind]
        term = writer.grammar.locale.term(kind, id)
        is_name = term is not None and written in term.surfaces and not set(written) & set(_MARKUP)
        if is_name and (end - position > 1 or written == alone):
            yield start, behind, Lock("name", id, written)
        position = end


def _numbers(text: str, writer: Writer) -> Iterator[tuple[int, int, Lock]]:
    for match in _NUMBER.finditer(text):
        yield (
            match.start(),
            match.end(),
            Lock("number", _value(match.group(), writer.grammar.locale.tag), match.group()),
        )


def _value(written: str, language: str) -> str:
    """The digits without what groups them, with a point before decimals; what is no plain number stays as it is."""
    group, decimal = _symbols(language)
    joined = re.sub(rf"(?<=\d)[{_SPACES}{re.escape(group)}](?=\d{{3}}(?!\d))", "", written)
    plain = joined.replace(decimal, ".")
    return plain if re.fullmatch(r"\d+(?:\.\d+)?", plain) else written


def _symbols(language: str) -> tuple[str, str]:
    locale = _locale(language)
    return (get_group_symbol(locale), get_decimal_symbol(locale)) if locale else (",", ".")


def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


def message(parts: Sequence[Piece], like: Message | None = None, meanings: Mapping[str, Lock] | None = None) -> Message:
    """A text with placeholders.

    Args:
        parts: what `pieces` gave.
        like: the message of the text that this one translates: what means the same gets the same placeholder.
        meanings: for `like`, its placeholders with what they mean.
    """
    names = {(lock.kind, lock.value): name for name, lock in (meanings or {}).items()}
    taken = set(meanings or {})
    text: list[str] = []
    locks: dict[str, list[str]] = {}
    kinds: dict[str, str] = {}
    for part in parts:
        if isinstance(part, str):
            text.append(part.replace("{", "{{").replace("}", "}}"))
            continue
        name = names.get((part.kind, part.value))
        if name is None:
            name = names[part.kind, part.value] = _name(part, taken)
            taken.add(name)
        text.append(f"{{{name}}}")
        locks.setdefault(name, []).append(part.written)
        kinds[name] = part.kind
    return Message("".join(text), {name: tuple(written) for name, written in locks.items()}, kinds)


def meanings(parts: Sequence[Piece]) -> dict[str, Lock]:
    """The placeholders of a text that is no translation, with what they mean."""
    found = message(parts)
    order = [name for match in _PLACEHOLDER.finditer(found.text) if (name := match[1])]
    locks = [part for part in parts if isinstance(part, Lock)]
    return dict(zip(order, locks, strict=True))


def _name(lock: Lock, taken: set[str]) -> str:
    if lock.kind in ("number", "name") and lock.value not in taken and not set(lock.value) & set("{}"):
        return lock.value
    number = 1
    while (name := f"{lock.kind}{number}") in taken:
        number += 1
    return name


def written_back(text: str, needed: Sequence[Message], restore: Callable[[str], str | None]) -> str:
    """The source text of a message that a translator wrote.

    Args:
        text: the message.
        needed: messages with placeholders; it must have all of one of them.
        restore: gives what a placeholder stands for that none of the last of `needed` has.

    Raises:
        LostError: placeholders are missing, or are not known, or a brace stands alone.
    """
    used = Counter(match[1] for match in _PLACEHOLDER.finditer(text) if match[1])
    lost = [sorted((_placeholders(message.text) - used).elements()) for message in needed]
    if lost and all(lost):
        raise LostError(*(f"{{{name}}}" for name in lost[0]))
    left = {name: list(written) for name, written in (needed[-1].locks if needed else {}).items()}
    parts: list[str] = []
    position = 0
    for match in _PLACEHOLDER.finditer(text):
        parts.append(text[position : match.start()])
        position = match.end()
        name = match[1]
        if name is None:
            if len(match.group()) == 1:
                raise LostError(match.group())
            parts.append(match.group()[0])
            continue
        stands_for = left[name].pop(0) if left.get(name) else restore(name)
        if stands_for is None:
            raise LostError(match.group())
        parts.append(stands_for)
    return "".join((*parts, text[position:]))


def _placeholders(text: str) -> Counter[str]:
    return Counter(match[1] for match in _PLACEHOLDER.finditer(text) if match[1])


def in_language(lock: Lock, grammar: Grammar) -> str:
    """What a placeholder of another language stands for in this one: names and numbers as one writes them here."""
    if lock.kind == "name":
        for kind in _NAMED:
            term = grammar.locale.term(kind, lock.value)
            if term is not None and not term.is_missing:
                return grammar.locale.name_of(kind, lock.value)
    if lock.kind == "number" and re.fullmatch(r"\d+(?:\.\d+)?", lock.value):
        locale = _locale(grammar.locale.tag)
        if locale is not None and ("." in lock.value or lock.written != lock.value):
            return str(format_decimal(lock.value, locale=locale, decimal_quantization=False))
    return lock.written
