"""A population as a stream: one holder a line, from a CSV or JSON Lines file of any size."""

import csv
import datetime as dt
import functools
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

import msgspec

from engine.findings import UsageError
from engine.model.decisions import Holding

Progress = Callable[[int, int], None]

COLUMNS = ("holder", "holds", "usage")
"""Columns of a CSV file; the last one may be missing. Several values in a cell are parted by spaces or semicolons."""
EVERY = 10_000
"""Holders between two tellings of progress."""
KEPT = 1 << 16
"""Texts whose meaning is remembered: a population repeats few."""


class Holder(msgspec.Struct, frozen=True, gc=False):
    """Somebody who holds something: a user, a site, a customer."""

    name: str
    holdings: tuple[Holding, ...]
    usage: tuple[tuple[str, int], ...] = ()
    """Current use of each metric, without the one who asks."""
    line: int = 0
    """Where it stands in the file."""


def read_population(path: Path, progress: Progress | None = None) -> Iterator[Holder]:
    """The holders of a file, one at a time.

    Args:
        path: `.csv` with the columns `holder`, `holds` and maybe `usage` (`core=5 login-rights@2027-01-31`,
            `active-projects=70`); or `.jsonl` with objects of the same names.
        progress: told (bytes read, bytes in all).

    Raises:
        UsageError: no such file, another form, or a line that is none of a holder; says which line.
    """
    readers = {".csv": _csv, ".jsonl": _jsonl}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise UsageError("a population is a file `.csv` or `.jsonl`", where=str(path), help="name it by its form")
    try:
        with path.open("rb") as raw, open(raw.fileno(), encoding="utf-8-sig", newline="", closefd=False) as file:
            size = path.stat().st_size
            for number, holder in enumerate(reader(file, path), 1):
                if progress and number % EVERY == 0:
                    progress(raw.tell(), size)
                yield holder
    except OSError as error:
        raise UsageError(f"cannot read the population: {error.strerror or error}", where=str(path)) from None
    except UnicodeDecodeError as error:
        raise UsageError(f"not UTF-8: {error}", where=str(path)) from None


def _csv(file: IO[str], path: Path) -> Iterator[Holder]:
    rows = csv.reader(file)
    head = [name.strip().lower() for name in next(rows, [])]
    unknown = sorted(set(head) - set(COLUMNS))
    if unknown or not {"holder", "holds"} <= set(head):
        fault = f"`{unknown[0]}` is no column" if unknown else "the first line lacks `holder` or `holds`"
        raise UsageError(fault, where=f"{path}:1", help=f"begin with a line `{','.join(COLUMNS)}`")
    name, holds, usage = (head.index(column) if column in head else -1 for column in COLUMNS)
    for row in rows:
        if not row:
            continue
        if len(row) != len(head):
            raise UsageError(
                f"{len(row)} values for {len(head)} columns", where=f"{path}:{rows.line_num}", help="quote commas"
            )
        try:
            used = _usages(row[usage]) if usage >= 0 and row[usage] else ()
            yield Holder(row[name], _holdings(row[holds]), used, rows.line_num)
        except ValueError as error:
            raise _malformed(error, path, rows.line_num) from None


def _jsonl(file: IO[str], path: Path) -> Iterator[Holder]:
    for number, line in enumerate(file, 1):
        if not line.strip():
            continue
        try:
            data = json.loads(line)
            if not isinstance(data, dict) or not {"holder", "holds"} <= set(data) <= set(COLUMNS):
                raise ValueError("an object has `holder`, `holds` and maybe `usage`")
            used = data.get("usage") or {}
            if not isinstance(used, dict) or not all(type(n) is int and n >= 0 for n in used.values()):
                raise ValueError("`usage` is an object of whole numbers")
            yield Holder(str(data["holder"]), _of_json(data["holds"]), tuple(sorted(used.items())), number)
        except (ValueError, RecursionError) as error:
            raise _malformed(error, path, number) from None


def _malformed(error: Exception, path: Path, line: int) -> UsageError:
    return UsageError(str(error), where=f"{path}:{line}", help="write `ID`, `ID=N`, `ID@DATE` or `ID=N@DATE`")


def _of_json(value: Any) -> tuple[Holding, ...]:
    if isinstance(value, dict):
        return _holdings(" ".join(f"{id}={count}" for id, count in value.items()))
    if isinstance(value, list) and all(isinstance(text, str) for text in value):
        return _holdings(" ".join(value))
    raise ValueError("`holds` is a list of texts, or an object of ids and numbers")


@functools.lru_cache(maxsize=KEPT)
def _holdings(text: str) -> tuple[Holding, ...]:
    return tuple(sorted(map(_holding, text.replace(";", " ").split())))


@functools.lru_cache(maxsize=KEPT)
def _usages(text: str) -> tuple[tuple[str, int], ...]:
    pairs = dict(_number(part) for part in text.replace(";", " ").split())
    return tuple(sorted(pairs.items()))


def _holding(text: str) -> Holding:
    rest, at, date = text.partition("@")
    id, count = _number(rest) if "=" in rest else (rest, 1)
    if not id:
        raise ValueError(f"`{text}` names nothing that is held")
    try:
        return Holding(id, count, dt.date.fromisoformat(date) if at else None)
    except ValueError:
        raise ValueError(f"`{date}` is no date") from None


def _number(text: str) -> tuple[str, int]:
    name, equals, number = text.partition("=")
    if not (name and equals and number.isascii() and number.isdigit() and len(number) <= 18):
        raise ValueError(f"`{text}` is no name with a whole number")
    return name, int(number)
