"""A zip of packages: each is opened where it stands, and audited as a part of the whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from a11ycheck.errors import TargetError
from a11ycheck.evidence.reasons import OF_AN_OFFERED_FILE
from a11ycheck.files.archive import Archive, Packed
from a11ycheck.files.interface import JUNK, MIB, Files, Under
from a11ycheck.model import Page, Skipped
from a11ycheck.players.interface import STAY, WalkPlan
from a11ycheck.sources.interface import Visit
from a11ycheck.sources.packages.opening import HOST, Budget, Opening
from a11ycheck.sources.packages.package import Package
from a11ycheck.web.responses import PackageNetwork, Response

SUFFIXES = ("zip", "imscc", "epub", "h5p", "elp", "elpx")
DEEPEST = 2
MOST = 100
"""Packages in one zip."""
IN_MEMORY = 512 * MIB
"""Bytes of all inner zips together, as they are packed."""

Choose = Callable[[Files, Opening], Package]


class Bundle(Package):
    """`packages` by the name of their file or folder; what cannot be opened is said, and the others are audited."""

    kind = "bundle"

    def __init__(self, files: Files, names: Sequence[str], how: Opening, choose: Choose) -> None:
        if how.depth >= DEEPEST:
            raise TargetError("nested-too-deep", name=files.name, limit=DEEPEST)
        super().__init__(files, files.name, how)
        self.packages: dict[str, Package] = {}
        self._choose = choose
        self._budget = how.budget or Budget(how.limits.members, how.limits.bytes, IN_MEMORY)
        for number, name in enumerate(names[:MOST], 1):
            inner = replace(how, base=f"{how.base}package-{number}/", depth=how.depth + 1, budget=self._budget)
            try:
                self.packages[name] = self._opened(name, inner)
            except TargetError as error:
                data = {key: str(value) for key, value in error.data.items()}
                self._skipped.append(Skipped(name, error.key, "", data=data))
        if len(names) > MOST:
            self._skipped.append(Skipped(names[MOST], "more-packages", "", data={"count": str(len(names) - MOST)}))
        if not self.packages:
            raise TargetError("bundle-nothing-opened", name=files.name, count=len(names))
        self.network = PackageNetwork(HOST, self._answer, how.allow)

    @classmethod
    def zips(cls, files: Files) -> Sequence[str]:
        """The files that are packages by themselves."""
        return [name for name in files if _is_inner(name) and not name.startswith(JUNK)]

    def _opened(self, name: str, how: Opening) -> Package:
        """The package of that name, within what is left of the limits. TargetError when it cannot be opened."""
        if name.endswith("/"):
            return self._choose(Under(self.files, name), how)
        budget = self._budget
        if self.files.size(name) > budget.memory:
            raise TargetError("package-too-large-inside", name=name, limit=f"{IN_MEMORY // MIB} MB")
        try:
            data = self.files[name]
        except KeyError as error:
            raise TargetError("truncated-zip", name=name) from error
        archive = Archive(Packed(name, data), replace(how.limits, members=budget.members, bytes=budget.bytes))
        try:
            # What an inner package takes is gone for those that follow: the limits are those of the whole.
            budget.memory -= len(data)
            budget.members -= len(archive)
            budget.bytes -= sum(archive.size(one) for one in archive)
            return self._choose(archive, how)
        except BaseException:
            archive.close()
            raise

    def _answer(self, method: str, path: str, headers: dict[str, str], body: bytes) -> Response:
        place, mark, rest = path.lstrip("/").partition("/")
        for package in self.packages.values():
            if mark and package.network is not None and package.base.endswith(f"/{place}/"):
                return package.network.origin(method, f"/{rest}", headers, body)
        return Response(404, (("content-type", "text/plain"),), b"No package stands here.")

    def first(self) -> Sequence[Page]:
        return [page for name, package in self.packages.items() for page in self._named(name, package.first())]

    def after(self, visits: Sequence[Visit]) -> Sequence[Page]:
        found: list[Page] = []
        for name, package in self.packages.items():
            mine = [visit for visit in visits if visit.page.address.startswith(package.base)]
            found += self._named(name, package.after(mine)) if mine else ()
        return found

    def documents(self) -> Sequence[Page]:
        """Those of the packages, then those that stand beside them."""
        inner = [page for name, package in self.packages.items() for page in self._named(name, package.documents())]
        return (*inner, *(page for page in super().documents() if not self._in_package(page.url)))

    def read(self, page: Page) -> bytes:
        """As the package says that the document is of."""
        for name, package in self.packages.items():
            if page.address.startswith(package.base):
                return package.read(replace(page, url=page.url.removeprefix(f"{name.rstrip('/')}/")))
        return super().read(page)

    def missing(self) -> Mapping[str, Counter[str]]:
        """Of all its packages."""
        return {root: names for package in self.packages.values() for root, names in package.missing().items()}

    def _in_package(self, name: str) -> bool:
        """Whether it is a file of a folder that is a package."""
        return any(folder.endswith("/") and name.startswith(folder) for folder in self.packages)

    def _named(self, name: str, pages: Sequence[Page]) -> Iterator[Page]:
        for page in pages:
            yield replace(page, url=f"{name.rstrip('/')}/{page.url}", path=(name.rstrip("/"), *page.path))

    def way(self, page: Page) -> WalkPlan:
        """As the package says that the page is of."""
        for name, package in self.packages.items():
            if page.address.startswith(package.base):
                return package.way(replace(page, url=page.url.removeprefix(f"{name.rstrip('/')}/")))
        return STAY

    def known(self) -> int | None:
        counts = [package.known() for package in self.packages.values()]
        return None if None in counts else sum(count or 0 for count in counts)

    def skipped(self) -> Sequence[Skipped]:
        inner = [
            replace(one, what=f"{name.rstrip('/')}/{one.what}")
            for name, package in self.packages.items()
            for one in package.skipped()
        ]
        own = [
            one
            for one in super().skipped()
            if not (one.why in OF_AN_OFFERED_FILE and (_is_inner(one.what) or self._in_package(one.what)))
        ]
        return (*inner, *own)

    def close(self) -> None:
        for package in self.packages.values():
            package.close()
        super().close()


def _is_inner(name: str) -> bool:
    return "." in name and name.rpartition(".")[2].lower() in SUFFIXES
