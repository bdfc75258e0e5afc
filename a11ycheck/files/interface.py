"""The files of a package, by name, read on demand and within limits."""

from __future__ import annotations

import unicodedata
from abc import abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from a11ycheck.errors import TargetError
from a11ycheck.model import Skipped

MIB = 1024 * 1024
SMALL = 1 * MIB
"""Bytes below which the ratio is not checked: a short file of blanks compresses well and harms nobody."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a package may be.

    `members` counts files; `bytes`, `member_bytes` and `manifest_bytes` count unpacked bytes of all files, of one file
    and of the manifest; `ratio` is unpacked ÷ packed.
    """

    members: int = 20_000
    bytes: int = 2048 * MIB
    member_bytes: int = 512 * MIB
    manifest_bytes: int = 10 * MIB
    ratio: int = 200


class Files(Mapping[str, bytes]):
    """The bytes of files by name, with "/" between folders. Nothing is written to the file system.

    Reading raises KeyError when there is no such name, or when its bytes are damaged, which `left_out` then says.
    """

    name: str
    left_out: list[Skipped]
    prefix = ""
    """The folder of the package that holds these files, ending in "/"; "" for its top."""

    @abstractmethod
    def size(self, name: str) -> int:
        """Return the unpacked size in bytes. Raises KeyError when there is no such file."""

    def find(self, name: str) -> str | None:
        """Return the name as the package has it: the same name, or one that a Windows server would find; else None."""
        return name if name in self else self._nearly.get(fold(name))

    @property
    @abstractmethod
    def _nearly(self) -> Mapping[str, str]:
        """Folded names, and other readings of them, → names."""

    def close(self) -> None:
        """Close what is open."""


class Under(Files):
    """The files below one folder of a package, as a package of its own. `folder` ends in "/"."""

    def __init__(self, files: Files, folder: str) -> None:
        self.name, self.left_out = files.name, files.left_out
        self._files, self.prefix = files, files.prefix + folder
        self._names = {name.removeprefix(folder): name for name in files if name.startswith(folder)}
        start = fold(folder)
        self._folded = {
            key.removeprefix(start): name.removeprefix(folder)
            for key, name in files._nearly.items()
            if key.startswith(start) and name.startswith(folder)
        }

    def __getitem__(self, name: str) -> bytes:
        return self._files[self._names[name]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def size(self, name: str) -> int:  # noqa: D102
        return self._files.size(self._names[name])

    @property
    def _nearly(self) -> Mapping[str, str]:
        return self._folded

    def close(self) -> None:  # noqa: D102
        self._files.close()


JUNK = ("__MACOSX/", ".DS_Store", "Thumbs.db")
"""Files that macOS and Windows leave in a package."""


def folders_with(files: Files, marker: str) -> list[str]:
    """Return the folders ("" or ending in "/") that hold a file of this name or path ("a/b"), in any case."""
    end = fold(marker)
    found = []
    for name in files:
        folded = fold(name)
        if folded == end or folded.endswith(f"/{end}"):
            parts = name.split("/")[: -1 - marker.count("/")]
            if not name.startswith(JUNK):
                found.append("/".join([*parts, ""]))
    return found


def fold(name: str) -> str:
    """Return a name without the differences that Windows and macOS ignore: case, and how an accent is composed."""
    return unicodedata.normalize("NFC", name.casefold())


def safe_name(name: str) -> str | None:
    """Return the name with "/" between folders and no "./"; None when it leads out of the package or is no name."""
    name = name.replace("\\", "/")
    parts = [part for part in name.split("/") if part not in ("", ".")]
    if not parts or name.startswith("/") or ".." in parts or parts[0].endswith(":") or parts[0][1:2] == ":":
        return None
    return None if any(ord(char) < 32 for char in name) else "/".join(parts)


def check_size(name: str, limits: Limits, members: int, sizes: list[int]) -> None:
    """Raise TargetError for a package that has too many files or too many bytes."""
    if members > limits.members:
        raise TargetError("too-many-files", name=name, limit=limits.members)
    if sum(sizes) > limits.bytes:
        raise TargetError("package-too-large", name=name, size=megabytes(sum(sizes)), limit=megabytes(limits.bytes))


def too_large(name: str, size: int, limits: Limits) -> Skipped:
    """Return the entry about a file that is left out because it is larger than one file may be."""
    data = {"name": name, "size": megabytes(size), "limit": megabytes(limits.member_bytes)}
    return Skipped(name, "file-too-large", "", data=data)


def megabytes(size: int) -> str:
    """Return a number of bytes in MB for people, rounded up."""
    return f"{-(-size // MIB)} MB"
