"""The words of help pages, as `locales/` holds them, and where source texts use them."""

import ast
import functools
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import jinja2
from jinja2 import nodes

from engine.grammar.pattern import Choice, Literal, Node, Optional, Sequence, parse_pattern
from engine.grammar.tokens import keys
from engine.localedata import load_locales

from .sources import PACKAGES, ROOT, docstrings_in

GETTEXT = frozenset({"_", "N_", "gettext", "ngettext", "pgettext", "npgettext"})
"""Functions whose arguments are interface words, kept in the catalogues."""
CATALOGUE = frozenset({"get", "format"})
"""The same, as methods of `messages`."""
ENGLISH = frozenset(
    {"bare", "fest", "full", "mere", "over", "part", "port", "side", "sites", "sort", "till", "under", "version"}
)
"""Words of other languages that are English words too."""
SHORTEST = 4
"""Letters of the shortest single word that is looked for: shorter ones are words of every language."""

_ESCAPE = re.compile(r"\\[A-Za-z]")
"""In a regular expression: `\\b` before a word is no letter of it."""
_ID = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)+")
"""An id of the vocabulary, or a name of the same form."""

Found = tuple[int, str]
"""Line and word."""


def _literals(node: Node) -> Iterator[str]:
    match node:
        case Literal(text=text):
            yield text
        case Choice(options=options):
            for option in options:
                yield from _literals(option)
        case Optional(body=body):
            yield from _literals(body)
        case Sequence(parts=parts):
            for part in parts:
                yield from _literals(part)


@functools.cache
def surface_forms() -> dict[str, frozenset[str]]:
    """Language -> every name and every stretch of fixed words in a sentence pattern, with its list words."""
    found = {}
    for tag, locale in load_locales(ROOT / "locales").languages.items():
        patterns = [source.text for entry in locale.entries for source in (*entry.write, *entry.read)]
        texts = {text.strip() for pattern in patterns for text in _literals(parse_pattern(pattern))}
        texts |= {surface for term in locale.terms for surface in term.surfaces}
        texts |= {word for words in locale.word_lists.values() for word in words}
        found[tag] = frozenset(texts)
    return found


@functools.cache
def phrases() -> frozenset[tuple[str, ...]]:
    """Forms of several words, in any language, as they are compared: without case and punctuation."""
    words = (tuple(key for key in keys(text) if key.isalnum()) for texts in surface_forms().values() for text in texts)
    return frozenset(phrase for phrase in words if len(phrase) > 1)


@functools.cache
def single_words() -> frozenset[str]:
    """The words of which the forms of the other languages consist, as they are compared; product names are English."""
    english = {word for text in surface_forms()["en"] for word in keys(text)}
    others = {word for tag, texts in surface_forms().items() if tag != "en" for text in texts for word in keys(text)}
    return frozenset(word for word in others - english - ENGLISH if word.isalpha() and len(word) >= SHORTEST)


def words_in(text: str) -> set[str]:
    """The words of help pages that a text holds."""
    tokens = [key for key in keys(_ESCAPE.sub(" ", text)) if key.isalnum()]
    found = set(tokens) & single_words()
    if _ID.fullmatch(text):
        return found
    longest = max(map(len, phrases()))
    for start in range(len(tokens)):
        for end in range(start + 2, min(start + longest, len(tokens)) + 1):
            if tuple(tokens[start:end]) in phrases():
                found.add(" ".join(tokens[start:end]))
    return found


def _is_gettext(call: ast.Call) -> bool:
    match call.func:
        case ast.Name(id=name):
            return name in GETTEXT
        case ast.Attribute(value=ast.Name(id="messages") | ast.Attribute(attr="messages"), attr=name):
            return name in CATALOGUE
        case ast.Attribute(attr=name):
            return name in GETTEXT
    return False


def in_python(source: str) -> list[Found]:
    """The words of help pages in the string literals of a module, apart from docstrings and interface words."""
    tree = ast.parse(source)
    exempt = docstrings_in(tree)
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and _is_gettext(call):
            exempt |= {part for argument in call.args for part in ast.walk(argument)}
    literals = (
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in exempt
    )
    return _found(literals)


def in_template(source: str) -> list[Found]:
    """The words of help pages in a template's own text and strings, apart from interface words."""
    tree = jinja2.Environment(extensions=["jinja2.ext.i18n"], autoescape=True).parse(source)
    calls = [call for call in tree.find_all(nodes.Call) if isinstance(call.node, nodes.Name)]
    gettext = [call for call in calls if isinstance(call.node, nodes.Name) and call.node.name in GETTEXT]
    exempt = {id(const) for call in gettext for const in call.find_all(nodes.Const)}
    exempt |= {id(data) for call in gettext for data in call.find_all(nodes.TemplateData)}
    texts = [(data.lineno, data.data) for data in tree.find_all(nodes.TemplateData) if id(data) not in exempt]
    texts += [
        (const.lineno, const.value)
        for const in tree.find_all(nodes.Const)
        if isinstance(const.value, str) and id(const) not in exempt
    ]
    return _found(texts)


def _found(texts: Iterable[Found]) -> list[Found]:
    lines = ((line + below, text) for line, whole in texts for below, text in enumerate(whole.split("\n")))
    return sorted({(line, word) for line, text in lines for word in words_in(text)})


def templates() -> list[Path]:
    """Every template of the packages."""
    found = (path for package in PACKAGES for path in (ROOT / package).rglob("*"))
    return sorted(path for path in found if path.suffix in {".html", ".xml", ".jinja"})
