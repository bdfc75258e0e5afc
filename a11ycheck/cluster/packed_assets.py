"""What the main process sends to workers once: the instruments of the examination, and packages."""

from __future__ import annotations

import hashlib
import io
import pickle
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from a11ycheck.cluster.requests import Asset, PackageAssets
from a11ycheck.cluster.worker_assets import digest_of
from a11ycheck.errors import ClusterError
from a11ycheck.files.interface import MIB
from a11ycheck.scan.exam.instruments import Instruments
from a11ycheck.sources.interface import PackageFile

MAX_SIZE = 1024 * MIB
"""Largest package that is sent to a worker; a larger one must be on a disk that the workers share."""


class PackedAssets:
    """Packs each asset once."""

    def __init__(self) -> None:
        self._instruments: dict[int, tuple[Asset, Instruments]] = {}
        self._in_memory: dict[str, bytes] = {}
        self._packages: dict[PackageFile, PackageAssets] = {}

    def instruments(self, instruments: Instruments) -> Asset:
        """Return the asset with what screens are examined with."""
        if id(instruments) not in self._instruments:
            pickled = pickle.dumps(instruments)
            asset = Asset(hashlib.sha256(pickled).hexdigest(), "instruments")
            self._in_memory[asset.digest] = pickled
            self._instruments[id(instruments)] = asset, instruments
        return self._instruments[id(instruments)][0]

    def package(self, file: PackageFile) -> PackageAssets:
        """Return the assets of a package."""
        if file not in self._packages:
            player = _asset(file.h5p_player) if file.h5p_player else None
            self._packages[file] = PackageAssets(_asset(file.path), file.limits, file.allow_hosts, player, file.host)
        return self._packages[file]

    def open(self, asset: Asset) -> IO[bytes]:
        """Return the bytes to send, those of a folder as a zip. Raises ClusterError when there are too many."""
        if asset.digest in self._in_memory:
            return io.BytesIO(self._in_memory[asset.digest])
        path = Path(asset.path)
        files = [*_files(path)] if asset.folder else [path]
        if sum(file.stat().st_size for file in files) > MAX_SIZE:
            raise ClusterError("cluster-package", name=asset.name, limit=MAX_SIZE // MIB)
        if not asset.folder:
            return path.open("rb")
        packed = tempfile.TemporaryFile()  # noqa: SIM115 - the caller closes it
        with zipfile.ZipFile(packed, "w") as archive:
            for file in files:
                archive.write(file, file.relative_to(path))
        packed.seek(0)
        return packed


def _asset(path: Path) -> Asset:
    path = path.resolve()
    if not path.is_dir():
        return Asset(digest_of(path), path.name, str(path))
    names = hashlib.sha256()
    for file in _files(path):
        names.update(f"{file.relative_to(path)}\0{digest_of(file)}\n".encode("utf-8", "surrogateescape"))
    return Asset(names.hexdigest(), path.name, str(path), folder=True)


def _files(folder: Path) -> Iterator[Path]:
    for file in sorted(folder.rglob("*")):
        if file.is_file() and not file.is_symlink():
            yield file
