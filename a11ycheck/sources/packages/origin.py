"""Answer requests for a package's files, as a web server would."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from urllib.parse import quote, unquote

from a11ycheck.files.interface import Files, safe_name
from a11ycheck.files.media_types import media_type
from a11ycheck.sources.packages.virtual_pages import VirtualPages
from a11ycheck.web.own_pages import FOLDER
from a11ycheck.web.responses import Response

INDEXES = ("index.html", "index.htm", "index.xhtml", "default.html", "default.htm")
HEADERS = (("cache-control", "max-age=3600"), ("accept-ranges", "bytes"))
BROWSER_REQUESTS = ("favicon.ico", ".well-known/")
"""What browsers ask for by themselves."""
MOST_MISSING = 1_000
_RANGE = re.compile(r"bytes=(\d*)-(\d*)\s*$")


class PackageOrigin:
    """The server of one package. `missing` counts the paths that were asked for and don't exist.

    `media_types` are those that the package itself declares for its files, by name. `rewrite` returns the path that is
    looked up for a path that was asked for.
    """

    def __init__(
        self, files: Files, media_types: Mapping[str, str] | None = None, rewrite: Callable[[str], str] = str
    ) -> None:
        self.files = files
        self.virtual_pages = VirtualPages()
        self.missing: Counter[str] = Counter()
        self._media_types = media_types or {}
        self._rewrite = rewrite

    def respond(self, method: str, path: str, headers: dict[str, str], body: bytes) -> Response:
        """Answer a request for a path from the root, with or without a query."""
        if path.startswith(f"/{FOLDER}"):
            return self.virtual_pages.respond(method, path.removeprefix(f"/{FOLDER}"), headers, body)
        if method not in ("GET", "HEAD"):
            return Response(405, (("allow", "GET, HEAD"),))
        path = self._rewrite(path.partition("?")[0].partition("#")[0])
        name = locate(self.files, path)
        if name is None:
            return self._not_found(path)
        if path.strip("/") and not path.endswith("/") and name in (f"{safe_name(unquote(path))}/{i}" for i in INDEXES):
            return Response(301, (("location", f"./{quote(unquote(path.rpartition('/')[2]))}/"),))
        kind = self._media_types.get(name) or media_type(name)
        sent = (*HEADERS, ("content-type", kind)) if kind else HEADERS
        try:
            content = self.files[name]
        except KeyError:
            return self._not_found(path)
        return _part(content, headers["range"], sent) if "range" in headers else Response(200, sent, content)

    def _not_found(self, path: str) -> Response:
        name = unquote(path).lstrip("/")
        if len(self.missing) < MOST_MISSING and not name.startswith(BROWSER_REQUESTS):
            self.missing[name] += 1
        return Response(404, (("content-type", "text/plain"),), b"Not in this package.")


def locate(files: Files, href: str) -> str | None:
    """Return the file that a path or href leads to: as it stands, unquoted, or the index page of a folder.

    A query and a fragment are ignored. Return None when there is no such file.
    """
    raw = href.partition("#")[0].partition("?")[0].lstrip("/")
    # Old tools write the bytes of their own code page after the percent sign.
    for name in (safe_name(unquote(raw)), safe_name(raw), safe_name(unquote(raw, "cp1252"))):
        if name is not None and (found := files.find(name)) is not None:
            return found
    folder = safe_name(unquote(raw))
    inside = "" if folder is None else f"{folder}/"
    if folder is None and raw:
        return None
    return next((found for index in INDEXES if (found := files.find(inside + index)) is not None), None)


def has_index(files: Files) -> bool:
    """Return whether there is an index page at the top."""
    return any(files.find(index) is not None for index in INDEXES)


def file_address(root: str, name: str) -> str:
    """Return the address of the file of that name; `root` is the address of the package's root."""
    return root + quote(name, safe="/&=+:;,@!$()*~[]")


def href_address(root: str, href: str) -> str:
    """Return the address of an href that is relative to the package's root; a full URL stays as it is."""
    return href if re.match(r"[A-Za-z][\w+.-]*:", href) else root + quote(href, safe="/%?#&=+:;,@!$()*~[]")


def _part(content: bytes, requested: str, headers: tuple[tuple[str, str], ...]) -> Response:
    """Return the bytes of one range, or all of them for a range that isn't understood (RFC 9110, 14.2)."""
    match = _RANGE.match(requested)
    if match is None or not any(match.groups()):
        return Response(200, headers, content)
    size = len(content)
    first, last = match.groups()
    start = int(first) if first else max(0, size - int(last))
    stop = min(size, int(last) + 1) if first and last else size
    if start >= size or (first and last and int(last) < start):
        return Response(416, (*headers, ("content-range", f"bytes */{size}")))
    return Response(206, (*headers, ("content-range", f"bytes {start}-{stop - 1}/{size}")), content[start:stop])
