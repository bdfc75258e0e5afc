"""The processes of one browser: measure their memory, and kill them."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass

import psutil

MIB = 1024 * 1024
LEAST, MOST = 1024 * MIB, 4096 * MIB


def memory_bound() -> int:
    """Return the bytes that a browser may take: half of this computer's memory, between 1 and 4 GiB."""
    return max(LEAST, min(MOST, int(psutil.virtual_memory().total) // 2))


@dataclass(frozen=True, slots=True)
class ProcessTree:
    """A process and its descendants."""

    root: psutil.Process

    @staticmethod
    def of(pid: int) -> ProcessTree | None:
        """Return the tree of this process id, or None when there is no such process."""
        with contextlib.suppress(psutil.Error):
            return ProcessTree(psutil.Process(pid))
        return None

    def memory(self) -> int:
        """Return the bytes that all take together, without shared memory where the system reports it (Linux)."""
        total = 0
        for one in self._members():
            with contextlib.suppress(psutil.Error):
                taken = one.memory_info()
                total += taken.rss - getattr(taken, "shared", 0)
        return total

    def kill(self) -> None:
        """Kill all of them."""
        for one in self._members():
            with contextlib.suppress(psutil.Error):
                one.kill()

    def _members(self) -> list[psutil.Process]:
        try:
            return [self.root, *self.root.children(recursive=True)]
        except psutil.Error:
            return []
