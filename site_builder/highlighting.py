"""Code blocks with their words marked, at build time: classes for the stylesheet, no script and no inline style."""

import functools
import html
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pygments.formatters.html import HtmlFormatter

_BLOCK = re.compile(r'<pre><code class="language-([^"]{1,40})">([^<]*)</code></pre>')
_MOST = 20_000
"""Characters of a block that is marked: for longer ones the time of some lexers grows faster than the text."""


def highlighted(clean: str) -> str:
    """Sanitised HTML with the code in its blocks marked, where the author names a language that Pygments knows.

    Args:
        clean: what `sanitise` gave: a block's code is escaped text without tags.
    """
    return _BLOCK.sub(_marked, clean) if "<code class=" in clean else clean


@functools.cache
def _formatter() -> "HtmlFormatter[str]":
    from pygments.formatters.html import HtmlFormatter

    return HtmlFormatter(nowrap=True, classprefix="hl-")


def _marked(found: re.Match[str]) -> str:
    # Loaded where it is needed: most runs do without.
    from pygments import highlight
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    name, escaped = found.groups()
    if len(escaped) > _MOST:
        return found.group()
    try:
        lexer = get_lexer_by_name(name, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return found.group()
    marked = highlight(html.unescape(escaped), lexer, _formatter())
    return f'<pre><code class="language-{name}">{marked}</code></pre>'
