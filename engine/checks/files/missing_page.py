"""A page that some languages have and others lack."""

from collections.abc import Iterator

from engine.findings import Finding
from engine.model.spans import start_of
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per page, at the first language that has it. Redirect stubs are no pages."""
    languages = sorted({page.language for page in docs.tree.pages})
    having: dict[str, dict[str, str]] = {}
    stubs: dict[str, set[str]] = {}
    for page in docs.tree.pages:
        if page.redirect is None:
            having.setdefault(page.key, {})[page.language] = page.path
        else:
            stubs.setdefault(page.key, set()).add(page.language)
    for key, paths in sorted(having.items()):
        missing = [tag for tag in languages if tag not in paths and tag not in stubs.get(key, ())]
        if missing:
            yield Finding(
                "P001",
                start_of(next(iter(paths.values()))),
                {"languages": ", ".join(paths), "missing": ", ".join(missing)},
            )
