"""The folder of one worker's process for what it is sent, and the removal of folders that crashed workers left.

A worker that is stopped removes its own folder. One that is killed can't; the next worker on that computer does. Which
folders still have a worker shows a lock that the system releases when a process ends, however it ends.
"""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
import weakref
from contextlib import suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows has none: there a worker removes its own folder only
    fcntl = None  # type: ignore[assignment]

PREFIX = "a11ycheck-worker-"
LOCK = "lock"


class WorkerFolder:
    """A folder that only the user can open. It is removed by `remove`, or when the process ends in an orderly way."""

    def __init__(self) -> None:
        while True:
            self.path = Path(tempfile.mkdtemp(prefix=PREFIX))
            lock = os.open(self.path / LOCK, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
            if _lock(lock) and (self.path / LOCK).exists():
                break
            os.close(lock)  # another worker that was just starting removes it
        self.remove = weakref.finalize(self, _remove, self.path, lock)


def remove_leftovers() -> None:
    """Remove the folders of workers that were killed: those of this user without a process that holds their lock."""
    if fcntl is None:
        return
    for path in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with suppress(OSError):
            status = path.lstat()
            if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.geteuid():
                continue  # somebody else's, or a link to somewhere else
            lock = os.open(path / LOCK, os.O_RDWR | os.O_NOFOLLOW)
            if _lock(lock):
                _remove(path, lock)
            else:
                os.close(lock)


def _lock(file: int) -> bool:
    """Lock an open file for this process; return whether no other process holds its lock."""
    if fcntl is None:
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _remove(path: Path, lock: int) -> None:
    """Remove a folder whose lock this process holds; links in it are removed, what they lead to stays."""
    for inner in path.iterdir():
        if inner.is_dir() and not inner.is_symlink():
            shutil.rmtree(inner, ignore_errors=True)
        elif inner.name != LOCK:
            inner.unlink(missing_ok=True)
    if fcntl is None:
        os.close(lock)  # Windows removes no file that is open
    shutil.rmtree(path, ignore_errors=True)
    if fcntl is not None:
        os.close(lock)
