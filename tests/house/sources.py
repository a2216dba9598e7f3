"""The source tree as data: its modules, their syntax trees and imports."""

import ast
import functools
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("engine", "site_builder")


@functools.cache
def module_paths() -> dict[str, Path]:
    """Dotted name -> file, of every module of the packages."""
    found = {}
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@functools.cache
def tree_of(module: str) -> ast.Module:
    """The syntax tree of a module."""
    path = module_paths()[module]
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def imports_in(tree: ast.AST, modules: frozenset[str]) -> Iterator[str]:
    """What a tree imports of these modules, inside functions too. `from a import b` is `a.b` where that is a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in modules)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: a relative import"
            for alias in node.names:
                name = f"{node.module}.{alias.name}"
                if name in modules:
                    yield name
                elif node.module in modules:
                    yield str(node.module)


@functools.cache
def imports_of(module: str) -> frozenset[str]:
    """The modules of the house that a module imports. The lazy imports of the public door are left out."""
    tree: ast.AST = tree_of(module)
    if module == "engine":
        tree = ast.Module([node for node in tree_of(module).body if not isinstance(node, ast.FunctionDef)], [])
    return frozenset(imports_in(tree, frozenset(module_paths())))


def docstrings_in(tree: ast.AST) -> set[ast.AST]:
    """The docstrings of modules, classes, functions and fields: strings that stand as statements of their own."""
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    }
