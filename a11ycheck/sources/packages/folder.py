"""A plain web folder, or a zip of one: its index page, and what can be reached from there by links."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Self
from urllib.parse import quote, unquote

from a11ycheck.files.interface import Files
from a11ycheck.files.media_types import is_page
from a11ycheck.model import Page, Skipped
from a11ycheck.players.interface import WalkPlan
from a11ycheck.sources.interface import Visit
from a11ycheck.sources.packages.exelearning import title_of
from a11ycheck.sources.packages.opening import Opening
from a11ycheck.sources.packages.origin import INDEXES, locate, name_address
from a11ycheck.sources.packages.package import Package

MANIFEST = "imsmanifest.xml"
STARTS = (
    *INDEXES,
    "story.html",
    "story_html5.html",
    "index_lms.html",
    "index_lms_html5.html",
    "a001index.html",
    "presentation.html",
)
"""Pages to start from, the best first: what every server knows, then what Storyline, Lectora and iSpring write."""
HTML = re.compile(r"\.x?html?$", re.IGNORECASE)
MOST_LOOSE = 200
MOST_BYTES = 2_000_000
"""A page that is larger is not looked at for what it names."""


class WebFolder(Package):
    """Pages are HTML files, each opened once, whatever the query.

    Its own count is not known: HTML files that nothing links to are often templates or parts of pages.
    """

    kind = "folder"
    whole = True

    def __init__(self, files: Files, starts: Sequence[str], how: Opening) -> None:
        super().__init__(files, title_of(files, how.limits) or files.name, how)
        self._starts = starts
        self._seen: set[str] = set()
        if files.find(MANIFEST) is not None:
            self._skipped.append(Skipped(MANIFEST, "manifest-lists-nothing", ""))

    @classmethod
    def roots(cls, files: Files) -> Sequence[str]:
        """The folder around the first index pages: they may stand side by side in folders of their own."""
        starts = _shallowest(files)
        folders = [name.rpartition("/")[0] for name in starts]
        return [_with_slash(folders[0] if len(folders) == 1 else _shared(folders))] if starts else []

    @classmethod
    def recognise(cls, files: Files, how: Opening) -> Self | None:
        starts = _shallowest(files)
        return cls(files, starts, how) if starts else None

    @classmethod
    def otherwise(cls, files: Files, how: Opening) -> Self | None:
        """Pages without any that one begins with: those of the least deep folder that none of them names."""
        starts = _loose(files)
        return cls(files, starts, how) if starts else None

    def first(self) -> Sequence[Page]:
        self._seen.update(self._starts)
        return [self._page(name, 0) for name in self._starts]

    def way(self, page: Page) -> WalkPlan:
        """An authoring tool's player goes through all from where it starts; other pages are reached by their links."""
        way = super().way(page)
        return replace(way, players=way.players if page.depth == 0 else (), crawled=True)

    def after(self, visits: Sequence[Visit]) -> Sequence[Page]:
        pages = []
        for visit in visits:
            if ended := locate(self.files, visit.address.removeprefix(self.base)):
                self._seen.add(ended)  # a page that leads on by itself
        for visit in visits:
            for link in visit.links:
                path, _, query = link.partition("#")[0].removeprefix(self.base).partition("?")
                name = locate(self.files, path) if link.startswith(self.base) else None
                if name is not None and is_page(name) and name not in self._seen:
                    self._seen.add(name)
                    pages.append(self._page(name, visit.page.depth + 1, query))
        return pages

    def _page(self, name: str, depth: int, query: str = "") -> Page:
        url = f"{name}?{unquote(query)}" if query else name
        opened = name_address(self.base, name)
        return Page(f"{opened}?{query}" if query else opened, url, path=(self.title,), depth=depth)


def _shallowest(files: Files) -> list[str]:
    """The index pages of the least deep folders that have one; in each folder the first name of STARTS."""
    best: dict[str, tuple[int, str]] = {}
    for name in files:
        folder, _, last = name.rpartition("/")
        if last.lower() in STARTS and not name.startswith("__MACOSX/"):
            rank = STARTS.index(last.lower())
            best[folder] = min(best.get(folder, (rank, name)), (rank, name))
    depth = min((_depth(folder) for folder in best), default=0)
    return sorted(name for folder, (_, name) in best.items() if _depth(folder) == depth)


def _loose(files: Files) -> list[str]:
    """Web pages that stand least deep, without those that another of them names; all when each is named."""
    pages = [name for name in files if HTML.search(name) and files.size(name) and not name.startswith("__MACOSX/")]
    depth = min((name.count("/") for name in pages), default=0)
    pages = sorted(name for name in pages if name.count("/") == depth)[:MOST_LOOSE]
    texts = {name: files[name] if files.size(name) <= MOST_BYTES else b"" for name in pages}
    named = {name for name in pages if any(_names(texts[other], name) for other in pages if other != name)}
    return [name for name in pages if name not in named] or pages


def _names(text: bytes, name: str) -> bool:
    last = name.rpartition("/")[2]
    return last.encode() in text or quote(last).encode() in text


def _shared(folders: Sequence[str]) -> str:
    """The folder that holds all of these, "" for the root."""
    split = [folder.split("/") for folder in folders]
    same = [parts[0] for parts in zip(*split, strict=False) if len(set(parts)) == 1]
    return "/".join(same)


def _with_slash(folder: str) -> str:
    return f"{folder}/" if folder else ""


def _depth(folder: str) -> int:
    return folder.count("/") + 1 if folder else 0
