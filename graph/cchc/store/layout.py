"""Where things lie in the folder of an embedded store, and the small files that say which build is current.

``builds/NUMBER/store/`` a build's database, ``builds/NUMBER/manifest.json`` what it holds, and ``files.txt`` its
version and the sizes of its files; ``current`` a link to the build in use, replaced by one rename; ``lock`` held by the
one writer; ``texts/SHA256.txt`` the texts of the sources.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyoxigraph

from cchc.errors import CchcError

FORMAT = 1
"""The version of this layout."""

_NOT_WRITABLE = {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST}
_FULL = {errno.ENOSPC, errno.EDQUOT}


def engine_version() -> str:
    """Major and minor version of the engine: within one minor version the format on disk stays the same."""
    return ".".join(pyoxigraph.__version__.split(".")[:2])


@contextmanager
def writing_errors(path: Path) -> Iterator[None]:
    """Turns what the operating system says on writing into coded errors.

    :raises CchcError: STORE_READONLY, STORE_FULL.
    """
    try:
        yield
    except OSError as error:
        # The engine's own errors carry a class and a message, but no number.
        if error.errno in _NOT_WRITABLE or isinstance(error, PermissionError):
            reason = error.strerror or str(error)
            raise CchcError("STORE_READONLY", where=str(path), values={"reason": reason}) from error
        if error.errno in _FULL or "No space left" in str(error):
            raise CchcError("STORE_FULL", where=str(path)) from error
        raise


@contextmanager
def reading_errors(path: Path | None) -> Iterator[None]:
    """Turns what the engine says of unreadable files into a coded error.

    :raises CchcError: STORE_DAMAGED.
    """
    try:
        yield
    except OSError as error:
        raise CchcError("STORE_DAMAGED", where=str(path or ""), values={"reason": str(error)}) from error
    except RuntimeError as error:
        # RocksDB's own word for a checksum, a size or a format that is wrong.
        if not str(error).startswith("Corruption"):
            raise
        raise CchcError("STORE_DAMAGED", where=str(path or ""), values={"reason": str(error)}) from error


class Layout:
    """The places in one store's folder."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.root = Path(path)
        self.builds = self.root / "builds"
        self.link = self.root / "current"
        self.lock = self.root / "lock"
        self.texts = self.root / "texts"

    def current(self) -> Path | None:
        """The build in use, or None where nothing was ever built.

        :raises CchcError: STORE_DAMAGED if the link leads nowhere.
        """
        try:
            target = os.readlink(self.link)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise CchcError("STORE_DAMAGED", where=str(self.link), values={"reason": str(error.strerror)}) from error
        build = self.root / target
        # A link of ours names a build in this folder, and nothing else.
        if build.parent != self.builds or not build.is_dir():
            raise CchcError("STORE_DAMAGED", where=str(self.link), values={"reason": "the link leads nowhere"})
        return build

    def numbered(self) -> list[Path]:
        """All builds, whole or not, oldest first."""
        return sorted((b for b in self.builds.iterdir() if b.name.isdigit()), key=lambda build: int(build.name))


def check_files(build: Path) -> None:
    """Checks that this program can read the build, and that no file of its database was cut or lost since.

    (The engine would go on with an older state of a database whose files were cut.)

    :raises CchcError: STORE_VERSION if another version wrote the build, STORE_DAMAGED.
    """
    try:
        version, *files = (build / "files.txt").read_text("ascii").splitlines()
        sizes = [(name, int(size)) for name, size in (line.split() for line in files)]
    except (OSError, ValueError) as error:
        raise CchcError("STORE_DAMAGED", where=str(build), values={"reason": "no list of files"}) from error
    wanted = _version()
    if version != wanted:
        if version.split()[:1] != wanted.split()[:1]:
            raise CchcError("STORE_DAMAGED", where=str(build), values={"reason": "no list of files"})
        raise CchcError("STORE_VERSION", where=str(build), values={"found": version, "wanted": wanted})
    for name, size in sizes:
        try:
            whole = os.stat(build / "store" / name).st_size == size
        except OSError:
            whole = False
        if not whole:
            raise CchcError("STORE_DAMAGED", where=str(build), values={"reason": f"{name} is cut or lost"})


def write_files(build: Path) -> None:
    """Writes the version, and the sizes of the files of a closed database; not its LOG, which every opening writes."""
    files = sorted(file for file in (build / "store").iterdir() if not file.name.startswith("LOG"))
    lines = [_version(), *(f"{file.name} {file.stat().st_size}" for file in files)]
    (build / "files.txt").write_text("\n".join(lines) + "\n", encoding="ascii")


def _version() -> str:
    return f"cchc-store {FORMAT} oxigraph {engine_version()}"


def read_manifest(build: Path) -> dict[str, Any]:
    """What a build says of itself: ``format``, ``pyoxigraph``, how many ``quads`` and ``triples``, and its ``graphs``.

    :raises CchcError: STORE_DAMAGED if it is missing or garbled.
    """
    import json

    file = build / "manifest.json"
    try:
        manifest = json.loads(file.read_bytes())
        if {"format", "pyoxigraph", "quads", "triples", "graphs"} <= manifest.keys():
            return dict(manifest)
    except (OSError, ValueError, AttributeError) as error:
        raise CchcError("STORE_DAMAGED", where=str(file), values={"reason": "unreadable manifest"}) from error
    raise CchcError("STORE_DAMAGED", where=str(file), values={"reason": "incomplete manifest"})


def write_manifest(build: Path, graphs: dict[str, int], triples: int) -> None:
    """Writes what the build holds: quads by named graph, and triples of their merge.

    The same content gives the same bytes.
    """
    import json

    manifest = {
        "format": FORMAT,
        "pyoxigraph": engine_version(),
        "quads": sum(graphs.values()),
        "triples": triples,
        "graphs": dict(sorted(graphs.items())),
    }
    (build / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


def fsync(path: Path) -> None:
    """Makes sure that a file, or a folder with all that is in it, is on the disk."""
    if path.is_dir():
        for child in path.iterdir():
            fsync(child)
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def remove(path: Path) -> None:
    """Removes a file or a folder with all that is in it; what is gone already is no error."""
    if path.is_dir() and not path.is_symlink():
        for child in path.iterdir():
            remove(child)
        path.rmdir()
    else:
        path.unlink(missing_ok=True)
