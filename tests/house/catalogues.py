"""The interface sentences of the source tree, extracted as `make messages` does, and the catalogues beside them."""

import functools
import re
from collections import Counter

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from .sources import PACKAGES, ROOT

LOCALES = ROOT / "locales"
FOLDERS = tuple(sorted(file.parent.name for file in LOCALES.glob("[!_.]*/terms.toml")))
"""The language folders, without `_template`."""

Message = str | tuple[str, ...]
"""A sentence, or its singular and plural."""

_PLACEHOLDER = re.compile(r"\{[^{}]*\}|%\([a-z_]+\)[a-z]|<[^<>]*>")


@functools.cache
def extracted() -> dict[Message, str]:
    """Every interface sentence of code and templates, with the place where it stands."""
    with (LOCALES / "babel.cfg").open(encoding="utf-8") as mapping:
        methods, options = parse_mapping_cfg(mapping)
    found: dict[Message, str] = {}
    for package in PACKAGES:
        rows = extract_from_dir(ROOT / package, methods, options, keywords={**DEFAULT_KEYWORDS, "N_": None})
        for file, line, message, _comments, _context in rows:
            found.setdefault(message, f"{package}/{file}:{line}")
    return found


@functools.cache
def catalogue(folder: str) -> Catalog:
    """The catalogue of a language folder, as it stands on disk."""
    with (LOCALES / folder / "LC_MESSAGES" / "charter.po").open("rb") as file:
        return read_po(file, abort_invalid=True)


def placeholders(text: str) -> Counter[str]:
    """What a sentence leaves to be filled in, and its tags; how often each."""
    return Counter(_PLACEHOLDER.findall(text))
