"""What an unfinished build has written already, so that whoever was killed goes on where it stopped.

``unfinished.json`` in the folder of a build names what is being loaded, the build that it is loaded on to, and of each
graph that comes in blocks the digests of those that are on the disk. A block is written again unless its digest stands
there, so another content is never taken for what was written.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

from cchc.store.layout import fsync

_NAME = "unfinished.json"


class Journal:
    """The journal of one build: ``key`` tells what is being loaded, ``base`` is the build that it is added to."""

    def __init__(self, build: Path, key: str, base: str) -> None:
        self.build, self.key, self.base = build, key, base
        self._blocks: dict[str, list[str]] = {}

    @classmethod
    def found(cls, builds: Path, key: str, base: str) -> Journal | None:
        """The journal of an unfinished build of the same load on to the same build, if one was left behind."""
        for file in sorted(builds.glob(f"*/{_NAME}"), reverse=True):
            try:
                said = json.loads(file.read_bytes())
                if (said["key"], said["base"]) == (key, base) and (file.parent / "store").is_dir():
                    journal = cls(file.parent, key, base)
                    journal._blocks = {str(graph): list(digests) for graph, digests in said["blocks"].items()}
                    return journal
            except (OSError, ValueError, KeyError, AttributeError, TypeError):
                continue
        return None

    def holds(self, graph: str, place: int, block: bytes) -> bool | None:
        """Whether a block of a graph, by its place from 0, is on the disk; None if another one is there."""
        digests = self._blocks.get(graph, [])
        if place >= len(digests):
            return False
        return True if digests[place] == _digest(block) else None

    def add(self, graph: str, block: bytes) -> None:
        """Says that the next block of a graph is on the disk."""
        self._blocks.setdefault(graph, []).append(_digest(block))
        self._write()

    def forget(self, graph: str) -> None:
        """Says that nothing of a graph is on the disk."""
        self._blocks.pop(graph, None)
        self._write()

    @property
    def graphs(self) -> set[str]:
        """The graphs of which blocks are on the disk."""
        return {graph for graph, digests in self._blocks.items() if digests}

    def close(self) -> None:
        """The build is finished."""
        (self.build / _NAME).unlink(missing_ok=True)

    def _write(self) -> None:
        beside = self.build / f"{_NAME}.new"
        said = {"key": self.key, "base": self.base, "blocks": self._blocks}
        beside.write_text(json.dumps(said, indent=1), encoding="ascii")
        fsync(beside)
        os.replace(beside, self.build / _NAME)
        fsync(self.build / _NAME)


def _digest(block: bytes) -> str:
    return hashlib.sha256(block).hexdigest()
