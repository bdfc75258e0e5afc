"""The processes of one browser: measure their memory, and kill them."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

import psutil

MIB = 1024 * 1024
LEAST, MOST = 1024 * MIB, 4096 * MIB
ONE_PAGE = 2048 * MIB
"""Bytes that one process of pages may take, where a whole browser may take more."""
GROUP_LIMITS = (Path("/sys/fs/cgroup/memory.max"), Path("/sys/fs/cgroup/memory/memory.limit_in_bytes"))
"""Where Linux says how much memory a container may take: it ends what takes more."""


def memory_bound() -> int:
    """Return the bytes that a browser may take: half of the memory that there is, between 1 and 4 GiB."""
    return max(LEAST, min(MOST, _memory_there_is() // 2))


def _memory_there_is() -> int:
    """Return the bytes of this computer's memory, or those of the container in which we run when it gets less."""
    sizes = [int(psutil.virtual_memory().total)]
    for path in GROUP_LIMITS:
        with contextlib.suppress(OSError, ValueError):  # the word "max" is no limit
            sizes.append(int(path.read_text(encoding="ascii")))
    return min(sizes)


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
        return sum(map(_memory_of, self._members()))

    def end_larger_than(self, most: int) -> bool:
        """Kill its children that take more than so many bytes; tell whether there was one."""
        larger = [one for one in self._members()[1:] if _memory_of(one) > most]
        for one in larger:
            with contextlib.suppress(psutil.Error):
                one.kill()
        return bool(larger)

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


def _memory_of(process: psutil.Process) -> int:
    with contextlib.suppress(psutil.Error):
        taken = process.memory_info()
        return int(taken.rss - getattr(taken, "shared", 0))
    return 0
