"""An invented language, made as data: English with every word written backwards.

Its tag is one that BCP 47 keeps for private use, so that no library knows the language.
"""

import re
import shutil
import tomllib
from pathlib import Path

from babel.messages.pofile import read_po, write_po

TAG = "qaa"

_WORD = re.compile(r"[^\W\d_]+")
_NOTATION = re.compile(r"(\{[^{}]*\}|\[[a-z_]+:|\\.)")
"""The parts of a pattern that are no words."""
_MARKUP = re.compile(
    r"(\]\([^)]*\)|^\[\d+\]: .*|\[!include\[[^\]]*\]\([^)]*\)\]|\[!\w+\]|<!--.*?-->|`[^`]*`)", re.MULTILINE
)
"""The parts of a page that are no words."""


def mirrored(text: str, apart: re.Pattern[str] | None = None) -> str:
    """A text with every word backwards, but for what is set apart."""
    parts = apart.split(text) if apart else [text]
    return "".join(part if i % 2 else _WORD.sub(lambda word: word[0][::-1], part) for i, part in enumerate(parts))


def _toml(value: object) -> str:
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    assert isinstance(value, dict)
    return "{ " + ", ".join(f"{key} = {_toml(inner)}" for key, inner in value.items()) + " }"


def _mirror(value: object, apart: re.Pattern[str] | None = None) -> object:
    if isinstance(value, str):
        return mirrored(value, apart)
    if isinstance(value, list):
        return [_mirror(inner, apart) for inner in value]
    assert isinstance(value, dict)
    return {key: _mirror(inner, apart) for key, inner in value.items()}


def add_language(locales: Path) -> None:
    """Write the invented language's folder beside the others."""
    source, target = locales / "en", locales / TAG
    settings = tomllib.loads((source / "locale.toml").read_text(encoding="utf-8"))
    terms = tomllib.loads((source / "terms.toml").read_text(encoding="utf-8"))
    grammar = tomllib.loads((source / "grammar.toml").read_text(encoding="utf-8"))
    (target / "LC_MESSAGES").mkdir(parents=True)
    lines = [f'tag = "{TAG}"', f'name = "{mirrored("English")}"', 'direction = "rtl"']
    for table, change in (("words", _mirror), ("forms", lambda value: value)):
        lines += [f"[{table}]", *(f"{key} = {_toml(change(value))}" for key, value in settings[table].items())]
    (target / "locale.toml").write_text("\n".join(lines), encoding="utf-8")
    lines = []
    for kind, ids in terms.items():
        lines += [f"[{kind}]", *(f"{id} = {_toml(_mirror(term))}" for id, term in ids.items())]
    (target / "terms.toml").write_text("\n".join(lines), encoding="utf-8")
    lines = []
    for form, meanings in grammar.items():
        for name, fields in meanings.items():
            lines += [
                f"[{form}.{name}]",
                *(f"{key} = {_toml(_mirror(text, _NOTATION))}" for key, text in fields.items()),
            ]
    (target / "grammar.toml").write_text("\n".join(lines), encoding="utf-8")
    with (source / "LC_MESSAGES" / "charter.po").open("rb") as file:
        catalogue = read_po(file)
    for message in catalogue:
        if isinstance(message.id, str) and message.id:
            message.string = mirrored(message.id, re.compile(r"(\{[^{}]*\}|`[^`]*`)"))
    with (target / "LC_MESSAGES" / "charter.po").open("wb") as file:
        write_po(file, catalogue)


def add_pages(docs: Path) -> None:
    """Write the invented language's pages: the English ones, backwards."""
    shutil.copytree(docs / "en", docs / TAG)
    for page in (docs / TAG).rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        found = re.match(r"---\n.*?\n---\n", text, re.DOTALL)
        front = found[0] if found else ""
        labelled = front.replace("language: en", f"language: {TAG}").replace("uid: help-en", f"uid: help-{TAG}")
        names = r"(?<=^title: ).*|(?<=^tier: ).*|(?<=^license: ).*"
        labelled = re.sub(names, lambda value: mirrored(value[0]), labelled, flags=re.MULTILINE)
        page.write_text(labelled + mirrored(text[len(front) :], _MARKUP), encoding="utf-8")
