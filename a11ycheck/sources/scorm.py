"""SCORM 1.2 and 2004: each item of the manifest is a page, launched inside a window that has the run-time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Self

from a11ycheck.errors import TargetError
from a11ycheck.files.interface import Files, Limits, Under
from a11ycheck.model import Page, Skipped
from a11ycheck.players.interface import Way
from a11ycheck.players.scorm import FRAME, Launch, launch_page
from a11ycheck.sources.manifest import Item, Manifest, outside, read_manifest
from a11ycheck.sources.origin import OWN, PackageOrigin, address, locate
from a11ycheck.sources.package import HOST, Package

MANIFEST = "imsmanifest.xml"
KINDS = {"1.2": "scorm12", "2004": "scorm2004", "": "content-package"}
LAUNCH = f"{OWN}launch/"
JUNK = ("__MACOSX/", ".DS_Store", "Thumbs.db")


class ScormPackage(Package):
    """All items of all organizations, the default one first; hidden ones too, since learners get to them."""

    def __init__(self, files: Files, manifest: Manifest, allow: tuple[str, ...] = ()) -> None:
        super().__init__(files, manifest.title, PackageOrigin(files, self._own), allow)
        self.kind = KINDS[manifest.version]
        self._items = [item for organization in manifest.organizations for item in organization.items]
        self._launches: dict[str, Launch] = {}
        self._pages: list[Page] = []
        for number, item in enumerate(self._items, 1):
            reason = self._hindrance(item, allow)
            if reason is None:
                self._add(number, item)
            else:
                self._skipped.append(reason)

    @classmethod
    def recognise(cls, files: Files, limits: Limits, allow: tuple[str, ...]) -> Self | None:
        name = files.find(MANIFEST)
        folder = "" if name else _only_folder(files)
        if folder:
            name = files.find(folder + MANIFEST)
        if name is None:
            return None
        if files.size(name) > limits.manifest_bytes:
            raise TargetError("manifest-too-large", name=files.name, file=name, limit=limits.manifest_bytes // 2**20)
        try:
            data = files[name]
        except KeyError as error:
            raise TargetError("manifest-unreadable", name=files.name, file=name) from error
        manifest = read_manifest(data, files.name, name)
        return cls(Under(files, folder) if folder else files, manifest, allow)

    def _hindrance(self, item: Item, allow: tuple[str, ...]) -> Skipped | None:
        """Why an item cannot be launched, or None."""
        data = {"item": item.title, "href": item.href, "resource": item.resource}
        if not item.href:
            return Skipped(item.title, "missing-resource", "", data=data)
        host = outside(item.href)
        if host:
            open_ = any(host == name or (name.startswith("*.") and host.endswith(name[1:])) for name in allow)
            return None if open_ else Skipped(item.href, "outside-package", "", data={**data, "host": host})
        if locate(self.files, item.href) is None:
            return Skipped(item.href, "missing-file", "", data=data)
        return None

    def _add(self, number: int, item: Item) -> None:
        path = f"{LAUNCH}{number}"
        self._launches[path] = Launch(
            title=item.title,
            address=address(HOST, item.href),
            objectives=item.objectives,
            launch_data=item.launch_data,
            passing_score=item.passing_score,
            max_time_allowed=item.max_time_allowed,
            time_limit_action=item.time_limit_action,
            completion_threshold=item.completion_threshold,
        )
        where = item.path if len(item.path) > 1 else (self.title, *item.path)
        self._pages.append(Page(f"http://{HOST}{path}", item.href, item.title, where, inside=FRAME))

    def _own(self, path: str) -> tuple[str, bytes] | None:
        launch = self._launches.get(path)
        return None if launch is None else ("text/html; charset=utf-8", launch_page(launch))

    def first(self) -> Sequence[Page]:
        return self._pages

    def way(self, page: Page) -> Way:
        """As for every package, but what another item launches is left to that item."""
        others = {launch.address.partition("#")[0] for launch in self._launches.values()}
        own = address(HOST, page.url).partition("#")[0]
        return replace(super().way(page), elsewhere=frozenset(others - {own}))

    def known(self) -> int | None:
        return len(self._items)


def _only_folder(files: Files) -> str:
    """The folder that holds everything ("course/"), as when a folder was zipped instead of what is in it; else ""."""
    names = [name for name in files if not name.startswith(JUNK) and not name.endswith(JUNK)]
    tops = {name.partition("/")[0] for name in names}
    return f"{tops.pop()}/" if len(tops) == 1 and all("/" in name for name in names) else ""
