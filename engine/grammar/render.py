"""Abstract rules -> sentence."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from babel.numbers import format_decimal, format_percent

from engine.grammar.compile import CompiledEntry, Grammar
from engine.grammar.lists import join_names
from engine.grammar.meanings import SLOT_KINDS
from engine.grammar.needs import Needed
from engine.grammar.pattern import Choice, Literal, Node, Optional, Slot
from engine.grammar.pattern import Sequence as Tree
from engine.model.rules import AnyRule, Needs, Requires

Slots: TypeAlias = dict[str, object]


class UnsayableError(ValueError):
    """A rule that no `write` pattern of a language can say: a gap in its grammar."""


def render(grammar: Grammar, rules: Iterable[AnyRule], form: str) -> str:
    """The text that says these rules, in a language.

    Args:
        rules: for a `cell`, the rules of one row's licence; otherwise what the sentences should say.
        form: `cell` or `sentence`.

    Raises:
        UnsayableError: some rule has no pattern in this form.
    """
    remaining = sorted(set(rules), key=repr)
    sentences: list[str] = []
    for entry in grammar.entries.get(form, ()):
        fill = entry.meaning.fill
        for slots in fill(remaining) if fill else ():
            sentences.extend(_write(grammar, entry.meaning.id, part) for part in _by_sort(grammar, slots))
    if not sentences:
        raise UnsayableError(f"no `{form}` pattern of `{grammar.locale.tag}` says {remaining}")
    return " ".join(sentences)


def render_list(grammar: Grammar, rule: Requires) -> tuple[str, tuple[str, ...]]:
    """A requirement as an introduction and its list items.

    Raises:
        UnsayableError: the language has no pattern for it.
    """
    slots: Slots = {"capability": rule.capability}
    if rule.channel:
        slots["channel"] = rule.channel
    items = tuple(_upper_first(_group(grammar, group, dict(rule.scopes))) for group in rule.needs)
    return _write(grammar, "introduction.requires", slots), items


def render_heading(grammar: Grammar, scope: str, edition: str | None = None, lifecycle: str | None = None) -> str:
    """The heading of a section of licences."""
    slots: Slots = {"scope": scope}
    if edition:
        slots["edition"] = edition
    if lifecycle:
        slots["lifecycle"] = lifecycle
    return _write(grammar, "heading.section", slots)


def wordings(grammar: Grammar, entry: CompiledEntry, slots: Slots) -> Iterator[str]:
    """What a sentence can be written as by every pattern of its meaning, those that are only read included.

    Args:
        entry: the patterns of the meaning.
        slots: what the sentence says; patterns that cannot say all of it, or lack a form for it, are left out.
    """
    for pattern in entry.read:
        used: set[str] = set()
        text = _node(grammar, pattern.tree, slots, used)
        if text is not None and used >= slots.keys():
            yield _upper_first(" ".join(text.split()))


def _by_sort(grammar: Grammar, slots: Slots) -> list[Slots]:
    """One sentence cannot list things and actions together, so such a list is written as two."""
    capabilities = slots.get("capabilities")
    if not isinstance(capabilities, tuple):
        return [slots]
    sorts: dict[str, list[str]] = {}
    for id in capabilities:
        entry = grammar.vocabulary.get("capability", id)
        sorts.setdefault(entry.sort if entry else "", []).append(id)
    return [{**slots, "capabilities": tuple(ids)} for ids in sorts.values()]


def _write(grammar: Grammar, meaning: str, slots: Slots) -> str:
    form = meaning.split(".")[0]
    for entry in grammar.entries.get(form, ()):
        if entry.meaning.id != meaning:
            continue
        for pattern in entry.write:
            used: set[str] = set()
            text = _node(grammar, pattern.tree, slots, used)
            if text is not None and used >= slots.keys():
                return _upper_first(" ".join(text.split()))
    raise UnsayableError(f"no `write` pattern of `{meaning}` in `{grammar.locale.tag}` says {slots}")


def _node(grammar: Grammar, node: Node, slots: Slots, used: set[str]) -> str | None:
    """The text of a pattern's part; None when a slot that it needs is empty or its term lacks the form."""
    match node:
        case Literal(text=text):
            return text
        case Slot():
            return _slot(grammar, node, slots, used)
        case Choice(options=options):
            return _node(grammar, options[0], slots, used)
        case Optional(body=body, flag=flag):
            if flag:
                if not slots.get(flag):
                    return ""
                used.add(flag)
                return _node(grammar, body, slots, used)
            inner: set[str] = set()
            filled = _node(grammar, body, slots, inner)
            if filled is None or not inner:
                return ""
            used |= inner
            return filled
        case Tree(parts=parts):
            texts = [_node(grammar, part, slots, used) for part in parts]
            return None if None in texts else "".join(text for text in texts if text is not None)


