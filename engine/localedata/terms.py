"""`terms.toml`: the names of ids in a language, with the inflected forms that its patterns use."""

from pathlib import Path
from typing import Any

from engine.localedata.locale import MISSING, Term
from engine.localedata.toml import TomlFile
from engine.localedata.vocabulary import KINDS, Id, Vocabulary

_LISTS = ("also", "forbidden")
"""Keys of a term that list spellings: those that are only read, and those that nobody should write."""


def load_terms(
    path: Path, vocabulary: Vocabulary, form_sets: dict[str, tuple[str, ...]], *, complete: bool = True
) -> tuple[Term, ...]:
    """Read and validate the terms of a language.

    Args:
        path: the file.
        vocabulary: the ids that must have a term.
        form_sets: the forms that the terms of each kind must have.
        complete: False to give ids without a term a name that stands on no page (see `Term.is_missing`).

    Raises:
        LocaleError: an id without a term, a term without an id, a missing or undeclared form, or one
            name for two ids of a kind.
    """
    file = TomlFile(path)
    unknown = sorted(set(file.data) - set(KINDS))
    if unknown:
        raise file.fail(f"unknown kind `{unknown[0]}`", unknown[0])
    terms: list[Term] = []
    for kind in KINDS:
        table = file.table(kind)
        for id in table:
            if vocabulary.get(kind, id) is None:
                raise file.fail(
                    f"`{id}` is no {kind} of the vocabulary",
                    kind,
                    id,
                    help="correct the id, or add it to `locales/vocabulary.toml`",
                )
        for entry in vocabulary.of(kind):
            if entry.id not in table and not complete:
                forms = form_sets.get(entry.form_set, ("name",))
                terms.append(Term(kind, entry.id, dict.fromkeys(forms, MISSING + entry.id), (), 1))
                continue
            if entry.id not in table:
                raise file.fail(f"no term for the {kind} `{entry.id}`", kind, help=f"add it; {entry.note}")
            terms.append(_term(file, entry, table[entry.id], form_sets.get(entry.form_set, ("name",))))
    _refuse_shared_names(file, terms)
    return tuple(terms)


def _term(file: TomlFile, entry: Id, value: object, forms: tuple[str, ...]) -> Term:
    line = file.line(entry.kind, entry.id)
    if isinstance(value, str):
        value = dict.fromkeys(forms, value)
    if not isinstance(value, dict):
        raise file.fail(f"the term of `{entry.id}` must be a name or a table of forms", entry.kind, entry.id)
    also, forbidden = (_names(file, entry, value, key) for key in _LISTS)
    given = {key: text for key, text in value.items() if key not in _LISTS}
    for form in forms:
        if not isinstance(given.get(form), str) or not given[form].strip():
            raise file.fail(f"`{entry.id}` has no form `{form}`", entry.kind, entry.id, help=f"add `{form} = ...`")
    extra = sorted(set(given) - set(forms))
    if extra:
        raise file.fail(
            f"undeclared form `{extra[0]}` of `{entry.id}`",
            entry.kind,
            entry.id,
            help=f"declare it for `{entry.form_set}` under [forms] in `locale.toml`, or move it to `also`",
        )
    used = {form: given[form] for form in forms}
    both = sorted({*used.values(), *also} & set(forbidden))
    if both:
        raise file.fail(
            f"`{both[0]}` of `{entry.id}` is both admitted and forbidden",
            entry.kind,
            entry.id,
            help="keep it in a single place",
        )
    return Term(entry.kind, entry.id, used, also, line, forbidden)


def _names(file: TomlFile, entry: Id, value: dict[str, Any], key: str) -> tuple[str, ...]:
    names = value.get(key, [])
    if not isinstance(names, list) or not all(isinstance(name, str) and name.strip() for name in names):
        raise file.fail(f"`{key}` of `{entry.id}` must be a list of names", entry.kind, entry.id)
    return tuple(names)


def _refuse_shared_names(file: TomlFile, terms: list[Term]) -> None:
    seen: dict[tuple[str, str], str] = {}
    for term in terms:
        for surface in term.surfaces:
            key = (term.kind, " ".join(surface.casefold().replace("-", " ").split()))
            other = seen.setdefault(key, term.id)
            if other != term.id:
                raise file.fail(
                    f"`{surface}` names both `{other}` and `{term.id}`",
                    term.kind,
                    term.id,
                    help="two ids of one kind cannot share a name: reword one of them",
                )
