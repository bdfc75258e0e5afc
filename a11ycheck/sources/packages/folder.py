"""A plain web folder, or a zip of one: its index page, and what can be reached from there through links."""

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
from a11ycheck.sources.interface import SourceInfo, Visit
from a11ycheck.sources.packages.exelearning import title_of
from a11ycheck.sources.packages.open_options import OpenOptions
from a11ycheck.sources.packages.origin import INDEXES, file_address, locate
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
"""Pages to start from, the best first: those of every web server, then those of Storyline, Lectora and iSpring."""
HTML = re.compile(r"\.x?html?$", re.IGNORECASE)
MOST_LOOSE = 200
"""Pages without an index that are looked at."""
MOST_BYTES = 2_000_000
"""Bytes of a page that is searched for names of other pages."""


class WebFolder(Package):
    """HTML files, each opened once, whatever its query.

    The number of pages is unknown: HTML files to which nothing links are often templates or parts of pages.
    """

    kind = "folder"
    opened_from_top = True

    def __init__(self, files: Files, starts: Sequence[str], options: OpenOptions) -> None:
        title = title_of(files, options.limits) or files.name
        super().__init__(files, SourceInfo(files.name, self.kind, title), options)
        self._starts = starts
        self._seen: set[str] = set()
        if files.find(MANIFEST) is not None:
            self._skipped.append(Skipped(MANIFEST, "manifest-lists-nothing", ""))

    @classmethod
    def find_roots(cls, files: Files) -> Sequence[str]:
        """Return the folder around the first index pages, which may be in separate folders side by side."""
        starts = _shallowest(files)
        folders = [name.rpartition("/")[0] for name in starts]
        return [_with_slash(folders[0] if len(folders) == 1 else _shared(folders))] if starts else []

    @classmethod
    def recognise(cls, files: Files, options: OpenOptions) -> Self | None:
        starts = _shallowest(files)
        return cls(files, starts, options) if starts else None

    @classmethod
    def recognise_without_sign(cls, files: Files, options: OpenOptions) -> Self | None:
        """Return a folder without index page: it starts from the outermost pages that no other one of these names."""
        starts = _loose(files)
        return cls(files, starts, options) if starts else None

    def first_pages(self) -> Sequence[Page]:
        self._seen.update(self._starts)
        return [self._page(name, 0) for name in self._starts]

    def walk_plan(self, page: Page) -> WalkPlan:
        """Return the players for a start page only: they get everywhere from there. Links lead to all other pages."""
        plan = super().walk_plan(page)
        return replace(plan, players=plan.players if page.depth == 0 else (), stay_in_document=True)

    async def next_pages(self, visits: Sequence[Visit]) -> Sequence[Page]:
        pages = []
        for visit in visits:
            if ended := locate(self.files, visit.address.removeprefix(self.root)):
                self._seen.add(ended)  # a page may redirect by itself
        for visit in visits:
            for link in visit.links:
                path, _, query = link.partition("#")[0].removeprefix(self.root).partition("?")
                name = locate(self.files, path) if link.startswith(self.root) else None
                if name is not None and is_page(name) and name not in self._seen:
                    self._seen.add(name)
                    pages.append(self._page(name, visit.page.depth + 1, query))
        return pages

    def _page(self, name: str, depth: int, query: str = "") -> Page:
        url = f"{name}?{unquote(query)}" if query else name
        address = file_address(self.root, name)
        return Page(f"{address}?{query}" if query else address, url, path=(self.info.title,), depth=depth)


def _shallowest(files: Files) -> list[str]:
    """Return the index pages of the outermost folders that have one; in each folder the first name of STARTS."""
    best: dict[str, tuple[int, str]] = {}
    for name in files:
        folder, _, last = name.rpartition("/")
        if last.lower() in STARTS and not name.startswith("__MACOSX/"):
            rank = STARTS.index(last.lower())
            best[folder] = min(best.get(folder, (rank, name)), (rank, name))
    depth = min((_depth(folder) for folder in best), default=0)
    return sorted(name for folder, (_, name) in best.items() if _depth(folder) == depth)


def _loose(files: Files) -> list[str]:
    """Return the outermost web pages, without those that another of them names; all when each is named."""
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
    """Return the folder that holds all of these, "" for the root."""
    split = [folder.split("/") for folder in folders]
    same = [parts[0] for parts in zip(*split, strict=False) if len(set(parts)) == 1]
    return "/".join(same)


def _with_slash(folder: str) -> str:
    return f"{folder}/" if folder else ""


def _depth(folder: str) -> int:
    return folder.count("/") + 1 if folder else 0