def _slot(grammar: Grammar, slot: Slot, slots: Slots, used: set[str]) -> str | None:
    value = slots.get(slot.name)
    if not value and value != 0:
        return None
    used.add(slot.name)
    if slot.name == "number" and isinstance(value, int):
        return format_decimal(value, locale=_cldr(grammar))
    if slot.name == "percent" and isinstance(value, int):
        return format_percent(value / 100, locale=_cldr(grammar))
    if slot.name == "needs":
        assert isinstance(value, Needed)  # noqa: S101 - the table of meanings fills the slot with nothing else
        return _needs(grammar, value.needs, dict(value.scopes))
    kind = SLOT_KINDS[slot.name]
    ids = (value,) if isinstance(value, str) else tuple(value)  # type: ignore[arg-type]
    if len(ids) > 1 and not slot.join:
        return None
    names = [_name(grammar, kind, id, slot.form) for id in ids]
    if None in names:
        return None
    return join_names(grammar.locale, [name for name in names if name], slot.join or "and")


def _name(grammar: Grammar, kind: str, id: str, form: str | None) -> str | None:
    """The term in a form; a slot that names none wants the plain name, which an action does not have."""
    term = grammar.locale.term(kind, id)
    return term.forms.get(form or "name") if term else None


def _needs(grammar: Grammar, needs: Needs, scopes: dict[str, str]) -> str:
    """Groups joined by "and"; a group of alternatives among several groups by repeated "or", which binds closer."""
    if len(needs) == 1:
        return _group(grammar, needs[0], scopes)
    return f" {_conjunction(grammar)} ".join(_group(grammar, group, scopes, close=True) for group in needs)


def _group(grammar: Grammar, group: tuple[str, ...], scopes: dict[str, str], *, close: bool = False) -> str:
    phrases: dict[tuple[str, str], list[str]] = {}
    for id in group:
        kind = grammar.vocabulary.kind_of_holdable(id) or "licence"
        phrases.setdefault((kind, scopes.get(id, "")), []).append(id)
    texts: list[str] = []
    for (kind, scope), ids in phrases.items():
        plural = {"licence": "licences", "plan": "plans", "right": "rights", "class": "classes"}[kind]
        meaning = "need.licence-of-scope" if scope else f"need.{kind}"
        for part in ([id] for id in ids) if close else [ids]:
            texts.append(_phrase(grammar, meaning, _scoped({plural: tuple(part)}, scope)))
    if close:
        return f" {grammar.locale.words('or')[0]} ".join(texts)
    return join_names(grammar.locale, texts, "or")


def _scoped(slots: Slots, scope: str) -> Slots:
    return {**slots, "scope": scope} if scope else slots


def _phrase(grammar: Grammar, meaning: str, slots: Slots) -> str:
    for entry in grammar.entries["need"]:
        if entry.meaning.id == meaning:
            for pattern in entry.write:
                text = _node(grammar, pattern.tree, slots, set())
                if text is not None:
                    return text
    raise UnsayableError(f"no `write` pattern of `{meaning}` in `{grammar.locale.tag}` says {slots}")


def _conjunction(grammar: Grammar) -> str:
    return grammar.locale.words("and")[0]


def _cldr(grammar: Grammar) -> str:
    """The language's identifier for Babel."""
    return grammar.locale.tag.replace("-", "_")


def _upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]
