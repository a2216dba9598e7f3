"""The files of a site that is being built: new ones are written, unchanged ones taken over from the old site."""

import contextlib
import os
import shutil
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

import msgspec

from engine.pages.beside import Beside
from site_builder.published import Made, Published, Stamp, stamp

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


class StagedFiles:
    """Puts files into the folder of a site that is not published yet.

    The old site is taken over first, as a whole and beside other work; then what is to be otherwise is replaced.
    """

    def __init__(self, folder: Path, old: Path, published: Published) -> None:
        """
        Args:
            folder: the new site.
            old: the one that stands where it shall stand, if any.
            published: what is known of the old one.
        """
        self._new, self._old = str(folder), str(old)
        self._published = published.products if old.is_dir() else {}
        self._taken: Mapping[str, Made] | None = None
        self._mirroring = Beside(self._mirror)

    def _mirror(self) -> bytes:
        return msgspec.msgpack.encode(mirror(self._old, self._new, self._published))

    @property
    def taken(self) -> Mapping[str, Made]:
        """The products of the old site whose files stand in the new one, as they were published."""
        if self._taken is None:
            told = self._mirroring.result()
            spoilt = frozenset(msgspec.msgpack.decode(told, type=list[str])) if told is not None else self._published
            self._taken = {name: made for name, made in self._published.items() if name not in spoilt}
        return self._taken

    def close(self) -> None:
        """Stop taking over, where it still goes on."""
        self._mirroring.stop()

    def put(self, place: str, data: bytes | memoryview) -> Stamp:
        """Write a file. One that was taken over goes: it is the old site's, too."""
        file = self._open(f"{self._new}/{place}", place)
        try:
            written = os.write(file, data)
            while written < len(data):
                written += os.write(file, data[written:])
            found = os.fstat(file)
        finally:
            os.close(file)
        return found.st_size, found.st_mtime_ns

    def drop(self, kept: Iterable[Made], waiting: Collection[str] = ()) -> None:
        """Remove what was taken over and is no part of the new site.

        Args:
            kept: what is part of it.
            waiting: names of products of which that is not known yet.
        """
        places = {place.casefold(): place for made in kept for place in made.files}
        others = [made for name, made in self._published.items() if name not in waiting]
        folders: set[str] = set()
        for place in (place for made in others for place in made.files):
            twin = places.get(place.casefold())
            with contextlib.suppress(OSError):
                # Where letter case does not count, a name in other letters is the file that was just written.
                if place != twin and not (twin and os.path.samefile(f"{self._new}/{place}", f"{self._new}/{twin}")):
                    os.unlink(f"{self._new}/{place}")
                    folders.add(os.path.dirname(place))
        for folder in sorted(folders, key=len, reverse=True):
            with contextlib.suppress(OSError):
                os.removedirs(f"{self._new}/{folder}")

    def _open(self, path: str, place: str) -> int:
        """A new file to write; what stands in its way is removed."""
        try:
            return os.open(path, _NEW, 0o666)
        except (FileNotFoundError, NotADirectoryError):
            # Which of the two tells of a file in the place of a folder differs between systems.
            self._clear(place)
            os.makedirs(os.path.dirname(path), exist_ok=True)
        except FileExistsError:
            if os.path.isdir(path):
                shutil.rmtree(path)
            else:
                os.unlink(path)
        return self._open(path, place)

    def _clear(self, place: str) -> None:
        """Remove the file of the old site that stands where a folder has to be."""
        folder = self._new
        for part in place.split("/")[:-1]:
            folder = f"{folder}/{part}"
            if os.path.lexists(folder) and not os.path.isdir(folder):
                os.unlink(folder)
                return


def mirror(old: str, new: str, products: Mapping[str, Made]) -> Collection[str]:
    """Take the files of a site over without copying them: each is one file with two names until the old name goes.

    Args:
        old: the folder of the site.
        new: a folder without them.
        products: what was published, by name.
    Returns:
        The names of products that are not taken over: some file is not as it was published, or cannot be shared.
    """
    spoilt: list[str] = []
    folders = {""}
    for name, made in products.items():
        taken: list[str] = []
        for place, known in made.files.items():
            folder = place.rpartition("/")[0]
            source, target = f"{old}/{place}", f"{new}/{place}"
            try:
                if stamp(source) != known:
                    break
                if folder not in folders:
                    os.makedirs(f"{new}/{folder}", exist_ok=True)
                    folders.add(folder)
                os.link(source, target, follow_symlinks=False)
            except OSError:
                break
            taken.append(target)
        else:
            continue
        spoilt.append(name)
        for target in taken:
            os.unlink(target)
    return spoilt
