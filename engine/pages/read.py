"""One file of a language folder -> one page with its findings."""

from pathlib import Path, PurePosixPath

from engine.findings import Finding
from engine.model.spans import Span, start_of
from engine.pages.allow_comments import allow_comments
from engine.pages.blocks import AnyBlock, Heading, Other, Page
from engine.pages.building import PageState, build_blocks
from engine.pages.front_matter import FrontMatter, read_front_matter
from engine.pages.source import Source, read_source

# BCP 47 allows both; they name the same written language, and the folders use either.
_SAME_LANGUAGE = {"no": "nb"}
_WITHOUT_CONTENT = ("<!--", "{", "import", "export")


def read_page(
    root: Path, path: str, folder: str, language: str, *, html: bool = False, key: str | None = None
) -> tuple[Page | None, tuple[Finding, ...], dict[str, Source]]:
    """Read one page. Bad content never raises.

    Args:
        root: the docs folder.
        path: the file, relative to it, with forward slashes; it begins with `folder`.
        folder: name of the language folder.
        language: the BCP 47 tag that the folder stands for.
        html: whether top-level blocks, and those of includes, carry their HTML.
        key: what the page goes by in every language; its path below the language folder, unless given.
    Returns:
        The page, or None when the file cannot be decoded; the findings; and the sources of the page and of all
        files it includes, by path.
    """
    source, findings = read_source(root, path)
    if source is None:
        return None, findings, {}
    page, found, sources = page_of(root, source, folder, language, html=html, key=key)
    return page, findings + found, sources


def page_of(
    root: Path, source: Source, folder: str, language: str, *, html: bool = False, key: str | None = None
) -> tuple[Page, tuple[Finding, ...], dict[str, Source]]:
    """Read one page from its text, whatever stands in its file.

    Args:
        root: the docs folder, which holds what the page includes.
        source: the text, with the path that the page has.
        folder: as in `read_page`, like the rest.
        language: the BCP 47 tag.
        html: whether blocks carry their HTML.
        key: as in `read_page`.
    """
    path = source.path
    state = PageState(root, html)
    state.sources[path] = source
    front_matter = read_front_matter(source)
    state.findings += front_matter.findings
    blocks = build_blocks(state, source, front_matter.body_line)
    redirect = _word(front_matter, "redirect_url")
    if redirect is None and all(_is_comment(source, block) for block in blocks):
        state.findings.append(Finding("F003", start_of(path)))
    state.findings += _wrong_label(source, front_matter, language)
    page = Page(
        path=path,
        key=path.removeprefix(f"{folder}/") if key is None else key,
        folder=folder,
        language=language,
        title=_word(front_matter, "title") or _first_heading(blocks) or PurePosixPath(path).stem,
        front_matter=front_matter.values,
        front_matter_lines=front_matter.lines,
        redirect=redirect,
        depends=tuple(sorted(state.depends)),
        allow_comments=tuple(
            comment
            for found, text in state.sources.items()
            for comment in allow_comments(text, blocks, front_matter.body_line if found == path else 1)
        ),
    ).holding(blocks)
    return page, tuple(state.findings), state.sources


def same_language(one: str, other: str) -> bool:
    """Whether two BCP 47 tags agree in their primary language subtag; `no` and `nb` do."""
    return _primary(one) == _primary(other)


def _primary(tag: str) -> str:
    subtag = tag.strip().replace("_", "-").split("-", 1)[0].lower()
    return _SAME_LANGUAGE.get(subtag, subtag)


def _word(front_matter: FrontMatter, key: str) -> str | None:
    value = front_matter.values.get(key)
    return (value.strip() or None) if isinstance(value, str) else None


def _first_heading(blocks: tuple[AnyBlock, ...]) -> str | None:
    return next((block.text.visible for block in blocks if isinstance(block, Heading) and block.level == 1), None)


def _is_comment(source: Source, block: AnyBlock) -> bool:
    if not isinstance(block, Other):
        return False
    return source.quote(block.span).startswith(_WITHOUT_CONTENT)


def _wrong_label(source: Source, front_matter: FrontMatter, language: str) -> list[Finding]:
    label = _word(front_matter, "language")
    if label is None or same_language(label, language):
        return []
    line = min(front_matter.lines["language"], len(source.lines))
    span = Span(source.path, line, 1, line, len(source.lines[line - 1]) + 1)
    return [Finding("F005", span, {"found": label, "expected": language})]
