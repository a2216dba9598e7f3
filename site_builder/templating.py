"""The templates and the files that go with them."""

from pathlib import Path

from jinja2 import Environment

from engine.report import templating
from site_builder.routes import ASSETS

_HERE = Path(__file__).resolve().parent
ASSET_FILES = ("finder.js", "icon.svg", "site.js", "style.css")
"""Files of `assets/` that every site carries."""


def environment() -> Environment:
    """The templates. Interface words come from the catalogue of the `locale` that a template is given."""
    return templating.environment(_HERE / "templates", lambda context: context["locale"].messages)


def asset(name: str) -> bytes:
    """A file of `assets/`."""
    return (_HERE / ASSETS / name).read_bytes()
