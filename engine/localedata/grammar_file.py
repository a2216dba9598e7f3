"""`grammar.toml`: the sentence patterns of a language, as text with lines. `engine.grammar` compiles them."""

from pathlib import Path

from engine.localedata.locale import Entry, Sourced
from engine.localedata.toml import TomlFile


def load_entries(path: Path) -> tuple[Entry, ...]:
    """Read the patterns: `[form.meaning]` tables, each with `write` (one or a list) and `read` (a list).

    Raises:
        LocaleError: a table without `write`, an unknown field, or a pattern that is no text.
    """
    file = TomlFile(path)
    entries: list[Entry] = []
    for form in file.data:
        for name, fields in file.table(form).items():
            header = f"{form}.{name}"
            if not isinstance(fields, dict):
                raise file.fail(f"`{header}` must be a table", form)
            extra = sorted(set(fields) - {"write", "read"})
            if extra:
                raise file.fail(f"unknown field `{extra[0]}` of `{header}`", header, extra[0])
            write, read = fields.get("write"), fields.get("read", [])
            write = [write] if isinstance(write, str) else write
            if not write:
                raise file.fail(f"`{header}` has no `write` pattern", header)
            entries.append(
                Entry(
                    form,
                    name,
                    _sourced(file, header, "write", write),
                    _sourced(file, header, "read", read),
                    file.line(header),
                )
            )
    return tuple(entries)


def _sourced(file: TomlFile, header: str, field: str, patterns: object) -> tuple[Sourced, ...]:
    if not isinstance(patterns, list) or not all(isinstance(text, str) and text.strip() for text in patterns):
        raise file.fail(f"the patterns of `{header}` must be texts", header, field)
    return tuple(Sourced(text, file.line(header, value=text)) for text in patterns)
