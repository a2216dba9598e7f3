"""Templates that escape what they are given and take interface words from the catalogues."""

from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from engine.localedata import Messages


def environment(folder: Path, messages_of: Callable[[Context], Messages]) -> Environment:
    """The templates of a folder.

    Args:
        folder: where they are.
        messages_of: the catalogue for what a template is given.
    """

    @pass_context
    def gettext(context: Context, message: str) -> str:
        return messages_of(context).get(message)

    @pass_context
    def ngettext(context: Context, singular: str, plural: str, number: int) -> str:
        return messages_of(context).ngettext(singular, plural, number)

    found = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]
    return found
