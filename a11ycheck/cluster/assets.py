"""What the main process sends to workers once: what screens are examined with, and packages."""

from __future__ import annotations

import hashlib
import io
import pickle
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from a11ycheck.cluster.messages import Cargo, Good
from a11ycheck.cluster.worker_assets import digest_of
from a11ycheck.errors import ClusterError
from a11ycheck.files.interface import MIB
from a11ycheck.scan.screen_exam import Instruments
from a11ycheck.sources.interface import PackageFile

MOST = 1024 * MIB
"""Largest package that is sent to a worker; a larger one must lie on a disk that the workers share."""


class Packing:
    """Packs each once."""

    def __init__(self) -> None:
        self._kits: dict[int, tuple[Good, Instruments]] = {}
        self._held: dict[str, bytes] = {}
        self._cargo: dict[PackageFile, Cargo] = {}

    def kit(self, instruments: Instruments) -> Good:
        """What screens are examined with."""
        if id(instruments) not in self._kits:
            kit = pickle.dumps(instruments)
            good = Good(hashlib.sha256(kit).hexdigest(), "kit")
            self._held[good.digest] = kit
            self._kits[id(instruments)] = good, instruments
        return self._kits[id(instruments)][0]

    def cargo(self, parcel: PackageFile) -> Cargo:
        """A package."""
        if parcel not in self._cargo:
            player = _good(parcel.h5p_player) if parcel.h5p_player else None
            self._cargo[parcel] = Cargo(_good(parcel.path), parcel.limits, parcel.allow, player)
        return self._cargo[parcel]

    def opened(self, good: Good) -> IO[bytes]:
        """The bytes to send, of a folder as a zip. Raises ClusterError when there are too many."""
        if good.digest in self._held:
            return io.BytesIO(self._held[good.digest])
        path = Path(good.path)
        files = [*_files(path)] if good.folder else [path]
        if sum(file.stat().st_size for file in files) > MOST:
            raise ClusterError("cluster-package", name=good.name, limit=MOST // MIB)
        if not good.folder:
            return path.open("rb")
        packed = tempfile.TemporaryFile()  # noqa: SIM115 - closed by who reads it
        with zipfile.ZipFile(packed, "w") as into:
            for file in files:
                into.write(file, file.relative_to(path))
        packed.seek(0)
        return packed


def _good(path: Path) -> Good:
    path = path.resolve()
    if not path.is_dir():
        return Good(digest_of(path), path.name, str(path))
    names = hashlib.sha256()
    for file in _files(path):
        names.update(f"{file.relative_to(path)}\0{digest_of(file)}\n".encode("utf-8", "surrogateescape"))
    return Good(names.hexdigest(), path.name, str(path), folder=True)


def _files(folder: Path) -> Iterator[Path]:
    for file in sorted(folder.rglob("*")):
        if file.is_file() and not file.is_symlink():
            yield file
