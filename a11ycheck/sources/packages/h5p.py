"""H5P: the content in the user's player, or without a player its texts and pictures as a plain page."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

from a11ycheck.errors import TargetError, UsageError
from a11ycheck.files.directory import Directory
from a11ycheck.files.interface import Files, folders_with
from a11ycheck.files.media_types import media_type
from a11ycheck.model import Page, Skipped
from a11ycheck.players.interface import NO_WALK, WalkPlan
from a11ycheck.runtimes.h5p import PARTS, player_page
from a11ycheck.sources.interface import SourceInfo
from a11ycheck.sources.packages.h5p_text import text_of
from a11ycheck.sources.packages.open_options import OpenOptions
from a11ycheck.sources.packages.origin import file_address, has_index
from a11ycheck.sources.packages.package import Package, read_bounded
from a11ycheck.sources.packages.text_page import text_page
from a11ycheck.web.responses import Responder, Response
from a11ycheck.web.xml import decode

ABOUT = "h5p.json"
CONTENT = "content/content.json"
LONGEST_TITLE = 300


class H5pPackage(Package):
    """An H5P package has one page, since it holds one activity."""

    kind = "h5p"

    def __init__(self, files: Files, about: dict[str, Any], content: Any, options: OpenOptions) -> None:
        title = _text(about, "title") or files.name
        super().__init__(files, SourceInfo(files.name, self.kind, title), options)
        lang = _text(about, "defaultLanguage") or _text(about, "language")
        lang = "" if lang == "und" else lang
        library = _library(files, about)
        self._is_played = options.h5p_player is not None and bool(library)
        if options.h5p_player is None or not library:
            why = "h5p-no-libraries" if options.h5p_player is not None else "h5p-no-player"
            self._skipped.append(Skipped(ABOUT, why, "", data={"library": _text(about, "mainLibrary")}))
            body = text_of(content, file_address(self.root, "content/"))
            path = self.virtual_pages.add_page("h5p-text", lambda: text_page(title, body, lang))
        else:
            player = self.root + self.virtual_pages.add_service("h5p/", _player_files(options.h5p_player, options))
            path = self.virtual_pages.add_page("h5p-play", lambda: player_page(title, lang, player, self.root))
        self._pages = [Page(self.root + path, CONTENT, title, (title,))]

    @classmethod
    def find_roots(cls, files: Files) -> Sequence[str]:
        return sorted({*folders_with(files, ABOUT), *folders_with(files, CONTENT)})

    @classmethod
    def recognise(cls, files: Files, options: OpenOptions) -> Self | None:
        about, content = files.find(ABOUT), files.find(CONTENT)
        if has_index(files) and (about is None or content is None):
            return None
        if not (about and content) and not any(name.endswith("/library.json") for name in files):
            return None  # other kinds of content have such a file too
        if about is None:
            raise TargetError("h5p-no-json", name=files.name)
        if content is None:
            raise TargetError("h5p-no-content", name=files.name)
        metadata = _json(files, about, options)
        if not isinstance(metadata, dict):
            raise TargetError("h5p-not-json", name=files.name, file=about)
        return cls(files, metadata, _json(files, content, options), options)

    def walk_plan(self, page: Page) -> WalkPlan:
        """Return the plan for a played activity; text is judged as it stands."""
        return super().walk_plan(page) if self._is_played else NO_WALK

    def first_pages(self) -> Sequence[Page]:
        return self._pages

    def page_count(self) -> int | None:
        """Return 1, or 2 where the activity is not played and its texts stand in for it."""
        return len(self._pages) + (not self._is_played)


def _player_files(folder: Path, options: OpenOptions) -> Responder:
    """Return what answers for the files of the player. Raises UsageError when the folder holds no player."""
    try:
        files = Directory(folder, options.limits)
    except TargetError:
        raise UsageError("h5p-player", folder=folder) from None
    if any(part not in files for part in PARTS):
        raise UsageError("h5p-player", folder=folder)

    def respond(method: str, path: str, headers: dict[str, str], body: bytes) -> Response:
        name = path.partition("?")[0]
        if name not in files:
            return Response(404)
        return Response(200, (("content-type", media_type(name) or "application/octet-stream"),), files[name])

    return respond


def _library(files: Files, about: dict[str, Any]) -> str:
    """Return the folder of the library that runs the content; "" when the package does not contain it."""
    main, rows = _text(about, "mainLibrary"), about.get("preloadedDependencies")
    for row in rows if isinstance(rows, list) else ():
        if isinstance(row, dict) and row.get("machineName") == main:
            folder = f"{main}-{row.get('majorVersion')}.{row.get('minorVersion')}"
            if files.find(f"{folder}/library.json") is not None:
                return folder
    return ""


def _json(files: Files, name: str, options: OpenOptions) -> Any:
    try:
        return json.loads(decode(read_bounded(files, name, options.limits)))
    except (ValueError, RecursionError) as error:
        raise TargetError("h5p-not-json", name=files.name, file=name) from error


def _text(row: dict[str, Any], name: str) -> str:
    value = row.get(name)
    return " ".join(value.split())[:LONGEST_TITLE] if isinstance(value, str) else ""
