"""A zip of packages: each is opened where it is, and audited as a part of the whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from a11ycheck.errors import TargetError
from a11ycheck.evidence.reasons import OF_AN_OFFERED_FILE
from a11ycheck.files.archive import Archive, Packed
from a11ycheck.files.interface import JUNK, MIB, Files, Under
from a11ycheck.model import Page, Skipped
from a11ycheck.players.interface import NO_WALK, WalkPlan
from a11ycheck.sources.interface import SourceInfo, Visit
from a11ycheck.sources.packages.open_options import OpenOptions, RemainingLimits
from a11ycheck.sources.packages.package import Package
from a11ycheck.web.responses import Response

SUFFIXES = ("zip", "imscc", "epub", "h5p", "elp", "elpx")
DEEPEST = 2
"""How many bundles may be inside each other."""
MOST_PACKAGES = 100
MOST_IN_MEMORY = 512 * MIB
"""Bytes of all inner zips together, as they are packed."""

Detect = Callable[[Files, OpenOptions], Package]
"""Returns the package that files make up. Raises TargetError (detection.py)."""


class Bundle(Package):
    """`packages` by the name of their file or folder, which ends in "/".

    What cannot be opened is skipped, and the others are audited. Raises TargetError when none can be opened.
    """

    kind = "bundle"

    def __init__(self, files: Files, names: Sequence[str], options: OpenOptions, detect: Detect) -> None:
        if options.depth >= DEEPEST:
            raise TargetError("nested-too-deep", name=files.name, limit=DEEPEST)
        super().__init__(files, SourceInfo(files.name, self.kind, files.name), options)
        self.packages: dict[str, Package] = {}
        self._detect = detect
        limits = options.limits
        self._remaining = options.remaining or RemainingLimits(limits.members, limits.bytes, MOST_IN_MEMORY)
        for number, name in enumerate(names[:MOST_PACKAGES], 1):
            root = f"{options.root}package-{number}/"
            inner = replace(options, root=root, depth=options.depth + 1, remaining=self._remaining)
            try:
                self.packages[name] = self._open_package(name, inner)
            except TargetError as error:
                data = {key: str(value) for key, value in error.data.items()}
                self._skipped.append(Skipped(name, error.key, "", data=data))
        if len(names) > MOST_PACKAGES:
            data = {"count": str(len(names) - MOST_PACKAGES)}
            self._skipped.append(Skipped(names[MOST_PACKAGES], "more-packages", "", data=data))
        if not self.packages:
            raise TargetError("bundle-nothing-opened", name=files.name, count=len(names))

    @classmethod
    def find_zips(cls, files: Files) -> Sequence[str]:
        """Return the files that are packages by themselves."""
        return [name for name in files if _is_zip(name) and not name.startswith(JUNK)]

    def _open_package(self, name: str, options: OpenOptions) -> Package:
        """Return the package of that name, within what is left of the limits. Raises TargetError."""
        if name.endswith("/"):
            return self._detect(Under(self.files, name), options)
        remaining = self._remaining
        if self.files.size(name) > remaining.memory:
            raise TargetError("package-too-large-inside", name=name, limit=f"{MOST_IN_MEMORY // MIB} MB")
        try:
            data = self.files[name]
        except KeyError as error:
            raise TargetError("truncated-zip", name=name) from error
        limits = replace(options.limits, members=remaining.members, bytes=remaining.bytes)
        archive = Archive(Packed(name, data), limits)
        try:
            # The limits are those of the whole: what an inner package takes is no longer left for the others.
            remaining.memory -= len(data)
            remaining.members -= len(archive)
            remaining.bytes -= sum(archive.size(member) for member in archive)
            return self._detect(archive, options)
        except BaseException:
            archive.close()
            raise

    def respond(self, method: str, path: str, headers: dict[str, str], body: bytes) -> Response:
        """Let the package at the first folder of the path answer."""
        folder, slash, rest = path.lstrip("/").partition("/")
        for package in self.packages.values():
            if slash and package.root.endswith(f"/{folder}/"):
                return package.respond(method, f"/{rest}", headers, body)
        return Response(404, (("content-type", "text/plain"),), b"No package stands here.")

    def first_pages(self) -> Sequence[Page]:
        return [page for name, package in self.packages.items() for page in _moved(name, package.first_pages())]

    async def next_pages(self, visits: Sequence[Visit]) -> Sequence[Page]:
        pages: list[Page] = []
        for name, package in self.packages.items():
            visits_inside = [visit for visit in visits if visit.page.address.startswith(package.root)]
            if visits_inside:
                pages += _moved(name, await package.next_pages(visits_inside))
        return pages

    def documents(self) -> Sequence[Page]:
        """Return the documents of the packages, then those beside them."""
        inner = [page for name, package in self.packages.items() for page in _moved(name, package.documents())]
        return (*inner, *(page for page in super().documents() if not self._is_in_package_folder(page.url)))

    async def read(self, page: Page) -> bytes:
        if place := self._place_of(page):
            package, inner = place
            return await package.read(inner)
        return await super().read(page)

    def walk_plan(self, page: Page) -> WalkPlan:
        """Return the plan of the package to which a page belongs."""
        if place := self._place_of(page):
            package, inner = place
            return package.walk_plan(inner)
        return NO_WALK

    def page_count(self) -> int | None:
        counts = [package.page_count() for package in self.packages.values()]
        return None if None in counts else sum(count or 0 for count in counts)

    def skipped(self) -> Sequence[Skipped]:
        """Return what the packages skip, then what is skipped beside them, without files that were opened."""
        inner = [
            replace(skipped, what=f"{name.rstrip('/')}/{skipped.what}")
            for name, package in self.packages.items()
            for skipped in package.skipped()
        ]
        return (*inner, *(skipped for skipped in super().skipped() if not self._is_opened(skipped)))

    def missing_files(self) -> Mapping[str, Counter[str]]:
        return {root: names for package in self.packages.values() for root, names in package.missing_files().items()}

    def close(self) -> None:
        for package in self.packages.values():
            package.close()
        super().close()

    def _place_of(self, page: Page) -> tuple[Package, Page] | None:
        """Return the package to which a page belongs, and the page as that package calls it."""
        for name, package in self.packages.items():
            if page.address.startswith(package.root):
                return package, replace(page, url=page.url.removeprefix(f"{name.rstrip('/')}/"))
        return None

    def _is_opened(self, skipped: Skipped) -> bool:
        """Return whether a file was skipped only as a download, and opened as a package or as a part of one."""
        return skipped.why in OF_AN_OFFERED_FILE and (_is_zip(skipped.what) or self._is_in_package_folder(skipped.what))

    def _is_in_package_folder(self, name: str) -> bool:
        return any(folder.endswith("/") and name.startswith(folder) for folder in self.packages)


def _moved(name: str, pages: Sequence[Page]) -> Iterator[Page]:
    """Yield the pages of an inner package as the bundle calls them."""
    for page in pages:
        yield replace(page, url=f"{name.rstrip('/')}/{page.url}", path=(name.rstrip("/"), *page.path))


def _is_zip(name: str) -> bool:
    return "." in name and name.rpartition(".")[2].lower() in SUFFIXES
