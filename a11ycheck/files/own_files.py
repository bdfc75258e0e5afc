"""The user's own files: written whole or not at all, never through a link, and kept from others where they are secret.

Reports are written in folders that may hold what a stranger made, or in /tmp, where a neighbour may have laid a link or
a folder first. So a file is made new beside its place, which no link can redirect, and then takes that place. Owners
and permissions are those of POSIX; on Windows, the folder of the user is closed to others by itself.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from secrets import token_hex

from a11ycheck.errors import UsageError

_HAS_OWNERS = sys.platform != "win32"
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_OWN = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_OF_OTHERS = 0o077
_WRITABLE_BY_OTHERS = 0o022


def write_file(path: Path, pieces: Iterable[str], mode: int = 0o666) -> None:
    """Write a text in UTF-8 in the place of whatever file is there. The user's mask takes its part of `mode`.

    Raises UsageError when something else than a file is there, such as a link; OSError when it cannot be written.
    """
    _check_replaceable(path)
    temporary = path.with_name(f".{path.name[:100]}.{token_hex(8)}.new")
    handle = os.open(temporary, _NEW, mode)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.writelines(pieces)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def make_folder(folder: Path) -> None:
    """Make a folder for files of the user, if it isn't there.

    Raises UsageError when it is, or lies in, a link that somebody may have laid, or when somebody else put it in a
    folder where everybody may write; OSError when it cannot be made.
    """
    _check_no_link(folder)
    folder.mkdir(parents=True, exist_ok=True)
    _check_no_link(folder)
    if _HAS_OWNERS:
        parent = folder.absolute().parent.stat()
        if parent.st_mode & 0o002 and not _is_ours(folder.stat()):
            raise UsageError("folder-of-others", folder=folder)


def private_folder(root: Path, *names: str) -> Path:
    """Return the folder of these names below `root`, which only the user can open; make it when it isn't there.

    Raises UsageError when it belongs to somebody else or is a link, or when others can change `root`; OSError when it
    cannot be made.
    """
    root.mkdir(parents=True, exist_ok=True, mode=0o700)
    if _HAS_OWNERS:
        found = root.stat()
        is_open = found.st_mode & _WRITABLE_BY_OTHERS and not found.st_mode & stat.S_ISVTX
        if is_open or not (_is_ours(found) and _is_ours(root.lstat())):
            raise UsageError("state-folder-open", folder=root)
    folder = root
    for name in names:
        folder = folder / name
        folder.mkdir(exist_ok=True, mode=0o700)
        _close_to_others(folder)
    return folder


def make_private_file(path: Path) -> None:
    """Make an empty file that only the user can read, or keep the one that is there.

    Raises UsageError when that is a link or belongs to somebody else; OSError when it cannot be made.
    """
    if path.is_symlink():
        raise UsageError("file-link", file=path)
    handle = os.open(path, _OWN, 0o600)
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode) or (_HAS_OWNERS and found.st_uid != os.geteuid()):
            raise UsageError("file-link", file=path)
    finally:
        os.close(handle)


def read_private(file: Path, most: int) -> bytes:
    """Return the bytes of a file with secrets, or the first `most` + 1 of them.

    Raises UsageError when other users of this computer can read it; OSError when it cannot be read.
    """
    with file.open("rb") as opened:
        if _HAS_OWNERS and stat.S_IMODE(os.fstat(opened.fileno()).st_mode) & _OF_OTHERS:
            raise UsageError("credentials-open", file=file)
        return opened.read(most + 1)


def _close_to_others(folder: Path) -> None:
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or (_HAS_OWNERS and found.st_uid != os.geteuid()):
        raise UsageError("state-folder-open", folder=folder)
    if _HAS_OWNERS and stat.S_IMODE(found.st_mode) & _OF_OTHERS:
        folder.chmod(0o700)


def _is_ours(found: os.stat_result) -> bool:
    """Return whether something belongs to the user or to the system. Not asked on Windows."""
    return found.st_uid in (os.geteuid(), 0)


def _check_replaceable(path: Path) -> None:
    try:
        found = path.lstat()
    except FileNotFoundError:
        return
    if not stat.S_ISREG(found.st_mode):
        raise UsageError("file-link", file=path)


def _check_no_link(folder: Path) -> None:
    for part in _parts_of_strangers(folder):
        if part.is_symlink():
            raise UsageError("folder-link", folder=folder, link=part)


def _parts_of_strangers(folder: Path) -> Iterator[Path]:
    """Yield the folder itself, and those around it that lie in the current folder, which a stranger may have filled."""
    here, folder = Path.cwd(), Path(os.path.abspath(folder))
    if folder == here:
        return
    yield folder
    yield from (part for part in folder.parents if part != here and part.is_relative_to(here))
