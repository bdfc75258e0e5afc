"""The processes of one browser: how much memory they take together, and their end."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass

import psutil

MIB = 1024 * 1024
LEAST, MOST = 1024 * MIB, 4096 * MIB


def memory_bound() -> int:
    """Bytes that a browser may take: half of this computer's memory, within 1 and 4 GiB."""
    return max(LEAST, min(MOST, int(psutil.virtual_memory().total) // 2))


@dataclass(frozen=True, slots=True)
class ProcessTree:
    """A process with its descendants."""

    head: psutil.Process

    @staticmethod
    def of(pid: int) -> ProcessTree | None:
        """None when there is no such process."""
        with contextlib.suppress(psutil.Error):
            return ProcessTree(psutil.Process(pid))
        return None

    def memory(self) -> int:
        """Bytes of all together; what they share is not counted where the system tells it (Linux)."""
        total = 0
        for one in self._members():
            with contextlib.suppress(psutil.Error):
                taken = one.memory_info()
                total += taken.rss - getattr(taken, "shared", 0)
        return total

    def kill(self) -> None:
        """End all of them at once."""
        for one in self._members():
            with contextlib.suppress(psutil.Error):
                one.kill()

    def _members(self) -> list[psutil.Process]:
        try:
            return [self.head, *self.head.children(recursive=True)]
        except psutil.Error:
            return []
