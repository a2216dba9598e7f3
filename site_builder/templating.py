"""The templates and the files that go with them: the built-in ones, and a site's own in their place."""

from pathlib import Path

from jinja2 import Environment

from engine.pages.includes import stays_inside
from engine.report import templating
from site_builder.routes import ASSETS

_HERE = Path(__file__).resolve().parent
OWN = "templates"
"""The folder in a docs folder whose templates take the place of built-in ones of the same name."""
THEME = "theme.css"
"""A style sheet of one's own among them: it follows the built-in one, whose variables it may set."""
STYLE = "style.css"
ASSET_FILES = ("finder.js", "icon.svg", "search.js", "site.js", STYLE)
"""Files of `assets/` that every site carries."""


def environment(docs: Path | None = None) -> Environment:
    """The templates. Interface words come from the catalogue of the `locale` that a template is given.

    Args:
        docs: the docs folder, whose own templates come first. They reach nothing but what they are given.
    """
    own = [docs / OWN] if docs is not None and own_files(docs) else []
    return templating.environment(
        [*own, _HERE / "templates"], lambda context: context["locale"].messages, sandboxed=bool(own)
    )


def asset(name: str, docs: Path | None = None) -> bytes:
    """A file of `assets/`, with a site's own theme behind the style sheet."""
    built_in = (_HERE / ASSETS / name).read_bytes()
    theme = own_files(docs).get(THEME) if docs is not None and name == STYLE else None
    return built_in if theme is None else built_in + b"\n" + theme


def own_files(docs: Path) -> dict[str, bytes]:
    """The templates and the theme of a docs folder's own, by name. Links that lead out of it are none."""
    folder = docs / OWN
    found: dict[str, bytes] = {}
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if path.suffix in (".html", ".css") and path.is_file() and stays_inside(docs, path):
            found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return found


def sources() -> list[bytes]:
    """Everything built in that a site is written with: modules, templates, assets."""
    kinds = ("*.py", "templates/*", f"{ASSETS}/*")
    files = sorted({path for kind in kinds for path in _HERE.rglob(kind) if path.is_file() and path.suffix != ".pyc"})
    return [part for path in files for part in (path.relative_to(_HERE).as_posix().encode(), path.read_bytes())]
