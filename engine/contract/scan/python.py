"""Ids in Python, by its syntax tree."""

import ast
import warnings
from collections.abc import Iterator

from engine.contract.scan.uses import ASKING, WORD, Known, Use
from engine.model.spans import Span

_FIELDS = {"capability", "holdings", "channel", "edition", "market", "usage", "id"}
"""Named arguments of the engine's functions that hold ids."""


def uses_in_python(path: str, text: str, known: Known) -> Iterator[Use] | None:
    """The ids in a module; None where it is no Python that can be read."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    return _uses(path, tree, text.split("\n"), known)


def _uses(path: str, tree: ast.Module, lines: list[str], known: Known) -> Iterator[Use]:
    engine, types = _imports(tree, known)
    docs = _docstrings(tree)
    certain: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _asks(node, engine, known):
            certain.update(_texts(node))
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            found = _member(node, types, known)
            if found is not None:
                yield Use(_span(path, node, lines), found, True)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in docs:
            if node in certain and WORD.fullmatch(node.value):
                yield Use(_span(path, node, lines), node.value, True)
            elif known.is_telling(node.value):
                yield Use(_span(path, node, lines), node.value, False)


def _imports(tree: ast.Module, known: Known) -> tuple[dict[str, str], dict[str, str]]:
    """Names for what the engine offers, and for generated types: name here -> name there."""
    engine: dict[str, str] = {}
    types: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            engine.update({alias.asname or alias.name: "" for alias in node.names if alias.name == "engine"})
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                here = alias.asname or alias.name
                if node.module == "engine" and not node.level and alias.name in ASKING:
                    engine[here] = alias.name
                elif node.module != "engine" and alias.name in known.members:
                    types[here] = alias.name
    return engine, types


def _asks(call: ast.Call, engine: dict[str, str], known: Known) -> bool:
    match call.func:
        case ast.Name(id=name):
            return bool(engine.get(name)) or name in known.calls
        case ast.Attribute(value=ast.Name(id=module), attr=name):
            return (engine.get(module) == "" and name in ASKING) or name in known.calls
        case ast.Attribute(attr=name):
            return name in known.calls
    return False


def _texts(call: ast.Call) -> Iterator[ast.AST]:
    """The texts among the arguments: alone, or in a literal collection."""
    arguments = [*call.args, *(k.value for k in call.keywords if k.arg in _FIELDS)]
    while arguments:
        node = arguments.pop()
        match node:
            case ast.Constant(value=str()):
                yield node
            case ast.Set(elts=inner) | ast.List(elts=inner) | ast.Tuple(elts=inner):
                arguments += inner
            case ast.Dict(keys=keys):
                arguments += [key for key in keys if key is not None]
            case ast.Call(func=ast.Name(id="frozenset" | "set" | "tuple" | "list"), args=inner):
                arguments += inner


def _member(node: ast.Attribute, types: dict[str, str], known: Known) -> str | None:
    """The id of `Capability.ACTIVE_PROJECTS`; the name itself, as an id, where the type has no such member."""
    match node.value:
        case ast.Name(id=name) if name in types:
            members = known.members[types[name]]
            if node.attr in members:
                return members[node.attr]
            return node.attr.lower().replace("_", "-") if node.attr.isupper() else None
    return None


def _docstrings(tree: ast.Module) -> set[ast.AST]:
    """Texts that stand by themselves: they explain and use nothing."""
    return {
        node.value for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def _span(path: str, node: ast.expr, lines: list[str]) -> Span:
    """Python counts columns in bytes of UTF-8; spans count characters."""
    first, last = lines[node.lineno - 1], lines[(node.end_lineno or node.lineno) - 1]
    column = len(first.encode()[: node.col_offset].decode("utf-8", "replace"))
    end = len(last.encode()[: node.end_col_offset or 0].decode("utf-8", "replace"))
    return Span(path, node.lineno, column + 1, node.end_lineno or node.lineno, end + 1)
