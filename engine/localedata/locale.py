"""One language, as its folder describes it."""

import msgspec

from engine.localedata.messages import Messages


class Sourced(msgspec.Struct, frozen=True):
    """A string of a locale file with its line."""

    text: str
    line: int


MISSING = "\ue000"
"""Begins the name of a term that nobody has written yet; the character is for private use and stands on no page."""


class Term(msgspec.Struct, frozen=True):
    """The name of an id in a language."""

    kind: str
    id: str
    forms: dict[str, str]
    """Form -> how the name is written in it."""
    also: tuple[str, ...]
    """Further spellings that pages use; read, never written."""
    line: int
    forbidden: tuple[str, ...] = ()
    """Spellings that people decided against: read, so that a rule is still compared, and told of."""

    @property
    def is_missing(self) -> bool:
        """Whether the language has no name for the id yet."""
        return next(iter(self.forms.values())).startswith(MISSING)

    @property
    def surfaces(self) -> tuple[str, ...]:
        """Everything that names the id, rightly or not."""
        return tuple(dict.fromkeys((*self.forms.values(), *self.also, *self.forbidden)))


class Entry(msgspec.Struct, frozen=True):
    """The patterns of one meaning in one form."""

    form: str
    """How the rule appears: `cell`, `sentence`, `introduction`, `need`, `heading`."""
    name: str
    """The meaning: `grants`, `requires-use` ..."""
    write: tuple[Sourced, ...]
    """Tried in order: the first whose slots the terms can fill is written."""
    read: tuple[Sourced, ...]
    """Read beside the written ones."""
    line: int

    @property
    def id(self) -> str:
        """Form and meaning: the table of `grammar.toml`."""
        return f"{self.form}.{self.name}"


class Locale(msgspec.Struct, frozen=True):
    """A language: everything needed to read and write its help pages."""

    folder: str
    """The folder's name under `locales/`."""
    tag: str
    """BCP 47 tag, as in HTML: `nb` for the folder `no`."""
    name: str
    """The language's name for itself."""
    direction: str
    """`ltr` or `rtl`."""
    path: str
    """The folder, for messages."""
    word_lists: dict[str, tuple[str, ...]]
    form_sets: dict[str, tuple[str, ...]]
    """Kind (or kind-sort) -> the forms its terms have; the first is used where a slot names none."""
    terms: tuple[Term, ...]
    entries: tuple[Entry, ...]
    messages: Messages

    def words(self, name: str) -> tuple[str, ...]:
        """A word list of `locale.toml`; empty where the language has none."""
        return self.word_lists.get(name, ())

    def term(self, kind: str, id: str) -> Term | None:
        """The term of an id; None when there is no such id."""
        return next((term for term in self.terms if term.kind == kind and term.id == id), None)

    @property
    def forbidden(self) -> dict[str, Term]:
        """Every forbidden spelling with the term that it should be."""
        return {variant: term for term in self.terms for variant in term.forbidden}

    def name_of(self, kind: str, id: str) -> str:
        """The plain name of an id, for people; the id itself where it has none."""
        term = self.term(kind, id)
        return next(iter(term.forms.values())) if term else id
