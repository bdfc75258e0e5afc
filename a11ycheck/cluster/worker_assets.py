"""What a worker keeps of what it was sent, for as long as the audit lasts: instruments, and packages."""

from __future__ import annotations

import hashlib
import pickle
import shutil
import zipfile
from pathlib import Path

from a11ycheck.cluster.requests import Asset, PackageAssets, SendAsset
from a11ycheck.cluster.worker_folder import WorkerFolder, remove_leftovers
from a11ycheck.scan.exam.instruments import Instruments
from a11ycheck.sources.interface import PackageFile


class WorkerAssets:
    """Assets by their digest, in a folder of this process; each is removed when the last audit that uses it ends."""

    def __init__(self) -> None:
        remove_leftovers()
        self._folder: WorkerFolder | None = None
        self._users: dict[str, set[str]] = {}
        """The audits that use an asset, by its digest."""
        self._instruments: dict[str, Instruments] = {}
        self._paths: dict[str, Path] = {}

    def has(self, audit: str, asset: Asset) -> bool:
        """Return whether an asset was sent, or lies at the same path on this computer too; the audit then uses it."""
        if not self._find(asset):
            return False
        self._users.setdefault(asset.digest, set()).add(audit)
        return True

    def _find(self, asset: Asset) -> bool:
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

    def add(self, request: SendAsset) -> None:
        """Store the next part of an asset."""
        asset, is_last = request.asset, request.is_last
        self._folder = self._folder or WorkerFolder()
        self._users.setdefault(asset.digest, set()).add(request.audit)
        path = self._folder.path / asset.digest / Path(asset.name).name
        path.parent.mkdir(exist_ok=True)
        with path.open("ab") as file:
            file.write(request.part)
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
        path = self._paths[package.package.digest]
        return PackageFile(path, package.limits, package.allow_hosts, player, package.host)

    def end(self, audit: str) -> None:
        """Remove what no other audit uses."""
        for digest, audits in [*self._users.items()]:
            audits.discard(audit)
            if not audits:
                del self._users[digest]
                self._paths.pop(digest, None)
                self._instruments.pop(digest, None)
                if self._folder:
                    shutil.rmtree(self._folder.path / digest, ignore_errors=True)
        if not self._users:
            self.clear()

    def clear(self) -> None:
        """Remove everything."""
        if self._folder:
            self._folder.remove()
        self._folder = None
        self._users.clear()
        self._instruments.clear()
        self._paths.clear()


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
