"""The files in a folder, without following links out of it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from a11ycheck.errors import TargetError
from a11ycheck.files.interface import Files, Limits, check_size, fold, too_large
from a11ycheck.model import Skipped


class Directory(Files):
    """The regular files below a folder, without links and without folders that begin with a dot (.git)."""

    def __init__(self, path: Path, limits: Limits | None = None) -> None:
        self._root = path.resolve()
        self.name, self.left_out = self._root.name, []
        self._limits = limits or Limits()
        self._paths: dict[str, Path] = {}
        sizes = []
        for file in self._walk():
            if file.is_symlink():
                self._leave_out(file, "link-in-package")
            elif file.is_file():
                name, size = file.relative_to(self._root).as_posix(), file.stat().st_size
                if size > self._limits.member_bytes:
                    self.left_out.append(too_large(name, size, self._limits))
                else:
                    self._paths[name] = file
                    sizes.append(size)
        check_size(self.name, self._limits, len(self._paths), sizes)

    def _walk(self) -> Iterator[Path]:
        seen = 0

        def unreadable(error: OSError) -> None:
            if Path(error.filename) == self._root:
                raise TargetError("cannot-read", name=self.name, reason=error.strerror or "") from error
            self._leave_out(Path(error.filename), "unreadable-file")

        for folder, folders, files in os.walk(self._root, onerror=unreadable):
            here = Path(folder)
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            yield from (here / name for name in folders if (here / name).is_symlink())
            for name in sorted(files):
                seen += 1
                if seen > self._limits.members:
                    raise TargetError("too-many-files", name=self.name, limit=self._limits.members)
                yield here / name

    def _leave_out(self, path: Path, why: str) -> None:
        name = path.relative_to(self._root).as_posix()
        self.left_out.append(Skipped(name, why, "", data={"name": name}))

    def __getitem__(self, name: str) -> bytes:
        path = self._paths[name]
        try:
            if path.resolve() != path or path.stat().st_size > self._limits.member_bytes:
                raise KeyError(name)  # it has become a link, or grown, since the folder was opened
            return path.read_bytes()
        except OSError as error:
            raise KeyError(name) from error

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)

    def __contains__(self, name: object) -> bool:
        return name in self._paths

    def size(self, name: str) -> int:  # noqa: D102
        return self._paths[name].stat().st_size

    @cached_property
    def _folded(self) -> dict[str, str]:
        return {fold(name): name for name in reversed(self._paths)}

    @property
    def _nearly(self) -> Mapping[str, str]:
        return self._folded
