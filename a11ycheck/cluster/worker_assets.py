"""What a worker keeps of what it was sent: instruments, and packages that are not on its own disk."""

from __future__ import annotations

import hashlib
import pickle
import shutil
import tempfile
import zipfile
from pathlib import Path

from a11ycheck.cluster.requests import Asset, PackageAssets
from a11ycheck.scan.exam.instruments import Instruments
from a11ycheck.sources.interface import PackageFile


class WorkerAssets:
    """Assets by their digest, in a private folder of this process; `clear` removes it."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._instruments: dict[str, Instruments] = {}
        self._paths: dict[str, Path] = {}

    def has(self, asset: Asset) -> bool:
        """Return whether an asset was sent, or lies at the same path on this computer too."""
        if asset.digest in self._paths:
            return True
        path = Path(asset.path) if asset.path and not asset.folder else None
        try:
            if path and path.is_file() and digest_of(path) == asset.digest:
                self._paths[asset.digest] = path
                return True
        except OSError:
            return False  # there is something of the same name that this process may not read
        return False

    def add(self, asset: Asset, part: bytes, is_last: bool) -> None:
        """Store the next part of an asset."""
        self._folder = self._folder or Path(tempfile.mkdtemp(prefix="a11ycheck-"))
        path = self._folder / asset.digest / Path(asset.name).name
        path.parent.mkdir(exist_ok=True)
        with path.open("ab") as file:
            file.write(part)
        if is_last and asset.folder:
            packed = path.rename(path.with_name("packed.zip"))
            with zipfile.ZipFile(packed) as archive:
                archive.extractall(path)
            path.mkdir(exist_ok=True)
        if is_last:
            self._paths[asset.digest] = path

    def instruments(self, asset: Asset) -> Instruments:
        """Return what screens are examined with."""
        if asset.digest not in self._instruments:
            # It comes from the main process whose code Dask runs here, so it needs no more trust than that.
            self._instruments[asset.digest] = pickle.loads(self._paths[asset.digest].read_bytes())  # noqa: S301
        return self._instruments[asset.digest]

    def package_file(self, package: PackageAssets) -> PackageFile:
        """Return a package as it lies on this computer."""
        player = self._paths[package.h5p_player.digest] if package.h5p_player else None
        return PackageFile(self._paths[package.package.digest], package.limits, package.allow_hosts, player)

    def clear(self) -> None:
        """Remove everything."""
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)
        self._folder = None
        self._instruments.clear()
        self._paths.clear()


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
