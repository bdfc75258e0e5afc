"""What a worker is sent once and keeps while it is used: rules, and packages that do not lie on its own disk."""

from __future__ import annotations

import hashlib
import pickle
import shutil
import tempfile
import zipfile
from pathlib import Path

from a11ycheck.cluster.messages import Cargo, Good
from a11ycheck.scan.screen_exam import Instruments
from a11ycheck.sources import open_parcel
from a11ycheck.sources.interface import PackageFile, Source


class WorkerAssets:
    """A private folder of this process, by digest; gone with `clear`."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._kits: dict[str, Instruments] = {}
        self._here: dict[str, Path] = {}

    def has(self, good: Good) -> bool:
        """Whether it is here, or lies at its path on this computer too."""
        if good.digest in self._here:
            return True
        path = Path(good.path) if good.path and not good.folder else None
        try:
            if path and path.is_file() and digest_of(path) == good.digest:
                self._here[good.digest] = path
                return True
        except OSError:
            return False  # something of the same name that we may not read
        return False

    def add(self, good: Good, part: bytes, last: bool) -> None:
        """One part after the other."""
        self._folder = self._folder or Path(tempfile.mkdtemp(prefix="a11ycheck-"))
        path = self._folder / good.digest / Path(good.name).name
        path.parent.mkdir(exist_ok=True)
        with path.open("ab") as file:
            file.write(part)
        if last and good.folder:
            packed = path.rename(path.with_name("packed.zip"))
            with zipfile.ZipFile(packed) as file:
                file.extractall(path)
            path.mkdir(exist_ok=True)
        if last:
            self._here[good.digest] = path

    def kit(self, good: Good) -> Instruments:
        """What screens are examined with."""
        if good.digest not in self._kits:
            # From the same main process whose code Dask runs here: it needs no more trust than that.
            self._kits[good.digest] = pickle.loads(self._here[good.digest].read_bytes())  # noqa: S301
        return self._kits[good.digest]

    def source(self, cargo: Cargo) -> Source:
        """The package, opened. Raises TargetError as the main process would."""
        player = self._here[cargo.h5p_player.digest] if cargo.h5p_player else None
        source = open_parcel(PackageFile(self._here[cargo.package.digest], cargo.limits, cargo.allow, player))
        source.open()
        source.first()
        return source

    def clear(self) -> None:
        """Keep nothing."""
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)
        self._folder = None
        self._kits.clear()
        self._here.clear()


def digest_of(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
