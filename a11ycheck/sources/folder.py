"""A plain web folder, or a zip of one: its index page, and what can be reached from there by links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Self
from urllib.parse import unquote

from a11ycheck.files.interface import Files, Limits
from a11ycheck.model import Page
from a11ycheck.players.interface import Way
from a11ycheck.sources.interface import Visit
from a11ycheck.sources.media_types import is_page
from a11ycheck.sources.origin import INDEXES, PackageOrigin, address, locate
from a11ycheck.sources.package import HOST, Package

ROOT = f"http://{HOST}/"


class WebFolder(Package):
    """Pages are HTML files, each opened once, whatever the query.

    Its own count is not known: HTML files that nothing links to are often templates or parts of pages.
    """

    kind = "folder"

    def __init__(self, files: Files, starts: Sequence[str], allow: tuple[str, ...] = ()) -> None:
        super().__init__(files, files.name, PackageOrigin(files), allow)
        self._starts = starts
        self._seen: set[str] = set()

    @classmethod
    def recognise(cls, files: Files, limits: Limits, allow: tuple[str, ...]) -> Self | None:  # noqa: ARG003
        starts = _shallowest(files)
        return cls(files, starts, allow) if starts else None

    def first(self) -> Sequence[Page]:
        self._seen.update(self._starts)
        return [self._page(name, 0) for name in self._starts]

    def way(self, page: Page) -> Way:
        """As for every package, but links are followed here."""
        return replace(super().way(page), crawled=True)

    def after(self, visits: Sequence[Visit]) -> Sequence[Page]:
        pages = []
        for visit in visits:
            if ended := locate(self.files, visit.address.removeprefix(ROOT)):
                self._seen.add(ended)  # a page that leads on by itself
        for visit in visits:
            for link in visit.links:
                path, _, query = link.partition("#")[0].removeprefix(ROOT).partition("?")
                name = locate(self.files, path) if link.startswith(ROOT) else None
                if name is not None and is_page(name) and name not in self._seen:
                    self._seen.add(name)
                    pages.append(self._page(name, visit.page.depth + 1, query))
        return pages

    def _page(self, name: str, depth: int, query: str = "") -> Page:
        url = f"{name}?{unquote(query)}" if query else name
        opened = address(HOST, name.replace("%", "%25").replace("?", "%3F").replace("#", "%23"))
        return Page(f"{opened}?{query}" if query else opened, url, path=(self.title,), depth=depth)


def _shallowest(files: Files) -> list[str]:
    """The index pages of the least deep folders that have one; in each folder the first name of INDEXES."""
    best: dict[str, tuple[int, str]] = {}
    for name in files:
        folder, _, last = name.rpartition("/")
        if last.lower() in INDEXES and not name.startswith("__MACOSX/"):
            rank = INDEXES.index(last.lower())
            best[folder] = min(best.get(folder, (rank, name)), (rank, name))
    depth = min((_depth(folder) for folder in best), default=0)
    return sorted(name for folder, (_, name) in best.items() if _depth(folder) == depth)


def _depth(folder: str) -> int:
    return folder.count("/") + 1 if folder else 0
