"""Links, images and includes: another target, or gone."""

import os
import re
from collections.abc import Iterator
from random import Random

from engine.change.mutation.cutting import bounds, stands_alone, without_lines
from engine.change.mutation.edits import Edit
from engine.change.mutation.manuscript import Leaf, Manuscript, leaves
from engine.change.mutation.records import Change
from engine.model.spans import Span
from engine.pages.blocks import Include, Paragraph

_DEFINITION = re.compile(r"^[> \t]*\[[^\]\n^]+\]:[ \t]*(\S+)", re.MULTILINE)
_IMAGE = re.compile(r"!\[[^\]\n]*\](?:\([^()\n]*\)|\[[^\]\n]*\])")


def link_changed(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """A link leads to another page, or to the place that another link leads to."""
    used = list(_used(manuscript))
    targets = sorted({target for _, target in used})
    for leaf, target in used:
        written = re.compile(r"\]\(\s*<?" + re.escape(target) + r"(?=[>\s)])")
        for found in written.finditer(manuscript.file.text, *bounds(manuscript.file, leaf.text.span())):
            end = found.end()
            if new := _other(manuscript, target, targets, random):
                yield Change(_place(manuscript, leaf, target), (Edit(end - len(target), end, new),))
    for definition in _DEFINITION.finditer(manuscript.file.text):
        target = definition[1]
        uses = tuple(_place(manuscript, leaf, t) for leaf, t in used if t == target)
        line = manuscript.file.line_at(definition.start(1))
        if uses and (new := _other(manuscript, target, targets, random)):
            yield Change(_line(manuscript, line), (Edit(*definition.span(1), new),), uses)


def image_dropped(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """An image is gone, with its paragraph when it was alone there."""
    for spot in manuscript.spots:
        thing = spot.thing
        if not isinstance(thing, Paragraph) or not any(mark.kind == "image" for mark in thing.text.marks):
            continue
        for image in _IMAGE.finditer(manuscript.file.text, *bounds(manuscript.file, thing.span)):
            alone = not thing.text.visible and stands_alone(manuscript.file, thing.span)
            if alone and len(thing.text.marks) == 1:
                edit = without_lines(manuscript.file, thing.span.line, thing.span.end_line)
            else:
                edit = Edit(*image.span(), "")
            yield Change(_line(manuscript, manuscript.file.line_at(image.start())), (edit,))


def include_dropped(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """An include that is alone on its line is gone."""
    for spot in manuscript.spots:
        span = spot.thing.span
        if isinstance(spot.thing, Include) and stands_alone(manuscript.file, span) and span.path == manuscript.path:
            yield Change(span, (without_lines(manuscript.file, span.line, span.end_line),))


def _used(manuscript: Manuscript) -> Iterator[tuple[Leaf, str]]:
    for leaf in leaves(manuscript):
        for mark in leaf.text.marks:
            if mark.kind == "link" and mark.target:
                yield leaf, mark.target


def _place(manuscript: Manuscript, leaf: Leaf, target: str) -> Span:
    mark = next(m for m in leaf.text.marks if m.kind == "link" and m.target == target)
    return leaf.text.span(mark.start, mark.end)


def _line(manuscript: Manuscript, line: int) -> Span:
    return Span(manuscript.path, line, 1, line, len(manuscript.file.line(line)) + 1)


def _other(manuscript: Manuscript, target: str, targets: list[str], random: Random) -> str:
    """Another target of the file, or another page of the language."""
    folder = os.path.dirname(manuscript.path)
    here = {os.path.normpath(os.path.join(folder, t.partition("#")[0])) for t in (target,)} | {manuscript.path}
    pages = sorted(os.path.relpath(page.path, folder) for page in manuscript.siblings if page.path not in here)
    choice = [other for other in (*targets, *pages) if _resolved(folder, other) != _resolved(folder, target)]
    return random.choice(choice) if choice else ""


def _resolved(folder: str, target: str) -> str:
    if "://" in target or target.startswith("#"):
        return target
    return os.path.normpath(os.path.join(folder, target))
