"""H5P: the content in the user's own player, or without one its texts and pictures as a plain page."""

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
from a11ycheck.players.interface import STAY, WalkPlan
from a11ycheck.runtimes.h5p import PARTS, player_page
from a11ycheck.sources.packages.h5p_text import text_of
from a11ycheck.sources.packages.opening import Opening
from a11ycheck.sources.packages.origin import has_index, name_address
from a11ycheck.sources.packages.package import Package, read_bounded
from a11ycheck.sources.packages.text_page import text_page
from a11ycheck.web.responses import Response
from a11ycheck.web.xml import decode

ABOUT = "h5p.json"
CONTENT = "content/content.json"
LONGEST_TITLE = 300


class H5pPackage(Package):
    """One page: an H5P package holds one activity."""

    kind = "h5p"

    def __init__(self, files: Files, about: dict[str, Any], content: Any, how: Opening) -> None:
        super().__init__(files, _text(about, "title") or files.name, how)
        lang = _text(about, "defaultLanguage") or _text(about, "language")
        lang = "" if lang == "und" else lang
        library = _library(files, about)
        self._runs = how.h5p_player is not None and bool(library)
        if how.h5p_player is None or not library:
            why = "h5p-no-libraries" if how.h5p_player is not None else "h5p-no-player"
            self._skipped.append(Skipped(ABOUT, why, "", data={"library": _text(about, "mainLibrary")}))
            body = text_of(content, name_address(self.base, "content/"))
            where = self.own.page("h5p-text", lambda: text_page(self.title, body, lang))
        else:
            player = self.base + self.own.service("h5p/", _serve(how.h5p_player, how))
            where = self.own.page("h5p-play", lambda: player_page(self.title, lang, player, self.base))
        self._pages = [Page(self.base + where, CONTENT, self.title, (self.title,))]

    @classmethod
    def roots(cls, files: Files) -> Sequence[str]:
        return sorted({*folders_with(files, ABOUT), *folders_with(files, CONTENT)})

    @classmethod
    def recognise(cls, files: Files, how: Opening) -> Self | None:
        about, content = files.find(ABOUT), files.find(CONTENT)
        if has_index(files) and (about is None or content is None):
            return None
        if not (about and content) and not any(name.endswith("/library.json") for name in files):
            return None  # other things have such a file too
        if about is None:
            raise TargetError("h5p-no-json", name=files.name)
        if content is None:
            raise TargetError("h5p-no-content", name=files.name)
        said = _json(files, about, how)
        if not isinstance(said, dict):
            raise TargetError("h5p-not-json", name=files.name, file=about)
        return cls(files, said, _json(files, content, how), how)

    def way(self, page: Page) -> WalkPlan:
        """Only what runs moves on."""
        return super().way(page) if self._runs else STAY

    def first(self) -> Sequence[Page]:
        return self._pages

    def known(self) -> int | None:
        """The activity; what it says as text stands beside it where it cannot run."""
        return len(self._pages) + (not self._runs)


def _serve(folder: Path, how: Opening) -> Any:
    """An `Origin` for the files of the player. UsageError when the folder holds none."""
    try:
        files = Directory(folder, how.limits)
    except TargetError:
        raise UsageError("h5p-player", folder=folder) from None
    if any(part not in files for part in PARTS):
        raise UsageError("h5p-player", folder=folder)

    def origin(method: str, path: str, headers: dict[str, str], body: bytes) -> Response:  # noqa: ARG001
        name = path.partition("?")[0]
        if name not in files:
            return Response(404)
        return Response(200, (("content-type", media_type(name) or "application/octet-stream"),), files[name])

    return origin


def _library(files: Files, about: dict[str, Any]) -> str:
    """The folder of the library that runs the content; "" when it did not come along."""
    main, rows = _text(about, "mainLibrary"), about.get("preloadedDependencies")
    for row in rows if isinstance(rows, list) else ():
        if isinstance(row, dict) and row.get("machineName") == main:
            folder = f"{main}-{row.get('majorVersion')}.{row.get('minorVersion')}"
            if files.find(f"{folder}/library.json") is not None:
                return folder
    return ""


def _json(files: Files, name: str, how: Opening) -> Any:
    try:
        return json.loads(decode(read_bounded(files, name, how.limits)))
    except (ValueError, RecursionError) as error:
        raise TargetError("h5p-not-json", name=files.name, file=name) from error


def _text(row: dict[str, Any], name: str) -> str:
    value = row.get(name)
    return " ".join(value.split())[:LONGEST_TITLE] if isinstance(value, str) else ""
