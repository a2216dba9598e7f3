"""Templates that escape what they are given and take interface words from the catalogues."""

from collections.abc import Callable, Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from engine.localedata import Messages


def environment(
    folder: Path | Sequence[Path], messages_of: Callable[[Context], Messages], *, sandboxed: bool = False
) -> Environment:
    """The templates of a folder.

    Args:
        folder: where they are; of several folders, the first one that has a template.
        messages_of: the catalogue for what a template is given.
        sandboxed: whether templates may come from somebody else, and must not reach into the program.
    """

    @pass_context
    def gettext(context: Context, message: str) -> str:
        return messages_of(context).get(message)

    @pass_context
    def ngettext(context: Context, singular: str, plural: str, number: int) -> str:
        return messages_of(context).ngettext(singular, plural, number)

    @pass_context
    def word(context: Context, message: str) -> Markup:
        return Markup(messages_of(context).get(message))  # noqa: S704 (as newstyle gettext does)

    kind = SandboxedEnvironment if sandboxed else Environment
    found = kind(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    found.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]
    # The one that the extension brings goes through three functions and fills placeholders that none has.
    found.globals["_"] = word
    return found
