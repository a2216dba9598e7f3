"""Drafts of terms as TOML, ready to be checked and pasted into `terms.toml`."""

import itertools
import json
from collections.abc import Iterable, Iterator

from engine.change.term_drafts import Draft
from engine.findings.codes import N_
from engine.localedata import Locale, Messages, Vocabulary
from engine.localedata.locale import Term

_SHOWN = 3
"""Places that a comment names."""


def drafts_as_toml(drafts: Iterable[Draft], locale: Locale, vocabulary: Vocabulary, messages: Messages) -> str:
    """The drafts by kind. Comments tell where each name was found; ids of which no page tells are comments only."""
    lines: list[str] = []
    for kind, group in itertools.groupby(drafts, key=lambda draft: draft.term.kind):
        lines += ["", f"[{kind}]"]
        for draft in group:
            lines += _draft(draft, locale, vocabulary, messages)
    return "\n".join(lines[1:]) + "\n" if lines else ""


def _draft(draft: Draft, locale: Locale, vocabulary: Vocabulary, messages: Messages) -> Iterator[str]:
    term = draft.term
    entry = vocabulary.get(term.kind, term.id)
    if not draft.name:
        note = entry.note if entry else ""
        yield "# " + messages.format(N_("{id}: no page tells its name; {note}"), id=term.id, note=note)
        return
    for evidence in draft.evidence[:_SHOWN]:
        yield f"# {evidence.span}: {_text(evidence.name)}; {evidence.language} {_text(evidence.other)}"
    if not term.is_missing:
        yield f"{term.id} = {_table(term, (*term.also, draft.name))}"
    elif len(term.forms) == 1:
        yield f"{term.id} = {_text(draft.name)}"
    else:
        yield "# " + messages.format(N_("check the forms: {forms}"), forms=", ".join(term.forms))
        yield f"{term.id} = {_table(_renamed(term, draft.name), ())}"


def _renamed(term: Term, name: str) -> Term:
    return Term(term.kind, term.id, dict.fromkeys(term.forms, name), (), term.line)


def _table(term: Term, also: tuple[str, ...]) -> str:
    fields = [f"{form} = {_text(name)}" for form, name in term.forms.items()]
    fields += [f"also = [{', '.join(map(_text, also))}]"] if also else []
    fields += [f"forbidden = [{', '.join(map(_text, term.forbidden))}]"] if term.forbidden else []
    return f"{{ {', '.join(fields)} }}"


def _text(text: str) -> str:
    """A TOML basic string, whose escapes are those of JSON."""
    return json.dumps(text, ensure_ascii=False)
