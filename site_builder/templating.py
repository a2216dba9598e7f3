"""The templates and the files that go with them."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from site_builder.routes import ASSETS

_HERE = Path(__file__).resolve().parent
ASSET_FILES = ("icon.svg", "style.css")
"""Files of `assets/` that every site carries."""


def environment() -> Environment:
    """The templates. Interface words come from the catalogue of the `locale` that a template is given."""
    found = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.install_gettext_callables(_gettext, _ngettext, newstyle=True)  # type: ignore[attr-defined]
    return found


@pass_context
def _gettext(context: Context, message: str) -> str:
    return str(context["locale"].messages.get(message))


@pass_context
def _ngettext(context: Context, singular: str, plural: str, number: int) -> str:
    return str(context["locale"].messages.ngettext(singular, plural, number))


def asset(name: str) -> bytes:
    """A file of `assets/`."""
    return (_HERE / ASSETS / name).read_bytes()
