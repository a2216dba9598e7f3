"""One page in a language and in those it is translated from -> the entries that a translator sees."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from engine.change.exchange.front_texts import FrontText, front_texts
from engine.change.exchange.passages import Passage, Passages, passages_of
from engine.change.exchange.placeholders import Lock, Message, Writer, meanings, message, pieces
from engine.change.freshness.known import KnownUnit
from engine.change.freshness.previous import Earlier
from engine.change.freshness.standing import Relation
from engine.change.freshness.units import Said
from engine.pages.source import Source

FRONT = "front-matter"
_WITHOUT_TEXTS = ("code", "include")


class Side(msgspec.Struct, frozen=True):
    """A file as the exchange needs it."""

    language: str
    source: Source
    writer: Writer

    @property
    def passages(self) -> Passages:
        """Its texts."""
        return passages_of(self.source)


class Entry(msgspec.Struct, frozen=True):
    """One text to translate."""

    context: str
    """Page, block and cell: the same for as long as the lock knows the block."""
    block: str
    """The id of the block; empty for front matter."""
    kind: str
    of: str
    """The language that it is translated from."""
    original: Message
    translation: Message | None
    """None where the language has none."""
    meanings: dict[str, Lock]
    """The placeholders of the original."""
    previous: str = ""
    """The original that the translation was last confirmed against, where it is another."""
    is_behind: bool = False
    """Whether the original changed since the translation was confirmed."""
    references: tuple[tuple[str, int], ...] = ()
    place: Passage | FrontText | None = None
    """Where the translation stands."""
    source_place: Passage | FrontText | None = None
    """Where the original stands; None where it is put together from several."""
    unit: int = -1
    """Which block of the page."""
    cell: int = 0


def page_entries(
    page: str,
    known: Sequence[KnownUnit],
    language: str,
    sides: Mapping[str, Side],
    originals: Sequence[str],
    earlier: Earlier | None = None,
) -> tuple[Entry, ...]:
    """The entries of a page.

    Args:
        page: its path below the folder of its language.
        known: its blocks.
        language: that of the translation.
        sides: the files, by language.
        originals: the languages to translate from: the first that has a text gives it.
        earlier: gives texts of before; None to do without.
    """
    found = [*_front(page, language, sides, originals)]
    done: set[object] = set()
    for number, unit in enumerate(known):
        if unit.unit.kind not in _WITHOUT_TEXTS:
            for entry in _block(page, known, number, language, sides, originals, earlier):
                key = entry.place.first if isinstance(entry.place, Passage) else entry.context
                if key not in done:
                    done.add(key)
                    found.append(entry)
    return tuple(found)


def _front(page: str, language: str, sides: Mapping[str, Side], originals: Sequence[str]) -> Iterator[Entry]:
    own = {text.key: text for text in front_texts(sides[language].source)} if language in sides else {}
    told: set[str] = set()
    for other in originals:
        for text in front_texts(sides[other].source) if other in sides else ():
            mine = own.get(text.key)
            if text.key in told or (mine is None and language in sides):
                continue
            told.add(text.key)
            parts = pieces(text.text, sides[other].writer)
            known = meanings(parts)
            translation = message(pieces(mine.text, sides[language].writer), None, known) if mine else None
            references = [(sides[other].source.path, text.line)]
            if mine:
                references.insert(0, (sides[language].source.path, mine.line))
            yield Entry(
                f"{page}#{FRONT}/{text.key}", "", FRONT, other, message(parts), translation, known, "", False,
                tuple(references), mine, text,
            )  # fmt: skip


def _block(
    page: str,
    known: Sequence[KnownUnit],
    number: int,
    language: str,
    sides: Mapping[str, Side],
    originals: Sequence[str],
    earlier: Earlier | None,
) -> Iterator[Entry]:
    unit = known[number]
    mine = unit.unit.said.get(language)
    other = next((tag for tag in originals if tag in unit.unit.said), None)
    if other is None or other not in sides:
        return
    theirs = unit.unit.said[other]
    joined = _joined(known, number, language, other)
    relation, before = unit.standing.relation(language, other) if mine else (Relation.NEW, None)
    behind = relation in (Relation.BEHIND, Relation.BOTH)
    old = earlier.blocks(theirs.span.path, (before.words,)).get(before.words) if earlier and before and behind else None
    cells = len(theirs.places)
    for cell in range(cells):
        place = _place(sides.get(language), mine, cell)
        if mine is not None and place is None:
            continue
        source_places = [_place(sides[other], said, cell) for said in joined]
        texts = [each.written for each in source_places if each is not None]
        if not "".join(texts).strip():
            continue
        changed = behind and (before is None or _cell(before.words, cell) != _cell(theirs.signature.words, cell))
        parts = pieces("\n\n".join(texts), sides[other].writer)
        told = meanings(parts)
        written = place.written if place is not None else ""
        translation = message(pieces(written, sides[language].writer), None, told) if written else None
        previous = ""
        if changed and old is not None:
            was = _at(passages_of(old.source), old.said, cell)
            previous = message(pieces(was.written, sides[other].writer), None, told).text if was else ""
        original = message(parts)
        references = [(said.places[cell][0], said.places[cell][1]) for said in ((mine,) if place else ()) if said]
        references += [(said.places[cell][0], said.places[cell][1]) for said in joined if cell < len(said.places)]
        suffix = f"/{cell + 1}" if cells > 1 else ""
        yield Entry(
            f"{page}#{unit.id}{suffix}",
            unit.id,
            unit.unit.kind,
            other,
            original,
            translation,
            told,
            previous if previous != original.text else "",
            changed,
            tuple(dict.fromkeys(references)),
            place,
            source_places[0] if len(joined) == 1 else None,
            number,
            cell,
        )


def _joined(known: Sequence[KnownUnit], number: int, language: str, other: str) -> list[Said]:
    """What the other language says in several blocks and this one in one."""
    mine = known[number].unit.said.get(language)
    if mine is None:
        return [known[number].unit.said[other]]
    same = (each.unit.said for each in known if (said := each.unit.said.get(language)) and said.span == mine.span)
    return list({said[other].span: said[other] for said in same if other in said}.values())


def _place(side: Side | None, said: Said | None, cell: int) -> Passage | None:
    """The passage of a text, when it stands in the file itself and not in one that the file includes."""
    if side is None or said is None or cell >= len(said.places) or said.places[cell][0] != side.source.path:
        return None
    return _at(side.passages, said, cell)


def _at(passages: Passages, said: Said, cell: int) -> Passage | None:
    if cell >= len(said.places):
        return None
    _, line, column = said.places[cell]
    return passages.at(line, column)


def _cell(words: str, cell: int) -> str:
    cells = words.split("|")
    return cells[cell] if cell < len(cells) else ""
